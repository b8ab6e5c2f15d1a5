namespace TantraSmoke.Web.Components;

/// <summary>Light, dark or system scheme, stored in a cookie so that the first paint is right.</summary>
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

    /// <summary>Initial colour scheme; for the system setting, app.js applies it before the first paint.</summary>
    public static string Scheme(Theme theme) => theme == Theme.Dark ? "dark" : "light";
}
