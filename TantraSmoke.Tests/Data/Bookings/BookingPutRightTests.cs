using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Bookings;

/// <summary>What was decided by mistake can be put right after the ten minutes of an undo.</summary>
public sealed class BookingPutRightTests
{
    private static readonly Actor.Staff Manager = new(3, StaffRole.Manager, "Clara");

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Came_NoShowWhoseTimeRuns_SitsAndIsNoNoShowAnyMore()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (guest, booking) = await NoShowAsync(venue);
        Assert.Equal(1, await NoShowsAsync(venue, guest));
        venue.Time.Advance(TimeSpan.FromMinutes(15));

        var seated = await venue.Bookings.Undo.CameAsync(TestVenue.Anna, booking.Id, null, null, Cancel);

        Assert.Equal(
            (BookingStatus.Seated, venue.Time.GetUtcNow(), null),
            (seated.Value!.Status, seated.Value.SeatedAt, seated.Value.EndedAt)
        );
        Assert.Equal(0, await NoShowsAsync(venue, guest));
        Assert.IsType<BookingRefusal.StillSeated>((await WalkInAsync(venue, booking, seated.Value.EndsAt)).Error);
        // And back again: a no-show has no table.
        venue.Time.Set(booking.StartsAt.AddMinutes(46));
        Assert.Equal(
            BookingStatus.NoShow,
            (await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel)).Value?.Status
        );
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.BookingId == booking.Id, Cancel), Cancel)
        );
    }

    [Fact]
    public async Task Came_TableGivenToOthers_SaysWhatIsFreeInstead()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (_, booking) = await NoShowAsync(venue);
        Assert.True((await WalkInAsync(venue, booking, venue.Time.GetUtcNow())).Succeeded);

        var refused = await venue.Bookings.Undo.CameAsync(TestVenue.Anna, booking.Id, null, null, Cancel);

        var gone = Assert.IsType<BookingRefusal.PlaceGone>(refused.Error);
        Assert.Equal([5], gone.TableNumbers);
        Assert.DoesNotContain(gone.WouldFit, option => option.TableIds.Contains(booking.TableIds[0]));
        var seated = await venue.Bookings.Undo.CameAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            gone.WouldFit[0].TableIds,
            Cancel
        );
        Assert.Equal(BookingStatus.Seated, seated.Value!.Status);
        Assert.Equal(gone.WouldFit[0].TableIds, seated.Value.TableIds);
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Came_AfterItsTime_IsAVisit_OnALaterDayForManagersOnly()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (guest, booking) = await NoShowAsync(venue);
        venue.Time.Set(booking.StartsAt.AddDays(2));
        Assert.Equal(
            new CommonRefusal.NotAllowed(Right.CorrectPast),
            (await venue.Bookings.Undo.CameAsync(TestVenue.Anna, booking.Id, null, null, Cancel)).Error
        );

        var visited = await venue.Bookings.Undo.CameAsync(Manager, booking.Id, null, null, Cancel);

        Assert.Equal((BookingStatus.Completed, booking.EndsAt), (visited.Value!.Status, visited.Value.EndedAt));
        Assert.Equal(0, await NoShowsAsync(venue, guest));
        Assert.IsType<BookingRefusal.WrongStatus>(
            (await venue.Bookings.Undo.CameAsync(Manager, booking.Id, null, null, Cancel)).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Restore_CancellationByMistake_StandsAgainAndTheGuestIsTold(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        venue.Time.Advance(TimeSpan.FromMinutes(30));
        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 5);

        var gone = Assert.IsType<BookingRefusal.PlaceGone>(
            (await venue.Bookings.Undo.RestoreAsync(TestVenue.Anna, booking.Id, null, null, Cancel)).Error
        );
        var restored = await venue.Bookings.Undo.RestoreAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            gone.WouldFit[0].TableIds,
            Cancel
        );

        Assert.Equal((BookingStatus.Booked, null), (restored.Value!.Status, restored.Value.EndedAt));
        Assert.Equal(gone.WouldFit[0].TableIds, restored.Value.TableIds);
        Assert.Equal(0, await venue.OverlapsAsync());
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.BookingRestored && m.ForGuest, Cancel),
                Cancel
            )
        );
        Assert.Contains(
            await venue.Store.ReadAsync(
                db =>
                    db.Outbox.Where(m => m.BookingId == booking.Id && m.SentAt == null)
                        .Select(m => m.Kind)
                        .ToListAsync(Cancel),
                Cancel
            ),
            kind => kind == OutboxKind.Reminder
        );
        Assert.IsType<BookingRefusal.WrongStatus>(
            (await venue.Bookings.Undo.RestoreAsync(TestVenue.Anna, booking.Id, null, null, Cancel)).Error
        );
    }

    [Fact]
    public async Task Restore_AfterItsGrace_IsLeftToStaffForTenMinutes_AndAfterItsTimeRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        venue.Time.Set(booking.StartsAt.AddMinutes(45));

        Assert.True((await venue.Bookings.Undo.RestoreAsync(TestVenue.Anna, booking.Id, null, null, Cancel)).Succeeded);
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        venue.Time.Set(booking.EndsAt);
        Assert.IsType<AvailabilityRefusal.SlotPassed>(
            (await venue.Bookings.Undo.RestoreAsync(TestVenue.Anna, booking.Id, null, null, Cancel)).Error
        );
    }

    private static async Task<(Actor.Guest Guest, Booking Booking)> NoShowAsync(TestVenue venue)
    {
        var guest = await venue.GuestAsync(1);
        var booking = await venue.BookAsync(guest, 20, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(30));
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        return (guest, booking);
    }

    private static async Task<Outcome<Booking>> WalkInAsync(TestVenue venue, Booking booking, DateTimeOffset at)
    {
        venue.Time.Set(at);
        return await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest(booking.TableIds, 2, Guid.NewGuid()),
            Cancel
        );
    }

    private static async Task<int> NoShowsAsync(TestVenue venue, Actor.Guest guest) =>
        (
            await venue
                .Services.GetRequiredService<BookingLists>()
                .PageAsync(new BookingSearch { Words = guest.Name }, 1, 10, Cancel)
        )
            .Rows.Single(b => b.GuestId == guest.GuestId)
            .Standing!.NoShows;
}
