using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Reports;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class BookingClockTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    private static Task<FloorSnapshot> RoomAsync(TestVenue venue) =>
        venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);

    [Theory, OnBothDatabases]
    public async Task CatchUp_NeverArrived_BecomesNoShowAfterThirtyMinutesAndFreesTheTable(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var late = await venue.BookAsync(await venue.GuestAsync(1), 18, table: 5);
        venue.Time.Set(late.StartsAt.AddMinutes(29));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        venue.Time.Set(late.StartsAt.AddMinutes(30));
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        var row = await venue.Queries.FindAsync(TestVenue.Anna, late.Id, Cancel);
        Assert.Equal(BookingStatus.NoShow, row?.Status);
        Assert.Equal("system", (await venue.Queries.HistoryAsync(late.Id, Cancel))[^1].ActorKind);
        Assert.True(
            (
                await venue.Bookings.WalkIns.SeatWalkInAsync(
                    TestVenue.Anna,
                    new WalkInRequest([await venue.TableAsync(5)], 2, Guid.NewGuid()),
                    Cancel
                )
            ).Succeeded
        );
    }

    [Fact]
    public async Task CatchUp_SeatedAndOver_StaysSeatedUntilTheDayEndsAndIsThenLeftForStaffToLookAt()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 18, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);
        var dayEnds = TestVenue.Moscow.Day(TestVenue.Day).End;
        venue.Time.Set(dayEnds.AddMinutes(-1));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        var late = await RoomAsync(venue);
        Assert.Equal(TableState.Overrunning, late.Tables.Single(t => t.Table.Number == 5).State);
        Assert.Empty(late.Questions);

        venue.Time.Set(dayEnds);
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        var asked = Assert.Single((await RoomAsync(venue)).Questions);
        Assert.Equal(
            (booking.Id, BookingStatus.Completed, booking.EndsAt, StaffQuestion.StillSeated),
            (asked.Id, asked.Status, asked.EndedAt, asked.Question)
        );
        Assert.Equal(
            (BookingAction.DayEnded, "system"),
            (await venue.Queries.HistoryAsync(booking.Id, Cancel))[^1] is var line
                ? (line.Action, line.ActorKind)
                : default
        );
        // By itself it is asked until the next day has ended, too.
        venue.Time.Set(dayEnds.AddDays(1));
        Assert.Empty((await RoomAsync(venue)).Questions);
        venue.Time.Set(dayEnds.AddHours(1));
        Assert.True(
            (await venue.Bookings.Lifecycle.LookAtAsync(TestVenue.Anna, booking.Id, asked.Version, Cancel)).Succeeded
        );
        Assert.Empty((await RoomAsync(venue)).Questions);
        Assert.IsType<BookingRefusal.WrongStatus>(
            (await venue.Bookings.Lifecycle.LookAtAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
        );
        // Nobody left at six in the morning.
        Assert.Equal(
            120,
            (
                await venue.Store.ReadAsync(
                    db => ReportRows.TotalsAsync(db, new ReportRange(TestVenue.Day, TestVenue.Day), Cancel),
                    Cancel
                )
            ).TurnMinutes
        );
    }

    [Theory, OnBothDatabases]
    public async Task CatchUp_ExpiredHold_IsSweptAndBeforeThatGivesWay(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (first, second) = (await venue.GuestAsync(1), await venue.GuestAsync(2));
        var request = await venue.RequestAsync(20, table: 5);
        Assert.True((await venue.Bookings.Book.HoldAsync(first, request, Cancel)).Succeeded);
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (await venue.Bookings.Book.HoldAsync(second, request, Cancel)).Error
        );

        venue.Time.Advance(TimeSpan.FromMinutes(5));
        // Nobody has swept yet: the expired hold is removed by the one who wants its place.
        Assert.True((await venue.Bookings.Book.HoldAsync(second, request, Cancel)).Succeeded);

        venue.Time.Advance(TimeSpan.FromMinutes(5));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        Assert.Equal(0, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
    }

    [Fact]
    public async Task CatchUp_TimeThatWasRunningWhenStaffBookedIt_LeavesThePartyItsMinutesToCome()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var slot = (await venue.BookAsync(await venue.GuestAsync(), hour: 16, table: 5)).StartsAt;
        venue.Time.Set(slot.AddMinutes(53));
        var booking = await venue.BookAsync(TestVenue.Anna, 16, table: 6);

        venue.Time.Advance(TimeSpan.FromMinutes(29));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        var shown = (await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel)).Tables.Single(t =>
            t.Table.Number == 6
        );
        Assert.Equal((TableState.Late, 29), (shown.State, shown.Minutes));
        venue.Time.Advance(TimeSpan.FromMinutes(1));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);

        Assert.Equal(
            BookingStatus.NoShow,
            (await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id, Cancel), Cancel)).Status
        );
    }

    [Fact]
    public async Task CatchUp_PartyThatArrivedAndWasNeverSeated_IsClosedWhenTheDayIsOver()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), hour: 16, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, null, 1, Cancel);

        venue.Time.Set(booking.EndsAt.AddHours(1));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        venue.Time.Set(TestVenue.Moscow.Day(TestVenue.Day).End);
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        Assert.Equal(
            BookingStatus.Completed,
            (await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id, Cancel), Cancel)).Status
        );
    }
}
