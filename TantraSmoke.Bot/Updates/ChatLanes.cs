namespace TantraSmoke.Bot.Updates;

/// <summary>What <see cref="ChatLanes.Add"/> did with an update.</summary>
internal enum Admission
{
    /// <summary>Runs after the earlier work of the chat.</summary>
    Queued,

    /// <summary>The chat's queue is full: dropped, and what follows will be ignored for a while.</summary>
    Full,

    /// <summary>Dropped silently.</summary>
    Ignored,
}

/// <summary>
/// Runs the work of one chat in order and of all chats in parallel, at most <paramref name="parallelism"/> at once.
/// Work longer than a second no longer counts. A chat that sends faster than it is answered is slowed to one step a
/// second, and ignored for half a minute when its queue is full.
/// </summary>
internal sealed class ChatLanes(int parallelism, TimeProvider time) : IDisposable
{
    /// <summary>
    /// The queue of an impatient guest; above it, steps are taken at Telegram's pace of one a second.
    /// </summary>
    public const int CalmQueue = 5;

    /// <summary>The longest queue of a private chat.</summary>
    public const int LongestQueue = 20;

    /// <summary>Groups have many senders.</summary>
    public const int LongestGroupQueue = 200;

    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private const int MostIgnored = 10_000;
    private static readonly TimeSpan SlowStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CountedTime = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Queue<Func<Task>>> _lanes = [];

    /// <summary>Ignored chats and since when.</summary>
    private readonly Dictionary<long, long> _ignored = [];
    private readonly HashSet<Task> _running = [];
    private readonly SemaphoreSlim _places = new(parallelism);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Queues work that does not throw. After <see cref="CloseAsync"/> nothing new begins.</summary>
    /// <param name="isKnown">It was admitted before, in an earlier process.</param>
    public Admission Add(long chatId, Func<Task> work, bool isKnown = false)
    {
        lock (_lock)
        {
            if (_closing.IsCancellationRequested)
                return Admission.Queued;
            if (!isKnown && IsIgnored(chatId))
                return Admission.Ignored;
            if (_lanes.TryGetValue(chatId, out var waiting))
            {
                // Group chats have negative ids.
                if (!isKnown && waiting.Count >= (chatId < 0 ? LongestGroupQueue : LongestQueue))
                {
                    Ignore(chatId);
                    return Admission.Full;
                }

                waiting.Enqueue(work);
                return Admission.Queued;
            }

            _lanes[chatId] = new Queue<Func<Task>>([work]);
            var lane = Task.Run(() => RunAsync(chatId));
            _running.Add(lane);
            lane.ContinueWith(
                Forget,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            return Admission.Queued;
        }
    }

    /// <summary>Drops waiting work; completes when running work is done.</summary>
    public async Task CloseAsync()
    {
        Task[] underWay;
        lock (_lock)
        {
            foreach (var lane in _lanes.Values)
                lane.Clear();
            underWay = [.. _running];
        }

        await _closing.CancelAsync();
        await Task.WhenAll(underWay);
    }

    public void Dispose()
    {
        _places.Dispose();
        _closing.Dispose();
    }

    private async Task RunAsync(long chatId)
    {
        while (true)
        {
            await _places.WaitAsync();
            var isCounted = true;
            bool isSlowed;
            try
            {
                Func<Task> work;
                lock (_lock)
                {
                    if (!_lanes[chatId].TryDequeue(out work!))
                    {
                        _lanes.Remove(chatId);
                        return;
                    }

                    isSlowed = chatId > 0 && _lanes[chatId].Count > CalmQueue;
                }

                var working = work();
                try
                {
                    await working.WaitAsync(CountedTime, time);
                }
                catch (TimeoutException)
                {
                    isCounted = false;
                    _places.Release();
                    await working;
                }
            }
            finally
            {
                if (isCounted)
                    _places.Release();
            }

            if (isSlowed)
                await Task.Delay(SlowStep, time, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool IsIgnored(long chatId) =>
        _ignored.TryGetValue(chatId, out var since) && time.GetElapsedTime(since) < Silence;

    private void Ignore(long chatId)
    {
        if (_ignored.Count >= MostIgnored)
        {
            foreach (var over in _ignored.Keys.Where(chat => !IsIgnored(chat)).ToList())
                _ignored.Remove(over);
        }

        _ignored[chatId] = time.GetTimestamp();
    }

    private void Forget(Task lane)
    {
        lock (_lock)
            _running.Remove(lane);
    }
}
