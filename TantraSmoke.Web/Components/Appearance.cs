namespace TantraSmoke.Web.Components;

/// <summary>Light, dark or whatever the device says; remembered in a cookie so that the first paint is already right.</summary>
public static class Appearance
{
    public const string CookieName = "theme";

    public enum Theme { System, Light, Dark }

    public static Theme Of(HttpContext http) => http.Request.Cookies[CookieName] switch
    {
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        _ => Theme.System,
    };

    public static string Name(Theme theme) => theme switch
    {
        Theme.System => "system",
        Theme.Light => "light",
        Theme.Dark => "dark",
        _ => throw new ArgumentOutOfRangeException(nameof(theme)),
    };

    /// <summary>The media query under which one scheme's style sheets apply; app.js does the same when the switch is used.</summary>
    public static string Media(Theme theme, bool dark) => theme switch
    {
        Theme.System => dark ? "(prefers-color-scheme: dark)" : "(prefers-color-scheme: light)",
        _ => (theme == Theme.Dark) == dark ? "all" : "not all",
    };
}
