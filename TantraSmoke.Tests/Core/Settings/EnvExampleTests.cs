using System.Text.RegularExpressions;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Tests.Core.Settings;

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

        var load = InstallationSettings.Load(new Dictionary<string, string?>(), _folder.Path);

        Assert.True(load.Succeeded, string.Join('\n', load.Problems));
        Assert.Null(load.Settings.BotToken);
        Assert.Null(load.Settings.Postgres);
    }

    [Fact]
    public void EnvExample_WithEveryLineTurnedOn_IsAccepted()
    {
        _folder.Write("tables.json", "[]");
        _folder.Write(".env", Assignment().Replace(_example, "${name}="));

        var load = InstallationSettings.Load(new Dictionary<string, string?>(), _folder.Path);

        Assert.True(load.Succeeded, string.Join('\n', load.Problems));
        Assert.Equal("a long password", load.Settings.Postgres!.Password);
        Assert.NotNull(load.Settings.Google);
        Assert.NotNull(load.Settings.TelegramWebhookUrl);
    }

    [GeneratedRegex("^#?(?<name>[A-Z][A-Z_]+)=", RegexOptions.Multiline)]
    private static partial Regex Assignment();
}
