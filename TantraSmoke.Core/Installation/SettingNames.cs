namespace TantraSmoke.Core.Installation;

/// <summary>Names of the variables in the environment and <c>.env</c>.</summary>
public static class SettingNames
{
    public const string BotToken = "BOT_TOKEN";
    public const string AdminIds = "ADMIN_IDS_RAW";
    public const string StaffChatId = "STAFF_CHAT_ID";
    public const string TelegramApiUrl = "TELEGRAM_API_URL";
    public const string TelegramWebhookUrl = "TELEGRAM_WEBHOOK_URL";
    public const string DbHost = "DB_HOST";
    public const string DbPort = "DB_PORT";
    public const string DbName = "DB_NAME";
    public const string DbUser = "DB_USER";
    public const string DbPassword = "DB_PASSWORD";
    public const string RedisHost = "REDIS_HOST";
    public const string RedisPort = "REDIS_PORT";
    public const string RedisDb = "REDIS_DB";
    public const string RedisPassword = "REDIS_PASSWORD";
    public const string TablesJson = "TABLES_JSON";
    public const string SlotsJson = "SLOTS_JSON";
    public const string DataDir = "DATA_DIR";
    public const string PublicUrl = "PUBLIC_URL";
    public const string GoogleClientId = "GOOGLE_CLIENT_ID";
    public const string GoogleClientSecret = "GOOGLE_CLIENT_SECRET";
    public const string VenueTimeZone = "VENUE_TIMEZONE";
    public const string VenueTimeZoneConfirm = "VENUE_TIMEZONE_CONFIRM";
    public const string VenueCountry = "VENUE_COUNTRY";
    public const string KeepMessagesDays = "KEEP_MESSAGES_DAYS";

    /// <summary>All names, in the order of <c>.env.example</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        BotToken,
        AdminIds,
        StaffChatId,
        TelegramApiUrl,
        TelegramWebhookUrl,
        DbHost,
        DbPort,
        DbName,
        DbUser,
        DbPassword,
        RedisHost,
        RedisPort,
        RedisDb,
        RedisPassword,
        TablesJson,
        SlotsJson,
        DataDir,
        PublicUrl,
        GoogleClientId,
        GoogleClientSecret,
        VenueTimeZone,
        VenueTimeZoneConfirm,
        VenueCountry,
        KeepMessagesDays,
    ];

    /// <summary>Names whose values are never shown in problems or logs.</summary>
    public static IReadOnlySet<string> Secret { get; } =
        new HashSet<string>(StringComparer.Ordinal) { BotToken, DbPassword, RedisPassword, GoogleClientSecret };
}
