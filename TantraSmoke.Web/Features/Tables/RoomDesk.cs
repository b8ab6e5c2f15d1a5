using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Features.Tables;

/// <summary>
/// What one person is drawing: a draft with its history for each hall. Belongs to the circuit, so that going to another
/// page, or a line that breaks for a moment, costs nothing.
/// </summary>
public sealed class RoomDesk
{
    /// <summary>Of the hall that does not exist yet.</summary>
    public const int NewHall = 0;

    private readonly Dictionary<int, DraftHistory> _drafts = [];

    /// <summary>
    /// The hall's draft: what was drawn so far, or the hall as it is. Null when there is no such hall.
    /// </summary>
    public DraftHistory? Open(VenueCatalog catalog, int hallId, LocalText nameOfNew)
    {
        if (_drafts.TryGetValue(hallId, out var draft) && draft.IsChanged)
            return draft;
        var fresh = hallId == NewHall ? HallDraft.New(nameOfNew) : HallDraft.Of(catalog, hallId);
        if (fresh is null)
            return draft;
        if (draft is null)
            return _drafts[hallId] = new DraftHistory(fresh);
        // Nothing is drawn over it: somebody else's change is simply shown.
        if (hallId != NewHall && !draft.Now.Equals(fresh))
            draft.Save(fresh);
        return draft;
    }

    /// <summary>Begins a new hall with this drawing.</summary>
    public void Begin(HallDraft copy, LocalText nameOfNew)
    {
        var history = new DraftHistory(HallDraft.New(nameOfNew));
        history.Do(copy);
        _drafts[NewHall] = history;
    }

    /// <summary>The new hall was saved and is one like the others now.</summary>
    public void Became(HallDraft saved)
    {
        _drafts.Remove(NewHall);
        _drafts[saved.HallId] = new DraftHistory(saved);
    }

    public void Forget(int hallId) => _drafts.Remove(hallId);

    public bool IsChanged(int hallId) => _drafts.TryGetValue(hallId, out var draft) && draft.IsChanged;
}
