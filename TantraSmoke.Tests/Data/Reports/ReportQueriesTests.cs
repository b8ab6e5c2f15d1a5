using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Reports;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Data.Reports;

public sealed class ReportQueriesTests
{
    private static readonly ReportRange Weeks = new(new DateOnly(2026, 10, 12), new DateOnly(2026, 11, 8));
    private static readonly Dictionary<string, string?> InBerlin = new() { ["VENUE_TIMEZONE"] = "Europe/Berlin" };

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Read_WithoutTheRight_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);

        var refused = await Reports(venue).ReadAsync(new Actor.Staff(1, StaffRole.Host, "Host"), Weeks, Cancel);

        Assert.Equal(new CommonRefusal.NotAllowed(Right.ViewStatistics), refused.Error);
    }

    [Theory, OnBothDatabases]
    public async Task Read_AnEmptyVenue_HasEveryDayAndNoRates(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);

        var report = (
            await Reports(venue).ReadAsync(TestVenue.Anna with { Role = StaffRole.Manager }, Weeks, Cancel)
        ).Value!;

        Assert.Equal(Weeks.All, report.Days.Select(day => day.Day));
        Assert.Equal((0, null, null), (report.Totals.Bookings, report.Totals.NoShowRate, report.Totals.AverageParty));
        Assert.All(report.Occupancy, hour => Assert.Equal(0, hour.Share));
    }

    [Theory, OnBothDatabases]
    public async Task Read_AfterTheRoomHasGrownAndShrunk_MeasuresEachDayByTheTablesItHad(TestDatabase database)
    {
        var day = TestVenue.Day;
        await using var venue = await TestVenue.OpenAsync(database);
        var visit = await venue.BookAsync(TestVenue.Anna, 22, table: 5);
        venue.Time.Advance(visit.StartsAt - venue.Time.GetUtcNow());
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, visit.Id, null, Cancel);
        venue.Time.Advance(TimeSpan.FromHours(2));
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, visit.Id, null, Cancel);
        venue.Time.Advance(TimeSpan.FromDays(7));
        var range = new ReportRange(day, day);
        var (manager, rooms) = (
            TestVenue.Anna with
            {
                Role = StaffRole.Manager,
            },
            venue.Services.GetRequiredService<HallEditing>()
        );
        var before = (await Reports(venue).ReadAsync(manager, range, Cancel)).Value!.Occupancy;
        var week = (await Reports(venue).ReadAsync(manager, new ReportRange(day, day.AddDays(7)), Cancel))
            .Value!
            .Occupancy;

        var draft = HallDraft.Of(await venue.CatalogAsync(), (await venue.CatalogAsync()).Halls[0].Id)!;
        for (var number = 100; number < 140; number++)
            draft = draft.Add(TableShape.Round, number).Draft;
        Assert.True(
            (
                await rooms.SaveAsync(
                    TestVenue.Boris,
                    draft.Remove([DraftItem.OfTable(draft.Tables[0].Key)]),
                    false,
                    Cancel
                )
            ).Succeeded
        );

        Assert.Contains(before, hour => hour.Share > 0);
        Assert.Equal(before, (await Reports(venue).ReadAsync(manager, range, Cancel)).Value!.Occupancy);
        // Of the day on which they came, what was before they did.
        Assert.Equal(
            week,
            (await Reports(venue).ReadAsync(manager, new ReportRange(day, day.AddDays(7)), Cancel)).Value!.Occupancy
        );
        venue.Time.Advance(TimeSpan.FromHours(6));
        var later = (await Reports(venue).ReadAsync(manager, new ReportRange(day, day.AddDays(7)), Cancel))
            .Value!
            .Occupancy;
        Assert.All(
            later.Zip(week).Where(hour => hour.Second.Share > 0),
            hour => Assert.InRange(hour.First.Share!.Value, 0, hour.Second.Share!.Value)
        );
    }

    [Fact]
    public void Counts_BeforeTheRoomWasDrawn_AreThoseItWasDrawnWith()
    {
        var (drawn, grown) = (TestVenue.Friday, TestVenue.Friday.AddDays(3));
        (DateTimeOffset, int)[] changes =
        [
            (grown.AddSeconds(1), 1),
            (grown, 1),
            (drawn.AddDays(1), -1),
            (drawn.AddSeconds(2), 1),
            (drawn.AddSeconds(1), 1),
            (drawn, 1),
        ];

        var counts = TableCounts.Of(4, changes);

        DateTimeOffset[] at = [grown.AddDays(1), grown.AddDays(-1), drawn.AddHours(1), drawn.AddDays(-30)];
        Assert.Equal([4, 2, 3, 3], at.Select(counts.At));
    }

    [Theory]
    // Clocks go back in the night of the 24th to the 25th of October, and forward in that of the 27th to the 28th of
    // March.
    [InlineData("2026-10-12", "2026-11-08", 4711)]
    [InlineData("2027-03-15", "2027-04-11", 42)]
    public async Task Read_RandomWeeksOverAChangeOfClocks_IsWhatSqlCountsByItself(string first, string last, int seed)
    {
        var range = new ReportRange(
            DateOnly.Parse(first, CultureInfo.InvariantCulture),
            DateOnly.Parse(last, CultureInfo.InvariantCulture)
        );
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Postgres,
            now: new DateTimeOffset(range.To.AddDays(30), new TimeOnly(12, 0), TimeSpan.Zero),
            variables: InBerlin
        );
        await FillAsync(venue, range, new Random(seed), 800);

        var report = (
            await Reports(venue).ReadAsync(TestVenue.Anna with { Role = StaffRole.Manager }, range, Cancel)
        ).Value!;

        Assert.Equal(
            await ReportSql.DaysAsync(venue.Store, range),
            report.Days.Select(day => (day.Day, day.Covers, day.NoShows, day.Cancellations))
        );
        Assert.Equal(await ReportSql.TotalsAsync(venue.Store, range), ReportSql.Rounded(report.Totals));
        Assert.Equal(await ReportSql.TotalsAsync(venue.Store, range.Before), ReportSql.Rounded(report.Before));
        Assert.Equal(await ReportSql.LeadsAsync(venue.Store, range), report.Leads.Select(lead => lead.Bookings));
        Assert.Equal(
            await ReportSql.PartiesAsync(venue.Store, range),
            report.Parties.Select(party => (party.Size, party.Bookings, ReportSql.Rounded(party.TurnMinutes)))
        );
        Assert.Equal(
            await ReportSql.SourcesAsync(venue.Store, range),
            report
                .Sources.Select(source => (source.Source.ToString(), source.Bookings, source.Covers))
                .OrderBy(source => source.Item1, StringComparer.Ordinal)
        );
        Assert.Equal(
            await ReportSql.GuestsAsync(venue.Store, range),
            report.TopGuests.Select(guest => (guest.Id, guest.Name!, guest.Visits, guest.Covers))
        );

        var hours = await ReportSql.HoursAsync(venue.Store, range);
        Assert.Equal(7 * 24, hours.Count);
        Assert.All(report.Occupancy, hour => Assert.Equal(hours[(hour.Day, hour.Hour)], hour.Share!.Value, 9));
        Assert.Contains(hours.Values, share => share > 0);
        Assert.All(report.Leads, lead => Assert.NotEqual(0, lead.Bookings));
        Assert.NotEqual(report.Totals, report.Before);
    }

    private static ReportQueries Reports(TestVenue venue) => venue.Services.GetRequiredService<ReportQueries>();

    private static async Task FillAsync(TestVenue venue, ReportRange range, Random random, int count)
    {
        var clock = (await venue.CatalogAsync()).Clock;
        var guests = new[] { await venue.GuestAsync(1), await venue.GuestAsync(2), await venue.GuestAsync(3) };
        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                for (var index = 0; index < count; index++)
                {
                    var day = range.Before.From.AddDays(random.Next(-3, (2 * range.Days) + 3));
                    var start = clock.Day(day).Start.AddMinutes(random.Next(0, 22 * 60));
                    int[] tables = random.Next(5) == 0 ? [1, 2] : [random.Next(1, 11)];
                    var place = new BookingPlace(day, start, start.AddHours(2), null, tables);
                    var made = start.AddMinutes(-random.Next(0, random.Next(2) == 0 ? 5 * 60 : 14 * 24 * 60));
                    var source =
                        random.Next(4) == 0 ? BookingSource.WalkIn
                        : random.Next(3) == 0 ? BookingSource.Phone
                        : BookingSource.Telegram;
                    var booking = new Booking(Guid.NewGuid(), place, random.Next(1, 11), source, Guid.NewGuid(), made);
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
            },
            Cancel
        );
    }
}
