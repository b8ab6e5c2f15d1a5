using TantraSmoke.Tests.Support;

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
}
