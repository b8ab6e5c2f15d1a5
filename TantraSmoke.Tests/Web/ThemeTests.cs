using System.Text.RegularExpressions;
using MudBlazor;
using MudBlazor.Utilities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Components;
using TableState = TantraSmoke.Core.Floor.TableState;

namespace TantraSmoke.Tests.Web;

/// <summary>Colours that stand outside the themes' style sheets are those of the themes.</summary>
public sealed class ThemeTests
{
    private static readonly Dictionary<string, string> Light = Colours("light", DashboardTheme.Light.PaletteLight);
    private static readonly Dictionary<string, string> Dark = Colours("dark", DashboardTheme.Dark.PaletteDark);

    [Theory]
    [InlineData(TableState.Free, "free")]
    [InlineData(TableState.Soon, "soon")]
    [InlineData(TableState.Held, "held")]
    [InlineData(TableState.Booked, "booked")]
    [InlineData(TableState.Late, "late")]
    [InlineData(TableState.Seated, "seated")]
    [InlineData(TableState.Overrunning, "over")]
    [InlineData(TableState.Blocked, "blocked")]
    public void PictureInTheChat_Table_HasTheColoursOfTheLightTheme(TableState state, string name)
    {
        var look = FloorPalette.Of(state);
        Assert.Equal((Light[name], Light[$"{name}-line"], Light[$"{name}-text"]), (look.Fill, look.Line, look.Text));
    }

    [Fact]
    public void PictureInTheChat_Room_HasTheColoursOfTheLightTheme()
    {
        Assert.Equal(
            [Light["bg"], Light["floor"], Light["wall"], Light["room"], Light["chair"], Light["muted"]],
            [FloorPalette.Background, FloorPalette.Floor, FloorPalette.Wall, FloorPalette.Room, FloorPalette.Chair, FloorPalette.Muted]);
    }

    [Fact]
    public void AroundThePage_HeadAndManifest_HaveTheBackgroundsOfTheThemes()
    {
        var head = Read("TantraSmoke.Web/Components/PageHead.razor");
        var manifest = Read("wwwroot-assets/manifest.webmanifest");

        Assert.Contains($"name=\"theme-color\" content=\"{Light["bg"]}\" media=\"(prefers-color-scheme: light)\"", head, StringComparison.Ordinal);
        Assert.Contains($"name=\"theme-color\" content=\"{Dark["bg"]}\" media=\"(prefers-color-scheme: dark)\"", head, StringComparison.Ordinal);
        Assert.Contains($"\"background_color\": \"{Dark["bg"]}\"", manifest, StringComparison.Ordinal);
        Assert.Contains($"\"theme_color\": \"{Dark["bg"]}\"", manifest, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Colours(string scheme, Palette palette)
    {
        var sheet = Regex.Match(Read("wwwroot-assets/theme.css"), $$"""\[data-scheme={{scheme}}\] \{([^}]*)\}""").Groups[1].Value;
        return Regex.Matches(sheet, "--([a-z0-9-]+): *(#[0-9a-f]{6});").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value)
            .Append(new("bg", Written(palette.Background))).Append(new("muted", Written(palette.TextSecondary))).ToDictionary();
    }

    private static string Written(MudColor colour) => colour.ToString(MudColorOutputFormats.Hex);

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
