using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>A hall as it was saved, and the bookings that were moved out of the way for it.</summary>
public sealed record SavedHall(HallDraft Hall, IReadOnlyList<AffectedBooking> Moved);

/// <summary>
/// Makes every change to halls, tables and combinations. Tables are never deleted, bookings refer to them: they are retired and can
/// come back. A change that bookings to come do not survive is refused with the list of them.
/// </summary>
public sealed partial class RoomService(
    VenueStore store, VenueCatalogCache catalogs, BookingMoves moves, BookingUndo undo, TimeProvider time)
{
    /// <summary>
    /// Saves a hall as it was drawn, all of it or nothing. Returns RoomBroken with every rule that it breaks, HallChanged when
    /// somebody else has saved it since, and TablesNeeded when bookings to come would lose their table or their seats.
    /// </summary>
    /// <param name="moveBookings">Moves those bookings first, each to the best fit at its own time. Which of them cannot be moved comes
    /// back in TablesNeeded; they stay where they are, and so does the room.</param>
    public async Task<Outcome<SavedHall>> SaveAsync(Actor actor, HallDraft draft, bool moveBookings, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        draft = Trimmed(draft);
        IReadOnlyList<AffectedBooking> moved = [];
        if (moveBookings)
        {
            var outcome = await MakeRoomAsync(actor, draft, cancellationToken);
            if (outcome.Error is { } stuck)
                return stuck;
            moved = outcome.Value!;
        }

        try
        {
            return await store.WriteAsync<SavedHall>(actor, async db =>
            {
                var room = await RoomAsync(db, draft.HallId, cancellationToken);
                if (await RefuseAsync(db, room, draft, cancellationToken) is { } refusal)
                    return refusal;
                var affected = await AffectedAsync(db, room, draft, cancellationToken);
                if (affected.Count > 0)
                    return new RoomRefusal.TablesNeeded(affected, moved);
                return new SavedHall(await ApplyAsync(db, room, draft, cancellationToken), moved);
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await store.ReadAsync<Outcome<SavedHall>>(async db => await ChangedAsync(db, draft.HallId, cancellationToken), cancellationToken);
        }
    }

    /// <summary>
    /// Takes a save back with the moves it made: the hall as it was before, tables that came with it retired. Refused like
    /// <see cref="SaveAsync"/>, also when somebody has saved the hall since; then the moves stay too.
    /// </summary>
    /// <returns>The hall, and the bookings that could not be moved back.</returns>
    public async Task<Outcome<SavedHall>> UndoAsync(Actor actor, HallDraft before, SavedHall saved, CancellationToken cancellationToken)
    {
        var hall = await SaveAsync(actor, before.Over(saved.Hall), moveBookings: false, cancellationToken);
        return hall.Value is { } back ? back with { Moved = await MoveBackAsync(actor, saved.Moved, cancellationToken) } : hall;
    }

    /// <summary>Removes a hall without tables. Returns HallHasTables otherwise: also retired ones keep their hall; HallHasEvents while a special day names it.</summary>
    public async Task<Outcome<Hall>> RemoveAsync(Actor actor, int hallId, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        return await store.WriteAsync<Hall>(actor, async db =>
        {
            if (await db.Halls.SingleOrDefaultAsync(h => h.Id == hallId, cancellationToken) is not { } hall)
                return new RoomRefusal.HallGone();
            if (await db.Tables.CountAsync(t => t.HallId == hallId, cancellationToken) is > 0 and var tables)
                return new RoomRefusal.HallHasTables(tables);
            if (await db.SpecialDays.AnyAsync(s => s.HallId == hallId, cancellationToken))
                return new RoomRefusal.HallHasEvents();
            db.Halls.Remove(hall);
            await db.SaveChangesAsync(cancellationToken);
            return hall;
        }, cancellationToken);
    }

    /// <summary>Puts a hall so many places earlier (negative) or later in the order in which halls are shown.</summary>
    public async Task<Outcome<Hall>> ReorderAsync(Actor actor, int hallId, int by, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        return await store.WriteAsync<Hall>(actor, async db =>
        {
            var halls = await db.Halls.OrderBy(h => h.Order).ThenBy(h => h.Id).ToListAsync(cancellationToken);
            if (halls.Find(h => h.Id == hallId) is not { } hall)
                return new RoomRefusal.HallGone();
            var to = Math.Clamp(halls.IndexOf(hall) + by, 0, halls.Count - 1);
            halls.Remove(hall);
            halls.Insert(to, hall);
            for (var i = 0; i < halls.Count; i++)
                halls[i].PutAt(i);
            await db.SaveChangesAsync(cancellationToken);
            return hall;
        }, cancellationToken);
    }

    /// <summary>Who saved the hall last; empty when nobody has since it was set up.</summary>
    public Task<string> LastEditorAsync(int hallId, CancellationToken cancellationToken) =>
        store.ReadAsync(async db => (await ChangedAsync(db, hallId, cancellationToken)).By, cancellationToken);

    private static HallDraft Trimmed(HallDraft draft) => draft with
    {
        Name = draft.Name.Trimmed(),
        Tables =
        [
            .. draft.Tables.Select(t => t with
            {
                Description = t.Description.Trimmed(),
                Zone = t.Zone is { IsEmpty: false } zone ? zone.Trimmed() : null,
            }),
        ],
        Combinations = [.. draft.Combinations.Select(c => c with { Name = c.Name.Trim(), Tables = [.. c.Tables.Distinct()] })],
        Marks = [.. draft.Marks.Select(m => m with { Words = m.Words.Trimmed() })],
    };

    /// <summary>The venue as it is in this transaction; the hall is null when it is new or gone.</summary>
    private static async Task<Room> RoomAsync(VenueDb db, int hallId, CancellationToken cancellationToken)
    {
        var halls = await db.Halls.OrderBy(h => h.Order).ToListAsync(cancellationToken);
        return new Room(
            halls.Find(h => h.Id == hallId), halls, await db.Tables.ToListAsync(cancellationToken), await db.Combinations.ToListAsync(cancellationToken));
    }

    private static async Task<Refusal?> RefuseAsync(VenueDb db, Room room, HallDraft draft, CancellationToken cancellationToken)
    {
        if (room.Hall is null && draft.HallId != 0)
            return new RoomRefusal.HallGone();
        if (room.Hall is { } hall && (hall.Version != draft.Version || draft.Tables.Any(t => !t.IsNew && room.Own.All(own => own.Id != t.Key))))
            return await ChangedAsync(db, hall.Id, cancellationToken);
        var problems = RoomRules.Check(draft, RoomsAround.Of(room.Halls, room.Tables, room.Combinations, draft.HallId));
        return problems.Count > 0 ? new RoomRefusal.RoomBroken(problems) : null;
    }

    /// <summary>Who saved the hall last is in the audit: every save counts its version up.</summary>
    private static async Task<RoomRefusal.HallChanged> ChangedAsync(VenueDb db, int hallId, CancellationToken cancellationToken)
    {
        var subject = hallId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var by = await db.Audit.Where(a => a.Subject == AuditEntry.Halls && a.SubjectId == subject).OrderByDescending(a => a.Id)
            .Select(a => a.ActorName).FirstOrDefaultAsync(cancellationToken);
        return new RoomRefusal.HallChanged(by ?? "");
    }

    /// <param name="Hall">The one that is edited.</param>
    private sealed record Room(Hall? Hall, List<Hall> Halls, List<Table> Tables, List<TableCombination> Combinations)
    {
        public List<Table> Own { get; } = [.. Tables.Where(t => t.HallId == Hall?.Id)];

        public List<TableCombination> OwnCombinations
        {
            get
            {
                var ids = Own.Select(t => t.Id).ToHashSet();
                return [.. Combinations.Where(c => c.TableIds.Any(ids.Contains))];
            }
        }
    }
}
