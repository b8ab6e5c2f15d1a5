namespace TantraSmoke.Bot.Updates;

/// <summary>Runs work of one chat in order and chats in parallel, at most so many at once.</summary>
internal sealed class ChatLanes(int parallelism) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Queue<Func<Task>>> _lanes = [];
    private readonly HashSet<Task> _running = [];
    private readonly SemaphoreSlim _places = new(parallelism);
    private bool _closed;

    /// <summary>Queues work that does not throw. After <see cref="CloseAsync"/> nothing new begins.</summary>
    public void Add(long chatId, Func<Task> work)
    {
        lock (_lock)
        {
            if (_closed) return;
            if (_lanes.TryGetValue(chatId, out var waiting))
            {
                waiting.Enqueue(work);
                return;
            }

            _lanes[chatId] = new Queue<Func<Task>>([work]);
            var lane = Task.Run(() => RunAsync(chatId));
            _running.Add(lane);
            lane.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Drops what has not begun; completes when what has begun is done.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var lane in _lanes.Values) lane.Clear();
            return Task.WhenAll(_running);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task RunAsync(long chatId)
    {
        while (true)
        {
            await _places.WaitAsync();
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
                }

                await work();
            }
            finally
            {
                _places.Release();
            }
        }
    }

    private void Forget(Task lane)
    {
        lock (_lock) _running.Remove(lane);
    }
}
