using TantraSmoke.Core.Floor;
using TableState = TantraSmoke.Core.Floor.TableState;

namespace TantraSmoke.Web.Components;

/// <summary>
/// Colours that MudBlazor's palettes lack: table states and the hall's drawing in both schemes, and short names for
/// palette colours. They form the first part of desk.css.
/// </summary>
public static class DeskColours
{
    private static readonly (string Name, string Palette)[] Short =
    [
        ("bg", "background"),
        ("surface", "surface"),
        ("surface-2", "background-gray"),
        ("line", "lines-default"),
        ("line-strong", "lines-inputs"),
        ("text", "text-primary"),
        ("muted", "text-secondary"),
        ("accent", "primary"),
        ("accent-strong", "primary-darken"),
        ("on-accent", "primary-text"),
        ("danger", "error"),
        ("scrim", "overlay-dark"),
    ];

    public static string Sheet { get; } =
        string.Join(
            '\n',
            [
                $":root {{ {string.Join(' ', Short.Select(Variable))} }}",
                Scheme("light", "#f7e4cf", "#fbe2da", "rgb(60 40 20 / .08)"),
                $"[data-scheme=light] {{ --floor: {FloorPalette.Floor}; --wall: {FloorPalette.Wall}; "
                    + $"--room: {FloorPalette.Room}; --chair: {FloorPalette.Chair}; }}",
                .. States("light", FloorPalette.Of),
                Scheme("dark", "#442d18", "#4a221a", "rgb(0 0 0 / .38)"),
                "[data-scheme=dark] { --floor: #1d1915; --wall: #4b4138; --room: #26201a; --chair: #4f453a; }",
                .. States("dark", Night),
                "",
            ]
        );

    /// <summary>Dark scheme; the light one is in <see cref="FloorPalette"/>.</summary>
    public static TableLook Night(TableState state) =>
        state switch
        {
            TableState.Free => new("#211d19", "#7fa583", "#a9cbab"),
            TableState.Soon => new("#43330f", "#d9a33b", "#f3cf85"),
            TableState.Held => new("#2f2847", "#9a86e0", "#c9bdf5"),
            TableState.Booked => new("#1b3346", "#6fadde", "#b3d7f3"),
            TableState.Late => new("#4d2118", "#f0826a", "#ffc0b0"),
            TableState.Seated => new("#5fb3a8", "#8ed1c8", "#06211e"),
            TableState.Overrunning => new("#ef8067", "#ffb3a2", "#2b0a03"),
            TableState.Blocked => new("#2a2520", "#6f6456", "#b3a696"),
        };

    private static string Scheme(string scheme, string accentSoft, string dangerSoft, string shade) =>
        $"[data-scheme={scheme}] {{ color-scheme: {scheme}; --accent-soft: {accentSoft}; --danger-soft: {dangerSoft}; "
        + $"--shadow: 0 1px 2px {shade}, 0 8px 24px {shade}; }}";

    private static string Variable((string Name, string Palette) colour) =>
        $"--{colour.Name}: var(--mud-palette-{colour.Palette});";

    private static IEnumerable<string> States(string scheme, Func<TableState, TableLook> look)
    {
        foreach (var state in Enum.GetValues<TableState>())
        {
            var (fill, line, text) = look(state);
            var name = state.ToString().ToLowerInvariant();
            yield return $"[data-scheme={scheme}] .ft-{name} "
                + $"{{ --ft-fill: {fill}; --ft-line: {line}; --ft-text: {text}; }}";
        }
    }
}
