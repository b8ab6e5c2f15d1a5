using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>A hall as it was saved, and the bookings that were moved out of the way for it.</summary>
public sealed record SavedHall(HallDraft Hall, IReadOnlyList<AffectedBooking> Moved);

/// <summary>
/// Changes halls with their tables and combinations. Tables are never deleted, bookings refer to them: they are retired
/// and can come back. A change that bookings to come do not survive is refused with the list of them.
/// </summary>
public sealed class HallEditing(VenueStore store, HallWriter writer, RoomBookings bookings)
{
    /// <summary>
    /// Saves a hall as it was drawn, all of it or nothing. Returns RoomBroken with every rule that it breaks,
    /// HallChanged when somebody else has saved it since, and TablesNeeded when bookings to come would lose their table
    /// or their seats.
    /// </summary>
    /// <param name="moveBookings">Moves those bookings first, each to the best fit at its own time. Which of them
    /// cannot be moved comes back in TablesNeeded; they stay where they are, and so does the room.</param>
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
    /// Takes a save back with the moves it made: the hall as it was before, tables that came with it retired. Refused
    /// like
    /// <see cref="SaveAsync"/>, also when somebody has saved the hall since; then the moves stay too.
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
    /// Removes a hall without tables. Returns HallHasTables otherwise: also retired ones keep their hall; HallHasEvents
    /// while a special day names it.
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

    /// <summary>Puts a hall so many places earlier (negative) or later in the order in which halls are shown.</summary>
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

    /// <summary>Who saved the hall last; empty when nobody has since it was set up.</summary>
    public Task<string> LastEditorAsync(int hallId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async db => (await HallWriter.ChangedAsync(db, hallId, cancellationToken)).By,
            cancellationToken
        );
}
