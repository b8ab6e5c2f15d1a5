using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TantraSmoke.Core.Installation;

/// <summary>
/// Settings fixed at process start, from the environment and, below it, <c>.env</c> in the working directory. What an
/// admin can change at run time is in <c>VenueSettings</c>.
/// </summary>
public sealed partial record InstallationSettings
{
    /// <summary>Configuration key that overrides the working directory, for several servers in one process.</summary>
    public const string WorkingDirectoryKey = "TantraSmoke:WorkingDirectory";

    public static readonly Uri TelegramsOwnApi = new("https://api.telegram.org");

    /// <summary>Full path; base of <c>data/</c>, <c>log.txt</c>, <c>.env</c> and relative paths in variables.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Full path of DATA_DIR; may not exist yet.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Null runs the simulator instead of a real bot.</summary>
    public string? BotToken { get; init; }

    /// <summary>Telegram user ids; may be empty.</summary>
    public required IReadOnlySet<long> AdminIds { get; init; }

    public long? StaffChatId { get; init; }

    public required Uri TelegramApiUrl { get; init; }

    /// <summary>Null uses long polling.</summary>
    public Uri? TelegramWebhookUrl { get; init; }

    /// <summary>Null uses SQLite at <see cref="SqliteFile"/>.</summary>
    public PostgresSettings? Postgres { get; init; }

    /// <summary>Null keeps chat sessions in the database.</summary>
    public RedisSettings? Redis { get; init; }

    /// <summary>Null uses the tables shipped with TantraSmoke.</summary>
    public SeedSource? Tables { get; init; }

    /// <summary>Null uses the slots shipped with TantraSmoke.</summary>
    public SeedSource? Slots { get; init; }

    /// <summary>Public address of the dashboard; null for the address the process listens on.</summary>
    public Uri? PublicUrl { get; init; }

    public GoogleSettings? Google { get; init; }

    /// <summary>Null uses the time zone in the venue's settings.</summary>
    public TimeZoneInfo? VenueTimeZone { get; init; }

    /// <summary>
    /// Time zone for which a change that affects bookings is confirmed; see <see cref="VenueTimeZone"/>.
    /// </summary>
    public TimeZoneInfo? ConfirmedTimeZone { get; init; }

    /// <summary>ISO 3166 code; null uses the country in the venue's settings.</summary>
    public string? VenueCountry { get; init; }

    /// <summary>Days for which messages that were sent or given up stay in the outbox.</summary>
    public int KeepMessagesDays { get; init; } = 180;

    /// <summary>Warnings for the start, one line each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>
    /// Name of the database for messages, without secrets: the PostgreSQL database, or SQLite and its file.
    /// </summary>
    public string DatabaseName => Postgres?.ToString() ?? $"SQLite {SqliteFile}";

    public string SqliteFile => Path.Combine(DataDirectory, "tantrasmoke.db");

    public string LogFile => Path.Combine(WorkingDirectory, "log.txt");

    /// <summary>Values that must not appear in logs.</summary>
    public IReadOnlyList<string> Secrets =>
        [.. new[] { BotToken, Postgres?.Password, Redis?.Password, Google?.ClientSecret }.OfType<string>()];

    /// <summary>
    /// Adds <c>.env</c> below the other sources of <paramref name="configuration"/> and reads the settings.
    /// </summary>
    /// <exception cref="OptionsValidationException">
    /// A setting is invalid; <c>Failures</c> has one line per value.
    /// </exception>
    public static InstallationSettings Load(ConfigurationManager configuration)
    {
        var folder = Path.GetFullPath(configuration[WorkingDirectoryKey] ?? ".");
        var file = new EnvFile(folder);
        configuration.Sources.Insert(0, file);
        List<string> problems = [.. file.Problems];
        var settings = Read(new SettingsReader(configuration, folder, problems), folder);
        return problems.Count == 0
            ? settings
            : throw new OptionsValidationException(Options.DefaultName, typeof(InstallationSettings), problems);
    }

    /// <summary>Without secrets, which the generated ToString would contain.</summary>
    public override string ToString() =>
        $"{DatabaseName}, {Redis?.ToString() ?? "no Redis"}, "
        + (
            BotToken is null ? "simulator"
            : TelegramWebhookUrl is null ? "bot by long polling"
            : "bot by webhook"
        );

