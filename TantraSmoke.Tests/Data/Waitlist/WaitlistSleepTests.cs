using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Data.Waitlist;

/// <summary>Guests who wait in the chat are let sleep: what comes free at night is offered in the morning.</summary>
public sealed class WaitlistSleepTests
{
    private static readonly DateOnly Saturday = TestVenue.Day.AddDays(1);
    private static readonly DateTimeOffset Eight = TestVenue.Friday.AddHours(29);

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task FreeAtHalfPastTwo_IsOfferedInTheMorning_ToTheFirstInLine()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var bookings = await FillAsync(venue, Saturday);
        var first = await JoinAsync(venue, 11);
        venue.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await JoinAsync(venue, 12);
        // 02:30 in Moscow.
        venue.Time.Set(TestVenue.Friday.AddHours(11.5));
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, bookings, null, null, Cancel);

        Assert.Equal(0, await OfferAsync(venue));
        var shown = await RowAsync(venue, first);
        var rules = (await venue.CatalogAsync()).Settings;
        Assert.Equal(TestVenue.Friday.AddHours(19), shown.SleepsUntil(rules, TestVenue.Moscow, venue.Time.GetUtcNow()));
        venue.Time.Set(TestVenue.Friday.AddHours(19).AddMinutes(-1));
        Assert.Equal(0, await OfferAsync(venue));

        venue.Time.Set(TestVenue.Friday.AddHours(19));
        Assert.Equal(1, await OfferAsync(venue));
        Assert.Equal(
            (WaitlistStatus.Offered, null),
            ((await RowAsync(venue, first)).Status, (await RowAsync(venue, first)).PassedAt)
        );
        Assert.Equal(WaitlistStatus.Waiting, (await RowAsync(venue, second)).Status);
        Assert.Null((await RowAsync(venue, second)).SleepsUntil(rules, TestVenue.Moscow, venue.Time.GetUtcNow()));
    }

    [Fact]
    public async Task FreeInTheQuietHours_BeginsBeforeTheyEnd_IsOfferedAtOnce()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.SettingsAsync(rules => rules.QuietFrom = new TimeOnly(14, 0));
        var five = await FillAsync(venue, TestVenue.Day);
        var wish = new WaitlistWish(TestVenue.Day, TestVenue.Friday.AddHours(5), TestVenue.Friday.AddHours(5), 2);
        var entry = (
            await Service(venue).Own.JoinAsync(await venue.GuestAsync(11), wish, Guid.NewGuid(), Cancel)
        ).Value!;
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, five, null, null, Cancel);

        Assert.Equal(1, await OfferAsync(venue));
        Assert.Equal(WaitlistStatus.Offered, (await RowAsync(venue, entry)).Status);
    }

    private static WaitingList Service(TestVenue venue) => venue.Services.GetRequiredService<WaitingList>();

    private static Task<int> OfferAsync(TestVenue venue) => Service(venue).Offers.OfferNextAsync(Cancel);

    private static async Task<WaitlistRow> RowAsync(TestVenue venue, WaitlistEntry entry) =>
        (await Service(venue).Queries.FindAsync(Actor.System.Instance, entry.Id, Cancel))!;

    private static async Task<WaitlistEntry> JoinAsync(TestVenue venue, int number) =>
        (
            await Service(venue)
                .Own.JoinAsync(
                    await venue.GuestAsync(number),
                    new WaitlistWish(Saturday, Eight, Eight, 2),
                    Guid.NewGuid(),
                    Cancel
                )
        ).Value!;

    /// <summary>Every table is booked at 20:00; returns the booking of table 5.</summary>
    private static async Task<Guid> FillAsync(TestVenue venue, DateOnly day)
    {
        var five = Guid.Empty;
        foreach (var table in (await venue.CatalogAsync()).Tables)
        {
            var booking = await venue.BookAsync(
                TestVenue.Anna,
                new BookingRequest(day, await venue.SlotAsync(20), new(1), Guid.NewGuid()) { TableIds = [table.Id] }
            );
            five = table.Number == 5 ? booking.Id : five;
        }

        return five;
    }
}
