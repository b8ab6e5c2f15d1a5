using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Reports;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Core.Reports;

public sealed class ReportQueriesTests
{
    // Clocks go back in the night of the 24th to the 25th.
    private static readonly ReportRange Weeks = new(new DateOnly(2026, 10, 12), new DateOnly(2026, 11, 8));
    private static readonly Dictionary<string, string?> InBerlin = new() { ["VENUE_TIMEZONE"] = "Europe/Berlin" };

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Read_WithoutTheRight_IsRefused(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);

        var refused = await Reports(venue).ReadAsync(new Actor.Staff(1, StaffRole.Host, "Host"), Weeks, Cancel);

        Assert.Equal(new BookingError.NotAllowed(Right.ViewStatistics), refused.Error);
    }

    [Theory, OnBothDatabases]
    public async Task Read_AnEmptyVenue_HasEveryDayAndNoRates(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);

        var report = (await Reports(venue).ReadAsync(TestVenue.Anna with { Role = StaffRole.Manager }, Weeks, Cancel)).Value!;

        Assert.Equal(Weeks.All, report.Days.Select(day => day.Day));
        Assert.Equal((0, null, null), (report.Totals.Bookings, report.Totals.NoShowRate, report.Totals.AverageParty));
        Assert.All(report.Occupancy, hour => Assert.Equal(0, hour.Share));
    }

    [Fact]
    public async Task Read_RandomWeeksOverAChangeOfClocks_IsWhatSqlCountsByItself()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Postgres, variables: InBerlin);
        await FillAsync(venue, new Random(4711), 400);

        var report = (await Reports(venue).ReadAsync(TestVenue.Anna with { Role = StaffRole.Manager }, Weeks, Cancel)).Value!;

        var days = await venue.Store.ReadAsync(db => db.Database.SqlQueryRaw<DayBySql>("""
            SELECT service_day, coalesce(sum(party_size) FILTER (WHERE status IN ('seated', 'completed')), 0)::int AS covers,
                   count(*) FILTER (WHERE status = 'no_show')::int AS no_shows, count(*) FILTER (WHERE status = 'canceled' AND source <> 'walk_in')::int AS cancellations
            FROM bookings WHERE service_day BETWEEN '2026-10-12' AND '2026-11-08' GROUP BY service_day
            """).ToDictionaryAsync(row => row.service_day, Cancel), Cancel);
        Assert.Equal(
            Weeks.All.Select(day => days.TryGetValue(day, out var row) ? (row.covers, row.no_shows, row.cancellations) : default),
            report.Days.Select(day => (day.Covers, day.NoShows, day.Cancellations)));

        // Minute by minute, as PostgreSQL reads the venue's clock.
        var hours = await venue.Store.ReadAsync(db => db.Database.SqlQueryRaw<HourBySql>("""
            WITH had AS (
                SELECT extract(isodow FROM (local - interval '6 hours')) AS day, extract(hour FROM local) AS hour, count(*) * (SELECT count(*) FROM tables WHERE is_active) AS minutes
                FROM (SELECT m AT TIME ZONE 'Europe/Berlin' AS local
                      FROM generate_series('2026-10-12 06:00 Europe/Berlin'::timestamptz, '2026-11-09 05:59 Europe/Berlin'::timestamptz, interval '1 minute') m) every_minute
                GROUP BY 1, 2),
            sat AS (
                SELECT extract(isodow FROM (local - interval '6 hours')) AS day, extract(hour FROM local) AS hour, sum(tables) AS minutes
                FROM (SELECT m AT TIME ZONE 'Europe/Berlin' AS local, cardinality(table_ids) AS tables
                      FROM bookings, generate_series(coalesce(seated_at, starts_at), ended_at - interval '1 minute', interval '1 minute') m
                      WHERE status = 'completed' AND service_day BETWEEN '2026-10-12' AND '2026-11-08'
                        AND m >= '2026-10-12 06:00 Europe/Berlin'::timestamptz AND m < '2026-11-09 06:00 Europe/Berlin'::timestamptz) taken
                GROUP BY 1, 2)
            SELECT had.day::int AS day, had.hour::int AS hour, coalesce(sat.minutes, 0)::float8 / had.minutes AS share FROM had LEFT JOIN sat USING (day, hour)
            """).ToListAsync(Cancel), Cancel);
        Assert.Equal(7 * 24, hours.Count);
        Assert.All(hours, row => Assert.Equal(row.share, report.Occupancy.Single(hour => (int)hour.Day == row.day % 7 && hour.Hour == row.hour).Share!.Value, 9));
        Assert.Contains(hours, row => row.share > 0);

        var best = report.TopGuests[0];
        var visits = await venue.Store.ReadAsync(db => db.Database.SqlQueryRaw<int>("""
            SELECT max(visits)::int AS "Value" FROM (SELECT count(*) AS visits FROM bookings
            WHERE status IN ('seated', 'completed') AND guest_id IS NOT NULL AND service_day BETWEEN '2026-10-12' AND '2026-11-08' GROUP BY guest_id) each
            """).SingleAsync(Cancel), Cancel);
        Assert.Equal(visits, best.Visits);
        Assert.NotNull(best.Name);
    }

    private static ReportQueries Reports(TestVenue venue) => venue.Services.GetRequiredService<ReportQueries>();

    private static async Task FillAsync(TestVenue venue, Random random, int count)
    {
        var clock = (await venue.CatalogAsync()).Clock;
        var guests = new[] { await venue.GuestAsync(1), await venue.GuestAsync(2), await venue.GuestAsync(3) };
        await venue.Store.ChangeAsync(Actor.System.Instance, async db =>
        {
            for (var index = 0; index < count; index++)
            {
                var day = Weeks.From.AddDays(random.Next(-3, Weeks.Days + 3));
                var start = clock.Day(day).Start.AddMinutes(random.Next(0, 22 * 60));
                int[] tables = random.Next(5) == 0 ? [1, 2] : [random.Next(1, 11)];
                var place = new BookingPlace(day, start, start.AddHours(2), null, tables);
                var booking = new Booking(Guid.NewGuid(), place, random.Next(1, 9), random.Next(4) == 0 ? BookingSource.WalkIn : BookingSource.Telegram, Guid.NewGuid(), start.AddDays(-1));
                booking.ForGuest(guests[random.Next(3)].GuestId, null);
                var fate = random.Next(6);
                if (fate == 0)
                    booking.Cancel(start);
                else if (fate == 1)
                    booking.MarkNoShow(start);
                else if (booking.Seat(start.AddMinutes(random.Next(-10, 20))))
                    booking.Complete(start.AddMinutes(random.Next(30, 240)));
                db.Bookings.Add(booking);
            }

            await db.SaveChangesAsync(Cancel);
        }, Cancel);
    }

    // Columns are called as the statements call them.
#pragma warning disable SA1300, IDE1006
    private sealed record DayBySql(DateOnly service_day, int covers, int no_shows, int cancellations);

    private sealed record HourBySql(int day, int hour, double share);
#pragma warning restore SA1300, IDE1006
}
