using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Bookings;

/// <summary>Resolves the guest a booking is for and validates the details.</summary>
internal static class Bookers
{
    public static BookingHistory Created(Booking booking, Actor actor, DateTimeOffset now) =>
        new(booking.Id, BookingAction.Created, actor, now, booking.Version, null, null);

    public static Refusal? Refuse(Booker booker, VenueCatalog catalog, Actor actor)
    {
        if (!booker.IsKnown)
            return actor is Actor.Guest ? new CommonRefusal.NotFound() : new GuestRefusal.GuestNotFound();
        if (actor is not Actor.Guest)
            return null;
        if (booker.IsBlocked)
            return new GuestRefusal.GuestBlocked(catalog.Settings.Phone);
        return booker.ActiveBookings >= catalog.Settings.ActiveBookingsPerGuest
            ? new BookingRefusal.TooManyActive(catalog.Settings.ActiveBookingsPerGuest)
            : null;
    }

    public static Refusal? RefuseTexts(BookingDetails details) =>
        details.Comment?.Trim().Length > Booking.CommentLimit ? new CommonRefusal.CommentTooLong(Booking.CommentLimit)
        : details.Allergies?.Trim().Length > Booking.AllergiesLimit
            ? new CommonRefusal.TextTooLong("allergies", Booking.AllergiesLimit)
        : details.InternalNote?.Trim().Length > Booking.InternalNoteLimit
            ? new CommonRefusal.TextTooLong("note", Booking.InternalNoteLimit)
        : null;

    /// <summary>
    /// The current guest after merges, locked against merging and deletion until the transaction ends; null if deleted.
    /// </summary>
    public static async Task<long?> ResolveGuestAsync(
        VenueDb db,
        long guestId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if ((await db.LockBookerAsync(guestId, null, now, cancellationToken)).IsKnown)
            return guestId;
        var survivor = await db
            .Guests.Where(g => g.Id == guestId)
            .Select(g => g.MergedIntoId)
            .SingleOrDefaultAsync(cancellationToken);
        return survivor is { } other && (await db.LockBookerAsync(other, null, now, cancellationToken)).IsKnown
            ? other
            : null;
    }
}
