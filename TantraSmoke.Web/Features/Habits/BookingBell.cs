using System.Collections.Concurrent;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Web.Features.Habits;

/// <summary>Tells every open page of new bookings, whoever made them and in whichever process; reads once for all of them.</summary>
public sealed class BookingBell(VenueFeed feed, VenueStore store, TimeProvider time, ILogger<BookingBell> logger) : BackgroundService
{
    /// <summary>Longer than a change can take to be told.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(1);

    private readonly VenueFeed.Subscription _subscription = feed.Subscribe();
    private readonly ConcurrentDictionary<long, Action<IReadOnlyList<RecentChange>>> _listeners = new();
    private readonly Outage _outage = new();
    private long _lastKey;

    /// <summary>Calls back, on any thread, with the bookings of the last minute, walk-ins not among them. Dispose to stop.</summary>
    public IDisposable Listen(Action<IReadOnlyList<RecentChange>> heard)
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
            // Version 1 is a booking that was just made.
            if (_listeners.IsEmpty || !changes.Any(change => change is { Kind: ChangeKind.Booking, Version: 1 } or { Kind: ChangeKind.Reset }))
                continue;
            try
            {
                var recent = await RecentChange.ReadAsync(store, time.GetUtcNow() - Recently, stoppingToken);
                var made = recent.Where(change => change is { Action: BookingAction.Created, Source: not BookingSource.WalkIn }).ToList();
                foreach (var heard in _listeners.Values)
                    heard(made);
                _outage.End();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.Log(_outage.Level(LogLevel.Warning), fault, "New bookings could not be read; nobody is rung for them");
            }
        }
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
