using System.Diagnostics;
using System.Net;

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
    public async Task Start_PublishOutputAlone_FindsAssets()
    {
        using var published = new TempFolder();
        var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "TantraSmoke.Web"),
            "--no-build", "-p:CompressionEnabled=false", "--configuration", Repository.Configuration, "--output", published.Path, "--nologo"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(publish.ExitCode == 0, output);

        await using var web = await WebProcess.StartLiveAsync(_folder.Path, program: published["TantraSmoke.Web.dll"]);

        await AssertAssetsAsync(web);
        Assert.False(File.Exists(published["log.txt"]));
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
