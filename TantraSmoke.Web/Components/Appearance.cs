namespace TantraSmoke.Web.Components;

/// <summary>
/// Light, dark or whatever the device says; remembered in a cookie so that the first paint is already right.
/// </summary>
public static class Appearance
{
    public const string CookieName = "theme";

    public enum Theme
    {
        System,
        Light,
        Dark,
    }

    public static Theme Of(HttpContext http) =>
        http.Request.Cookies[CookieName] switch
        {
            "light" => Theme.Light,
            "dark" => Theme.Dark,
            _ => Theme.System,
        };

    public static string Name(Theme theme) =>
        theme switch
        {
            Theme.System => "system",
            Theme.Light => "light",
            Theme.Dark => "dark",
            _ => throw new ArgumentOutOfRangeException(nameof(theme)),
        };

    /// <summary>
    /// Which colours the page begins with; for the device's own, app.js sets them before anything is painted.
    /// </summary>
    public static string Scheme(Theme theme) => theme == Theme.Dark ? "dark" : "light";
}
