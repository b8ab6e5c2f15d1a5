using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

// What was decided by mistake, after the ten minutes of an undo: a no-show who came, a cancellation that nobody meant.
public sealed partial class BookingService
{
    /// <summary>
    /// Who was given up came after all, and it no longer counts against the guest. While their time runs they are seated, at these tables
    /// or at their own; after it the visit is completed. Of a day that is over, only by who may correct the past. Returns PlaceGone with
    /// what would do when somebody else has their tables.
    /// </summary>
    public Task<Outcome<Booking>> CameAsync(Actor actor, Guid id, int? version, IReadOnlyList<int>? tableIds, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Came, async (db, booking, catalog, now) =>
        {
            if (booking.ServiceDay < catalog.Clock.ServiceDayOf(now) && !actor.May(Right.CorrectPast))
                return new CommonRefusal.NotAllowed(Right.CorrectPast);
            if (now >= booking.EndsAt)
                return await Verdict(booking, booking.Visited());
            if (booking.Status != BookingStatus.NoShow)
                return new BookingRefusal.WrongStatus(booking.Status);
            if (await TakeAgainAsync(db, catalog, actor, booking, tableIds, now, cancellationToken) is { } refusal)
                return refusal;
            booking.SeatAfterAll(now);
            return null;
        }, null, cancellationToken);

    /// <summary>
    /// The cancellation was a mistake: the booking stands again, at these tables or at its own, and the guest hears so. Returns PlaceGone
    /// with what would do when somebody else has its tables.
    /// </summary>
    public Task<Outcome<Booking>> RestoreAsync(Actor actor, Guid id, int? version, IReadOnlyList<int>? tableIds, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Restored, async (db, booking, catalog, now) =>
        {
            if (booking.Status != BookingStatus.Canceled || booking.Source == BookingSource.WalkIn)
                return new BookingRefusal.WrongStatus(booking.Status);
            if (now >= booking.EndsAt)
                return new AvailabilityRefusal.SlotPassed();
            if (await TakeAgainAsync(db, catalog, actor, booking, tableIds, now, cancellationToken) is { } refusal)
                return refusal;
            var last = await db.BookingHistory.AsNoTracking().Where(h => h.BookingId == id).OrderByDescending(h => h.Id).Select(h => h.Before).FirstAsync(cancellationToken);
            var before = last is null ? null : JsonSerializer.Deserialize<BookingState>(last);
            booking.StandAgain(before?.Status is BookingStatus.Booked ? BookingStatus.Booked : BookingStatus.Confirmed);
            await announcements.AddAsync(db, OutboxKind.BookingRestored, actor, booking, now, cancellationToken);
            return null;
        }, null, cancellationToken);

    private static async Task<Refusal?> TakeAgainAsync(
        VenueDb db, VenueCatalog catalog, Actor actor, Booking booking, IReadOnlyList<int>? tableIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tables = tableIds ?? booking.TableIds;
        if (tableIds is not null && RefuseParty(catalog, booking.PartySize, tableIds, forStaff: true) is { } misfit)
            return misfit;
        var claim = new ClaimRequest(tables, BookingRules.NeededFrom(booking.StartsAt, now), booking.EndsAt, KindOf(booking), now, booking.Id);
        // Tables that have been taken out of the room since are gone as well.
        if (catalog.Together(tables) is not { } option
            || await StillSeatedAsync(db, catalog, tables, claim.StartsAt, now, cancellationToken) is not null
            || !await db.TryClaimAsync(claim, cancellationToken))
            return new BookingRefusal.PlaceGone(Numbers(catalog, tables), await WouldFitAsync(db, catalog, actor, booking, booking.PartySize, now, cancellationToken));
        booking.SitAt(option.TableIds);
        return null;
    }
}
