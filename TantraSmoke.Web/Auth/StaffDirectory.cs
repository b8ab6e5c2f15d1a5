using System.Collections.Concurrent;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>
/// Caches sessions for a few seconds, because every request checks its session. Changes of the staff known to this
/// process invalidate it at once.
/// </summary>
public sealed class StaffDirectory : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (long At, SignedIn? Found)> _known = new();
    private readonly StaffSessions _sessions;
    private readonly VenueFeed _feed;
    private readonly TimeProvider _time;
    private int _changes;

    public StaffDirectory(StaffSessions sessions, VenueFeed feed, TimeProvider time)
    {
        (_sessions, _feed, _time) = (sessions, feed, time);
        _feed.Delivering += Forget;
    }

    /// <summary>Raised when a staff member changes or signs in or out, on the committer's thread.</summary>
    public event Action? Changed;

    /// <summary>The session's owner; null if it has ended.</summary>
    public async Task<SignedIn?> FindAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(sessionId, out var known) && _time.GetElapsedTime(known.At) < Fresh)
            return known.Found;
        var changes = Volatile.Read(ref _changes);
        var at = _time.GetTimestamp();
        var found = await _sessions.FindAsync(sessionId, cancellationToken);
        if (_known.Count >= Most)
            _known.Clear();
        _known[sessionId] = (at, found);
        // A value read before a change must not be cached after it.
        if (changes != Volatile.Read(ref _changes))
            _known.TryRemove(sessionId, out _);
        return found;
    }

    public void Dispose() => _feed.Delivering -= Forget;

    private void Forget(IReadOnlyList<VenueChange> changes)
    {
        if (!changes.Any(change => change.Kind is ChangeKind.Staff or ChangeKind.Reset))
            return;
        Interlocked.Increment(ref _changes);
        _known.Clear();
        Changed?.Invoke();
    }
}
