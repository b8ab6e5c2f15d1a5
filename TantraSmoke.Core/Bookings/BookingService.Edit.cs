using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Bookings;

// What was said about a party, and who it is.
public sealed partial class BookingService
{
    /// <summary>
    /// Changes who comes, how many, and what was said about it; at other tables where asked. A party that its tables cannot seat
    /// is refused with PartyOutgrows, which says what would do.
    /// </summary>
    public Task<Outcome<Booking>> EditAsync(Actor actor, Guid id, int? version, BookingEdit edit, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Edited, async (db, booking, catalog, now) =>
        {
            var details = edit.Details;
            if (details.PartySize < 1)
                return new BookingError.PartyTooSmall(1);
            if (RefuseTexts(details) is { } tooLong)
                return tooLong;
            if (details.GuestId is { } guestId && guestId != booking.GuestId)
            {
                if (await ResolveGuestAsync(db, guestId, now, cancellationToken) is not { } known)
                    return new BookingError.GuestNotFound();
                details = details with { GuestId = known };
            }

            if (edit.TableIds is { } other && !other.Order().SequenceEqual(booking.TableIds))
            {
                if (!booking.IsOpenNow)
                    return new BookingError.WrongStatus(booking.Status);
                if (catalog.Together(other) is not { } option)
                    return new BookingError.NoLongerOffered();
                if (details.PartySize > option.Seats)
                    return new BookingError.PartyTooLarge(option.Seats);
                var place = PlaceNow(booking, now) with { TableIds = option.TableIds };
                if (now >= place.EndsAt)
                    return new BookingError.SlotPassed();
                if (await StillSeatedAsync(db, catalog, [.. option.TableIds.Except(booking.TableIds)], NeededFrom(booking, now), now, cancellationToken) is { } sitting)
                    return sitting;
                await FreeAsync(db, booking, cancellationToken);
                var claim = new ClaimRequest(option.TableIds, NeededFrom(booking, now), place.EndsAt, KindOf(booking), now, booking.Id);
                if (!await db.TryClaimAsync(claim, cancellationToken))
                    return await OccupiedAsync(db, catalog, claim, cancellationToken);
                booking.Edit(details, place);
                return null;
            }

            // What is over keeps its tables, but no venue holds more than all of them.
            if (details.PartySize > booking.PartySize && details.PartySize > catalog.Seats([.. catalog.Tables.Select(t => t.Id)]))
                return new BookingError.PartyTooLarge(catalog.Seats([.. catalog.Tables.Select(t => t.Id)]));
            // A party that is not larger than it was stays, even at a table too small for it: somebody decided that.
            var seats = catalog.Seats(booking.TableIds);
            if (booking.IsOpenNow && details.PartySize > booking.PartySize && details.PartySize > seats)
                return new BookingError.PartyOutgrows(seats, await WouldFitAsync(db, catalog, actor, booking, details.PartySize, now, cancellationToken));
            booking.Edit(details, booking.Place);
            return null;
        }, null, cancellationToken);

    private static BookingError? RefuseTexts(BookingDetails details) =>
        details.Comment?.Trim().Length > Booking.CommentLimit ? new BookingError.CommentTooLong(Booking.CommentLimit)
        : details.Allergies?.Trim().Length > Booking.AllergiesLimit ? new BookingError.TextTooLong("allergies", Booking.AllergiesLimit)
        : details.InternalNote?.Trim().Length > Booking.InternalNoteLimit ? new BookingError.TextTooLong("note", Booking.InternalNoteLimit)
        : null;

    private static DateTimeOffset NeededFrom(Booking booking, DateTimeOffset now) =>
        BookingRules.NeededFrom(booking.TakenFrom, now);

    // Its own place may be part of the answer, so it is given up first; the refusal rolls that back.
    private static async Task<IReadOnlyList<TableOption>> WouldFitAsync(
        VenueDb db, VenueCatalog catalog, Actor actor, Booking booking, int partySize, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await FreeAsync(db, booking, cancellationToken);
        return await FreeTablesAsync(db, catalog, actor, (NeededFrom(booking, now), PlaceNow(booking, now).EndsAt), partySize, now, cancellationToken, booking);
    }

    /// <summary>The guest as they are called now, kept from being merged or deleted until the transaction ends; null when gone.</summary>
    internal static async Task<long?> ResolveGuestAsync(VenueDb db, long guestId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await db.LockBookerAsync(guestId, null, now, cancellationToken)).IsKnown)
            return guestId;
        var survivor = await db.Guests.Where(g => g.Id == guestId).Select(g => g.MergedIntoId).SingleOrDefaultAsync(cancellationToken);
        return survivor is { } other && (await db.LockBookerAsync(other, null, now, cancellationToken)).IsKnown ? other : null;
    }
}
