using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Tests.Web;

public sealed class StartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_WrongValues_PrintsOneLineEachAndFails()
    {
        _folder.Write(".env", "REDIS_PORT=six\nDB_PASSWORD='hunter2\n");
        await using var web = WebProcess.Start(_folder.Path, new Dictionary<string, string?> { ["BOT_TOKEN"] = "not-a-token" });

        Assert.Equal(1, await web.WaitForExitAsync());
        Assert.Collection(web.Errors.TrimEnd('\n').Split('\n'),
            line => Assert.StartsWith(".env line 2: got 'DB_PASSWORD=…', wants NAME=value", line, StringComparison.Ordinal),
            line => Assert.StartsWith("BOT_TOKEN: got *** (11 characters, not shown), wants the token from @BotFather", line, StringComparison.Ordinal),
            line => Assert.Equal("REDIS_PORT: got 'six', wants a whole number from 1 to 65535", line));
        Assert.Empty(web.Output);
    }

    [Fact]
    public async Task Start_FromAnotherDirectory_FindsAssetsAndKeepsItsFilesThere()
    {
        await using var web = await WebProcess.StartLiveAsync(_folder.Path);

        await AssertAssetsAsync(web);
        Assert.Contains($"Starts with SQLite {_folder["data/tantrasmoke.db"]}", await File.ReadAllTextAsync(_folder["log.txt"],
            TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await web.StopAsync());
    }

    [Fact]
    public async Task Start_BesideAnotherInTheSameProcess_ReadsAndWritesItsOwnFolder()
    {
        await using var one = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        await using var other = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        await File.WriteAllTextAsync(Path.Combine(other.Folder, ".env"), "DATA_DIR=mine\n", TestContext.Current.CancellationToken);

        await using var first = await DashboardServer.StartAsync(one);
        await using var second = await DashboardServer.StartAsync(other);

        foreach (var (home, data) in ((ProcessHome, string)[])[(one, "data"), (other, "mine")])
        {
            var log = await File.ReadAllTextAsync(Path.Combine(home.Folder, "log.txt"), TestContext.Current.CancellationToken);
            Assert.Contains($"Starts with SQLite {Path.Combine(home.Folder, data, "tantrasmoke.db")}", log, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(log, "Now listening on"));
        }
    }

    [Fact]
    public async Task Start_PublishOutputAlone_FindsAssets()
    {
        using var published = new TempFolder();
        await DotnetAsync("publish", Path.Combine(Repository.Root, "TantraSmoke.Web"), "--no-build", "-p:CompressionEnabled=false",
            "--configuration", Repository.Configuration, "--output", published.Path);

        await using var web = await WebProcess.StartLiveAsync(_folder.Path, program: published["TantraSmoke.Web.dll"]);

        await AssertAssetsAsync(web);
        Assert.False(File.Exists(published["log.txt"]));
    }

    [Fact]
    public async Task Restart_SessionStillHoldsAndThereIsNoSecondFirstRun()
    {
        await using var web = await WebProcess.StartLiveAsync(_folder.Path);
        using var visitor = new DashboardVisitor(web.Address);
        await visitor.PressAsync(await DashboardVisitor.FirstRunLinkAsync(web));
        await web.StopAsync();

        // Another home: the keys of the cookies must come from the database, not from whoever runs the process.
        await using var restarted = await WebProcess.StartLiveAsync(_folder.Path, new Dictionary<string, string?> { ["HOME"] = Directory.CreateDirectory(_folder["home"]).FullName });
        using var again = new DashboardVisitor(restarted.Address) { Session = visitor.Session };

        Assert.Equal(HttpStatusCode.OK, (await again.Http.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        await restarted.WaitForOutputAsync("Application started");
        Assert.DoesNotContain("sign-in/link", restarted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DotnetRun_FromAnotherDirectory_WorksThere()
    {
        _folder.Write(".env", "DATA_DIR=mine\n");

        var output = await DotnetAsync("run", "--no-build", "--no-launch-profile", "--configuration", Repository.Configuration,
            "--project", Path.Combine(Repository.Root, "TantraSmoke.Web"), "--", "migrations", "status");

        Assert.StartsWith($"SQLite {_folder["mine/tantrasmoke.db"]}\npending ", output, StringComparison.Ordinal);
    }

    private async Task<string> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true };
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
        foreach (var path in new[] { "/site.css", "/logo.svg", "/_framework/blazor.web.js", "/_content/Radzen.Blazor/Radzen.Blazor.js" })
        {
            using var answer = await web.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }
    }
}
