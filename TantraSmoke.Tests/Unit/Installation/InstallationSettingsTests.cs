using System.Text;
using Microsoft.Extensions.Options;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Tests.Unit.Installation;

public sealed class InstallationSettingsTests : IDisposable
{
    private const string Token = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_NothingSet_IsSqliteWithoutBotBelowTheWorkingDirectory()
    {
        var settings = Accepted();

        Assert.Equal(_folder["data/tantrasmoke.db"], settings.SqliteFile);
        Assert.Equal(_folder["log.txt"], settings.LogFile);
        Assert.Equal(new Uri("https://api.telegram.org"), settings.TelegramApiUrl);
        Assert.Empty(settings.AdminIds);
        Assert.Empty(settings.Secrets);
        Assert.Empty(settings.Remarks);
        Assert.All(
            new object?[]
            {
                settings.BotToken,
                settings.Postgres,
                settings.Redis,
                settings.Google,
                settings.Tables,
                settings.Slots,
                settings.PublicUrl,
                settings.TelegramWebhookUrl,
                settings.VenueTimeZone,
                settings.VenueCountry,
                settings.StaffChatId,
            },
            Assert.Null
        );
    }

    [Fact]
    public void Load_AnEnvFileInAnotherEncoding_IsRefusedByItsName()
    {
        File.WriteAllBytes(
            _folder[".env"],
            System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("DB_PASSWORD=пароль")
        );

        Assert.Contains("a file in UTF-8", Assert.Single(Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_EverythingSet_IsTyped()
    {
        _folder.Write("room/tables.json", "[]");

        var settings = Accepted(
            ("BOT_TOKEN", Token),
            ("ADMIN_IDS_RAW", "5012345678, 42;7 42"),
            ("STAFF_CHAT_ID", "-1001234567890"),
            ("TELEGRAM_API_URL", "http://127.0.0.1:8081"),
            ("TELEGRAM_WEBHOOK_URL", "https://lounge.example/telegram"),
            ("DB_HOST", "db"),
            ("DB_PORT", "5433"),
            ("DB_NAME", "venue"),
            ("DB_USER", "host"),
            ("DB_PASSWORD", " p;w'd= "),
            ("REDIS_HOST", "cache_1"),
            ("REDIS_PORT", "6380"),
            ("REDIS_DB", "3"),
            ("REDIS_PASSWORD", "rp"),
            ("TABLES_JSON", "room/tables.json"),
            ("SLOTS_JSON", """[{"start_time":"22:00","end_time":"00:00"}]"""),
            ("DATA_DIR", "elsewhere"),
            ("PUBLIC_URL", "https://lounge.example/"),
            ("GOOGLE_CLIENT_ID", "1-a.apps.googleusercontent.com"),
            ("GOOGLE_CLIENT_SECRET", "GOCSPX-x"),
            ("VENUE_TIMEZONE", "Asia/Kathmandu"),
            ("VENUE_COUNTRY", "NP")
        );

        Assert.Equal(Token, settings.BotToken);
        Assert.Equal([7, 42, 5012345678], settings.AdminIds.Order());
        Assert.Equal(-1001234567890, settings.StaffChatId);
        Assert.Equal("/telegram", settings.TelegramWebhookUrl!.AbsolutePath);
        Assert.Equal(new PostgresSettings("db", 5433, "venue", "host", " p;w'd= "), settings.Postgres);
        Assert.Equal(
            " p;w'd= ",
            new Npgsql.NpgsqlConnectionStringBuilder(settings.Postgres!.ToConnectionString()).Password
        );
        Assert.Equal(new RedisSettings("cache_1", 6380, 3, "rp"), settings.Redis);
        Assert.Equal("[]", await settings.Tables!.ReadAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith(
            "[{",
            await settings.Slots!.ReadAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(_folder["elsewhere"], settings.DataDirectory);
        Assert.Equal(("Asia/Kathmandu", "NP"), (settings.VenueTimeZone!.Id, settings.VenueCountry));
        Assert.Equal(new GoogleSettings("1-a.apps.googleusercontent.com", "GOCSPX-x"), settings.Google);
        Assert.Equal([Token, " p;w'd= ", "rp", "GOCSPX-x"], settings.Secrets);
        var shown = $"{settings} {settings.Postgres} {settings.Redis} {settings.Google}";
        Assert.All(settings.Secrets, secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_NamedInEnvironmentAndFile_EnvironmentWinsAndEmptyCountsAsNotSet()
    {
        _folder.Write(".env", "REDIS_HOST=from-file\nVENUE_TIMEZONE=Europe/Moscow\nADMIN_IDS_RAW=\nPUBLIC_URL='  '\n");

        var settings = Accepted(("REDIS_HOST", "from-environment"), ("VENUE_TIMEZONE", " "), ("STAFF_CHAT_ID", ""));

        Assert.Equal("from-environment", settings.Redis!.Host);
        Assert.Equal("Europe/Moscow", settings.VenueTimeZone!.Id);
        Assert.Empty(settings.AdminIds);
        Assert.Null(settings.PublicUrl);
        Assert.Null(settings.StaffChatId);
    }

    [Fact]
    public void Load_DatabaseNamedWithoutHost_StartsOnSqliteAndSaysSo()
    {
        var settings = Accepted(("DB_NAME", "venue"), ("DB_USER", "host"), ("REDIS_PORT", "6380"));

        Assert.Null(settings.Postgres);
        Assert.Collection(
            settings.Remarks,
            line => Assert.StartsWith("DB_HOST is not set", line, StringComparison.Ordinal),
            line => Assert.StartsWith("REDIS_HOST is not set", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Load_GoogleClientSet_IsNothingToRemark() =>
        Assert.Empty(
            Accepted(
                ("GOOGLE_CLIENT_ID", "1-a.apps.googleusercontent.com"),
                ("GOOGLE_CLIENT_SECRET", "GOCSPX-x")
            ).Remarks
        );

    [Theory]
    [InlineData("123456789:short")]
    [InlineData("7:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bcAAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc")]
    public void Load_ATokenOfAnotherLength_IsForTelegramToJudge(string token) =>
        Assert.Equal(token, Accepted(("BOT_TOKEN", token)).BotToken);

    public static TheoryData<string, string, string> WrongValues() =>
        new()
        {
            { "BOT_TOKEN", "987654321", "BotFather" },
            { "BOT_TOKEN", "987654321:", "BotFather" },
            { "BOT_TOKEN", "abc:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc", "BotFather" },
            { "BOT_TOKEN", "123456789:AAEhBOweik6ad9r QXMENQjcrGbqCr4K-bc", "BotFather" },
            { "ADMIN_IDS_RAW", "12,anna", "'anna'" },
            { "ADMIN_IDS_RAW", "-5", "numbers separated by commas" },
            { "ADMIN_IDS_RAW", "99999999999999999999", "numbers separated by commas" },
            { "STAFF_CHAT_ID", "@staff", "-1001234567890" },
            { "STAFF_CHAT_ID", "0", "-1001234567890" },
            { "DB_PORT", "0", "from 1 to 65535" },
            { "DB_PORT", "65536", "from 1 to 65535" },
            { "DB_PORT", "5432.0", "from 1 to 65535" },
            { "DB_HOST", "db.example:5432", "host name" },
            { "DB_HOST", "postgres://db", "host name" },
            { "REDIS_HOST", "redis://cache", "host name" },
            { "REDIS_HOST", "a b", "host name" },
            { "REDIS_PORT", "six", "from 1 to 65535" },
            { "REDIS_DB", "-1", "from 0 to" },
            { "TABLES_JSON", "missing.json", "there is no such file" },
            { "TABLES_JSON", ".", "this is a directory" },
            { "SLOTS_JSON", "{\"start_time\":\"22:00\"}", "starting with '['" },
            { "TELEGRAM_API_URL", "api.telegram.org", "https://api.telegram.org" },
            { "TELEGRAM_API_URL", "ftp://api.telegram.org", "https://api.telegram.org" },
            { "TELEGRAM_API_URL", "https://api.telegram.org?x=1", "https://api.telegram.org" },
            { "TELEGRAM_WEBHOOK_URL", "http://lounge.example/hook", "https address" },
            { "TELEGRAM_WEBHOOK_URL", "https://lounge.example:9000/hook", "443, 80, 88, 8443" },
            { "PUBLIC_URL", "/dashboard", "https://lounge.example" },
            { "PUBLIC_URL", "https://", "https://lounge.example" },
            { "GOOGLE_CLIENT_ID", "two words", "OAuth client" },
            { "VENUE_TIMEZONE", "Moscow", "Europe/Moscow" },
            { "VENUE_TIMEZONE", "Russian Standard Time", "Europe/Moscow" },
            { "VENUE_TIMEZONE", "UTC+3", "Europe/Moscow" },
            { "VENUE_COUNTRY", "Russia", "two letters" },
            { "DATA_DIR", "taken", "there is a file of that name" },
        };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void Load_WrongValue_IsOneReadableLine(string name, string value, string wants)
    {
        _folder.Write("taken", "");
        var variables = new Dictionary<string, string?> { ["BOT_TOKEN"] = Token, ["GOOGLE_CLIENT_SECRET"] = "s" };
        if (!name.StartsWith("GOOGLE_", StringComparison.Ordinal))
            variables.Remove("GOOGLE_CLIENT_SECRET");
        if (name == "DB_HOST")
            (variables["DB_NAME"], variables["DB_USER"]) = ("venue", "host");
        variables[name] = value;

        var line = Assert.Single(Problems(variables));

        Assert.StartsWith($"{name}: got ", line, StringComparison.Ordinal);
        Assert.Contains(wants, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        if (name == "BOT_TOKEN")
            Assert.DoesNotContain(value, line, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Incomplete() =>
        new()
        {
            { "DB_HOST=db DB_USER=host", "DB_NAME: got nothing" },
            { "DB_HOST=db DB_NAME=venue", "DB_USER: got nothing" },
            { "GOOGLE_CLIENT_ID=a", "GOOGLE_CLIENT_SECRET: got nothing" },
            { "GOOGLE_CLIENT_SECRET=a", "GOOGLE_CLIENT_ID: got nothing" },
            { "TELEGRAM_WEBHOOK_URL=https://lounge.example/hook", "BOT_TOKEN: got nothing" },
        };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Load_OneWithoutTheOther_NamesTheMissingOne(string given, string line)
    {
        var problems = Problems([
            .. given.Split(' ').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1])),
        ]);

        Assert.StartsWith(line, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ManyWrongValues_ReportsAllAndShowsNoSecret()
    {
        const string Password = "hunter2-hunter2";
        var problems = Problems(
            ("BOT_TOKEN", "secret-of-the-bot"),
            ("DB_HOST", "db"),
            ("DB_NAME", "venue"),
            ("DB_PASSWORD", Password),
            ("REDIS_HOST", $"redis://user:{Password}@cache"),
            ("PUBLIC_URL", $"tg://{Token}"),
            ("GOOGLE_CLIENT_SECRET", "GOCSPX-x"),
            ("VENUE_TIMEZONE", "Mars\nBase"),
            ("SLOTS_JSON", new string('x', 5000))
        );

        Assert.Equal(
            ["BOT_TOKEN", "DB_USER", "GOOGLE_CLIENT_ID", "PUBLIC_URL", "REDIS_HOST", "SLOTS_JSON", "VENUE_TIMEZONE"],
            problems.Select(p => p.Split(':')[0]).Order(StringComparer.Ordinal)
        );
        var all = string.Join('\n', problems);
        Assert.Equal(problems.Count, all.Split('\n').Length);
        Assert.All(
            new[] { "secret-of-the-bot", Password, Token, "GOCSPX-x" },
            secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal)
        );
        Assert.All(problems, problem => Assert.InRange(problem.Length, 1, 300));
    }

    [Fact]
    public void Load_EnvFileInUtf16_IsRead()
    {
        File.WriteAllText(_folder[".env"], "# зал\r\nREDIS_HOST=cache\r\n", Encoding.Unicode);

        Assert.Equal("cache", Accepted().Redis!.Host);
    }

    [Fact]
    public void Load_EnvFileIsADirectory_IsAProblem()
    {
        Directory.CreateDirectory(_folder[".env"]);

        Assert.StartsWith(".env: got", Assert.Single(Problems()), StringComparison.Ordinal);
    }

    private InstallationSettings Accepted(params (string Name, string Value)[] variables) => Load(Named(variables));

    private IReadOnlyList<string> Problems(params (string Name, string Value)[] variables) =>
        Problems(Named(variables));

    private IReadOnlyList<string> Problems(Dictionary<string, string?> variables) =>
        [.. Assert.Throws<OptionsValidationException>(() => Load(variables)).Failures];

    private InstallationSettings Load(Dictionary<string, string?> variables) =>
        TestInstallation.Load(variables, _folder.Path);

    private static Dictionary<string, string?> Named((string Name, string Value)[] variables) =>
        variables.ToDictionary(v => v.Name, v => (string?)v.Value);
}
