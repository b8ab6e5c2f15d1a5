using System.Collections.Concurrent;

namespace TantraSmoke.Core.Notifications;

/// <summary>
/// Telegram's pace as token buckets: 30 messages a second overall, one a second per chat, 20 a minute per group. Waiting is fair
/// within a chat because a chat's messages are sent one after the other.
/// </summary>
public sealed class SendPace(TimeProvider time)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Bucket _overall = new(30, Second);
    private readonly ConcurrentDictionary<long, Bucket> _chats = new();

    /// <summary>Returns when a message to this chat may go.</summary>
    public async Task WaitAsync(long chatId, CancellationToken cancellationToken)
    {
        // Group chats have negative ids.
        var chat = _chats.GetOrAdd(chatId, id => id < 0 ? new Bucket(20, TimeSpan.FromMinutes(1)) : new Bucket(1, Second));
        foreach (var bucket in new[] { chat, _overall })
        {
            while (bucket.Take(time.GetUtcNow()) is { } wait)
                await Task.Delay(wait, time, cancellationToken);
        }

        if (_chats.Count > 10_000)
            Forget();
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (id, bucket) in _chats)
        {
            if (bucket.IsFull(now))
                _chats.TryRemove(id, out _);
        }
    }

    private sealed class Bucket(int size, TimeSpan per)
    {
        private readonly Lock _gate = new();
        private readonly double _perTick = size / (double)per.Ticks;
        private double _tokens = size;
        private DateTimeOffset _at;

        /// <returns>Null when a token was taken, else how long to wait for one.</returns>
        public TimeSpan? Take(DateTimeOffset now)
        {
            lock (_gate)
            {
                Refill(now);
                if (_tokens >= 1)
                {
                    _tokens--;
                    return null;
                }

                return TimeSpan.FromTicks((long)Math.Ceiling((1 - _tokens) / _perTick) + TimeSpan.TicksPerMillisecond);
            }
        }

        public bool IsFull(DateTimeOffset now)
        {
            lock (_gate)
            {
                Refill(now);
                return _tokens >= size;
            }
        }

        private void Refill(DateTimeOffset now)
        {
            if (_at != default)
                _tokens = Math.Min(size, _tokens + (Math.Max(0, (now - _at).Ticks) * _perTick));
            _at = now;
        }
    }
}
