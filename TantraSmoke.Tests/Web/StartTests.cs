using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Tests.Web;

public sealed class StartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_WrongValues_PrintsOneLineEachAndFails()
    {
        _folder.Write(".env", "REDIS_PORT=six\nDB_PASSWORD='hunter2\n");
        await using var web = WebProcess.Start(
            _folder.Path,
            new Dictionary<string, string?> { ["BOT_TOKEN"] = "not-a-token" }
        );

        Assert.Equal(1, await web.WaitForExitAsync());
        Assert.Collection(
            web.Errors.TrimEnd('\n').Split('\n'),
            line =>
                Assert.StartsWith(".env line 2: got 'DB_PASSWORD=…', wants NAME=value", line, StringComparison.Ordinal),
            line =>
                Assert.StartsWith(
                    "BOT_TOKEN: got *** (11 characters, not shown), wants the token from @BotFather",
                    line,
                    StringComparison.Ordinal
                ),
            line => Assert.Equal("REDIS_PORT: got 'six', wants a whole number from 1 to 65535", line)
        );
        Assert.Empty(web.Output);
    }

    [Fact]
    public async Task Start_WithWordsThatMeanNothing_PrintsTheUsageAndStartsNoServer()
    {
        await using var web = WebProcess.Start(_folder.Path, arguments: ["migration", "status"]);

        Assert.Equal(2, await web.WaitForExitAsync());
        Assert.Contains("is not known here.\nusage: TantraSmoke.Web ", web.Errors, StringComparison.Ordinal);
        Assert.Empty(web.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Start_WhereDataCannotBeWritten_IsOneLineAndFails()
    {
        // Nobody can make a folder there, not even root.
        await using var web = WebProcess.Start(
            _folder.Path,
            new Dictionary<string, string?> { ["DATA_DIR"] = "/proc/tantrasmoke" }
        );

        Assert.Equal(1, await web.WaitForExitAsync());
        var line = Assert.Single(web.Errors.TrimEnd().Split('\n'));
        Assert.StartsWith(
            "/proc/tantrasmoke cannot be written. Give this user the right",
            line,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_IsOneLineAndFails()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var web = WebProcess.Start(
            _folder.Path,
            new Dictionary<string, string?> { ["ASPNETCORE_URLS"] = $"http://{taken.LocalEndpoint}" }
        );

        Assert.Equal(1, await web.WaitForExitAsync());
        var line = Assert.Single(web.Errors.TrimEnd().Split('\n'));
        Assert.Contains("address already in use. Stop what listens there", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAFileThatIsNoDatabase_IsOneLineAndFails()
    {
        _folder.Write("data/tantrasmoke.db", string.Concat(Enumerable.Repeat("no database ", 100)));
        await using var web = WebProcess.Start(_folder.Path);

        Assert.Equal(1, await web.WaitForExitAsync());
        Assert.EndsWith(
            "move it away to start afresh.",
            Assert.Single(web.Errors.TrimEnd().Split('\n')),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Start_WhereAnotherServerRuns_IsOneLineAndFails_AndWorksOnceThatIsKilled()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        await using var first = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        await using (var second = WebProcess.Start(home.Folder, home.Variables))
        {
            Assert.Equal(1, await second.WaitForExitAsync());
            Assert.StartsWith(
                $"Another server runs with SQLite {Path.Combine(home.Folder, "data", "tantrasmoke.db")}.",
                Assert.Single(second.Errors.TrimEnd().Split('\n')),
                StringComparison.Ordinal
            );
        }

        await first.KillAsync();
        await using var third = await DashboardServer.StartAsync(home);
    }

    [Fact]
    public async Task Start_BeforePostgres_WaitsForIt()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram: null);
        await using var gate = home.GateBefore("DB");
        var starting = DashboardServer.StartAsync(home);
        var log = Path.Combine(home.Folder, "log.txt");
        await Eventually.Holds(
            async () =>
                File.Exists(log)
                && (await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).Contains(
                    "Waiting for PostgreSQL",
                    StringComparison.Ordinal
                ),
            "it says that it waits",
            TimeSpan.FromSeconds(60),
            TestContext.Current.CancellationToken
        );

        gate.Open();

        await using var web = await starting;
        Assert.Equal("Healthy", await web.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ready_WhenTheDiskCanNoLongerBeWritten_SaysSo()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        await using var web = await DashboardServer.StartAsync(home);
        Assert.Equal("Healthy", await web.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));

        Directory.Move(Path.Combine(home.Folder, "data"), Path.Combine(home.Folder, "gone"));

        using var answer = await web.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(
            "Unhealthy: database",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Ready_OnAPostgresThatCanOnlyBeRead_SaysSo()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram: null);
        await using var web = await DashboardServer.StartAsync(home);
        Assert.Equal("Healthy", await web.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));

        await using (var connection = await home.ConnectAsync())
        {
            await using var command = new Npgsql.NpgsqlCommand(
                $"ALTER DATABASE \"{home.Variables["DB_NAME"]}\" SET default_transaction_read_only = on",
                connection
            );
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        await Eventually.Holds(
            async () =>
                !(await web.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode,
            "a new connection finds out",
            TimeSpan.FromSeconds(20),
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task Start_FromAnotherDirectoryWithAspNetsOwnOptions_FindsAssetsAndKeepsItsFilesThere()
    {
        await using var web = WebProcess.Start(
            _folder.Path,
            arguments: ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Information"]
        );
        await web.WaitUntilAnswersAsync("/health/live");

        await AssertAssetsAsync(web);
        Assert.Contains(
            $"Starts with SQLite {_folder["data/tantrasmoke.db"]}",
            await File.ReadAllTextAsync(_folder["log.txt"], TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await web.StopAsync());
    }

    [Fact]
    public async Task Start_BesideAnotherInTheSameProcess_ReadsAndWritesItsOwnFolder()
    {
        await using var one = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        await using var other = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        await File.WriteAllTextAsync(
            Path.Combine(other.Folder, ".env"),
            "DATA_DIR=mine\n",
            TestContext.Current.CancellationToken
        );

        await using var first = await DashboardServer.StartAsync(one);
        await using var second = await DashboardServer.StartAsync(other);

        foreach (var (home, data) in ((ProcessHome, string)[])[(one, "data"), (other, "mine")])
        {
            var log = await File.ReadAllTextAsync(
                Path.Combine(home.Folder, "log.txt"),
                TestContext.Current.CancellationToken
            );
            Assert.Contains(
                $"Starts with SQLite {Path.Combine(home.Folder, data, "tantrasmoke.db")}",
                log,
                StringComparison.Ordinal
            );
            Assert.Single(Regex.Matches(log, "Now listening on"));
        }
    }

    [Fact]
    public async Task Start_PublishOutputAlone_FindsAssets()
    {
        using var published = new TempFolder();
        await DotnetAsync(
            "publish",
            Path.Combine(Repository.Root, "TantraSmoke.Web"),
            "--no-build",
            "-p:CompressionEnabled=false",
            "--configuration",
            Repository.Configuration,
            "--output",
            published.Path
        );

        await using var web = await WebProcess.StartLiveAsync(_folder.Path, program: published["TantraSmoke.Web.dll"]);

        await AssertAssetsAsync(web);
        Assert.False(File.Exists(published["log.txt"]));
    }

    [Fact]
    public async Task Start_InAnotherZoneWithBookingsToCome_EndsWithOneSentenceAndTheWayToConfirm()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        var variables = new Dictionary<string, string?>
        {
            ["DATA_DIR"] = venue.Installation.DataDirectory,
            ["VENUE_TIMEZONE"] = "Asia/Yekaterinburg",
        };

        await using var web = WebProcess.Start(_folder.Path, variables);

        Assert.Equal(1, await web.WaitForExitAsync());
        var sentence = Assert.Single(web.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(booking.Code, sentence, StringComparison.Ordinal);
        Assert.Contains("VENUE_TIMEZONE_CONFIRM=Asia/Yekaterinburg", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_SessionStillHolds_AndWithoutAnotherWayInALinkIsPrintedForTheSameAdmin()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        using var visitor = await SignedInAsync();

        // Another home: the keys of the cookies must come from the database, not from whoever runs the process.
        home.Variables["HOME"] = Directory.CreateDirectory(_folder["home"]).FullName;
        await using var restarted = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        using var again = new DashboardVisitor(restarted.Address) { Session = visitor.Session };

        Assert.Equal(
            HttpStatusCode.OK,
            (await again.Http.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode
        );
        using var locked = new DashboardVisitor(restarted.Address);
        var pressed = await locked.PressAsync(await DashboardVisitor.FirstRunLinkAsync(restarted));
        Assert.Equal("/", pressed.Headers.Location?.ToString());
        Assert.Contains("to sign in as Admin:", restarted.Output, StringComparison.Ordinal);

        async Task<DashboardVisitor> SignedInAsync()
        {
            await using var web = await DashboardServer.StartAsync(home);
            var first = new DashboardVisitor(web.Address);
            await first.PressAsync(await web.FirstRunLinkAsync());
            return first;
        }
    }

    [Fact]
    public async Task DotnetRun_FromAnotherDirectory_WorksThere()
    {
        _folder.Write(".env", "DATA_DIR=mine\n");

        var output = await DotnetAsync(
            "run",
            "--no-build",
            "--no-launch-profile",
            "--configuration",
            Repository.Configuration,
            "--project",
            Path.Combine(Repository.Root, "TantraSmoke.Web"),
            "--",
            "migrations",
            "status"
        );

        Assert.StartsWith($"SQLite {_folder["mine/tantrasmoke.db"]}\npending ", output, StringComparison.Ordinal);
    }

    private async Task<string> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        };
        foreach (var name in SettingNames.All)
            start.Environment.Remove(name);
        using var dotnet = Process.Start(start)!;
        var output = await dotnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dotnet.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(dotnet.ExitCode == 0, output);
        return output;
    }

    private static async Task AssertAssetsAsync(WebProcess web)
    {
        foreach (
            var path in new[]
            {
                "/site.css",
                "/logo.svg",
                "/_framework/blazor.web.js",
                "/_content/MudBlazor/MudBlazor.min.js",
            }
        )
        {
            using var answer = await web.Http.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }
    }
}
