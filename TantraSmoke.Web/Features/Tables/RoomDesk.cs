using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Features.Tables;

/// <summary>
/// A person's drafts with their history, one per hall. Scoped to the circuit, so that they survive navigation and short
/// disconnects.
/// </summary>
public sealed class RoomDesk
{
    /// <summary>Key of a hall that does not exist yet.</summary>
    public const int NewHall = 0;

    private readonly Dictionary<int, DraftHistory> _drafts = [];

    /// <summary>The hall's draft, or the saved hall if there is none. Null if the hall does not exist.</summary>
    public DraftHistory? Open(VenueCatalog catalog, int hallId, LocalText nameOfNew)
    {
        if (_drafts.TryGetValue(hallId, out var draft) && draft.IsChanged)
            return draft;
        var fresh = hallId == NewHall ? HallDraft.New(nameOfNew) : HallDraft.Of(catalog, hallId);
        if (fresh is null)
            return draft;
        if (draft is null)
            return _drafts[hallId] = new DraftHistory(fresh);
        // No unsaved edits: show the others' change.
        if (hallId != NewHall && !draft.Now.Equals(fresh))
            draft.Save(fresh);
        return draft;
    }

    /// <summary>Begins a new hall from this draft.</summary>
    public void Begin(HallDraft copy, LocalText nameOfNew)
    {
        var history = new DraftHistory(HallDraft.New(nameOfNew));
        history.Do(copy);
        _drafts[NewHall] = history;
    }

    /// <summary>Called after a new hall was saved: it becomes a regular one.</summary>
    public void Became(HallDraft saved)
    {
        _drafts.Remove(NewHall);
        _drafts[saved.HallId] = new DraftHistory(saved);
    }

    public void Forget(int hallId) => _drafts.Remove(hallId);

    public bool IsChanged(int hallId) => _drafts.TryGetValue(hallId, out var draft) && draft.IsChanged;
}
