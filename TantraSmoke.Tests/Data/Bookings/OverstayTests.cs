using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Tests.Data.Bookings;

/// <summary>A table at which a party sits beyond its time.</summary>
public sealed class OverstayTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task TableWhereSomebodyOverstays_IsOfferedForLaterOnly()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.SettingsAsync(rules => rules.LeadMinutes = 0);
        var guest = await venue.GuestAsync();
        var sits = await venue.BookAsync(guest, 16, table: 5);
        venue.Time.Set(sits.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, sits.Id, null, Cancel);
        await venue.Bookings.Moves.ResizeAsync(TestVenue.Anna, sits.Id, null, sits.EndsAt.AddMinutes(-15), Cancel);
        // Five minutes to six: until five past they are thought to stay.
        venue.Time.Set(sits.EndsAt.AddMinutes(-5));

        Assert.False(await IsOfferedAsync(TestVenue.Anna, 18));
        Assert.False(await IsOfferedAsync(guest, 18));
        Assert.True(await IsOfferedAsync(guest, 20));
        var now = await venue.RequestAsync(18, table: 5);
        Assert.IsType<BookingRefusal.StillSeated>(
            (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, now, Cancel)).Error
        );
        // Who sits there is nothing that guests are told.
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (await venue.Bookings.Book.CreateAsync(guest, now, Cancel)).Error
        );
        Assert.IsType<AvailabilityRefusal.TableTaken>((await venue.Bookings.Book.HoldAsync(guest, now, Cancel)).Error);
        Assert.IsType<BookingRefusal.StillSeated>(
            (
                await venue.Bookings.WalkIns.SeatWalkInAsync(
                    TestVenue.Anna,
                    new WalkInRequest(sits.TableIds, 2, Guid.NewGuid()),
                    Cancel
                )
            ).Error
        );
        Assert.True(
            (await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(20, table: 5), Cancel)).Succeeded
        );

        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, sits.Id, null, Cancel);
        Assert.True(await IsOfferedAsync(TestVenue.Anna, 18));
        Assert.True((await venue.Bookings.Book.CreateAsync(TestVenue.Anna, now, Cancel)).Succeeded);

        async Task<bool> IsOfferedAsync(Actor actor, int hour)
        {
            var slot = await venue.SlotAsync(hour);
            var offer = (await venue.Availability.DayAsync(actor, TestVenue.Day, 2, Cancel)).Single(o =>
                o.SlotId == slot
            );
            return offer.Options.Any(option => option.TableIds.SequenceEqual(sits.TableIds));
        }
    }

    [Fact]
    public async Task Seat_WhereSomebodyOverstays_IsRefusedUntilTheyHaveLeft()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var first = await venue.BookAsync(guest, hour: 16, table: 5);
        var next = await venue.BookAsync(guest, hour: 18, table: 5);
        venue.Time.Set(first.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, first.Id, null, Cancel);
        venue.Time.Set(next.StartsAt.AddMinutes(5));

        var refused = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, next.Id, null, Cancel);
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, first.Id, null, Cancel);
        var seated = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, next.Id, null, Cancel);

        var sitting = Assert.IsType<BookingRefusal.StillSeated>(refused.Error);
        Assert.Equal([5], sitting.TableNumbers);
        Assert.Equal(guest.Name, sitting.By);
        Assert.True(seated.Succeeded, seated.Error?.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task Move_WhereSomebodyOverstays_IsRefusedForNowAndDoneForLater(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var first = await venue.BookAsync(guest, hour: 16, table: 5);
        var late = await venue.BookAsync(guest, hour: 18, table: 6);
        var later = await venue.BookAsync(guest, hour: 20, table: 6);
        venue.Time.Set(first.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, first.Id, null, Cancel);
        venue.Time.Set(late.StartsAt.AddMinutes(5));
        var there = new MoveRequest(TableIds: first.TableIds);

        Assert.IsType<BookingRefusal.StillSeated>(
            (await venue.Bookings.Moves.MoveAsync(TestVenue.Anna, late.Id, null, there, Cancel)).Error
        );
        Assert.Equal(
            first.TableIds,
            (await venue.Bookings.Moves.MoveAsync(TestVenue.Anna, later.Id, null, there, Cancel)).Value?.TableIds
        );
        // Who overstays may have one more table beside their own.
        var wider = new MoveRequest(TableIds: [.. first.TableIds, await venue.TableAsync(7)]);
        Assert.Equal(
            2,
            (await venue.Bookings.Moves.MoveAsync(TestVenue.Anna, first.Id, null, wider, Cancel)).Value?.TableIds.Count
        );
    }
}
