using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Tests.Data.Availability;

public sealed class BusyTimeCacheTests
{
    private static readonly DateOnly Day = TestVenue.Day;

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Read_WithoutAHint_IsKeptForASecondOnly()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var clock = new FakeTimeProvider(TestVenue.Friday);
        // Hears of nothing that happens at the venue.
        using var deaf = new BusyTimeCache(venue.Store, new VenueFeed(), clock);
        Assert.Equal(0, await CountAsync(venue, deaf));
        await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);

        Assert.Equal(0, await CountAsync(venue, deaf));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await CountAsync(venue, deaf));
    }

    [Fact]
    public async Task Read_AfterAHint_IsNewForThatDayAndForAllWhereItNamesNone()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var feed = new VenueFeed();
        using var taken = new BusyTimeCache(venue.Store, feed, new FakeTimeProvider(TestVenue.Friday));
        Assert.Equal(0, await CountAsync(venue, taken));
        await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);

        feed.Deliver([new VenueChange(ChangeKind.Booking, "", Day.AddDays(1))]);
        feed.Deliver([new VenueChange(ChangeKind.Guest)]);
        Assert.Equal(0, await CountAsync(venue, taken));
        feed.Deliver([new VenueChange(ChangeKind.Claim, "", Day)]);
        Assert.Equal(1, await CountAsync(venue, taken));

        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 6);
        feed.Deliver([VenueChange.Reset]);
        Assert.Equal(2, await CountAsync(venue, taken));
    }

    [Fact]
    public async Task Read_AHintComesMeanwhile_IsNotKept()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var feed = new VenueFeed();
        await using var services = new ServiceCollection()
            .AddSingleton<Func<VenueDb>>(_ =>
                () =>
                {
                    // Somebody else books between the look at what is kept and the end of the reading.
                    feed.Deliver([new VenueChange(ChangeKind.Booking, "", Day)]);
                    return venue.Store.Open();
                }
            )
            .BuildServiceProvider();
        using var store = new VenueStore(services, venue.Time, NullLogger<VenueStore>.Instance);
        using var taken = new BusyTimeCache(store, feed, new FakeTimeProvider(TestVenue.Friday));
        Assert.Equal(0, await CountAsync(venue, taken));

        await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);

        Assert.Equal(1, await CountAsync(venue, taken));
    }

    [Fact]
    public async Task Around_AClaimFromTheEveningBefore_IsThere()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var booking = await venue.BookAsync(
            TestVenue.Anna,
            await venue.RequestAsync(22, table: 5, guest: (await venue.GuestAsync()).GuestId)
        );
        using var taken = new BusyTimeCache(venue.Store, new VenueFeed(), venue.Time);
        var days = await taken.ReadAsync(catalog, Day.AddDays(1), Day.AddDays(1), Cancel);

        Assert.Equal(
            booking.StartsAt,
            Assert
                .Single(
                    days.Around(
                        Day.AddDays(1),
                        booking.StartsAt.AddHours(1),
                        booking.StartsAt.AddDays(1),
                        "",
                        venue.Time.GetUtcNow()
                    )
                )
                .StartsAt
        );
        Assert.Empty(
            days.Around(Day.AddDays(1), booking.EndsAt, booking.StartsAt.AddDays(1), "", venue.Time.GetUtcNow())
        );
    }

    private static async Task<int> CountAsync(TestVenue venue, BusyTimeCache taken)
    {
        var (start, end) = (await venue.CatalogAsync()).Day(Day);
        return (await taken.ReadAsync(await venue.CatalogAsync(), Day, Day, Cancel))
            .Around(Day, start, end, "", venue.Time.GetUtcNow())
            .Count;
    }
}
