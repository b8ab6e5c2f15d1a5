using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;

namespace TantraSmoke.Bench;

/// <summary>
/// (d) Availability of a day with 500 bookings when there are 1,000,000 in all, against 1,000 in all; on both
/// databases.
/// </summary>
internal static class Days
{
    private const int Tables = 60;
    private const int PerDay = 500;
    private const int Repeats = 300;

    public static async Task<bool> RunAsync()
    {
        var good = true;
        foreach (var postgres in new[] { true, false })
        {
            await using var small = await FilledAsync(postgres, 1_000);
            await using var large = await FilledAsync(postgres, 1_000_000);
            var ratios = new List<double>();
            for (var round = 0; round < 4; round++)
            {
                var (few, many) = (await TimeAsync(small), await TimeAsync(large));
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"    {(round == 0 ? "warm-up" : "round " + round)}: {few * 1000:0.00} ms, {many * 1000:0.00}"
                            + $" ms"
                    )
                );
                if (round > 0)
                    ratios.Add(many / few);
            }

            good &= Report.Ratio(
                $"(d) availability of a day, 1,000,000 / 1,000 bookings, {(postgres ? "PostgreSQL" : "SQLite")}",
                Report.Median(ratios),
                atMost: 1.2
            );
        }

        return good;
    }

    private static async Task<double> TimeAsync(BenchVenue venue)
    {
        var queries = venue.Services.GetRequiredService<AvailabilityQueries>();
        var guest = await venue.GuestAsync(1);
        var day = venue.Today(await venue.CatalogAsync()).AddDays(1);
        var times = new List<double>();
        for (var i = 0; i < Repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var offers = await queries.DayAsync(guest, day, 2, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (!offers.Any(o => o.Options.Count > 0))
                throw new InvalidOperationException("the day should have free tables");
        }

        return Report.Median(times);
    }

    /// <summary>
    /// Fills days backwards from tomorrow, each with the same bookings, so that the measured day is the same in both.
    /// </summary>
    private static async Task<BenchVenue> FilledAsync(bool postgres, int bookings)
    {
        var venue = await BenchVenue.OpenAsync(postgres, Tables);
        var catalog = await venue.CatalogAsync();
        var (start, _) = catalog.Clock.Day(venue.Today(catalog).AddDays(1));
        var guest = await venue.GuestAsync(1);
        await venue.Store.ReadAsync(async db =>
        {
            db.Database.SetCommandTimeout(1200);
            var first = start.ToUnixTimeSeconds();
            foreach (
                var sql in postgres ? Postgres(bookings, first, guest.GuestId) : Sqlite(bookings, first, guest.GuestId)
            )
                await db.Database.ExecuteSqlRawAsync(sql);
            return true;
        });
        if (await venue.CountAsync("table_claims") != bookings || await venue.CountAsync("bookings") != bookings)
            throw new InvalidOperationException("the history was not filled as planned");
        return venue;
    }

    private static string[] Postgres(int bookings, long first, long guest) =>
        [
            $"""
                CREATE TABLE bench_fill AS SELECT i, gen_random_uuid() AS id, 1 + i % {PerDay} % {Tables} AS table_id,
                    to_timestamp({first} - (i / {PerDay}) * 86400 + (i % {PerDay} / {Tables}) * 7200) AS starts_at
                        FROM generate_series(0, {bookings
                    - 1}) AS i
                """,
            $"""
                INSERT INTO bookings (id, code, guest_id, service_day, starts_at, ends_at, slot_id, table_ids,
                    party_size, status, source, idempotency_key, version, created_at)
                SELECT id, lpad(to_hex(i), 8, '0'), {guest}, starts_at::date, starts_at, starts_at + interval '2 hours',
                    1, ARRAY[table_id], 2, 'completed', 'telegram', id, 1, starts_at FROM bench_fill
                """,
            "INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id) SELECT table_id, starts_at, "
                + "starts_at + interval '2 hours', 'booking', id FROM bench_fill",
            "DROP TABLE bench_fill",
            "VACUUM ANALYZE",
        ];

    private static string[] Sqlite(int bookings, long first, long guest) =>
        [
            $"""
                CREATE TABLE bench_fill AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n
                    WHERE i < {bookings
                    - 1})
                SELECT i, printf('%08X-0000-7000-8000-000000000000', i) AS id, 1 + i % {PerDay} % {Tables} AS table_id,
                    ({first} - (i / {PerDay}) * 86400 + (i % {PerDay} / {Tables}) * 7200) * 1000 AS starts_at FROM n
                """,
            $"""
                INSERT INTO bookings (id, code, guest_id, service_day, starts_at, ends_at, slot_id, table_ids,
                    party_size, status, source, idempotency_key, version, created_at)
                SELECT id, printf('%08X', i), {guest}, date(starts_at / 1000, 'unixepoch'), starts_at,
                    starts_at + 7200000, 1, '[' || table_id || ']', 2, 'completed', 'telegram', id, 1, starts_at
                    FROM bench_fill
                """,
            "INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id) SELECT table_id, starts_at, "
                + "starts_at + 7200000, 'booking', id FROM bench_fill",
            "DROP TABLE bench_fill",
            "ANALYZE",
        ];
}
