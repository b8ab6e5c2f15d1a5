using System.Collections.Concurrent;

namespace TantraSmoke.Core.Sending;

/// <summary>
/// Telegram's rate limits: 30 messages per second overall, one per second per chat, 20 per minute per group. Order
/// within a chat is kept because its messages are sent one by one.
/// </summary>
public sealed class RateLimiter(TimeProvider time)
{
    private const int MostChatsKept = 10_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Window _overall = new(30, Second, time);
    private readonly ConcurrentDictionary<long, Window[]> _chats = new();

    /// <summary>Waits until a message to this chat may be sent.</summary>
    public async Task WaitAsync(long chatId, CancellationToken cancellationToken)
    {
        // Group chats have negative ids.
        var chat = _chats.GetOrAdd(
            chatId,
            id =>
                id < 0
                    ? [new Window(20, TimeSpan.FromMinutes(1), time), new Window(1, Second, time)]
                    : [new Window(1, Second, time)]
        );
        foreach (var window in chat.Append(_overall))
        {
            while (window.Take() is { } wait)
                await Task.Delay(wait, time, cancellationToken);
        }

        if (_chats.Count > MostChatsKept)
            Forget();
    }

    private void Forget()
    {
        foreach (var (id, windows) in _chats)
        {
            if (windows.All(window => window.IsEmpty))
                _chats.TryRemove(id, out _);
        }
    }

    /// <summary>
    /// Sliding window over the last sends. A token bucket would allow twice the limit in its first period, for which
    /// Telegram imposes a long delay.
    /// </summary>
    private sealed class Window(int most, TimeSpan span, TimeProvider time)
    {
        private readonly Queue<long> _taken = new();

        public bool IsEmpty
        {
            get
            {
                lock (_taken)
                {
                    Forget();
                    return _taken.Count == 0;
                }
            }
        }

        /// <returns>Null if the slot was taken, otherwise how long to wait.</returns>
        public TimeSpan? Take()
        {
            lock (_taken)
            {
                Forget();
                if (_taken.Count >= most)
                    return span - time.GetElapsedTime(_taken.Peek()) + TimeSpan.FromMilliseconds(1);
                _taken.Enqueue(time.GetTimestamp());
                return null;
            }
        }

        private void Forget()
        {
            while (_taken.TryPeek(out var first) && time.GetElapsedTime(first) >= span)
                _taken.Dequeue();
        }
    }
}
