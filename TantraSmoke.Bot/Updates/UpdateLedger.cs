namespace TantraSmoke.Bot.Updates;

/// <summary>
/// Which updates have been seen and which are not finished, and so the offset that may be confirmed. Telegram forgets all
/// updates below the offset of a poll, so the offset stays at the lowest unfinished one; Telegram then delivers that and all
/// later ones again, and the ledger tells the new from the known.
/// </summary>
internal sealed class UpdateLedger
{
    // A poll brings at most 100 updates from the offset on, so everything that can come again is among these.
    private const int Remembered = 2000;

    private readonly Lock _lock = new();
    private readonly SortedSet<int> _unfinished = [];
    private readonly HashSet<int> _seen = [];
    private readonly Queue<int> _seenInOrder = [];
    private int? _next;
    private TaskCompletionSource _allFinished = Finished();

    /// <summary>What may be confirmed: everything below is finished. Null before the first update.</summary>
    public int? Offset
    {
        get { lock (_lock) return _unfinished.Count > 0 ? _unfinished.Min : _next; }
    }

    public bool HasUnfinished
    {
        get { lock (_lock) return _unfinished.Count > 0; }
    }

    public bool IsUnfinished(int id)
    {
        lock (_lock) return _unfinished.Contains(id);
    }

    /// <summary>Completes when nothing is unfinished.</summary>
    public Task WhenAllFinished
    {
        get { lock (_lock) return _allFinished.Task; }
    }

    /// <summary>
    /// The numbering begins anew at a random number after a quiet week; ids below what was asked for show it. Without this the
    /// offset would stay too high for ever.
    /// </summary>
    public void NoticeRestart(int? askedFor, int lowestId)
    {
        lock (_lock)
        {
            if (askedFor > lowestId && _unfinished.Count == 0 && !_seen.Contains(lowestId)) _next = null;
        }
    }

    /// <summary>False when the update is known already.</summary>
    public bool TryBegin(int id)
    {
        lock (_lock)
        {
            if (!_seen.Add(id)) return false;
            _seenInOrder.Enqueue(id);
            if (_seenInOrder.Count > Remembered) _seen.Remove(_seenInOrder.Dequeue());
            if (_unfinished.Count == 0) _allFinished = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _unfinished.Add(id);
            _next = Math.Max(_next ?? id + 1, id + 1);
            return true;
        }
    }

    public void Finish(int id)
    {
        lock (_lock)
        {
            if (_unfinished.Remove(id) && _unfinished.Count == 0) _allFinished.TrySetResult();
        }
    }

    private static TaskCompletionSource Finished()
    {
        var finished = new TaskCompletionSource();
        finished.SetResult();
        return finished;
    }
}
