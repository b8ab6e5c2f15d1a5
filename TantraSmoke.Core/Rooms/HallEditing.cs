using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>A saved hall and the bookings that were moved for it.</summary>
public sealed record SavedHall(HallDraft Hall, IReadOnlyList<AffectedBooking> Moved);

/// <summary>
/// Saves halls with their tables and combinations. Tables are never deleted, because bookings refer to them; they are
/// retired and can be restored. A change that conflicts with bookings is refused with a list of them.
/// </summary>
public sealed class HallEditing(VenueStore store, HallWriter writer, RoomBookings bookings)
{
    /// <summary>
    /// Saves a draft as a whole. Returns RoomBroken with the broken rules, HallChanged if somebody else saved the hall
    /// since, TablesNeeded if bookings would lose their table or seats.
    /// </summary>
    /// <param name="moveBookings">
    /// Moves the conflicting bookings first, each to the best fit at its own time. If some cannot be moved,
    /// TablesNeeded lists them and the hall is not saved.
    /// </param>
    public async Task<Outcome<SavedHall>> SaveAsync(
        Actor actor,
        HallDraft draft,
        bool moveBookings,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        draft = HallWriter.Trimmed(draft);
        IReadOnlyList<AffectedBooking> moved = [];
        if (moveBookings)
        {
            var outcome = await bookings.MakeRoomAsync(actor, draft, cancellationToken);
            if (outcome.Error is { } stuck)
                return stuck;
            moved = outcome.Value!;
        }

        try
        {
            return await store.WriteAsync<SavedHall>(
                actor,
                async db =>
                {
                    var room = await HallWriter.RoomAsync(db, draft.HallId, cancellationToken);
                    if (await HallWriter.RefuseAsync(db, room, draft, cancellationToken) is { } refusal)
                        return refusal;
                    var affected = await bookings.AffectedAsync(db, room, draft, cancellationToken);
                    if (affected.Count > 0)
                        return new RoomRefusal.TablesNeeded(affected, moved);
                    return new SavedHall(await writer.ApplyAsync(db, room, draft, cancellationToken), moved);
                },
                cancellationToken
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return await store.ReadAsync<Outcome<SavedHall>>(
                async db => await HallWriter.ChangedAsync(db, draft.HallId, cancellationToken),
                cancellationToken
            );
        }
    }

    /// <summary>
    /// Undoes a save and its moves: restores the hall and retires tables added since. Refused like
    /// <see cref="SaveAsync"/>, also if somebody saved the hall since; the moves then stay.
    /// </summary>
    /// <returns>The hall, and the bookings that could not be moved back.</returns>
    public async Task<Outcome<SavedHall>> UndoAsync(
        Actor actor,
        HallDraft before,
        SavedHall saved,
        CancellationToken cancellationToken
    )
    {
        var hall = await SaveAsync(actor, before.Over(saved.Hall), moveBookings: false, cancellationToken);
        return hall.Value is { } back
            ? back with
            {
                Moved = await bookings.MoveBackAsync(actor, saved.Moved, cancellationToken),
            }
            : hall;
    }

    /// <summary>
    /// Removes a hall without tables. Returns HallHasTables if it has any, including retired ones, and HallHasEvents if
    /// a special day refers to it.
    /// </summary>
    public async Task<Outcome<Hall>> RemoveAsync(Actor actor, int hallId, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        return await store.WriteAsync<Hall>(
            actor,
            async db =>
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
            },
            cancellationToken
        );
    }

    /// <summary>Moves a hall earlier (negative) or later in the display order.</summary>
    public async Task<Outcome<Hall>> ReorderAsync(Actor actor, int hallId, int by, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditTables))
            return await store.RefuseAsync(actor, Right.EditTables, cancellationToken);
        return await store.WriteAsync<Hall>(
            actor,
            async db =>
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
            },
            cancellationToken
        );
    }

    /// <summary>Who last saved the hall; empty if only the setup did.</summary>
    public Task<string> LastEditorAsync(int hallId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async db => (await HallWriter.ChangedAsync(db, hallId, cancellationToken)).By,
            cancellationToken
        );
}
