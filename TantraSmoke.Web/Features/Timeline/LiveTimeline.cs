using System.Collections.Concurrent;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Web.Features.Timeline;

/// <summary>
/// Service days shown on timelines: each is read once per burst of changes and every 15 seconds for all pages, and
/// compared with the previous state; only listeners of changed parts are notified.
/// </summary>
public sealed class LiveTimeline(
    VenueFeed feed,
    TimelineQueries timeline,
    TimeProvider time,
    ILogger<LiveTimeline> logger
) : BackgroundService
{
    /// <summary>Pseudo table id: the passing of time.</summary>
    private const int Clock = -1;

    private static readonly TimeSpan TimePasses = TimeSpan.FromSeconds(15);

    // Subscribed from the start: a page may open before the background service runs.
    private readonly VenueFeed.Subscription _subscription = feed.Subscribe();
    private readonly ConcurrentDictionary<long, Watch> _watches = new();
    private readonly Outage _outage = new();
    private long _lastKey;

    /// <summary>Starts watching a day; dispose to stop.</summary>
    public async Task<Watch> WatchAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var key = Interlocked.Increment(ref _lastKey);
        var watch = new Watch(
            day,
            () => RefreshAsync(day, CancellationToken.None),
            () => _watches.TryRemove(key, out _)
        );
        _watches[key] = watch;
        try
        {
            watch.Take(await timeline.DayAsync(day, cancellationToken));
            return watch;
        }
        catch
        {
            watch.Dispose();
            throw;
        }
    }

    public override void Dispose()
    {
        _subscription.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FollowChangesAsync(stoppingToken), FollowTimeAsync(stoppingToken));

    private async Task FollowChangesAsync(CancellationToken cancellationToken)
    {
        await foreach (var changes in _subscription.ReadAllAsync(time, cancellationToken))
        {
            foreach (var day in Days().Where(day => changes.Any(change => Concerns(change, day))))
                await TryRefreshAsync(day, cancellationToken);
        }
    }

    private async Task FollowTimeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimePasses, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var day in Days())
                await TryRefreshAsync(day, cancellationToken);
        }
    }

    private List<DateOnly> Days() => [.. _watches.Values.Select(watch => watch.Day).Distinct()];

    /// <summary>A booking at the end of a service day is also drawn on the next one.</summary>
    private static bool Concerns(VenueChange change, DateOnly day) =>
        change.Kind != ChangeKind.Staff
        && (change.ServiceDay is not { } changed || Math.Abs(changed.DayNumber - day.DayNumber) <= 1);

    private async Task TryRefreshAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(day, cancellationToken);
            _outage.End();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Log(
                _outage.Level(LogLevel.Warning),
                fault,
                "The timeline of {Day} could not be read; pages keep what they show until the next try",
                day
            );
        }
    }

    private async Task RefreshAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var picture = await timeline.DayAsync(day, cancellationToken);
        foreach (var watch in _watches.Values.Where(watch => watch.Day == day))
            watch.Take(picture);
    }

    /// <summary>One page's subscription to a day.</summary>
    public sealed class Watch(DateOnly day, Func<Task> refresh, Action end) : IDisposable
    {
        private readonly FloorListeners _listeners = new();
        private readonly Lock _lock = new();
        private TimelineDay? _picture;

        public DateOnly Day => day;

        /// <summary>The last state read.</summary>
        public TimelineDay Picture => _picture!;

        /// <summary>Calls back, on any thread, when something on this table changes.</summary>
        public IDisposable OnTable(int tableId, Action changed) => _listeners.Add(tableId, changed);

        /// <summary>Calls back, on any thread, when the shown hours or the catalog change.</summary>
        public IDisposable OnFrame(Action changed) => _listeners.Add(FloorListeners.Room, changed);

        /// <summary>Calls back, on any thread, when time has passed or anything changed.</summary>
        public IDisposable OnTime(Action changed) => _listeners.Add(Clock, changed);

        /// <summary>Reads again at once, so that the author of a change does not see the old state.</summary>
        public Task RefreshAsync() => refresh();

        public void Dispose() => end();

        internal void Take(TimelineDay picture)
        {
            TimelineDay? before;
            lock (_lock)
            {
                // Two reads may finish in reverse order.
                if (_picture is { } latest && latest.At > picture.At)
                    return;
                (before, _picture) = (_picture, picture);
            }

            if (before is null)
                return;
            if (
                !ReferenceEquals(before.Catalog, picture.Catalog)
                || (before.From, before.To) != (picture.From, picture.To)
            )
                _listeners.Tell(FloorListeners.Room);
            foreach (
                var table in picture.Catalog.Tables.Where(table =>
                    !picture.Bars[table.Id].SequenceEqual(before.Bars[table.Id])
                )
            )
                _listeners.Tell(table.Id);
            _listeners.Tell(Clock);
        }
    }
}
