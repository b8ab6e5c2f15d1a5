using System.Collections.Concurrent;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>Listeners by table, so that a change notifies only those that show it.</summary>
internal sealed class FloorListeners
{
    /// <summary>Pseudo table id: everything around the tables.</summary>
    public const int Room = 0;

    /// <summary>Pseudo table id: the passing of time.</summary>
    public const int Minutes = -1;

    private readonly ConcurrentDictionary<int, ConcurrentDictionary<long, Action>> _byTable = new();
    private long _lastKey;

    public IDisposable Add(int tableId, Action changed)
    {
        var key = Interlocked.Increment(ref _lastKey);
        var listeners = _byTable.GetOrAdd(tableId, _ => new());
        listeners[key] = changed;
        return new Registration(() => listeners.TryRemove(key, out _));
    }

    public void Tell(int tableId)
    {
        if (!_byTable.TryGetValue(tableId, out var listeners))
            return;
        foreach (var changed in listeners.Values)
            changed();
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
