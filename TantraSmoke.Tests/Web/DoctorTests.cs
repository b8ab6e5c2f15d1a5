using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Setup;
using TantraSmoke.Web;
using Telegram.Bot;

namespace TantraSmoke.Tests.Web;

public sealed class DoctorTests : IAsyncLifetime
{
    private static readonly string[] Checks =
    [
        "configuration",
        "database",
        "redis",
        "token",
        "webhook",
        "clock",
        "zone",
    ];

    private FakeBotApiServer _telegram = null!;

    private static CancellationToken Cancel => TestVenue.Cancel;

    public async ValueTask InitializeAsync() => _telegram = await FakeBotApiServer.StartAsync();

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task EverythingThere_IsOkLineByLine()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, _telegram);
        await using var store = home.OpenStore();
        await store.Services.GetRequiredService<VenueSetup>().RunAsync(Cancel);

        var (code, lines) = await RunAsync(home);

        Assert.Equal(Checks.Select(check => ("ok", check)), lines.Select(line => (line.Verdict, line.Check)));
        Assert.Equal(0, code);
        Assert.StartsWith("Europe/Moscow, where it is ", lines[^1].Finding, StringComparison.Ordinal);
        Assert.EndsWith(", compared with Telegram and PostgreSQL", lines[^2].Finding, StringComparison.Ordinal);
        _telegram.AssertAllRequestsMatchFacts();
    }

    [Fact]
    public async Task ServersAwayTokenMistypedClockWrong_FailEachAndNameNoSecret()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, _telegram);
        home.Variables["BOT_TOKEN"] = "123456789:mistyped-by-somebody";
        await using var redis = home.GateBefore("REDIS");

        var (code, lines) = await RunAsync(home, ahead: TimeSpan.FromHours(1));

        Assert.Equal(["redis", "token", "webhook", "clock"], Failed(lines));
        await using var database = home.GateBefore("DB");
        var (codeWithoutDatabase, further) = await RunAsync(home);
        Assert.Equal(["database", "redis", "token", "webhook", "clock", "zone"], Failed(further));
        Assert.Equal((1, 1), (code, codeWithoutDatabase));
        Assert.All(
            lines.Concat(further),
            line =>
            {
                Assert.DoesNotContain("mistyped", line.Finding, StringComparison.Ordinal);
                Assert.DoesNotContain(home.Variables["DB_PASSWORD"]!, line.Finding, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task WebhookSomewhereElse_AndAZoneThatBookingsAreNotIn_Fail()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, _telegram);
        await using var store = home.OpenStore();
        await store.Services.GetRequiredService<VenueSetup>().RunAsync(Cancel);
        var (guest, wish) = await store.WishAsync(1, Cancel);
        Assert.True(
            (await store.Services.GetRequiredService<TableBooking>().CreateAsync(guest, wish, Cancel)).Succeeded
        );
        await _telegram.CreateClient().SetWebhook("https://elsewhere.example/hook", cancellationToken: Cancel);
        home.Variables["VENUE_TIMEZONE"] = "Asia/Tokyo";

        var (code, lines) = await RunAsync(home);

        Assert.Equal((1, "webhook zone"), (code, string.Join(' ', Failed(lines))));
        Assert.Contains("elsewhere.example", lines.Single(l => l.Check == "webhook").Finding, StringComparison.Ordinal);
        home.Variables["TELEGRAM_WEBHOOK_URL"] = "https://elsewhere.example/hook";
        home.Variables["VENUE_TIMEZONE_CONFIRM"] = "Asia/Tokyo";
        Assert.Equal(0, (await RunAsync(home)).Code);
    }

    [Fact]
    public async Task Process_BeforeTheFirstStart_ChecksAndEnds()
    {
        using var folder = new TempFolder();
        await using var well = WebProcess.Start(folder.Path, arguments: "doctor");
        await using var misconfigured = WebProcess.Start(
            folder.Path,
            new Dictionary<string, string?> { ["REDIS_PORT"] = "six" },
            arguments: "doctor"
        );

        Assert.Equal((0, 1), (await well.WaitForExitAsync(), await misconfigured.WaitForExitAsync()));
        Assert.Equal(Checks, Read(well.Output).Select(line => line.Check));
        Assert.False(File.Exists(folder["data/tantrasmoke.db"]));
        Assert.Equal(
            ("FAIL", "configuration", "REDIS_PORT: got 'six', wants a whole number from 1 to 65535"),
            Assert.Single(Read(misconfigured.Output))
        );
    }

    private static async Task<(int Code, List<(string Verdict, string Check, string Finding)> Lines)> RunAsync(
        ProcessHome home,
        TimeSpan ahead = default
    )
    {
        await using var output = new StringWriter();
        var code = await DoctorCommand.RunAsync(
            TestInstallation.Load(home.Variables, home.Folder),
            output,
            new TestTime(DateTimeOffset.UtcNow + ahead)
        );
        return (code, Read(output.ToString()));
    }

    private static List<(string Verdict, string Check, string Finding)> Read(string output) =>
        output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (line[..5].Trim(), line[6..19].Trim(), line[20..].Trim()))
            .ToList();

    private static IEnumerable<string> Failed(IEnumerable<(string Verdict, string Check, string Finding)> lines) =>
        lines.Where(line => line.Verdict == "FAIL").Select(line => line.Check);
}
