namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Tracks which updates are seen and finished, and the offset that may be confirmed. Telegram forgets all updates below
/// the offset of a poll, so it stays at the lowest update neither finished nor stored; Telegram then redelivers later
/// ones, which the ledger recognizes.
/// </summary>
internal sealed class UpdateLedger
{
    // A poll returns at most 100 updates from the offset on, so redelivered ids are among these.
    private const int Remembered = 2000;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, long> _unfinished = [];
    private readonly HashSet<int> _kept = [];
    private readonly HashSet<int> _seen = [];
    private readonly Queue<int> _seenInOrder = [];
    private int? _next;
    private TaskCompletionSource _allFinished = Finished();

    /// <summary>The offset to confirm; null before the first update.</summary>
    public int? Offset
    {
        get
        {
            lock (_lock)
                return _unfinished.Count > 0 ? _unfinished.Keys.First() : _next;
        }
    }

    /// <summary>Whether an update holds the offset back.</summary>
    public bool IsHeld
    {
        get
        {
            lock (_lock)
                return _unfinished.Count > 0;
        }
    }

    /// <summary>Neither finished nor stored: lost if the process dies.</summary>
    public bool IsUnfinished(int id)
    {
        lock (_lock)
            return _unfinished.ContainsKey(id);
    }

    /// <summary>Stored and unfinished updates.</summary>
    public IReadOnlyList<int> Kept
    {
        get
        {
            lock (_lock)
                return [.. _kept];
        }
    }

    /// <summary>The ids that have held the offset since <paramref name="timestamp"/> or longer.</summary>
    public IReadOnlyList<int> HeldSince(long timestamp)
    {
        lock (_lock)
            return [.. _unfinished.Where(update => update.Value <= timestamp).Select(update => update.Key)];
    }

    /// <summary>Completes when nothing holds the offset.</summary>
    public Task WhenAllFinished
    {
        get
        {
            lock (_lock)
                return _allFinished.Task;
        }
    }

    /// <summary>
    /// After a quiet week Telegram restarts the numbering at random; ids below the offset show it. Otherwise the offset
    /// would stay too high.
    /// </summary>
    public void NoticeRestart(int? askedFor, int lowestId)
    {
        lock (_lock)
        {
            if (askedFor > lowestId && _unfinished.Count == 0 && !_seen.Contains(lowestId))
                _next = null;
        }
    }

    /// <summary>False when the update is known already.</summary>
    public bool TryBegin(int id, long timestamp)
    {
        lock (_lock)
        {
            if (!TrySee(id))
                return false;
            if (_unfinished.Count == 0)
                _allFinished = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _unfinished.Add(id, timestamp);
            _next = Math.Max(_next ?? id + 1, id + 1);
            return true;
        }
    }

    /// <summary>
    /// An update stored by an earlier process; false when known. The offset stays, as a lower update may not be stored.
    /// </summary>
    public bool TryBeginKept(int id)
    {
        lock (_lock)
            return TrySee(id) && _kept.Add(id);
    }

    /// <summary>Marks an update as stored, so that the offset need not wait; false when it is finished.</summary>
    public bool Keep(int id)
    {
        lock (_lock)
        {
            if (!_unfinished.Remove(id))
                return false;
            _kept.Add(id);
            if (_unfinished.Count == 0)
                _allFinished.TrySetResult();
            return true;
        }
    }

    /// <summary>Marks an update as finished; true when it is stored and can be removed.</summary>
    public bool Finish(int id)
    {
        lock (_lock)
        {
            if (_unfinished.Remove(id) && _unfinished.Count == 0)
                _allFinished.TrySetResult();
            return _kept.Remove(id);
        }
    }

    private bool TrySee(int id)
    {
        if (!_seen.Add(id))
            return false;
        _seenInOrder.Enqueue(id);
        if (_seenInOrder.Count > Remembered)
            _seen.Remove(_seenInOrder.Dequeue());
        return true;
    }

    private static TaskCompletionSource Finished()
    {
        var finished = new TaskCompletionSource();
        finished.SetResult();
        return finished;
    }
}
