using TantraSmoke.Web;

namespace TantraSmoke.Tests.Unit;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", "--help")]
    [InlineData("doctors", "doctors")]
    [InlineData("migration", "migration", "status")]
    [InlineData("--port", "--port", "8080")]
    [InlineData("demo", "demo", "now")]
    [InlineData("--urls", "--urls")]
    [InlineData(null, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning")]
    [InlineData(null, "migrations", "status")]
    [InlineData(null, "doctor")]
    public void FindUnknown_IsTheFirstWordThatMeansNothing(string? unknown, params string[] words) =>
        Assert.Equal(unknown, CommandLine.FindUnknown(words));
}
