using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>Bookings that conflict with a change of the room.</summary>
public sealed class RoomBookings(
    VenueStore store,
    VenueCatalogCache catalogs,
    BookingMoves moves,
    BookingUndo undo,
    TimeProvider time
)
{
    // Number of attempts to move a booking while concurrent bookings take its tables; after that it is reported as not
    // movable.
    private const int MovesTried = 5;

    /// <summary>
    /// Bookings at retired tables of the hall that were made while the table was being retired, by time.
    /// </summary>
    public Task<List<BookingRow>> LeftBehindAsync(int hallId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.ReadAsync(
            db =>
            {
                var retired = db.Tables.Where(t => t.HallId == hallId && !t.IsActive).Select(t => t.Id);
                var claimed = db
                    .Claims.Where(c => retired.Contains(c.TableId) && c.EndsAt > now && c.BookingId != null)
                    .Select(c => c.BookingId);
                return BookingQueries
                    .Rows(
                        db,
                        db.Bookings.Where(Booking.IsOpen).Where(b => claimed.Contains(b.Id)).OrderBy(b => b.StartsAt)
                    )
                    .ToListAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>Undoes moves, except for bookings changed since; returns those not moved back.</summary>
    public async Task<Outcome<List<AffectedBooking>>> UndoMovesAsync(
        Actor actor,
        IReadOnlyList<AffectedBooking> moved,
        CancellationToken cancellationToken
    ) =>
        actor.May(Right.EditTables)
            ? await MoveBackAsync(actor, moved, cancellationToken)
            : await store.RefuseAsync(actor, Right.EditTables, cancellationToken);

    internal Task<List<AffectedBooking>> AffectedAsync(
        VenueDb db,
        HallWriter.Room room,
        HallDraft draft,
        CancellationToken cancellationToken
    )
    {
        var before = Seating.Of(room.Tables, room.Combinations);
        return before.AffectedByAsync(
            db,
            before.With(draft, room.OwnCombinations),
            time.GetUtcNow(),
            cancellationToken
        );
    }

    /// <summary>
    /// Moves the bookings that conflict with the draft; the error lists those that cannot be moved, or why the draft is
    /// invalid anyway.
    /// </summary>
    internal async Task<Outcome<List<AffectedBooking>>> MakeRoomAsync(
        Actor actor,
        HallDraft draft,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        var read = await store.ReadAsync<Outcome<Clearing>>(
            async db =>
            {
                var room = await HallWriter.RoomAsync(db, draft.HallId, cancellationToken);
                return await HallWriter.RefuseAsync(db, room, draft, cancellationToken) is { } refusal
                    ? refusal
                    : new Clearing(
                        await AffectedAsync(db, room, draft, cancellationToken),
                        After(catalog, room, draft)
                    );
            },
            cancellationToken
        );
        if (read.Value is not { Affected: var affected, After: var after })
            return read.Error!;

        var (moved, stuck) = (new List<AffectedBooking>(), new List<AffectedBooking>());
        foreach (var one in affected)
        {
            // Seated parties are not moved.
            var place = one.Booking.IsExpected
                ? await MoveAsync(actor, one.Booking, catalog, after, cancellationToken)
                : null;
            if (place is null)
                stuck.Add(one);
            else
                moved.Add(one with { MovedTo = catalog.TableNames(place.TableIds), MovedVersion = place.Version });
        }

        return stuck.Count > 0 ? new RoomRefusal.TablesNeeded(stuck, moved) : moved;
    }

    internal async Task<List<AffectedBooking>> MoveBackAsync(
        Actor actor,
        IReadOnlyList<AffectedBooking> moved,
        CancellationToken cancellationToken
    )
    {
        var stuck = new List<AffectedBooking>();
        foreach (var one in moved)
        {
            if ((await undo.UndoAsync(actor, one.Booking.Id, one.MovedVersion, cancellationToken)).Error is not null)
                stuck.Add(one);
        }

        return stuck;
    }

    /// <summary>The moved booking; null if none of the remaining tables is free.</summary>
    private async Task<Booking?> MoveAsync(
        Actor actor,
        BookingRow booking,
        VenueCatalog now,
        VenueCatalog after,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (booking.StartsAt - TableAllocator.IdleReach, booking.EndsAt + TableAllocator.IdleReach);
        var (begins, at) = (from - TableClaim.Longest, time.GetUtcNow());
        var busy = await store.ReadAsync(
            db =>
                db.Claims.Where(c =>
                        c.StartsAt > begins
                        && c.StartsAt < to
                        && c.EndsAt > from
                        && (c.ExpiresAt == null || c.ExpiresAt > at)
                    )
                    .Where(c => c.BookingId == null || c.BookingId != booking.Id)
                    .Select(c => new BusyTime(c.TableId, c.StartsAt, c.EndsAt))
                    .ToListAsync(cancellationToken),
            cancellationToken
        );
        // Tables that the draft adds do not exist yet.
        var options = TableAllocator
            .Free(after.Options, busy, booking.StartsAt, booking.EndsAt, booking.PartySize, forStaff: true)
            .Where(o => now.Option(o.TableIds)?.Seats >= booking.PartySize);
        foreach (var option in options.Take(MovesTried))
        {
            var moved = await moves.MoveAsync(
                actor,
                booking.Id,
                booking.Version,
                new MoveRequest(TableIds: option.TableIds),
                cancellationToken
            );
            if (moved.Value is { } there)
                return there;
            if (moved.Error is not (AvailabilityRefusal.TableTaken or BookingRefusal.TableOccupied))
                return null;
        }

        return null;
    }

    /// <summary>The catalog after saving the draft, without the draft's additions.</summary>
    private static VenueCatalog After(VenueCatalog catalog, HallWriter.Room room, HallDraft draft)
    {
        var tables = room.Tables.Select(t => draft.Table(t.Id) is { } drawn ? Drawn(t, drawn) : t).ToList();
        var combinations = room
            .Combinations.Except(room.OwnCombinations)
            .Concat(
                draft
                    .Combinations.Where(c => c.Tables.All(key => key > 0))
                    .Select(c => new TableCombination(c.Name, c.Tables, c.MinParty, c.Seats))
            )
            .ToList();
        return new VenueCatalog(catalog.Settings, catalog.Clock, catalog.Halls, tables, combinations, catalog.Slots);

        static Table Drawn(Table table, TableDraft drawn)
        {
            var copy = table.Copy();
            copy.Describe(table.HallId, drawn.Seats, drawn.MinParty, drawn.Description, drawn.Place, drawn.Zone);
            copy.Offer(drawn.IsOnline, drawn.IsActive);
            return copy;
        }
    }

    /// <summary>The conflicting bookings, and the catalog in which they must find a place.</summary>
    private sealed record Clearing(List<AffectedBooking> Affected, VenueCatalog After);
}
