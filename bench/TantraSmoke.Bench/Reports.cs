using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Reports;

namespace TantraSmoke.Bench;

/// <summary>
/// (g) A report, what its page needs from the server, when ten years have left 1,000,000 bookings on PostgreSQL.
/// </summary>
internal static class Reports
{
    private const int Bookings = 1_000_000;
    private const int PerDay = 274;
    private const int Repeats = 15;
    private const int Bound = 300;

    public static async Task<bool> RunAsync()
    {
        await using var venue = await BenchVenue.OpenAsync(postgres: true, tables: 60);
        await FillAsync(venue);
        var today = venue.Today(await venue.CatalogAsync());
        var good = true;
        foreach (var (name, days) in new[] { ("four weeks", 28), ("a year", 365) })
        {
            var took = await TimeAsync(venue, new ReportRange(today.AddDays(1 - days), today));
            good &= Report.Fact(
                $"(g) a report of {name} and as long before, of 1,000,000 bookings, ms (at most {Bound})",
                (long)Math.Round(took * 1000),
                took * 1000 <= Bound
            );
        }

        return good;
    }

    private static async Task<double> TimeAsync(BenchVenue venue, ReportRange range)
    {
        var queries = venue.Services.GetRequiredService<ReportQueries>();
        var times = new List<double>();
        for (var i = 0; i < 2 * Repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var report = await queries.ReadAsync(Actor.System.Instance, range, CancellationToken.None);
            if (i >= Repeats)
                times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (
                report.Value is not { Totals.Bookings: var counted, Before.Bookings: > 0 }
                || counted != range.Days * PerDay
            )
                throw new InvalidOperationException("the report should have every booking of its days");
        }

        return Report.Median(times);
    }

    private static async Task FillAsync(BenchVenue venue) =>
        await venue.Store.ReadAsync(async db =>
        {
            db.Database.SetCommandTimeout(1200);
            await venue.AddGuestsAsync(20_000);
            var catalog = await venue.CatalogAsync();
            var first = catalog.Clock.Day(venue.Today(catalog)).Start.ToUnixTimeSeconds();
            string[] statements =
            [
                $"""
                    INSERT INTO bookings (id, code, guest_id, service_day, starts_at, ends_at, slot_id, table_ids,
                        party_size, status, source, idempotency_key, version, created_at, seated_at, ended_at)
                    SELECT gen_random_uuid(), lpad(to_hex(i), 8, '0'),
                        (SELECT min(id) FROM users) + i::bigint * 7919 % 20000, to_timestamp(starts)::date,
                        to_timestamp(starts), to_timestamp(starts + 7200), 1,
                        ARRAY[1 + i % 60], 1 + i % 6, CASE WHEN i % 12 = 0 THEN 'no_show'
                            WHEN i % 15 = 0 THEN 'canceled' ELSE 'completed' END,
                        CASE WHEN i % 4 = 0 THEN 'phone' ELSE 'telegram' END, gen_random_uuid(), 1,
                            to_timestamp(starts - (i % 300) * 3600),
                        CASE WHEN i % 12 <> 0 AND i % 15 <> 0 THEN to_timestamp(starts + i % 900) END,
                            to_timestamp(starts + 5400 + i % 1800)
                    FROM (SELECT i, {first} + 6 * 3600 - (i / {PerDay}) * 86400 + (i % {PerDay}) * 150 AS starts
                        FROM generate_series(0, {Bookings
                        - 1}) AS i) AS each_one
                    ORDER BY starts
                    """,
                "VACUUM ANALYZE",
            ];
            foreach (var sql in statements)
                await db.Database.ExecuteSqlRawAsync(sql);
            return true;
        });
}
