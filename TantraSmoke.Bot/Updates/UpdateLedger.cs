namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Which updates have been seen and which are not finished, and so the offset that may be confirmed. Telegram forgets
/// all updates below the offset of a poll, so the offset stays at the lowest one that is neither finished nor kept in
/// the database; Telegram then delivers that and all later ones again, and the ledger tells the new from the known.
/// </summary>
internal sealed class UpdateLedger
{
    // A poll brings at most 100 updates from the offset on, so everything that can come again is among these.
    private const int Remembered = 2000;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, long> _unfinished = [];
    private readonly HashSet<int> _kept = [];
    private readonly HashSet<int> _seen = [];
    private readonly Queue<int> _seenInOrder = [];
    private int? _next;
    private TaskCompletionSource _allFinished = Finished();

    /// <summary>What may be confirmed: everything below is finished or kept. Null before the first update.</summary>
    public int? Offset
    {
        get
        {
            lock (_lock)
                return _unfinished.Count > 0 ? _unfinished.Keys.First() : _next;
        }
    }

    /// <summary>Something holds the offset back.</summary>
    public bool IsHeld
    {
        get
        {
            lock (_lock)
                return _unfinished.Count > 0;
        }
    }

    /// <summary>Neither finished nor kept: it would be lost with the process.</summary>
    public bool IsUnfinished(int id)
    {
        lock (_lock)
            return _unfinished.ContainsKey(id);
    }

    /// <summary>The ids in the database that are not finished.</summary>
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
    /// The numbering begins anew at a random number after a quiet week; ids below what was asked for show it. Without
    /// this the offset would stay too high for ever.
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
    /// An update that an earlier process left in the database; false when it is known already. It does not move the
    /// offset: a lower one may not have been kept.
    /// </summary>
    public bool TryBeginKept(int id)
    {
        lock (_lock)
            return TrySee(id) && _kept.Add(id);
    }

    /// <summary>It is in the database: the offset need not wait for it. False when it is finished already.</summary>
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

    /// <summary>True when it is in the database, from where it can go now.</summary>
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
