using System.Collections.Concurrent;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// A query shown by pages that has to be repeated after changes. Equal reads are shared between pages.
/// </summary>
public abstract record LiveRead<T>
    where T : class
{
    public abstract Task<T> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Whether the change can affect the result; called for everything but <see cref="ChangeKind.Reset"/>.
    /// </summary>
    public abstract bool Concerns(VenueChange change);
}

/// <summary>
/// Repeats the reads of open pages once per burst of changes, shared by pages with equal reads. Pages are notified of a
/// changed result, and every 30 seconds without reading, because some content depends on the time.
/// </summary>
public sealed class LiveReads(VenueFeed feed, TimeProvider time, ILogger<LiveReads> logger) : BackgroundService
{
    private static readonly TimeSpan TimePasses = TimeSpan.FromSeconds(30);

    // Subscribed from the start: a page may open before the background service runs.
    private readonly VenueFeed.Subscription _subscription = feed.Subscribe();
    private readonly ConcurrentDictionary<long, Watch> _watches = new();
    private readonly Outage _outage = new();
    private long _lastKey;

    /// <summary>
    /// Starts watching; calls back, on any thread, when the result or the catalog changed or time has passed. Dispose
    /// to stop.
    /// </summary>
    public async Task<Watch<T>> WatchAsync<T>(LiveRead<T> read, Action changed, CancellationToken cancellationToken)
        where T : class
    {
        var key = Interlocked.Increment(ref _lastKey);
        var watch = new Watch<T>(read, changed, () => _watches.TryRemove(key, out _));
        _watches[key] = watch;
        try
        {
            watch.Begin(await read.ReadAsync(cancellationToken));
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
            // Pages also show tables and hours from the catalog.
            var evenIfSame = changes.Any(change => change.Kind is ChangeKind.Catalog or ChangeKind.Reset);
            foreach (
                var watches in _watches
                    .Values.Where(watch => evenIfSame || changes.Any(watch.Concerns))
                    .GroupBy(watch => watch.Read)
            )
                await TellAsync(watches.First(), [.. watches], evenIfSame, cancellationToken);
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

    private async Task TellAsync(Watch first, Watch[] watches, bool evenIfSame, CancellationToken cancellationToken)
    {
        try
        {
            var fresh = await first.ReadAsync(cancellationToken);
            foreach (var watch in watches)
                watch.Offer(fresh, evenIfSame);
            _outage.End();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Log(
                _outage.Level(LogLevel.Warning),
                fault,
                "{What} could not be read; pages keep what they show until the next change",
                first.Read.GetType().Name
            );
        }
    }

    /// <summary>One page's subscription to a read.</summary>
    public abstract class Watch(Action changed, Action end) : IDisposable
    {
        internal abstract object Read { get; }

        public void Dispose()
        {
            end();
            GC.SuppressFinalize(this);
        }

        internal abstract Task<object> ReadAsync(CancellationToken cancellationToken);

        internal abstract bool Concerns(VenueChange change);

        internal abstract void Offer(object fresh, bool evenIfSame);

        internal void Tell() => changed();
    }

    /// <inheritdoc cref="Watch"/>
    public sealed class Watch<T>(LiveRead<T> read, Action changed, Action end) : Watch(changed, end)
        where T : class
    {
        private readonly Lock _lock = new();
        private T? _shown;

        /// <summary>The last result.</summary>
        public T Shown
        {
            get
            {
                lock (_lock)
                    return _shown!;
            }
        }

        internal override object Read => read;

        internal override async Task<object> ReadAsync(CancellationToken cancellationToken) =>
            await read.ReadAsync(cancellationToken);

        internal override bool Concerns(VenueChange change) => read.Concerns(change);

        // A change may have been read before the first read returned; its result is newer.
        internal void Begin(T shown)
        {
            lock (_lock)
                _shown ??= shown;
        }

        internal override void Offer(object fresh, bool evenIfSame)
        {
            bool isSame;
            lock (_lock)
            {
                isSame = Equals(_shown, fresh);
                _shown = (T)fresh;
            }

            if (!isSame || evenIfSame)
                Tell();
        }
    }
}
