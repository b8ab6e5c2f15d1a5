using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Replicas;

namespace TantraSmoke.Tests.Data.Replicas;

public sealed class ChangePollerTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [OnBothDatabases]
    public async Task Find_WhatWasHeard_IsNotAnnouncedAgain(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        using var missed = new ChangePoller(venue.Store, venue.Services.GetRequiredService<VenueFeed>());
        await missed.FindAsync(Cancel);

        var booking = await venue.BookAsync(guest, 20, table: 5);
        await venue.Bookings.Lifecycle.ConfirmAsync(TestVenue.Anna, booking.Id, booking.Version, Cancel);

        Assert.DoesNotContain(await missed.FindAsync(Cancel), change => change.Kind == ChangeKind.Booking);
        Assert.DoesNotContain(await missed.FindAsync(Cancel), change => change.Kind == ChangeKind.Booking);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Find_OneOfTwoChangesOfABookingHeard_AnnouncesTheOther(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        var feed = new VenueFeed();
        using var missed = new ChangePoller(venue.Store, feed);
        await missed.FindAsync(Cancel);

        // Who made it died before saying so; the day it left is known to that change alone.
        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            booking.Version,
            new MoveRequest(ServiceDay: TestVenue.Day.AddDays(1)),
            Cancel
        );
        var confirmed = await venue.Bookings.Lifecycle.ConfirmAsync(
            TestVenue.Anna,
            booking.Id,
            moved.Value!.Version,
            Cancel
        );
        feed.Deliver([VenueChange.Of(confirmed.Value!)]);

        var hint = Assert.Single(await missed.FindAsync(Cancel), change => change.Kind == ChangeKind.Booking);
        Assert.Equal(new VenueChange(ChangeKind.Booking, booking.Id.ToString(), null, moved.Value.Version), hint);
    }
}
