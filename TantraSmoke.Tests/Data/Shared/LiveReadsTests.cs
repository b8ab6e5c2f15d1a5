using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Data.Shared;

public sealed class LiveReadsTests : IAsyncLifetime
{
    private static readonly DateOnly Tomorrow = TestVenue.Day.AddDays(1);

    /// <summary>Longer than a burst of changes and its reading take.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(400);

    private TestVenue _venue = null!;
    private Actor.Guest _guest = null!;
    private LiveReads _live = null!;

    private static CancellationToken Cancel => TestVenue.Cancel;

    public async ValueTask InitializeAsync()
    {
        _venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        // Before anybody watches: a guest's name is news for every day.
        _guest = await _venue.GuestAsync();
        _live = ActivatorUtilities.CreateInstance<LiveReads>(_venue.Services, TimeProvider.System);
        await _live.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _live.StopAsync(CancellationToken.None);
        _live.Dispose();
        await _venue.DisposeAsync();
    }

    [Fact]
    public async Task Watch_ChangeByAnotherHost_BringsTheNewList()
    {
        var booking = await _venue.BookAsync(_guest, 18, table: 5);
        BookingList? shown = null;
        LiveReads.Watch<BookingList>? watch = null;
        watch = await _live.WatchAsync(Day(TestVenue.Day), () => shown = watch?.Shown, Cancel);

        var seated = await _venue.Bookings.Lifecycle.SeatAsync(TestVenue.Boris, booking.Id, booking.Version, Cancel);

        Assert.True(seated.Succeeded, seated.Error?.ToString());
        await Eventually.Holds(
            () => shown?.Page.Rows.Single().Status == BookingStatus.Seated,
            "the page gets the seated booking",
            Cancel
        );
        Assert.Same(shown, watch.Shown);
        watch.Dispose();
    }

    [Fact]
    public async Task Watch_ChangesOfAnotherDay_TellOnlyWhoWatchesThatDay()
    {
        var (today, tomorrow) = (0, 0);
        using var calm = await _live.WatchAsync(Day(TestVenue.Day), () => today++, Cancel);
        using var busy = await _live.WatchAsync(Day(Tomorrow), () => tomorrow++, Cancel);

        await _venue.BookAsync(_guest, 18, table: 5, day: Tomorrow);
        await Eventually.Holds(() => tomorrow == 1, "the first booking arrives", Cancel);
        // Changes are read one after the other: with the second there, all of the first has been told.
        await _venue.BookAsync(_guest, 20, table: 6, day: Tomorrow);
        await Eventually.Holds(() => tomorrow == 2, "the second booking arrives", Cancel);

        Assert.Equal(0, today);
        Assert.Empty(calm.Shown.Page.Rows);
    }

    [Fact]
    public async Task Watch_Ended_IsNotTold()
    {
        var (gone, there) = (0, 0);
        (await _live.WatchAsync(Day(TestVenue.Day), () => gone++, Cancel)).Dispose();
        using var stays = await _live.WatchAsync(Day(TestVenue.Day), () => there++, Cancel);

        await _venue.BookAsync(_guest, 18, table: 5);

        await Eventually.Holds(() => there > 0, "the page that stayed is told", Cancel);
        Assert.Equal(0, gone);
    }

    [Fact]
    public async Task Change_ThatLeavesTheDayAsItWas_IsNotTold()
    {
        var told = 0;
        using var watch = await _live.WatchAsync(Day(TestVenue.Day), () => told++, Cancel);
        var booking = await _venue.BookAsync(_guest, 20, table: 5);
        await Eventually.Holds(() => told > 0 && watch.Shown.Page.Rows.Count == 1, "the booking is told", Cancel);
        await Task.Delay(Settled, Cancel);
        var before = told;

        _venue.Services.GetRequiredService<VenueFeed>().Deliver([VenueChange.Of(booking)]);

        await Task.Delay(Settled, Cancel);
        Assert.Equal(before, told);
    }

    [Fact]
    public async Task Change_OfTheCatalogOrOfAGuestsUsername_IsTold()
    {
        var told = 0;
        using var watch = await _live.WatchAsync(Day(TestVenue.Day), () => told++, Cancel);
        await _venue.BookAsync(_guest, 20, table: 5);
        await Eventually.Holds(() => told > 0 && watch.Shown.Page.Rows.Count == 1, "the booking is told", Cancel);
        await Task.Delay(Settled, Cancel);
        var before = told;

        await _venue.SettingsAsync(settings => settings.VenueName = "Лаунж");
        await Eventually.Holds(() => told == before + 1, "the settings are told", Cancel);
        await _venue
            .Services.GetRequiredService<GuestService>()
            .RegisterAsync(new TelegramPerson(1001, "Ирина 1", "renamed", "ru"), Cancel);

        await Eventually.Holds(() => told == before + 2, "the new username is told", Cancel);
        Assert.Equal("renamed", Assert.Single(watch.Shown.Page.Rows).Username);
    }

    private BookingListRead Day(DateOnly day) =>
        new(
            _venue.Services.GetRequiredService<BookingLists>(),
            _venue.Store,
            TimeProvider.System,
            new BookingSearch { From = day, To = day },
            1
        );
}
