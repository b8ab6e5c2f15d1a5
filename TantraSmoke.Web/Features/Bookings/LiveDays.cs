using System.Collections.Concurrent;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>
/// The bookings of the days that somebody looks at, read once per burst of changes for all who do. Pages are told when they
/// changed, and every 30 seconds without a reading, because what a page offers depends on the time too.
/// </summary>
public sealed class LiveDays(VenueFeed feed, BookingQueries bookings, TimeProvider time, ILogger<LiveDays> logger) : BackgroundService
{
    private static readonly TimeSpan TimePasses = TimeSpan.FromSeconds(30);
    // From the first moment on: a page may open before the background work has begun.
    private readonly VenueFeed.Subscription _subscription = feed.Subscribe();
    private readonly ConcurrentDictionary<long, Watch> _watches = new();
    private long _lastKey;

    /// <summary>
    /// Watches a day from now on; calls back, on any thread, when its list or the catalog changed or time has passed. Dispose to stop.
    /// </summary>
    public async Task<Watch> WatchAsync(DateOnly day, Action changed, CancellationToken cancellationToken)
    {
        var key = Interlocked.Increment(ref _lastKey);
        var watch = new Watch(day, changed, () => _watches.TryRemove(key, out _));
        _watches[key] = watch;
        try
        {
            watch.Begin(await bookings.DayAsync(day, cancellationToken));
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
            var hints = changes.Where(change => change.Kind is not (ChangeKind.Staff or ChangeKind.Claim or ChangeKind.Waitlist)).ToList();
            // Pages show tables and hours of the catalog beside the rows.
            var evenIfSame = hints.Any(hint => hint.Kind is ChangeKind.Catalog or ChangeKind.Reset);
            foreach (var day in _watches.Values.Select(watch => watch.Day).Distinct().Where(day => hints.Any(hint => hint.Concerns(day))))
                await TellAsync(day, evenIfSame, cancellationToken);
        }
    }

    private async Task FollowTimeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimePasses, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var watch in _watches.Values)
                watch.Tell();
        }
    }

    private async Task TellAsync(DateOnly day, bool evenIfSame, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await bookings.DayAsync(day, cancellationToken);
            foreach (var watch in _watches.Values.Where(watch => watch.Day == day))
                watch.Offer(rows, evenIfSame);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(fault, "The bookings of {Day} could not be read; pages keep what they show until the next change", day);
        }
    }

    /// <summary>One page's interest in one day.</summary>
    public sealed class Watch(DateOnly day, Action changed, Action end) : IDisposable
    {
        private readonly Lock _lock = new();
        private IReadOnlyList<BookingRow>? _rows;

        public DateOnly Day => day;

        /// <summary>The latest list.</summary>
        public IReadOnlyList<BookingRow> Rows
        {
            get { lock (_lock) return _rows ?? []; }
        }

        public void Dispose() => end();

        // A change may have been read before the first reading came back; that one is newer.
        internal void Begin(IReadOnlyList<BookingRow> rows)
        {
            lock (_lock) _rows ??= rows;
        }

        internal void Offer(IReadOnlyList<BookingRow> rows, bool evenIfSame)
        {
            bool isSame;
            lock (_lock)
            {
                isSame = _rows is not null && _rows.SequenceEqual(rows);
                _rows = rows;
            }

            if (!isSame || evenIfSame)
                changed();
        }

        internal void Tell() => changed();
    }
}
