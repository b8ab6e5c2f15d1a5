using System.Text.RegularExpressions;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Tests.Unit.Installation;

public sealed partial class EnvExampleTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _example = File.ReadAllText(Path.Combine(Repository.Root, ".env.example"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EnvExample_Names_AreThoseThatAreRead() =>
        Assert.Equal(SettingNames.All, Assignment().Matches(_example).Select(match => match.Groups["name"].Value));

    [Fact]
    public void EnvExample_AsItIs_SetsNothing()
    {
        _folder.Write(".env", _example);

        var settings = TestInstallation.Load(new Dictionary<string, string?>(), _folder.Path);

        Assert.Null(settings.BotToken);
        Assert.Null(settings.Postgres);
    }

    [Fact]
    public void EnvExample_WithEveryLineTurnedOn_IsAccepted()
    {
        _folder.Write("tables.json", "[]");
        _folder.Write(".env", Assignment().Replace(_example, "${name}="));

        var settings = TestInstallation.Load(new Dictionary<string, string?>(), _folder.Path);

        Assert.Equal("a long password", settings.Postgres!.Password);
        Assert.NotNull(settings.Google);
        Assert.NotNull(settings.TelegramWebhookUrl);
    }

    [GeneratedRegex("^#?(?<name>[A-Z][A-Z_]+)=", RegexOptions.Multiline)]
    private static partial Regex Assignment();
}
