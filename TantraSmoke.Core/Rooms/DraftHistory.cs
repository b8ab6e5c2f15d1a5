namespace TantraSmoke.Core.Rooms;

/// <summary>
/// A draft with everything that was done to it since it was begun or saved last: what can be taken back, and done
/// again.
/// </summary>
public sealed class DraftHistory
{
    private const int Longest = 200;
    private readonly List<HallDraft> _states;
    private int _at;
    private string? _lastRun;

    public DraftHistory(HallDraft saved) => (_states, Saved) = ([saved], saved);

    /// <summary>As it was read or saved last.</summary>
    public HallDraft Saved { get; private set; }

    public HallDraft Now => _states[_at];

    public bool IsChanged => !Now.Equals(Saved);

    public bool CanUndo => _at > 0;

    public bool CanRedo => _at < _states.Count - 1;

    /// <summary>Does something. Returns false when that changes nothing.</summary>
    /// <param name="run">Steps of one run, letters typed into one field, pushes by one arrow key, are taken back
    /// together.</param>
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
    /// The draft was saved: what was done before refers to what was not there yet, and cannot be taken back.
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
