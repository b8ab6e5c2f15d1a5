using System.Text.Json.Nodes;

namespace TantraSmoke.Bot.Simulator;

/// <summary>Updates until they are confirmed, with long polling as Telegram does it.</summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    /// <summary>When nobody fetches, the oldest go.</summary>
    public const int Limit = 1000;

    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _lock = new();
    private readonly List<(int Id, JsonObject Update)> _pending = [];
    private TaskCompletionSource _arrived = Signal();
    private TaskCompletionSource? _poller;
    private HashSet<string>? _allowed;

    // Starts above the ids of the last run, which the bot may remember.
    private int _lastId = (int)time.GetUtcNow().ToUnixTimeSeconds();

    public int Count
    {
        get
        {
            lock (_lock)
                return _pending.Count;
        }
    }

    public void Add(string kind, JsonObject content)
    {
        lock (_lock)
        {
            if (_allowed is null ? NotByDefault.Contains(kind) : !_allowed.Contains(kind))
                return;
            var id = ++_lastId;
            _pending.Add((id, new JsonObject { ["update_id"] = id, [kind] = content }));
            if (_pending.Count > Limit)
                _pending.RemoveAt(0);
            _arrived.TrySetResult();
            _arrived = Signal();
        }
    }

    public void Clear()
    {
        lock (_lock)
            _pending.Clear();
    }

    /// <summary>Takes over which kinds come in; null keeps what was said last.</summary>
    public void Allow(IEnumerable<string>? kinds)
    {
        if (kinds is null)
            return;
        lock (_lock)
            _allowed = kinds.ToHashSet() is { Count: > 0 } some ? some : null;
    }

    /// <summary>Confirms what is below the offset and waits for something at or above it.</summary>
    public async Task<JsonArray> PollAsync(int offset, int limit, TimeSpan timeout, CancellationToken ct)
    {
        var superseded = Signal();
        lock (_lock)
        {
            _poller?.TrySetResult();
            _poller = superseded;
            if (offset > 0)
                _pending.RemoveAll(update => update.Id < offset);
            if (offset < 0 && _pending.Count > -offset)
                _pending.RemoveRange(0, _pending.Count + offset);
        }

        try
        {
            var started = time.GetTimestamp();
            while (true)
            {
                Task arrived;
                var left = timeout - time.GetElapsedTime(started);
                lock (_lock)
                {
                    if (_pending.Count > 0 || left <= TimeSpan.Zero)
                        return [.. _pending.Take(limit).Select(update => update.Update.DeepClone())];
                    arrived = _arrived.Task;
                }

                using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
                var late = Task.Delay(left, time, over.Token);
                var first = await Task.WhenAny(superseded.Task, arrived, late);
                await over.CancelAsync();
                ct.ThrowIfCancellationRequested();
                if (first == superseded.Task)
                    throw ApiRefusal.Conflict(
                        "terminated by other getUpdates request; make sure that only one bot instance is running"
                    );
            }
        }
        finally
        {
            lock (_lock)
                if (_poller == superseded)
                    _poller = null;
        }
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
