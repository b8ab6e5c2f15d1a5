using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Tests.Web.Features.Floor;

public sealed class LiveFloorTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Change_OfOneTable_ReachesThatTableAndTheRoomOnly()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        using var live = Live(venue);
        await live.StartAsync(Cancel);
        await live.OpenAsync(Cancel);
        var told = new System.Collections.Concurrent.ConcurrentBag<int>();
        var tables = (await venue.CatalogAsync()).Tables;
        foreach (var table in tables)
            live.OnTable(table.Id, () => told.Add(table.Number));
        live.OnRoom(() => told.Add(0));

        await venue.Bookings.SeatWalkInAsync(TestVenue.Anna, new([await venue.TableAsync(5)], 3, Guid.NewGuid()), Cancel);

        await Eventually.Holds(() => told.Contains(0), "the room is told", Cancel);
        Assert.Equal([0, 5], told.Order());
        Assert.Equal(TableState.Seated, live.Picture!.Table(await venue.TableAsync(5))!.State);
        await live.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Change_WhileNobodyLooks_IsReadByWhoComesNext()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        using var live = Live(venue);
        await live.StartAsync(Cancel);
        await live.OpenAsync(Cancel);
        live.Close();
        var before = live.Picture;
        var unread = venue.Services.GetRequiredService<TantraSmoke.Core.Live.VenueFeed>().Subscribe();

        await venue.Bookings.SeatWalkInAsync(TestVenue.Anna, new([await venue.TableAsync(5)], 3, Guid.NewGuid()), Cancel);
        await using (var hints = unread.ReadAllAsync(TimeProvider.System, Cancel).GetAsyncEnumerator(Cancel))
            await hints.MoveNextAsync();
        await Task.Delay(300, Cancel);

        Assert.Same(before, live.Picture);
        var picture = await live.OpenAsync(Cancel);
        Assert.Equal(TableState.Seated, picture.Table(await venue.TableAsync(5))!.State);
        unread.Dispose();
        await live.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Ended_Listener_IsNotTold()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        using var live = Live(venue);
        await live.StartAsync(Cancel);
        await live.OpenAsync(Cancel);
        var (gone, there) = (0, 0);
        live.OnTable(await venue.TableAsync(5), () => gone++).Dispose();
        live.OnTable(await venue.TableAsync(5), () => there++);

        await venue.Bookings.SeatWalkInAsync(TestVenue.Anna, new([await venue.TableAsync(5)], 3, Guid.NewGuid()), Cancel);

        await Eventually.Holds(() => there == 1, "the listener that stayed is told", Cancel);
        Assert.Equal(0, gone);
        await live.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Recent_AfterAChange_SaysWhoDidItAndCanBeUndoneOnce()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        using var live = Live(venue);
        var seated = await venue.Bookings.SeatWalkInAsync(TestVenue.Anna, new([await venue.TableAsync(5)], 3, Guid.NewGuid()), Cancel);

        var seen = Assert.Single((await live.OpenAsync(Cancel)).Recent);
        Assert.Equal("Anna", seen.ActorName);
        Assert.True(seen.CanUndo);
        Assert.True(seen.IsBy(TestVenue.Anna.StaffId));

        await venue.Bookings.UndoAsync(TestVenue.Anna, seated.Value!.Id, seen.Version, Cancel);
        var after = await RecentChange.ReadAsync(venue.Store, venue.Time.GetUtcNow().AddMinutes(-10), Cancel);
        Assert.Equal(2, after.Count);
        Assert.All(after, change => Assert.False(change.CanUndo));
    }

    internal static LiveFloor Live(TestVenue venue) =>
        ActivatorUtilities.CreateInstance<LiveFloor>(venue.Services, TimeProvider.System);
}
