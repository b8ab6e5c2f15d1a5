using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Tests.Data.Floor;

public sealed class LiveFloorTests : IAsyncLifetime
{
    /// <summary>Longer than a burst of changes and its reading take.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(400);

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
        var told = await ListenAsync();

        await _venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new([await _venue.TableAsync(5)], 3, Guid.NewGuid()),
            Cancel
        );

        await Eventually.Holds(() => told.Contains(0), "the room is told", Cancel);
        Assert.Equal([0, 5], told.Order());
        Assert.Equal(TableState.Seated, _live.Picture!.Table(await _venue.TableAsync(5))!.State);
    }

    [Fact]
    public async Task Open_ByManyAtOnce_GivesEachOfThemAPicture()
    {
        var pictures = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => _live.OpenAsync(Cancel), Cancel))
        );

        Assert.All(pictures, Assert.NotNull);
    }

    [Fact]
    public async Task MinutePasses_ForATableThatOverruns_ReachesThatTableOnly()
    {
        var seated = await _venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new([await _venue.TableAsync(5)], 3, Guid.NewGuid()),
            Cancel
        );
        _venue.Time.Set(seated.Value!.EndsAt.AddMinutes(2));
        await _live.OpenAsync(Cancel);
        await Task.Delay(Settled, Cancel);
        var told = await ListenAsync();

        _venue.Time.Advance(TimeSpan.FromMinutes(1));
        _venue.Services.GetRequiredService<VenueFeed>().Deliver([new VenueChange(ChangeKind.Booking)]);

        await Eventually.Holds(() => !told.IsEmpty, "the table is told", Cancel);
        await Task.Delay(Settled, Cancel);
        Assert.Equal([5], told);
    }

    [Fact]
    public async Task MinutePasses_ForAPartyWhoseTableStillSits_ReachesTheRoom()
    {
        var first = await _venue.BookAsync(await _venue.GuestAsync(), 18, table: 5);
        var next = await _venue.BookAsync(await _venue.GuestAsync(2), 20, table: 5);
        _venue.Time.Set(first.StartsAt);
        await _venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, first.Id, first.Version, Cancel);
        _venue.Time.Set(next.StartsAt.AddMinutes(-45));
        await _live.OpenAsync(Cancel);
        await Task.Delay(Settled, Cancel);
        var told = await ListenAsync();

        _venue.Time.Advance(TimeSpan.FromMinutes(1));
        _venue.Services.GetRequiredService<VenueFeed>().Deliver([new VenueChange(ChangeKind.Booking)]);

        await Eventually.Holds(() => !told.IsEmpty, "the room is told", Cancel);
        Assert.Equal([0], told);
    }

    [Fact]
    public async Task MinutePasses_AfterWhichAPartyIsOverTime_ReachesTheRoom_ForTheTabOfItsHall()
    {
        var seated = await _venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new([await _venue.TableAsync(5)], 3, Guid.NewGuid()),
            Cancel
        );

        Assert.Equal([0, 5], await ToldAsMinutePassesAsync(seated.Value!.EndsAt.AddSeconds(30)));
    }

    [Fact]
    public async Task MinutePasses_AfterWhichAPartyComesWithinTwoHours_ReachesTheRoom()
    {
        var booking = await _venue.BookAsync(await _venue.GuestAsync(), 20, table: 5);

        Assert.Equal([0], await ToldAsMinutePassesAsync(booking.StartsAt.AddSeconds(-(2 * 60 * 60) - 30)));
    }

    [Fact]
    public async Task Hold_OfAnotherDay_IsNotReadFor()
    {
        var guest = await _venue.GuestAsync();
        await _live.OpenAsync(Cancel);
        // What was read for the guest comes when it comes.
        var before = _live.Picture;
        for (var seen = default(object); !ReferenceEquals(seen, before); before = _live.Picture)
        {
            seen = before;
            await Task.Delay(Settled, Cancel);
        }

        await _venue.Bookings.Book.HoldAsync(
            guest,
            await _venue.RequestAsync(20, table: 5, day: TestVenue.Day.AddDays(1)),
            Cancel
        );
        await Task.Delay(Settled, Cancel);
        Assert.Same(before, _live.Picture);
        await _venue.Bookings.Book.HoldAsync(guest, await _venue.RequestAsync(18, table: 5), Cancel);

        await Eventually.Holds(() => !ReferenceEquals(before, _live.Picture), "a hold of today is read for", Cancel);
    }

    [Fact]
    public async Task Change_WhileNobodyLooks_IsReadByWhoComesNext()
    {
        await _live.OpenAsync(Cancel);
        _live.Close();
        var before = _live.Picture;
        var unread = _venue.Services.GetRequiredService<VenueFeed>().Subscribe();

        await _venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new([await _venue.TableAsync(5)], 3, Guid.NewGuid()),
            Cancel
        );
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

        await _venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new([await _venue.TableAsync(5)], 3, Guid.NewGuid()),
            Cancel
        );

        await Eventually.Holds(() => there == 1, "the listener that stayed is told", Cancel);
        Assert.Equal(0, gone);
    }

    [Fact]
    public async Task Recent_AfterAChange_SaysWhoDidItAndCanBeUndoneOnce()
    {
        var seated = await _venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new([await _venue.TableAsync(5)], 3, Guid.NewGuid()),
            Cancel
        );

        var seen = Assert.Single((await _live.OpenAsync(Cancel)).Recent);
        Assert.Equal("Anna", seen.ActorName);
        Assert.True(seen.CanUndo);
        Assert.True(seen.IsBy(TestVenue.Anna.StaffId));

        await _venue.Bookings.Undo.UndoAsync(TestVenue.Anna, seated.Value!.Id, seen.Version, Cancel);
        var after = await RecentChange.ReadAsync(_venue.Store, _venue.Time.GetUtcNow().AddMinutes(-10), Cancel);
        Assert.Equal(2, after.Count);
        Assert.All(after, change => Assert.False(change.CanUndo));
    }

    /// <summary>Who is told when the minute after this moment has passed.</summary>
    private async Task<IEnumerable<int>> ToldAsMinutePassesAsync(DateTimeOffset from)
    {
        _venue.Time.Set(from);
        await _live.OpenAsync(Cancel);
        await Task.Delay(Settled, Cancel);
        var told = await ListenAsync();

        _venue.Time.Advance(TimeSpan.FromMinutes(1));
        _venue.Services.GetRequiredService<VenueFeed>().Deliver([new VenueChange(ChangeKind.Booking)]);

        await Eventually.Holds(() => told.Contains(0), "the room is told", Cancel);
        return told.Order();
    }

    /// <summary>The numbers of the tables that are told from now on, 0 for the room.</summary>
    private async Task<ConcurrentBag<int>> ListenAsync()
    {
        var told = new ConcurrentBag<int>();
        foreach (var table in (await _venue.CatalogAsync()).Tables)
            _live.OnTable(table.Id, () => told.Add(table.Number));
        _live.OnRoom(() => told.Add(0));
        return told;
    }
}
