namespace TantraSmoke.Web.Auth;

/// <summary>Browser and operating system in two words, so that people recognise their sessions.</summary>
public static class Device
{
    // More specific names first: browsers also claim to be others.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser/", "Yandex"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("HeadlessChrome/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>"Chrome, Windows"; empty for an unknown User-Agent.</summary>
    public static string Of(string? userAgent) =>
        string.Join(
            ", ",
            new[] { Named(Browsers, userAgent), Named(Systems, userAgent) }.Where(name => name.Length > 0)
        );

    private static string Named((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) == true).Name ?? "";
}
