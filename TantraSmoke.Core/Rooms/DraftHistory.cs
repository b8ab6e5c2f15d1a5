namespace TantraSmoke.Core.Rooms;

/// <summary>Undo and redo history of a draft.</summary>
public sealed class DraftHistory
{
    private const int Longest = 200;
    private readonly List<HallDraft> _states;
    private int _at;
    private string? _lastRun;

    public DraftHistory(HallDraft saved) => (_states, Saved) = ([saved], saved);

    /// <summary>The draft as it was last read or saved.</summary>
    public HallDraft Saved { get; private set; }

    public HallDraft Now => _states[_at];

    public bool IsChanged => !Now.Equals(Saved);

    public bool CanUndo => _at > 0;

    public bool CanRedo => _at < _states.Count - 1;

    /// <summary>Applies an edit. Returns false if it changes nothing.</summary>
    /// <param name="run">
    /// Edits with the same run, such as typing in one field or repeated arrow keys, are undone together.
    /// </param>
    public bool Do(HallDraft next, string? run = null)
    {
        if (next.Equals(Now))
            return false;
        _states.RemoveRange(_at + 1, _states.Count - _at - 1);
        if (run is not null && run == _lastRun && CanUndo)
        {
            _states[_at] = next;
        }
        else
        {
            _states.Add(next);
            _at++;
        }

        if (_states.Count > Longest)
        {
            _states.RemoveAt(0);
            _at--;
        }

        _lastRun = run;
        return true;
    }

    public bool Undo() => Step(-1);

    public bool Redo() => Step(1);

    /// <summary>
    /// Resets the history after a save: earlier steps refer to items without ids and cannot be undone.
    /// </summary>
    public void Save(HallDraft saved)
    {
        _states.Clear();
        _states.Add(saved);
        (Saved, _at, _lastRun) = (saved, 0, null);
    }

    private bool Step(int by)
    {
        if (_at + by < 0 || _at + by >= _states.Count)
            return false;
        (_at, _lastRun) = (_at + by, null);
        return true;
    }
}
