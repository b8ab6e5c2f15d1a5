using System.Collections.Concurrent;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Web.Features.Alerts;

/// <summary>Changes of the last minute, newest first.</summary>
public sealed record News(IReadOnlyList<RecentChange> Changes, IReadOnlyList<RecentNote> Notes);

/// <summary>Notifies open pages of recent changes by anybody in any process; one read serves all pages.</summary>
public sealed class DeskNews(VenueFeed feed, VenueStore store, TimeProvider time, ILogger<DeskNews> logger)
    : BackgroundService
{
    /// <summary>Longer than the delivery of a change can take.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(1);

    private readonly VenueFeed.Subscription _subscription = feed.Subscribe();
    private readonly ConcurrentDictionary<long, Action<News>> _listeners = new();
    private readonly Outage _outage = new();
    private long _lastKey;

    /// <summary>
    /// Calls back, on any thread, with recent changes; the same change may be reported again. Dispose to stop.
    /// </summary>
    public IDisposable Listen(Action<News> heard)
    {
        var key = Interlocked.Increment(ref _lastKey);
        _listeners[key] = heard;
        return new Registration(() => _listeners.TryRemove(key, out _));
    }

    public override void Dispose()
    {
        _subscription.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var changes in _subscription.ReadAllAsync(time, stoppingToken))
        {
            if (
                _listeners.IsEmpty
                || !changes.Any(change =>
                    change.Kind is ChangeKind.Booking or ChangeKind.Claim or ChangeKind.Waitlist or ChangeKind.Reset
                )
            )
                continue;
            try
            {
                var since = time.GetUtcNow() - Recently;
                var news = new News(
                    await RecentChange.ReadAsync(store, since, stoppingToken),
                    await RecentNote.ReadAsync(store, since, stoppingToken)
                );
                foreach (var heard in _listeners.Values)
                    heard(news);
                _outage.End();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.Log(
                    _outage.Level(LogLevel.Warning),
                    fault,
                    "What was just done could not be read; nobody is told of it"
                );
            }
        }
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
