using System.Globalization;
using System.Text;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Reports;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Reports;

/// <summary>Writes all figures of a report as CSV.</summary>
public static class ReportCsv
{
    public const string Path = "/reports.csv";

    public static void MapReportCsv(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, DownloadAsync).RequireRight(Right.ViewStatistics);

    /// <summary>One table per figure, separated by empty lines. Numbers are unformatted, shares in per cent.</summary>
    public static string Write(Report report, DashboardTexts texts)
    {
        var lines = new StringBuilder();
        foreach (var table in Tables(report, texts).Where(table => table.Count > 1))
        {
            if (lines.Length > 0)
                lines.Append("\r\n");
            foreach (var row in table)
                lines.Append(BookingCsv.Line(row.Select(cell => Convert.ToString(cell, texts.Culture)), texts.Culture));
        }

        return lines.ToString();
    }

    // The first row has the column names, with the table's name in its first cell.
    private static IEnumerable<List<object?[]>> Tables(Report report, DashboardTexts texts)
    {
        var (noShows, cancellations) = (texts.Sentence(texts.NoShowsLabel), texts.Sentence(texts.CancellationsLabel));
        yield return
        [
            [texts.ReportsTitle, Days(report.Range), Days(report.Range.Before)],
            .. Totals(report.Totals, report.Before, texts),
        ];
        yield return
        [
            [texts.DayLabel, texts.Covers, texts.Visits, texts.StillExpected, noShows, cancellations],
            .. report.Days.Select(day =>
                new object?[]
                {
                    IsoDay.Write(day.Day),
                    day.Covers,
                    day.Visits,
                    day.Expected,
                    day.NoShows,
                    day.Cancellations,
                }
            ),
        ];
        yield return
        [
            [
                $"{texts.OccupancyTitle}, %",
                .. report.Occupancy.Take(24).Select(cell => cell.Hour.ToString("00", CultureInfo.InvariantCulture)),
            ],
            .. report.Occupancy.GroupBy(
                cell => cell.Day,
                (day, cells) =>
                    (object?[])
                        [texts.Culture.DateTimeFormat.GetDayName(day), .. cells.Select(cell => Percent(cell.Share))]
            ),
        ];
        yield return
        [
            [texts.SourcesTitle, texts.Bookings, texts.Covers],
            .. report.Sources.Select(row => new object?[] { texts.Source(row.Source), row.Bookings, row.Covers }),
        ];
        yield return
        [
            [texts.LeadTitle, texts.Bookings],
            .. report.Leads.Select(row => new object?[] { texts.Lead(row.Lead), row.Bookings }),
        ];
        yield return
        [
            [texts.PartiesTitle, texts.Bookings, texts.TurnMinutes],
            .. report.Parties.Select(row =>
                new object?[]
                {
                    row.IsOrMore ? texts.GuestsOrMore(row.Size) : texts.Guests(row.Size),
                    row.Bookings,
                    Rounded(row.TurnMinutes),
                }
            ),
        ];
        yield return
        [
            [texts.RatingsTitle, texts.Visits],
            .. report.Ratings.Select(row => new object?[] { texts.OutOfFive(row.Rating), row.Visits }),
        ];
        yield return
        [
            [texts.CampaignsTitle, texts.NewGuests, texts.Bookings, texts.Covers],
            .. report.Campaigns.Select(row => new object?[] { row.Name, row.Guests, row.Bookings, row.Covers }),
        ];
        yield return
        [
            [texts.TopGuestsTitle, texts.Visits, texts.Covers],
            .. report.TopGuests.Select(guest =>
                new object?[] { guest.Name ?? texts.NoName, guest.Visits, guest.Covers }
            ),
        ];
    }

    private static IEnumerable<object?[]> Totals(ReportTotals now, ReportTotals before, DashboardTexts texts)
    {
        yield return [texts.Covers, now.Covers, before.Covers];
        yield return [texts.Visits, now.Visits, before.Visits];
        yield return [texts.StillExpected, now.Expected, before.Expected];
        yield return [texts.Sentence(texts.AveragePartyLabel), Rounded(now.AverageParty), Rounded(before.AverageParty)];
        yield return [texts.TurnMinutes, Rounded(now.TurnMinutes), Rounded(before.TurnMinutes)];
        yield return [$"{texts.Sentence(texts.NoShowsLabel)}, %", Percent(now.NoShowRate), Percent(before.NoShowRate)];
        yield return [texts.Sentence(texts.RatingLabel), Rounded(now.Rating), Rounded(before.Rating)];
        yield return
        [
            $"{texts.Sentence(texts.CancellationsLabel)}, %",
            Percent(now.CancellationRate),
            Percent(before.CancellationRate),
        ];
    }

    private static string Days(ReportRange range) => $"{IsoDay.Write(range.From)} – {IsoDay.Write(range.To)}";

    private static double? Rounded(double? number) => number is { } some ? Math.Round(some, 2) : null;

    private static double? Percent(double? share) => Rounded(share * 100);

    private static async Task<IResult> DownloadAsync(
        string? from,
        string? to,
        HttpContext http,
        ReportQueries reports,
        VenueCatalogCache catalogs,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (http.User.ToActor() is not { } actor)
            return Results.Unauthorized();
        var today = (await catalogs.GetAsync(cancellationToken)).Clock.ServiceDayOf(time.GetUtcNow());
        var range = ReportUrl.Read(from, to, today);
        var report = await reports.ReadAsync(actor, range, cancellationToken);
        var bytes = Encoding
            .UTF8.GetPreamble()
            .Concat(Encoding.UTF8.GetBytes(Write(report.Value!, DashboardTexts.Of(CultureInfo.CurrentUICulture.Name))))
            .ToArray();
        return Results.File(
            bytes,
            "text/csv; charset=utf-8",
            $"report-{IsoDay.Write(range.From)}-{IsoDay.Write(range.To)}.csv"
        );
    }
}
