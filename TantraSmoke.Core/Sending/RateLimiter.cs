using System.Collections.Concurrent;

namespace TantraSmoke.Core.Sending;

/// <summary>
/// Telegram's pace: 30 messages in any second overall, one in any second per chat, 20 in any minute per group. Waiting
/// is fair within a chat because a chat's messages are sent one after the other.
/// </summary>
public sealed class RateLimiter(TimeProvider time)
{
    private const int MostChatsKept = 10_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Window _overall = new(30, Second, time);
    private readonly ConcurrentDictionary<long, Window[]> _chats = new();

    /// <summary>Returns when a message to this chat may go.</summary>
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
    /// Remembers the last few moments instead of counting tokens: a full bucket lets twice the limit through in its
    /// first span, which Telegram answers with a long wait.
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

        /// <returns>Null when this moment was taken, else how long to wait for the next.</returns>
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
