using System.Collections.Concurrent;
using System.Threading.Channels;

namespace TantraSmoke.Core.Live;

/// <summary>
/// Distributes committed changes within the process. Subscribe first, then query. A subscriber that falls behind loses
/// the oldest changes and gets one <see cref="VenueChange.Reset"/> instead.
/// </summary>
public sealed class VenueFeed
{
    private const int Backlog = 512;
    private readonly ConcurrentDictionary<long, Subscription> _subscriptions = new();
    private long _lastId;

    /// <summary>Changes committed by this process, for the relay to other replicas.</summary>
    public event Action<IReadOnlyList<VenueChange>>? CommittedHere;

    /// <summary>Every batch before subscribers get it, for caches that have to be invalidated first.</summary>
    public event Action<IReadOnlyList<VenueChange>>? Delivering;

    /// <summary>Publishes changes after a commit in this process.</summary>
    public void Publish(IReadOnlyList<VenueChange> changes)
    {
        Deliver(changes);
        CommittedHere?.Invoke(changes);
    }

    /// <summary>Delivers changes committed by another replica.</summary>
    public void Deliver(IReadOnlyList<VenueChange> changes)
    {
        if (changes.Count == 0)
            return;
        Delivering?.Invoke(changes);
        foreach (var subscription in _subscriptions.Values)
        {
            foreach (var change in changes)
                subscription.Offer(change);
        }
    }

    public Subscription Subscribe()
    {
        var id = Interlocked.Increment(ref _lastId);
        var subscription = new Subscription(() => _subscriptions.TryRemove(id, out _));
        _subscriptions[id] = subscription;
        return subscription;
    }

    /// <summary>A subscriber's bounded queue; dispose it to unsubscribe.</summary>
    public sealed class Subscription : IDisposable
    {
        private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(100);
        private readonly Channel<VenueChange> _channel;
        private readonly Action _unsubscribe;
        private volatile bool _lost;

        internal Subscription(Action unsubscribe)
        {
            _unsubscribe = unsubscribe;
            _channel = Channel.CreateBounded<VenueChange>(
                new BoundedChannelOptions(Backlog)
                {
                    FullMode = BoundedChannelFullMode.DropOldest,
                    SingleReader = true,
                },
                _ => _lost = true
            );
        }

        internal void Offer(VenueChange change) => _channel.Writer.TryWrite(change);

        /// <summary>
        /// Batches of changes: the first at once, later ones coalesced over 100 ms without duplicates.
        /// <see cref="VenueChange.Reset"/> in a batch means that changes were lost.
        /// </summary>
        public async IAsyncEnumerable<IReadOnlyList<VenueChange>> ReadAllAsync(
            TimeProvider time,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            var reader = _channel.Reader;
            var last = long.MinValue;
            while (await reader.WaitToReadAsync(cancellationToken))
            {
                var sinceLast = last == long.MinValue ? Burst : time.GetElapsedTime(last);
                if (sinceLast < Burst)
                    await Task.Delay(Burst - sinceLast, time, cancellationToken);

                last = time.GetTimestamp();
                var batch = new HashSet<VenueChange>();
                while (reader.TryRead(out var change))
                    batch.Add(change);
                if (_lost)
                {
                    _lost = false;
                    batch.Add(VenueChange.Reset);
                }

                yield return [.. batch];
            }
        }

        public void Dispose()
        {
            _unsubscribe();
            _channel.Writer.TryComplete();
        }
    }
}
