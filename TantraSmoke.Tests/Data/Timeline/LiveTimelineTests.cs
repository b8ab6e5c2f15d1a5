using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Features.Timeline;

namespace TantraSmoke.Tests.Data.Timeline;

public sealed class LiveTimelineTests : IAsyncLifetime
{
    private TestVenue _venue = null!;
    private LiveTimeline _live = null!;

    private static CancellationToken Cancel => TestVenue.Cancel;

    public async ValueTask InitializeAsync()
    {
        _venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        _live = ActivatorUtilities.CreateInstance<LiveTimeline>(_venue.Services, TimeProvider.System);
        await _live.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _live.StopAsync(CancellationToken.None);
        _live.Dispose();
        await _venue.DisposeAsync();
    }

    [Fact]
    public async Task Watch_BookingMovedByAnotherHost_TellsBothTablesAndNoOther()
    {
        var booking = await _venue.BookAsync(await _venue.GuestAsync(), 18, table: 5);
        using var watch = await _live.WatchAsync(TestVenue.Day, Cancel);
        var told = new ConcurrentBag<int>();
        foreach (var number in (int[])[5, 6, 7])
            watch.OnTable(await _venue.TableAsync(number), () => told.Add(number));

        var request = new MoveRequest(TableIds: [await _venue.TableAsync(6)]);
        var moved = await _venue.Bookings.Moves.MoveAsync(
            TestVenue.Boris,
            booking.Id,
            booking.Version,
            request,
            Cancel
        );

        Assert.True(moved.Succeeded, moved.Error?.ToString());
        await Eventually.Holds(() => told.Count == 2, "both tables are told", Cancel);
        Assert.Equal([5, 6], told.Order());
        Assert.Empty(watch.Picture.Bars[await _venue.TableAsync(5)]);
    }

    [Fact]
    public async Task Watch_TablesBlocked_AreTold()
    {
        using var watch = await _live.WatchAsync(TestVenue.Day, Cancel);
        var table = await _venue.TableAsync(5);

        await _venue.Bookings.Blocks.BlockAsync(
            TestVenue.Boris,
            new BlockRequest([table], "Wet sofa", _venue.Time.GetUtcNow().AddHours(1)),
            Cancel
        );

        await Eventually.Holds(
            () => watch.Picture.Bars[table].SingleOrDefault()?.State == BarState.Blocked,
            "the block is drawn",
            Cancel
        );
    }

    [Fact]
    public async Task Watch_ABookingThatMakesTheDayLonger_TellsTheFrame()
    {
        var booking = await _venue.BookAsync(await _venue.GuestAsync(), 22, table: 5);
        using var watch = await _live.WatchAsync(TestVenue.Day, Cancel);
        var (frames, before) = (0, watch.Picture.To);
        watch.OnFrame(() => frames++);

        var longer = await _venue.Bookings.Moves.ResizeAsync(
            TestVenue.Boris,
            booking.Id,
            booking.Version,
            booking.EndsAt.AddHours(2),
            Cancel
        );

        Assert.True(longer.Succeeded, longer.Error?.ToString());
        await Eventually.Holds(() => frames == 1, "the frame is told", Cancel);
        Assert.Equal(before.AddHours(2), watch.Picture.To);
    }
}
