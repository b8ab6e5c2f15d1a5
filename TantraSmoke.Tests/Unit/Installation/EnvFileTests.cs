using TantraSmoke.Core.Installation;

namespace TantraSmoke.Tests.Unit.Installation;

public sealed class EnvFileTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("\uFEFFA=1\r\n", "1")]
    [InlineData("export A = 1  # a comment", "1")]
    [InlineData("A=one two", "one two")]
    [InlineData("A=Лаунж на крыше", "Лаунж на крыше")]
    [InlineData("A='Лаунж # 1'", "Лаунж # 1")]
    [InlineData("A=\"a \\\"b\\\" c\"", "a \"b\" c")]
    [InlineData("A=p#w", "p#w")]
    [InlineData("A=pa$$word$HOME${HOME}", "pa$$word$HOME${HOME}")]
    [InlineData("A=\"pa$HOME\"", "pa$HOME")]
    [InlineData("A='first\nsecond'", "first\nsecond")]
    [InlineData("A=[{\"id\":1,\"description\":\"у окна\"}]", "[{\"id\":1,\"description\":\"у окна\"}]")]
    [InlineData("A=1\nA=2", "2")]
    [InlineData("# A=0\n\n  \nA=x=y&z", "x=y&z")]
    [InlineData("A=", "")]
    public void Parse_OneValue_IsAsWritten(string text, string value)
    {
        var problems = new List<string>();

        var values = EnvFile.Parse(text, problems);

        Assert.Empty(problems);
        Assert.Equal(value, values["A"]);
    }

    [Theory]
    [InlineData("A=1\nDB_PASSWORD='hunter2\nB=2", 2, "DB_PASSWORD=…")]
    [InlineData("A=1\r\n\r\njust hunter2\r\nB=2", 3, "a line without NAME=")]
    [InlineData("A=1\nB=2\nDB_PASSWORD=hunter2\"quoted\"", 3, "DB_PASSWORD=…")]
    [InlineData("A=1\nB=2\n=hunter2", 3, "a line without NAME=")]
    [InlineData("A=1\nBOT TOKEN=hunter2\nB=2", 2, "BOT TOKEN=…")]
    [InlineData("A=1\nDB_PASSWORD=hunter2\u0001\nB=2", 2, "DB_PASSWORD=…")]
    public void Parse_BrokenLine_NamesTheLineAndKeepsTheOthers(string text, int line, string got)
    {
        var problems = new List<string>();

        var values = EnvFile.Parse(text, problems);

        var problem = Assert.Single(problems);
        Assert.StartsWith($".env line {line}: got '{got}', wants NAME=value", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
        Assert.Equal(("1", "2"), (values["A"], values["B"]));
    }

    [Fact]
    public void Parse_NothingButRubbish_EndsAndIsBounded()
    {
        var problems = new List<string>();

        var values = EnvFile.Parse(string.Join('\n', Enumerable.Repeat("%PDF-1.4 \u0000", 500)), problems);

        Assert.Empty(values);
        Assert.InRange(problems.Count, 2, 30);
    }
}
