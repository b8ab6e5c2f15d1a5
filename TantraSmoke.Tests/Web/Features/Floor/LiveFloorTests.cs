using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Tests.Web.Features.Floor;

public sealed class LiveFloorTests : IAsyncLifetime
{
    private TestVenue _venue = null!;
    private LiveFloor _live = null!;

    private static CancellationToken Cancel => TestVenue.Cancel;

    public async ValueTask InitializeAsync()
    {
        _venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        _live = ActivatorUtilities.CreateInstance<LiveFloor>(_venue.Services, TimeProvider.System);
        await _live.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _live.StopAsync(CancellationToken.None);
        _live.Dispose();
        await _venue.DisposeAsync();
    }

    [Fact]
    public async Task Change_OfOneTable_ReachesThatTableAndTheRoomOnly()
    {
        await _live.OpenAsync(Cancel);
        var told = new System.Collections.Concurrent.ConcurrentBag<int>();
        var tables = (await _venue.CatalogAsync()).Tables;
        foreach (var table in tables)
            _live.OnTable(table.Id, () => told.Add(table.Number));
        _live.OnRoom(() => told.Add(0));

        await _venue.Bookings.SeatWalkInAsync(TestVenue.Anna, new([await _venue.TableAsync(5)], 3, Guid.NewGuid()), Cancel);

        await Eventually.Holds(() => told.Contains(0), "the room is told", Cancel);
        Assert.Equal([0, 5], told.Order());
        Assert.Equal(TableState.Seated, _live.Picture!.Table(await _venue.TableAsync(5))!.State);
    }

    [Fact]
    public async Task Change_WhileNobodyLooks_IsReadByWhoComesNext()
    {
        await _live.OpenAsync(Cancel);
        _live.Close();
        var before = _live.Picture;
        var unread = _venue.Services.GetRequiredService<TantraSmoke.Core.Live.VenueFeed>().Subscribe();

        await _venue.Bookings.SeatWalkInAsync(TestVenue.Anna, new([await _venue.TableAsync(5)], 3, Guid.NewGuid()), Cancel);
        await using (var hints = unread.ReadAllAsync(TimeProvider.System, Cancel).GetAsyncEnumerator(Cancel))
            await hints.MoveNextAsync();
        await Task.Delay(300, Cancel);

        Assert.Same(before, _live.Picture);
        var picture = await _live.OpenAsync(Cancel);
        Assert.Equal(TableState.Seated, picture.Table(await _venue.TableAsync(5))!.State);
        unread.Dispose();
    }

    [Fact]
    public async Task Ended_Listener_IsNotTold()
    {
        await _live.OpenAsync(Cancel);
        var (gone, there) = (0, 0);
        _live.OnTable(await _venue.TableAsync(5), () => gone++).Dispose();
        _live.OnTable(await _venue.TableAsync(5), () => there++);

        await _venue.Bookings.SeatWalkInAsync(TestVenue.Anna, new([await _venue.TableAsync(5)], 3, Guid.NewGuid()), Cancel);

        await Eventually.Holds(() => there == 1, "the listener that stayed is told", Cancel);
        Assert.Equal(0, gone);
    }

    [Fact]
    public async Task Recent_AfterAChange_SaysWhoDidItAndCanBeUndoneOnce()
    {
        var seated = await _venue.Bookings.SeatWalkInAsync(TestVenue.Anna, new([await _venue.TableAsync(5)], 3, Guid.NewGuid()), Cancel);

        var seen = Assert.Single((await _live.OpenAsync(Cancel)).Recent);
        Assert.Equal("Anna", seen.ActorName);
        Assert.True(seen.CanUndo);
        Assert.True(seen.IsBy(TestVenue.Anna.StaffId));

        await _venue.Bookings.UndoAsync(TestVenue.Anna, seated.Value!.Id, seen.Version, Cancel);
        var after = await RecentChange.ReadAsync(_venue.Store, _venue.Time.GetUtcNow().AddMinutes(-10), Cancel);
        Assert.Equal(2, after.Count);
        Assert.All(after, change => Assert.False(change.CanUndo));
    }
}
