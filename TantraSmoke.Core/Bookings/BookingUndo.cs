using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>Undo within ten minutes; after that, restoring no-shows and cancellations.</summary>
public sealed class BookingUndo(BookingWriter writer, Announcements announcements)
{
    /// <summary>
    /// Undoes the last change, within ten minutes. Returns TableOccupied if the place was taken since, TablesRetired if
    /// a table was retired; a walk-in is canceled.
    /// </summary>
    public Task<Outcome<Booking>> UndoAsync(Actor actor, Guid id, int? version, CancellationToken cancellationToken) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Undone,
            async (db, booking, catalog, now) =>
            {
                var last = await db
                    .BookingHistory.AsNoTracking()
                    .Where(h => h.BookingId == id)
                    .OrderByDescending(h => h.Id)
                    .FirstAsync(cancellationToken);
                if (now - last.At > BookingRules.UndoWindow || !CanBeUndone(last.Action))
                    return new BookingRefusal.UndoExpired();

                await Places.FreeAsync(db, booking, cancellationToken);
                if (last.Action == BookingAction.Created && booking.Source == BookingSource.WalkIn)
                {
                    booking.Retract(now);
                    // A party from the waitlist returns to it.
                    (await db.Waitlist.SingleOrDefaultAsync(e => e.BookingId == id, cancellationToken))?.Wait();
                    return null;
                }

                if (last.Before is null)
                    return new BookingRefusal.UndoExpired();
                var before = JsonSerializer.Deserialize<BookingState>(last.Before)!;
                // The guest may have been merged since.
                if (before.Details is { GuestId: { } guestId } details)
                    before = before with
                    {
                        Details = details with
                        {
                            GuestId = await Bookers.ResolveGuestAsync(db, guestId, now, cancellationToken),
                        },
                    };
                var isBackInTime = last.Action == BookingAction.Edited && booking.StartsAt != before.Place.StartsAt;
                booking.Restore(before, now);
                // Only the remaining time: the tables may have been occupied by others before.
                var from = Places.NeededFrom(booking, now);
                if (
                    booking.IsOpenNow
                    && from < booking.EndsAt
                    && await TakeBackAsync(db, catalog, actor, booking, from, now, cancellationToken) is { } refusal
                )
                    return refusal;

                if (isBackInTime || IsTold(last.Action))
                    await announcements.TakeBackAsync(db, actor, booking, last, now, cancellationToken);
                return null;
            },
            null,
            cancellationToken
        );

    /// <summary>
    /// Reverts a no-show, which then no longer counts for the guest. During its time the party is seated at the given
    /// or its own tables, afterwards the visit is completed. Past days require the right to correct the past. Returns
    /// PlaceGone with alternatives if the tables are taken.
    /// </summary>
    public Task<Outcome<Booking>> CameAsync(
        Actor actor,
        Guid id,
        int? version,
        IReadOnlyList<int>? tableIds,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Came,
            async (db, booking, catalog, now) =>
            {
                if (booking.ServiceDay < catalog.Clock.ServiceDayOf(now) && !actor.May(Right.CorrectPast))
                    return new CommonRefusal.NotAllowed(Right.CorrectPast);
                if (now >= booking.EndsAt)
                    return await BookingWriter.Verdict(booking, booking.Visited());
                if (booking.Status != BookingStatus.NoShow)
                    return new BookingRefusal.WrongStatus(booking.Status);
                if (await TakeAgainAsync(db, catalog, actor, booking, tableIds, now, cancellationToken) is { } refusal)
                    return refusal;
                booking.SeatAfterAll(now);
                return null;
            },
            null,
            cancellationToken
        );

    /// <summary>
    /// Reverts a cancellation at the given or the booking's own tables and notifies the guest. Returns PlaceGone with
    /// alternatives if the tables are taken.
    /// </summary>
    public Task<Outcome<Booking>> RestoreAsync(
        Actor actor,
        Guid id,
        int? version,
        IReadOnlyList<int>? tableIds,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Restored,
            async (db, booking, catalog, now) =>
            {
                if (booking.Status != BookingStatus.Canceled || booking.Source == BookingSource.WalkIn)
                    return new BookingRefusal.WrongStatus(booking.Status);
                if (now >= booking.EndsAt)
                    return new AvailabilityRefusal.SlotPassed();
                if (await TakeAgainAsync(db, catalog, actor, booking, tableIds, now, cancellationToken) is { } refusal)
                    return refusal;
                var last = await db
                    .BookingHistory.AsNoTracking()
                    .Where(h => h.BookingId == id)
                    .OrderByDescending(h => h.Id)
                    .Select(h => h.Before)
                    .FirstAsync(cancellationToken);
                var before = last is null ? null : JsonSerializer.Deserialize<BookingState>(last);
                booking.StandAgain(
                    before?.Status is BookingStatus.Booked ? BookingStatus.Booked : BookingStatus.Confirmed
                );
                await announcements.AddAsync(db, OutboxKind.BookingRestored, actor, booking, now, cancellationToken);
                return null;
            },
            null,
            cancellationToken
        );

    private static bool CanBeUndone(BookingAction action) =>
        action
            is not (BookingAction.Undone or BookingAction.Rated or BookingAction.LookedAt or BookingAction.ZoneChanged);

    /// <summary>Whether the guest was told of such a change.</summary>
    private static bool IsTold(BookingAction action) =>
        action
            is BookingAction.Canceled
                or BookingAction.Moved
                or BookingAction.Approved
                or BookingAction.Declined
                or BookingAction.Restored;

    /// <summary>Claims the place that the booking has again.</summary>
    private static async Task<Refusal?> TakeBackAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        Booking booking,
        DateTimeOffset from,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (booking.TableIds.Any(table => catalog.Table(table) is not { IsActive: true }))
            return new BookingRefusal.TablesRetired(
                Places.Numbers(catalog, booking.TableIds),
                await Places.WouldFitAsync(db, catalog, actor, booking, booking.PartySize, now, cancellationToken)
            );
        var kind = Places.KindOf(booking);
        var claim = new ClaimRequest(booking.TableIds, from, booking.EndsAt, kind, now, booking.Id);
        return await db.TryClaimAsync(claim, cancellationToken)
            ? null
            : await Places.OccupiedAsync(db, catalog, claim, cancellationToken);
    }

    private static async Task<Refusal?> TakeAgainAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        Booking booking,
        IReadOnlyList<int>? tableIds,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var tables = tableIds ?? booking.TableIds;
        if (
            tableIds is not null
            && Places.RefuseParty(catalog, booking.PartySize, tableIds, forStaff: true) is { } misfit
        )
            return misfit;
        var claim = new ClaimRequest(
            tables,
            BookingRules.NeededFrom(booking.StartsAt, now),
            booking.EndsAt,
            Places.KindOf(booking),
            now,
            booking.Id
        );
        // Tables retired since are not available either.
        if (
            catalog.Together(tables) is not { } option
            || await Places.StillSeatedAsync(db, catalog, tables, claim.StartsAt, now, cancellationToken) is not null
            || !await db.TryClaimAsync(claim, cancellationToken)
        )
            return new BookingRefusal.PlaceGone(
                Places.Numbers(catalog, tables),
                await Places.WouldFitAsync(db, catalog, actor, booking, booking.PartySize, now, cancellationToken)
            );
        booking.SitAt(option.TableIds);
        return null;
    }
}
