using System.Globalization;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>Days as addresses, date fields and files hold them: "2026-11-20", whatever the language.</summary>
public static class IsoDay
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Null when it is no such day.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
