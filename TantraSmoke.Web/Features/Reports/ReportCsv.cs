using System.Globalization;
using System.Text;
using TantraSmoke.Core.Reports;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Reports;

/// <summary>A report's days as a table that spreadsheets open.</summary>
public static class ReportCsv
{
    public const string Path = "/reports.csv";

    public static void MapReportCsv(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, DownloadAsync).RequireRight(Right.ViewStatistics);

    public static string Write(Report report, DashboardTexts texts)
    {
        var invariant = CultureInfo.InvariantCulture;
        var lines = new StringBuilder(BookingCsv.Line([texts.DayLabel, texts.Covers, texts.Visits, texts.StillExpected, texts.Sentence(texts.NoShowsLabel), texts.Sentence(texts.CancellationsLabel)]));
        foreach (var day in report.Days)
            lines.Append(BookingCsv.Line([
                IsoDay.Write(day.Day), day.Covers.ToString(invariant), day.Visits.ToString(invariant), day.Expected.ToString(invariant),
                day.NoShows.ToString(invariant), day.Cancellations.ToString(invariant)]));
        return lines.ToString();
    }

    private static async Task<IResult> DownloadAsync(
        string? from, string? to, HttpContext http, ReportQueries reports, VenueCatalogCache catalogs, TimeProvider time, CancellationToken cancellationToken)
    {
        if (http.User.ToActor() is not { } actor)
            return Results.Unauthorized();
        var today = (await catalogs.GetAsync(cancellationToken)).Clock.ServiceDayOf(time.GetUtcNow());
        var range = ReportUrl.Read(from, to, today);
        var report = await reports.ReadAsync(actor, range, cancellationToken);
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Write(report.Value!, DashboardTexts.Of(CultureInfo.CurrentUICulture.Name)))).ToArray();
        return Results.File(bytes, "text/csv; charset=utf-8", $"report-{IsoDay.Write(range.From)}-{IsoDay.Write(range.To)}.csv");
    }
}
