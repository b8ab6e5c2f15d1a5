using System.Collections.Concurrent;
using System.Globalization;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>Guests read from the database and unchanged since, so that a step need not read them again.</summary>
public sealed class KnownGuests : IDisposable
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<long, bool> _ids = new();
    private readonly VenueFeed _feed;

    public KnownGuests(VenueFeed feed)
    {
        _feed = feed;
        _feed.Delivering += Forget;
    }

    public bool Contains(long guestId) => _ids.ContainsKey(guestId);

    public void Add(long guestId)
    {
        if (_ids.Count >= Most)
            _ids.Clear();
        _ids[guestId] = true;
    }

    public void Dispose() => _feed.Delivering -= Forget;

    private void Forget(IReadOnlyList<VenueChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Kind == ChangeKind.Reset)
                _ids.Clear();
            else if (
                change.Kind == ChangeKind.Guest
                && long.TryParse(change.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            )
                _ids.TryRemove(id, out _);
        }
    }
}
