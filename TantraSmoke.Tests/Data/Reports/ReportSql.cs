using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Reports;

namespace TantraSmoke.Tests.Data.Reports;

/// <summary>
/// The figures of a report once more, counted by PostgreSQL from the rows and its own knowledge of time zones; shares
/// nothing with the code under test. The venue is in Berlin and its day ends at six.
/// </summary>
internal static class ReportSql
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    public static async Task<List<(DateOnly Day, int Covers, int NoShows, int Cancellations)>> DaysAsync(
        VenueStore store,
        ReportRange range
    )
    {
        var rows = await store.ReadAsync(
            db =>
                db.Database.SqlQuery<DayRow>(
                        $"""
                        SELECT d::date AS day,
                               coalesce(sum(party_size) FILTER (WHERE status IN ('seated', 'completed')), 0)::int
                               AS covers,
                               count(*) FILTER (WHERE status = 'no_show')::int AS no_shows,
                               count(*) FILTER (WHERE status = 'canceled' AND source <> 'walk_in')::int AS cancellations
                        FROM generate_series({range.From}::date, {range.To}::date, interval '1 day') d
                            LEFT JOIN bookings ON service_day = d::date GROUP BY 1 ORDER BY 1
                        """
                    )
                    .ToListAsync(Cancel),
            Cancel
        );
        return [.. rows.Select(row => (row.day, row.covers, row.no_shows, row.cancellations))];
    }

    public static async Task<string> TotalsAsync(VenueStore store, ReportRange range)
    {
        var row = await store.ReadAsync(
            db =>
                db.Database.SqlQuery<TotalsRow>(
                        $"""
                        SELECT count(*)::int AS bookings, count(*) FILTER (WHERE came)::int AS visits,
                            coalesce(sum(party_size) FILTER (WHERE came), 0)::int AS covers,
                               count(*) FILTER (WHERE ahead)::int AS reserved,
                                   count(*) FILTER (WHERE status = 'no_show')::int AS no_shows,
                               count(*) FILTER (WHERE status = 'canceled')::int AS cancellations,
                               avg(extract(epoch FROM ended_at - seated_at) / 60) FILTER (WHERE status = 'completed'
                                   AND ended_at > seated_at)::float8 AS turn,
                               count(*) FILTER (WHERE status = 'no_show')::float8 / nullif(
                               count(*) FILTER (WHERE status = 'no_show' OR (came AND ahead)), 0)
                               AS no_show_rate
                        FROM (SELECT *, status IN ('seated', 'completed') AS came, source <> 'walk_in' AS ahead
                            FROM bookings
                              WHERE service_day BETWEEN {range.From} AND {range.To}
                              AND (source <> 'walk_in' OR status <> 'canceled')) counted
                        """
                    )
                    .SingleAsync(Cancel),
            Cancel
        );
        return Text(
            row.bookings,
            row.visits,
            row.covers,
            row.reserved,
            row.no_shows,
            row.cancellations,
            row.turn,
            row.no_show_rate
        );
    }

    /// <summary>A report's totals as <see cref="TotalsAsync"/> writes them.</summary>
    public static string Rounded(ReportTotals totals) =>
        Text(
            totals.Bookings,
            totals.Visits,
            totals.Covers,
            totals.Reserved,
            totals.NoShows,
            totals.Cancellations,
            totals.TurnMinutes,
            totals.NoShowRate
        );

    public static double? Rounded(double? minutes) => minutes is { } some ? Math.Round(some, 6) : null;

    /// <summary>In the order of <see cref="LeadTime"/>.</summary>
    public static Task<List<int>> LeadsAsync(VenueStore store, ReportRange range) =>
        store.ReadAsync(
            db =>
                db.Database.SqlQuery<int>(
                        $"""
                        SELECT count(lead)::int AS "Value" FROM generate_series(0, 5) kind LEFT JOIN (
                            SELECT CASE WHEN starts_at - created_at < interval '2 hours' THEN 0 WHEN days <= 0 THEN 1
                                WHEN days = 1 THEN 2 WHEN days <= 3 THEN 3 WHEN days <= 7 THEN 4 ELSE 5 END AS lead
                            FROM (SELECT *,
                            service_day - ((created_at AT TIME ZONE 'Europe/Berlin') - interval '6 hours')::date AS days
                            FROM bookings
                                  WHERE source <> 'walk_in' AND service_day BETWEEN {range.From} AND {range.To}) made)
                                  each_one ON lead = kind
                        GROUP BY kind ORDER BY kind
                        """
                    )
                    .ToListAsync(Cancel),
            Cancel
        );

    public static async Task<List<(int Size, int Bookings, double? Turn)>> PartiesAsync(
        VenueStore store,
        ReportRange range
    )
    {
        var rows = await store.ReadAsync(
            db =>
                db.Database.SqlQuery<PartyRow>(
                        $"""
                        SELECT size, count(id)::int AS bookings,
                            avg(extract(epoch FROM ended_at - seated_at) / 60) FILTER (WHERE status = 'completed'
                            AND ended_at > seated_at)::float8 AS turn
                        FROM generate_series(1, 8) size LEFT JOIN bookings ON least(party_size, 8) = size
                            AND service_day BETWEEN {range.From} AND {range.To}
                            AND (source <> 'walk_in' OR status <> 'canceled')
                        GROUP BY size ORDER BY size
                        """
                    )
                    .ToListAsync(Cancel),
            Cancel
        );
        return [.. rows.Select(row => (row.size, row.bookings, Rounded(row.turn)))];
    }

    public static async Task<List<(string Source, int Bookings, int Covers)>> SourcesAsync(
        VenueStore store,
        ReportRange range
    )
    {
        var rows = await store.ReadAsync(
            db =>
                db.Database.SqlQuery<SourceRow>(
                        $"""
                        SELECT replace(initcap(replace(source, '_', ' ')), ' ', '') AS source,
                            count(*)::int AS bookings,
                               coalesce(sum(party_size) FILTER (WHERE status IN ('seated', 'completed')),
                                   0)::int AS covers
                        FROM bookings WHERE service_day BETWEEN {range.From} AND {range.To}
                        AND (source <> 'walk_in' OR status <> 'canceled') GROUP BY 1
                        """
                    )
                    .ToListAsync(Cancel),
            Cancel
        );
        return
        [
            .. rows.Select(row => (row.source, row.bookings, row.covers))
                .OrderBy(row => row.source, StringComparer.Ordinal),
        ];
    }

    public static async Task<List<(long Id, string Name, int Visits, int Covers)>> GuestsAsync(
        VenueStore store,
        ReportRange range
    )
    {
        var rows = await store.ReadAsync(
            db =>
                db.Database.SqlQuery<GuestRow>(
                        $"""
                        SELECT u.id, u.name, count(*)::int AS visits, sum(party_size)::int AS covers
                            FROM bookings b JOIN users u ON u.id = b.guest_id
                        WHERE status IN ('seated', 'completed') AND service_day BETWEEN {range.From} AND {range.To}
                        GROUP BY u.id, u.name ORDER BY visits DESC, covers DESC, u.id LIMIT 10
                        """
                    )
                    .ToListAsync(Cancel),
            Cancel
        );
        return [.. rows.Select(row => (row.id, row.name, row.visits, row.covers))];
    }

    /// <summary>Minute by minute, as PostgreSQL reads the venue's clock.</summary>
    public static async Task<Dictionary<(DayOfWeek Day, int Hour), double>> HoursAsync(
        VenueStore store,
        ReportRange range
    )
    {
        var rows = await store.ReadAsync(
            db =>
                db.Database.SqlQuery<HourRow>(
                        $"""
                        WITH span AS (SELECT ({range.From}::date + time '06:00') AT TIME ZONE 'Europe/Berlin' AS first,
                            ({range.To}::date + 1 + time '06:00') AT TIME ZONE 'Europe/Berlin' AS last),
                        had AS (
                            SELECT extract(isodow FROM (local - interval '6 hours')) AS day,
                                extract(hour FROM local) AS hour,
                                count(*) * (SELECT count(*) FROM tables WHERE is_active) AS minutes
                            FROM (SELECT m AT TIME ZONE 'Europe/Berlin' AS local
                                FROM span, generate_series(span.first, span.last - interval '1 minute',
                                interval '1 minute') m) every_minute
                            GROUP BY 1, 2),
                        sat AS (
                            SELECT extract(isodow FROM (local - interval '6 hours')) AS day,
                                extract(hour FROM local) AS hour, sum(tables) AS minutes
                            FROM (SELECT m AT TIME ZONE 'Europe/Berlin' AS local, cardinality(table_ids) AS tables
                                  FROM span, bookings, generate_series(coalesce(seated_at, starts_at),
                                      ended_at - interval '1 minute', interval '1 minute') m
                                  WHERE status = 'completed' AND service_day BETWEEN {range.From} AND {range.To}
                                  AND m >= span.first AND m < span.last) taken
                            GROUP BY 1, 2)
                        SELECT had.day::int AS day, had.hour::int AS hour,
                            coalesce(sat.minutes, 0)::float8 / had.minutes AS share FROM had
                            LEFT JOIN sat USING (day, hour)
                        """
                    )
                    .ToListAsync(Cancel),
            Cancel
        );
        return rows.ToDictionary(row => ((DayOfWeek)(row.day % 7), row.hour), row => row.share);
    }

    private static string Text(
        int bookings,
        int visits,
        int covers,
        int reserved,
        int noShows,
        int cancellations,
        double? turn,
        double? noShowRate
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{bookings} {visits} {covers} {reserved} {noShows} {cancellations} {turn:0.000000} {noShowRate:0.000000}"
        );

    // Columns are called as the statements call them.
#pragma warning disable SA1300, IDE1006
    private sealed record DayRow(DateOnly day, int covers, int no_shows, int cancellations);

    private sealed record TotalsRow(
        int bookings,
        int visits,
        int covers,
        int reserved,
        int no_shows,
        int cancellations,
        double? turn,
        double? no_show_rate
    );

    private sealed record PartyRow(int size, int bookings, double? turn);

    private sealed record SourceRow(string source, int bookings, int covers);

    private sealed record GuestRow(long id, string name, int visits, int covers);

    private sealed record HourRow(int day, int hour, double share);
#pragma warning restore SA1300, IDE1006
}
