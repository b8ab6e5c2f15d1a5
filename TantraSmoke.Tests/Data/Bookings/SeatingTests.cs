using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Bookings;

/// <summary>Parties that sit down before a booking, their own or another's.</summary>
public sealed class SeatingTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task WalkIn_BeforeABooking_IsFreeOnlyUntilThen()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 16, table: 5);
        var walkIn = new WalkInRequest([await venue.TableAsync(5)], 3, Guid.NewGuid());

        var seated = await venue.Bookings.WalkIns.SeatWalkInAsync(TestVenue.Anna, walkIn, Cancel);
        Assert.Equal(booking.StartsAt, seated.Value?.EndsAt);
        Assert.Equal(
            seated.Value?.Id,
            (await venue.Bookings.WalkIns.SeatWalkInAsync(TestVenue.Anna, walkIn, Cancel)).Value?.Id
        );

        Assert.IsType<BookingRefusal.TableOccupied>(
            (
                await venue.Bookings.WalkIns.SeatWalkInAsync(
                    TestVenue.Anna,
                    walkIn with
                    {
                        IdempotencyKey = Guid.NewGuid(),
                    },
                    Cancel
                )
            ).Error
        );
        Assert.Equal(
            new AvailabilityRefusal.PartyTooLarge(4),
            (
                await venue.Bookings.WalkIns.SeatWalkInAsync(
                    TestVenue.Anna,
                    walkIn with
                    {
                        PartySize = 5,
                        IdempotencyKey = Guid.NewGuid(),
                    },
                    Cancel
                )
            ).Error
        );
    }

    [Fact]
    public async Task Seat_BeforeTheTime_TakesTheTableAtOnceOrSaysUntilWhenItIsTaken()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var free = await venue.BookAsync(await venue.GuestAsync(1), 16, table: 5);
        var taken = await venue.BookAsync(await venue.GuestAsync(2), 16, table: 6);
        var before = await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest([await venue.TableAsync(6)], 2, Guid.NewGuid()),
            Cancel
        );

        Assert.True((await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, free.Id, null, Cancel)).Succeeded);
        var refused = Assert.IsType<BookingRefusal.TableOccupied>(
            (await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, taken.Id, null, Cancel)).Error
        );
        Assert.Equal(before.Value?.EndsAt, refused.Until);
        Assert.Equal(BookingStatus.Booked, (await venue.Queries.FindAsync(TestVenue.Anna, taken.Id, Cancel))?.Status);
    }
}
