using Microsoft.AspNetCore.WebUtilities;
using TantraSmoke.Core.Reports;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Reports;

/// <summary>
/// A report's range as query parameters: <c>?from=2026-10-01&amp;to=2026-10-31</c>; the default is the last four weeks.
/// </summary>
public static class ReportUrl
{
    private const int Usual = 28;

    public static ReportRange Read(string? from, string? to, DateOnly today)
    {
        var last = IsoDay.Read(to) ?? (IsoDay.Read(from) is { } first && first > today ? first : today);
        return new ReportRange(IsoDay.Read(from) ?? last.AddDays(1 - Usual), last);
    }

    public static string Write(string path, ReportRange range) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?> { ["from"] = IsoDay.Write(range.From), ["to"] = IsoDay.Write(range.To) }
        );

    /// <summary>Predefined ranges by name.</summary>
    public static IEnumerable<(string Id, ReportRange Range)> Presets(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        yield return ("days-7", new ReportRange(today.AddDays(-6), today));
        yield return ("days-28", new ReportRange(today.AddDays(1 - Usual), today));
        yield return ("month", new ReportRange(month, month.AddMonths(1).AddDays(-1)));
        yield return ("last-month", new ReportRange(month.AddMonths(-1), month.AddDays(-1)));
        yield return ("year", new ReportRange(today.AddYears(-1).AddDays(1), today));
    }
}
