using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Data.Guests;

public sealed class GuestStandingTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Rows_OfAGuestWhoStayedAwayTooOften_AreFlaggedOnListAndFloor()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        await StayAwayAsync(venue, guest, 3);
        await venue.BookAsync(guest, 20, day: venue.Today());
        await venue.BookAsync(await venue.GuestAsync(2), 20, day: venue.Today());

        var rows = await venue.Queries.DayAsync(venue.Today(), Cancel);

        Assert.Equal(new GuestStanding(0, 3, true), rows.Single(row => row.GuestId == guest.GuestId).Standing);
        Assert.Equal(GuestStanding.New, rows.Single(row => row.GuestId != guest.GuestId).Standing);
        var floor = await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);
        Assert.Single(floor.Arrivals, row => row.Standing is { IsFlagged: true });
    }

    [Theory, OnBothDatabases]
    public async Task Standing_NoShowsBeforeTheWindow_AreForgiven(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.SettingsAsync(settings => settings.NoShowFlagCount = 2);
        var guest = await venue.GuestAsync();
        await StayAwayAsync(venue, guest, 2);
        Assert.True((await StandingAsync(venue, guest)).IsFlagged);

        venue.Time.Advance(TimeSpan.FromDays(370));

        Assert.Equal(new GuestStanding(0, 0, false), await StandingAsync(venue, guest));
    }

    [Theory, OnBothDatabases]
    public async Task Standing_Visits_CountWhoSatDown(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var booking = await venue.BookAsync(guest, 16, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);

        Assert.Equal(new GuestStanding(1, 0, false), await StandingAsync(venue, guest));
    }

    /// <summary>Books as often, one day after the other, and never comes.</summary>
    internal static async Task StayAwayAsync(TestVenue venue, Actor.Guest guest, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var booking = await venue.BookAsync(guest, 20, day: venue.Today());
            venue.Time.Set(booking.StartsAt.AddMinutes(1));
            var marked = await venue.Bookings.Lifecycle.MarkNoShowAsync(TestVenue.Anna, booking.Id, null, Cancel);
            Assert.True(marked.Succeeded, marked.Error?.ToString());
            venue.Time.Advance(TimeSpan.FromHours(18));
        }
    }

    private static async Task<GuestStanding> StandingAsync(TestVenue venue, Actor.Guest guest)
    {
        var booking = await venue.BookAsync(guest, 22, day: venue.Today().AddDays(1));
        return (await venue.Queries.DayAsync(booking.ServiceDay, Cancel)).Single().Standing!;
    }
}
