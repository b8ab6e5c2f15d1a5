using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Floor;

namespace TantraSmoke.Tests.Data.Floor;

public sealed class TimelineQueriesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Day_EverythingThatTakesATable_IsABar(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var booked = await venue.BookAsync(guest, 18, table: 5);
        var confirmed = await venue.BookAsync(guest, 20, table: 6);
        await venue.Bookings.Lifecycle.ConfirmAsync(guest, confirmed.Id, confirmed.Version, Cancel);
        await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest([await venue.TableAsync(7)], 2, Guid.NewGuid()),
            Cancel
        );
        await venue.Bookings.Book.HoldAsync(
            await venue.GuestAsync(2),
            await venue.RequestAsync(22, table: 8, party: 4),
            Cancel
        );
        await venue.Bookings.Blocks.BlockAsync(
            TestVenue.Anna,
            new BlockRequest([await venue.TableAsync(9)], "Wet sofa", venue.Time.GetUtcNow().AddHours(2)),
            Cancel
        );
        var canceled = await venue.BookAsync(guest, 18, table: 10, party: 4);
        await venue.Bookings.Lifecycle.CancelAsync(guest, canceled.Id, canceled.Version, null, Cancel);

        var day = await DayAsync(venue);

        Assert.Equal(BarState.Booked, (await BarAsync(venue, day, 5)).State);
        Assert.Equal(booked.Id, (await BarAsync(venue, day, 5)).Booking?.Id);
        Assert.Equal(BarState.Confirmed, (await BarAsync(venue, day, 6)).State);
        Assert.Equal(BarState.Seated, (await BarAsync(venue, day, 7)).State);
        Assert.Equal(BarState.Held, (await BarAsync(venue, day, 8)).State);
        Assert.Equal(
            (BarState.Blocked, "Wet sofa"),
            ((await BarAsync(venue, day, 9)).State, (await BarAsync(venue, day, 9)).Note)
        );
        Assert.Empty(day.Bars[await venue.TableAsync(10)]);
    }

    [Fact]
    public async Task Bar_SeatedEarlyThenBeyondItsTime_CoversTheWholeStay()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(-20));
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, booking.Version, Cancel);
        venue.Time.Set(booking.EndsAt.AddMinutes(7).AddSeconds(30));

        var bar = await BarAsync(venue, await DayAsync(venue), 5);

        Assert.Equal(BarState.Overrunning, bar.State);
        Assert.Equal((booking.StartsAt.AddMinutes(-20), booking.EndsAt.AddMinutes(7)), (bar.StartsAt, bar.EndsAt));
    }

    [Fact]
    public async Task Bar_PartyLeftEarlyOrNeverCame_EndsWhenTheTableCameFree()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var (left, missed) = (await venue.BookAsync(guest, 16, table: 5), await venue.BookAsync(guest, 16, table: 6));
        venue.Time.Set(left.StartsAt.AddMinutes(5));
        var seated = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, left.Id, left.Version, Cancel);
        venue.Time.Set(left.StartsAt.AddMinutes(40));
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, left.Id, seated.Value!.Version, Cancel);
        await venue.Bookings.Lifecycle.MarkNoShowAsync(TestVenue.Anna, missed.Id, missed.Version, Cancel);

        var day = await DayAsync(venue);

        var (gone, never) = (await BarAsync(venue, day, 5), await BarAsync(venue, day, 6));
        Assert.Equal(
            (BarState.Completed, left.StartsAt, venue.Time.GetUtcNow()),
            (gone.State, gone.StartsAt, gone.EndsAt)
        );
        Assert.Equal(
            (BarState.NoShow, missed.StartsAt, venue.Time.GetUtcNow()),
            (never.State, never.StartsAt, never.EndsAt)
        );
    }

    [Fact]
    public async Task Bar_JoinedTables_IsOnEachOfThem()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var tables = new[] { await venue.TableAsync(5), await venue.TableAsync(6) };
        await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest(tables, 6, Guid.NewGuid()),
            Cancel
        );

        var day = await DayAsync(venue);

        Assert.All(tables, table => Assert.Equal(tables, Assert.Single(day.Bars[table]).Booking!.TableIds));
        Assert.Equal(2, tables.Select(table => day.Bars[table].Single().Key).Distinct().Count());
    }

    [Theory]
    [InlineData(2026, 10, 24, 9)] // Clocks go back at 03:00: from 21:00 to 05:00 are nine hours.
    [InlineData(2026, 3, 28, 7)]
    [InlineData(2026, 10, 17, 8)]
    public async Task Hours_NightOnWhichClocksChange_AreAsManyAsPass(int year, int month, int dayOfMonth, int hours)
    {
        var variables = new Dictionary<string, string?>
        {
            ["VENUE_TIMEZONE"] = "Europe/Berlin",
            ["SLOTS_JSON"] = """[{"start_time": "22:00", "end_time": "04:00"}]""",
        };
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite, variables: variables);

        var day = await DayAsync(venue, new DateOnly(year, month, dayOfMonth));

        Assert.Equal(hours, (day.To - day.From).TotalHours);
    }

    [Fact]
    public async Task Day_OpenAlmostAroundTheClock_IsShownWhole()
    {
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?>
            {
                ["SLOTS_JSON"] = """[{"start_time": "06:00", "end_time": "05:00"}]""",
            }
        );

        var day = await DayAsync(venue, TestVenue.Day.AddDays(30));

        Assert.Equal(TestVenue.Moscow.Day(TestVenue.Day.AddDays(30)), (day.From, day.To));
    }

    [Fact]
    public async Task Day_AfterOneThatEndedLate_ShowsWhoStillSits()
    {
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            now: new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero)
        );
        // 05:00 in Moscow: the service day ends at 06:00, the party stays until 07:00.
        await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest([await venue.TableAsync(5)], 2, Guid.NewGuid()),
            Cancel
        );

        Assert.Equal(BarState.Seated, (await BarAsync(venue, await DayAsync(venue, TestVenue.Day), 5)).State);
        Assert.Equal(
            BarState.Seated,
            (await BarAsync(venue, await DayAsync(venue, TestVenue.Day.AddDays(1)), 5)).State
        );
        Assert.Empty((await DayAsync(venue, TestVenue.Day.AddDays(2))).Bars);
    }

    private static Task<TimelineDay> DayAsync(TestVenue venue, DateOnly? day = null) =>
        venue.Services.GetRequiredService<TimelineQueries>().DayAsync(day ?? TestVenue.Day, Cancel);

    private static async Task<TimelineBar> BarAsync(TestVenue venue, TimelineDay day, int table) =>
        Assert.Single(day.Bars[await venue.TableAsync(table)]);
}