    private static InstallationSettings Read(SettingsReader reader, string folder)
    {
        var remarks = new List<string>();
        var token = reader.Text(
            SettingNames.BotToken,
            "the token from @BotFather, such as 123456789:AAE… (a number, a colon, letters and digits)",
            IsToken
        );
        var api = reader.Url(
            SettingNames.TelegramApiUrl,
            "the address of a Bot API server, such as https://api.telegram.org",
            "https",
            "http"
        );
        return new InstallationSettings
        {
            WorkingDirectory = folder,
            DataDirectory = reader.Folder(SettingNames.DataDir, "data"),
            BotToken = token,
            AdminIds = reader.UserIds(SettingNames.AdminIds),
            StaffChatId = reader.ChatId(SettingNames.StaffChatId),
            TelegramApiUrl = api ?? TelegramsOwnApi,
            TelegramWebhookUrl = ReadWebhook(reader, api ?? TelegramsOwnApi),
            Postgres = ReadPostgres(reader, remarks),
            Redis = ReadRedis(reader, remarks),
            Tables = reader.Seed(SettingNames.TablesJson),
            Slots = reader.Seed(SettingNames.SlotsJson),
            PublicUrl = reader.Url(
                SettingNames.PublicUrl,
                "the address of the dashboard, such as https://lounge.example",
                "https",
                "http"
            ),
            Google = ReadGoogle(reader),
            VenueTimeZone = reader.TimeZone(SettingNames.VenueTimeZone),
            ConfirmedTimeZone = reader.TimeZone(SettingNames.VenueTimeZoneConfirm),
            VenueCountry = reader.Text(
                SettingNames.VenueCountry,
                "the two letters of a country, such as RU",
                PhoneNumber.Countries.ContainsKey
            ),
            KeepMessagesDays = reader.Number(SettingNames.KeepMessagesDays, 30, 3650) ?? 180,
            Remarks = remarks,
        };
    }

    private static Uri? ReadWebhook(SettingsReader reader, Uri api)
    {
        var url = reader.Url(
            SettingNames.TelegramWebhookUrl,
            "an https address that Telegram can reach, without a query",
            "https"
        );
        if (url is null)
            return null;
        if (reader.Text(SettingNames.BotToken) is null)
            reader.Problem(
                SettingNames.BotToken,
                null,
                $"the bot's token, since {SettingNames.TelegramWebhookUrl} is set"
            );
        if (api == TelegramsOwnApi && url.Port is not (443 or 80 or 88 or 8443))
            reader.Problem(
                SettingNames.TelegramWebhookUrl,
                url.ToString(),
                "one of the ports that Telegram calls: 443, 80, 88, 8443"
            );
        return url;
    }

    private static PostgresSettings? ReadPostgres(SettingsReader reader, List<string> remarks)
    {
        var port = reader.Number(SettingNames.DbPort, 1, 65535) ?? 5432;
        var host = reader.Host(SettingNames.DbHost);
        var name = reader.Text(SettingNames.DbName);
        var user = reader.Text(SettingNames.DbUser);
        if (reader.Text(SettingNames.DbHost) is null)
        {
            if ((name ?? user) is not null)
                remarks.Add(
                    $"{SettingNames.DbHost} is not set, so {SettingNames.DbName} and {SettingNames.DbUser} are not "
                        + "used and the data is in SQLite"
                );
            return null;
        }
        if (name is null)
            reader.Problem(SettingNames.DbName, null, $"the database's name, since {SettingNames.DbHost} is set");
        if (user is null)
            reader.Problem(SettingNames.DbUser, null, $"the database's user, since {SettingNames.DbHost} is set");
        return new PostgresSettings(host ?? "", port, name ?? "", user ?? "", reader.Text(SettingNames.DbPassword));
    }

    private static RedisSettings? ReadRedis(SettingsReader reader, List<string> remarks)
    {
        var port = reader.Number(SettingNames.RedisPort, 1, 65535);
        var database = reader.Number(SettingNames.RedisDb, 0, 65535);
        if (reader.Host(SettingNames.RedisHost) is { } host)
            return new RedisSettings(host, port ?? 6379, database ?? 0, reader.Text(SettingNames.RedisPassword));
        if ((port ?? database) is not null)
            remarks.Add(
                $"{SettingNames.RedisHost} is not set, so {SettingNames.RedisPort} and {SettingNames.RedisDb} are not "
                    + "used and conversations are kept in the database"
            );
        return null;
    }

    private static GoogleSettings? ReadGoogle(SettingsReader reader)
    {
        var id = reader.Text(
            SettingNames.GoogleClientId,
            "the id of an OAuth client, such as 1234-abc.apps.googleusercontent.com",
            text => !text.Any(char.IsWhiteSpace)
        );
        var secret = reader.Text(SettingNames.GoogleClientSecret);
        if (secret is null && reader.Text(SettingNames.GoogleClientId) is not null)
            reader.Problem(
                SettingNames.GoogleClientSecret,
                null,
                $"the client's secret, since {SettingNames.GoogleClientId} is set"
            );
        if (secret is not null && reader.Text(SettingNames.GoogleClientId) is null)
            reader.Problem(
                SettingNames.GoogleClientId,
                null,
                $"the client's id, since {SettingNames.GoogleClientSecret} is set"
            );
        if (id is null || secret is null)
            return null;
        return new GoogleSettings(id, secret);
    }

    /// <summary>Whether the text has the form of a bot token; only Telegram knows the exact length.</summary>
    public static bool IsToken(string text) => TokenShape().IsMatch(text);

    [GeneratedRegex(@"\A[0-9]{1,16}:[A-Za-z0-9_-]+\z")]
    private static partial Regex TokenShape();
}
