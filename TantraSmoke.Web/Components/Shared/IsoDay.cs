using System.Globalization;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>Days as addresses, date fields and files hold them: "2026-11-20", whatever the language.</summary>
public static class IsoDay
{
    private const string Format = "yyyy-MM-dd";

    // Far beyond any booking, and far enough from where the calendar ends to count days and zones from.
    private static readonly DateOnly First = new(2000, 1, 1),
        Last = new(2999, 12, 31);

    /// <summary>Null when it is no such day, or none of the years 2000 to 2999.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= First
        && day <= Last
            ? day
            : null;

    public static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
