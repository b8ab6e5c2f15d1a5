using System.Globalization;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>Dates in addresses, date fields and files: "2026-11-20" in every language.</summary>
public static class IsoDay
{
    private const string Format = "yyyy-MM-dd";

    // Beyond any booking, and far enough from the limits of DateOnly for arithmetic with days and zones.
    private static readonly DateOnly First = new(2000, 1, 1),
        Last = new(2999, 12, 31);

    /// <summary>Null if it is not a date of the years 2000 to 2999.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= First
        && day <= Last
            ? day
            : null;

    public static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
