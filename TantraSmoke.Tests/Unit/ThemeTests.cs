using System.Text.RegularExpressions;
using MudBlazor;
using MudBlazor.Utilities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Guests;
using TantraSmoke.Web.Components;
using TableState = TantraSmoke.Core.Floor.TableState;

namespace TantraSmoke.Tests.Unit;

/// <summary>Colours that stand outside the themes' style sheets are those of the themes.</summary>
public sealed class ThemeTests
{
    private static readonly Dictionary<string, string> Light = Colours(DashboardTheme.Light.PaletteLight);
    private static readonly Dictionary<string, string> Dark = Colours(DashboardTheme.Dark.PaletteDark);

    [Fact]
    public void PictureInTheChat_Room_HasTheBackgroundAndTheGreyOfTheLightTheme() =>
        Assert.Equal((Light["bg"], Light["muted"]), (FloorPalette.Background, FloorPalette.Muted));

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Sheet_EveryState_HasColoursOfItsOwn(string scheme)
    {
        var colours = Enum.GetValues<TableState>()
            .Select(state =>
                Regex
                    .Match(
                        DeskColours.Sheet,
                        $$"""^\[data-scheme={{scheme}}\] \.ft-{{state.ToString().ToLowerInvariant()}} (\{ """
                            + $$"""--ft-fill: #.*; \})$""",
                        RegexOptions.Multiline
                    )
                    .Groups[1]
                    .Value
            )
            .ToList();

        Assert.DoesNotContain("", colours);
        Assert.Distinct(colours);
    }

    /// <summary>
    /// What MudBlazor's components and utilities say is said there; ours are the surfaces it does not have.
    /// </summary>
    [Fact]
    public void OwnStyleSheets_Together_StayWithin40Kilobytes()
    {
        var bytes = Directory
            .GetFiles(Path.Combine(Repository.Root, "wwwroot-assets"), "*.css")
            .Sum(file => new FileInfo(file).Length);

        Assert.True(bytes <= 40_000, $"The own style sheets have {bytes} bytes.");
    }

    [Fact]
    public void AroundThePage_HeadAndManifest_HaveTheBackgroundsOfTheThemes()
    {
        var head = Read("TantraSmoke.Web/Components/PageHead.razor");

        Assert.Contains(
            $"name=\"theme-color\" content=\"{Light["bg"]}\" media=\"(prefers-color-scheme: light)\"",
            head,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"name=\"theme-color\" content=\"{Dark["bg"]}\" media=\"(prefers-color-scheme: dark)\"",
            head,
            StringComparison.Ordinal
        );
        foreach (var language in GuestService.Languages)
        {
            var manifest = Read($"wwwroot-assets/manifest.{language}.webmanifest");
            Assert.Contains($"\"background_color\": \"{Dark["bg"]}\"", manifest, StringComparison.Ordinal);
            Assert.Contains($"\"theme_color\": \"{Dark["bg"]}\"", manifest, StringComparison.Ordinal);
            Assert.Contains($"\"lang\": \"{language}\"", manifest, StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, string> Colours(Palette palette) =>
        new() { ["bg"] = Written(palette.Background), ["muted"] = Written(palette.TextSecondary) };

    private static string Written(MudColor colour) => colour.ToString(MudColorOutputFormats.Hex);

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
