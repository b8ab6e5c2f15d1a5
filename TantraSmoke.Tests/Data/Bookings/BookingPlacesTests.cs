using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class BookingPlacesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task RunningTime_AfterThePartyHasLeft_IsOfferedAndTakenForItsRest()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (left, late) = (
            await venue.BookAsync(await venue.GuestAsync(1), 16, table: 5),
            await venue.BookAsync(await venue.GuestAsync(2), 16, table: 6)
        );
        var another = await venue.BookAsync(await venue.GuestAsync(3), 16, table: 7);
        venue.Time.Set(left.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, left.Id, null, Cancel);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, another.Id, null, Cancel);
        venue.Time.Set(left.StartsAt.AddMinutes(10));
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, left.Id, null, Cancel);
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, another.Id, null, Cancel);
        venue.Time.Set(left.StartsAt.AddMinutes(20));

        var offer = (await venue.Availability.DayAsync(TestVenue.Anna, TestVenue.Day, 2, Cancel)).Single(o =>
            o.StartsAt == left.StartsAt
        );
        Assert.Contains(offer.Options, o => o.TableIds.SequenceEqual(left.TableIds));
        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            late.Id,
            null,
            new MoveRequest(TableIds: left.TableIds),
            Cancel
        );
        Assert.True(moved.Succeeded, moved.Error?.ToString());
        await venue.BookAsync(TestVenue.Anna, 16, table: 7);
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task CatchUp_UndoneByAHost_LeavesItToThemForTenMinutes()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 18, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(31));
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        Assert.True((await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel)).Succeeded);
        venue.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        Assert.Equal(BookingStatus.Booked, (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))?.Status);

        venue.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Create_SameKeyAgain_KeepsWhatTheGuestHoldsByNow(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var request = await venue.RequestAsync(20, table: 5);
        var first = await venue.Bookings.Book.CreateAsync(guest, request, Cancel);
        Assert.True(
            (await venue.Bookings.Book.HoldAsync(guest, await venue.RequestAsync(22, table: 6), Cancel)).Succeeded
        );

        var again = await venue.Bookings.Book.CreateAsync(guest, request, Cancel);

        Assert.Equal(first.Value?.Id, again.Value?.Id);
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.Kind == ClaimKind.Hold, Cancel), Cancel)
        );
    }

    [Fact]
    public async Task Create_SameKeyAfterTheTimeHasPassed_StillFindsTheBooking()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var request = await venue.RequestAsync(20, table: 5);
        var first = await venue.Bookings.Book.CreateAsync(guest, request, Cancel);
        venue.Time.Set(first.Value!.EndsAt.AddHours(1));

        Assert.Equal(first.Value.Id, (await venue.Bookings.Book.CreateAsync(guest, request, Cancel)).Value?.Id);
        Assert.IsType<CommonRefusal.NotFound>(
            (await venue.Bookings.Book.CreateAsync(await venue.GuestAsync(2), request, Cancel)).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task TablesTogether_OneOfThemTaken_TakesNone(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var taken = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        var guest = (await venue.GuestAsync(2)).GuestId;
        List<int> tables = [await venue.TableAsync(5), await venue.TableAsync(6)];
        var booking = new Booking(
            Guid.CreateVersion7(),
            taken.Place with
            {
                TableIds = tables,
            },
            6,
            BookingSource.Phone,
            Guid.NewGuid(),
            TestVenue.Friday
        );
        booking.ForGuest(guest, null);
        var claim = new ClaimRequest(
            tables,
            taken.StartsAt,
            taken.EndsAt,
            ClaimKind.Booking,
            TestVenue.Friday,
            booking.Id,
            TestVenue.Anna.Holder()
        );
        var history = new BookingHistory(
            booking.Id,
            BookingAction.Created,
            TestVenue.Anna,
            TestVenue.Friday,
            booking.Version,
            null,
            null
        );
        var wanted = new NewBooking(claim, booking, history, []);

        await venue.Store.ChangeAsync(
            TestVenue.Anna,
            async db =>
            {
                Assert.False(await db.TryClaimAsync(claim, Cancel));
                Assert.False(await db.TryBookAsync(wanted, Cancel));
                Assert.Equal(
                    (new Booker(true, false, 0, null), false),
                    await db.LockBookerAndTryBookAsync(wanted, Cancel)
                );
            },
            Cancel
        );

        Assert.Equal(taken.Id, (await venue.Store.ReadAsync(db => db.Claims.SingleAsync(Cancel), Cancel)).BookingId);
        Assert.Equal(1, await venue.Store.ReadAsync(db => db.Bookings.CountAsync(Cancel), Cancel));
    }
}
