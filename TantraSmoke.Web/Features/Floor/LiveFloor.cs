using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>
/// The floor for all open pages of this process: read once per burst of changes and every 15 seconds, compared with the
/// previous state; only listeners of changed parts are notified. Not read while no page is open.
/// </summary>
public sealed class LiveFloor(
    VenueFeed feed,
    FloorService floor,
    WaitlistQueries waitlist,
    VenueStore store,
    TimeProvider time,
    ILogger<LiveFloor> logger
) : BackgroundService
{
    private static readonly TimeSpan TimePasses = TimeSpan.FromSeconds(15);

    // Subscribed from the start: a page may open before the background service runs.
    private readonly VenueFeed.Subscription _subscription = feed.Subscribe();
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly FloorListeners _listeners = new();
    private readonly Outage _outage = new();
    private int _pages;
    private volatile bool _stale = true;
    private volatile FloorPicture? _picture;

    /// <summary>The latest picture; null until a page opens the floor.</summary>
    public FloorPicture? Picture => _picture;

    /// <summary>Called by a page before it renders: registers it, and reads if no page was open.</summary>
    public async Task<FloorPicture> OpenAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _pages);
        try
        {
            // The first page may still be reading.
            if (_stale || _picture is null)
                await RefreshAsync(cancellationToken);
            return _picture!;
        }
        catch
        {
            Close();
            throw;
        }
    }

    public void Close() => Interlocked.Decrement(ref _pages);

    /// <summary>Calls back, on any thread, when this table changes.</summary>
    public IDisposable OnTable(int tableId, Action changed) => _listeners.Add(tableId, changed);

    /// <summary>
    /// Calls back, on any thread, when bookings, the plan, recent changes or any table's state change, or a minute
    /// passes for an expected party.
    /// </summary>
    public IDisposable OnRoom(Action changed) => _listeners.Add(FloorListeners.Room, changed);

    /// <summary>Calls back, on any thread, when time has passed, for minute counters.</summary>
    public IDisposable OnMinutes(Action passed) => _listeners.Add(FloorListeners.Minutes, passed);

    public override void Dispose()
    {
        _subscription.Dispose();
        _reading.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FollowChangesAsync(stoppingToken), FollowTimeAsync(stoppingToken));

    private async Task FollowChangesAsync(CancellationToken cancellationToken)
    {
        await foreach (var changes in _subscription.ReadAllAsync(time, cancellationToken))
        {
            if (changes.Any(Concerns))
                await RefreshIfWatchedAsync(cancellationToken);
        }
    }

    /// <summary>Holds of other days are not shown; bookings of other days are, among the recent changes.</summary>
    private bool Concerns(VenueChange change) =>
        change.Kind switch
        {
            ChangeKind.Staff => false,
            ChangeKind.Claim => _picture is null || change.Concerns(_picture.Snapshot.ServiceDay),
            ChangeKind.Booking or ChangeKind.Waitlist or ChangeKind.Catalog or ChangeKind.Guest or ChangeKind.Reset =>
                true,
        };

    private async Task FollowTimeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimePasses, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
            await RefreshIfWatchedAsync(cancellationToken);
    }

    private async Task RefreshIfWatchedAsync(CancellationToken cancellationToken)
    {
        // Marked stale before the count is read: a page that opens in between reads for itself.
        _stale = true;
        if (Volatile.Read(ref _pages) == 0)
            return;
        try
        {
            await RefreshAsync(cancellationToken);
            _outage.End();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Log(
                _outage.Level(LogLevel.Warning),
                fault,
                "The floor could not be read; pages keep the last picture until the next try"
            );
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (!_stale)
                return;
            _stale = false;
            var before = _picture;
            var snapshot = await floor.SnapshotAsync(cancellationToken);
            var since = snapshot.At - BookingRules.UndoWindow;
            var recent = await RecentChange.ReadAsync(store, since, cancellationToken);
            var notes = await RecentNote.ReadAsync(store, since, cancellationToken);
            var waiting = await waitlist.WaitingAsync(cancellationToken);
            var later = await waitlist.WaitingLaterAsync(cancellationToken);
            var halls = ReferenceEquals(before?.Snapshot.Catalog, snapshot.Catalog)
                ? before.Halls
                : FloorPicture.Draw(snapshot.Catalog);
            _picture = new FloorPicture(snapshot, halls, recent)
            {
                Notes = notes,
                Waiting = waiting,
                WaitingLater = later,
            };
            Tell(before, _picture);
        }
        catch
        {
            _stale = true;
            throw;
        }
        finally
        {
            _reading.Release();
        }
    }

    private void Tell(FloorPicture? before, FloorPicture after)
    {
        if (before is null)
            return;
        foreach (var table in after.Snapshot.Tables.Where(table => !table.Equals(before.Table(table.Table.Id))))
            _listeners.Tell(table.Table.Id);
        if (!after.HasSameRoom(before))
            _listeners.Tell(FloorListeners.Room);
        if (after.Snapshot.At != before.Snapshot.At)
            _listeners.Tell(FloorListeners.Minutes);
    }
}
