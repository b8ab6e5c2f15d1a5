using MudBlazor;

namespace TantraSmoke.Web.Components;

/// <summary>
/// MudBlazor themes of the dashboard, light and dark. Table states have their own colours in <see cref="DeskColours"/>.
/// Both themes are part of every page's head, and the page's <c>data-scheme</c> attribute selects one, so that
/// switching needs no server.
/// </summary>
public static class DashboardTheme
{
    public static readonly MudTheme Light = Make("light");

    public static readonly MudTheme Dark = Make("dark");

    private static MudTheme Make(string scheme) =>
        new()
        {
            PseudoCss = new PseudoCss { Scope = $":root[data-scheme={scheme}]" },
            PaletteLight = new PaletteLight
            {
                Primary = "#96500f",
                PrimaryDarken = "#7a3f09",
                PrimaryLighten = "#b5692a",
                PrimaryContrastText = "#ffffff",
                Secondary = "#665847",
                SecondaryContrastText = "#ffffff",
                Tertiary = "#2c6a63",
                Info = "#2f70a3",
                Success = "#35573a",
                Warning = "#8a5800",
                Error = "#a8321a",
                ErrorDarken = "#8c2710",
                Dark = "#2b241d",
                Background = "#f6f1ea",
                BackgroundGray = "#efe7dc",
                Surface = "#fffdfa",
                DrawerBackground = "#fffdfa",
                DrawerText = "#2b241d",
                DrawerIcon = "#665847",
                AppbarBackground = "#fffdfa",
                AppbarText = "#2b241d",
                TextPrimary = "#2b241d",
                TextSecondary = "#665847",
                TextDisabled = "#7d6f5e",
                ActionDefault = "#665847",
                ActionDisabled = "#9a8d7c",
                ActionDisabledBackground = "#e6dccf",
                LinesDefault = "#e0d5c6",
                LinesInputs = "#8d7c68",
                TableLines = "#e0d5c6",
                TableStriped = "#faf6f0",
                TableHover = "#efe7dc",
                Divider = "#e0d5c6",
                DividerLight = "#efe7dc",
                Skeleton = "#e6dccf",
                OverlayDark = "rgba(43,36,29,0.4)",
            },
            PaletteDark = new PaletteDark
            {
                Primary = "#e59c58",
                PrimaryDarken = "#f2b67d",
                PrimaryLighten = "#f2b67d",
                PrimaryContrastText = "#241405",
                Secondary = "#b9ab99",
                SecondaryContrastText = "#171310",
                Tertiary = "#5fb3a8",
                TertiaryContrastText = "#06211e",
                Info = "#6fadde",
                InfoContrastText = "#0b1d2b",
                Success = "#a9cbab",
                SuccessContrastText = "#102313",
                Warning = "#f3cf85",
                WarningContrastText = "#2b1d02",
                Error = "#f0907a",
                ErrorDarken = "#ffc0b0",
                ErrorContrastText = "#2b0a03",
                Dark = "#f3ebe1",
                DarkContrastText = "#171310",
                Background = "#171310",
                BackgroundGray = "#2d2721",
                Surface = "#211c18",
                DrawerBackground = "#211c18",
                DrawerText = "#f3ebe1",
                DrawerIcon = "#b9ab99",
                AppbarBackground = "#211c18",
                AppbarText = "#f3ebe1",
                TextPrimary = "#f3ebe1",
                TextSecondary = "#b9ab99",
                TextDisabled = "#93877a",
                ActionDefault = "#b9ab99",
                ActionDisabled = "#7d7266",
                ActionDisabledBackground = "#332c25",
                LinesDefault = "#3d352d",
                LinesInputs = "#8c7d6b",
                TableLines = "#3d352d",
                TableStriped = "#1d1915",
                TableHover = "#2d2721",
                Divider = "#3d352d",
                DividerLight = "#2d2721",
                Skeleton = "#3d352d",
                OverlayDark = "rgba(0,0,0,0.6)",
            },
            Typography = new Typography
            {
                Default = new DefaultTypography
                {
                    FontFamily = ["Roboto", "system-ui", "sans-serif"],
                    FontSize = "1rem",
                    LetterSpacing = "normal",
                },
                H1 = new H1Typography
                {
                    FontSize = "1.5rem",
                    FontWeight = "600",
                    LineHeight = "1.25",
                    LetterSpacing = "-.01em",
                },
                H2 = new H2Typography
                {
                    FontSize = "1.0625rem",
                    FontWeight = "600",
                    LineHeight = "1.3",
                    LetterSpacing = "normal",
                },
                H3 = new H3Typography
                {
                    FontSize = "1rem",
                    FontWeight = "600",
                    LineHeight = "1.3",
                    LetterSpacing = "normal",
                },
                H4 = new H4Typography
                {
                    FontSize = "2rem",
                    FontWeight = "600",
                    LineHeight = "1.1",
                    LetterSpacing = "normal",
                },
                H5 = new H5Typography
                {
                    FontSize = "1.5rem",
                    FontWeight = "600",
                    LineHeight = "1.2",
                    LetterSpacing = "-.01em",
                },
                H6 = new H6Typography
                {
                    FontSize = "1.25rem",
                    FontWeight = "600",
                    LineHeight = "1.3",
                    LetterSpacing = "normal",
                },
                Body1 = new Body1Typography
                {
                    FontSize = "1rem",
                    LineHeight = "1.5",
                    LetterSpacing = "normal",
                },
                Body2 = new Body2Typography
                {
                    FontSize = ".9375rem",
                    LineHeight = "1.45",
                    LetterSpacing = "normal",
                },
                Button = new ButtonTypography
                {
                    FontSize = "1rem",
                    FontWeight = "500",
                    LineHeight = "1.2",
                    LetterSpacing = "normal",
                    TextTransform = "none",
                },
                Caption = new CaptionTypography
                {
                    FontSize = ".875rem",
                    LineHeight = "1.4",
                    LetterSpacing = "normal",
                },
                Subtitle1 = new Subtitle1Typography
                {
                    FontSize = "1rem",
                    FontWeight = "500",
                    LetterSpacing = "normal",
                },
                Subtitle2 = new Subtitle2Typography
                {
                    FontSize = ".9375rem",
                    FontWeight = "500",
                    LetterSpacing = "normal",
                },
            },
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
            Shadows = Flat(),
        };

    // One soft shadow for overlays, none for content.
    private static Shadow Flat()
    {
        var shadows = new Shadow();
        for (var height = 0; height < shadows.Elevation.Length; height++)
            shadows.Elevation[height] = height < 6 ? "none" : "var(--shadow)";
        return shadows;
    }
}
