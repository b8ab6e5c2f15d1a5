using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Bookings;

// What was said about a party, and who it is.
public sealed partial class BookingService
{
    /// <summary>
    /// Changes who comes, how many, what was said about it, and the day, time and tables where asked. A party that its tables
    /// cannot seat is refused with PartyOutgrows, which says what would do; a time at which nothing fits with TableTaken, which says
    /// what is free that day. Either way the booking stays as it was.
    /// </summary>
    public async Task<Outcome<Booking>> EditAsync(Actor actor, Guid id, int? version, BookingEdit edit, CancellationToken cancellationToken)
    {
        (DateOnly Day, DateTimeOffset Near)? wanted = null;
        var outcome = await ChangeAsync(actor, id, version, BookingAction.Edited, async (db, booking, catalog, now) =>
        {
            var details = edit.Details;
            if (details.PartySize < 1)
                return new AvailabilityRefusal.PartyTooSmall(1);
            if (RefuseTexts(details) is { } tooLong)
                return tooLong;
            if (details.GuestId is { } guestId && guestId != booking.GuestId)
            {
                if (await ResolveGuestAsync(db, guestId, now, cancellationToken) is not { } known)
                    return new GuestRefusal.GuestNotFound();
                details = details with { GuestId = known };
            }

            var isElsewhere = edit.TableIds is { } other && !other.Order().SequenceEqual(booking.TableIds);
            var isAnotherTime = (edit.ServiceDay is { } day && day != booking.ServiceDay) || (edit.SlotId is { } slot && slot != booking.SlotId);
            if (isElsewhere || isAnotherTime)
            {
                if (!booking.IsOpenNow)
                    return new BookingRefusal.WrongStatus(booking.Status);
                var target = Target(catalog, booking, new MoveRequest(edit.ServiceDay, edit.SlotId), details.PartySize, now);
                if (target.Value is not { } place)
                    return target.Error;
                wanted = (place.ServiceDay, place.StartsAt);
                var taken = await TakeAsync(
                    db, catalog, actor, booking, place, details.PartySize, edit.TableIds, isExact: !isAnotherTime, now, cancellationToken);
                if (taken.Value is not { } got)
                    return taken.Error;
                booking.Edit(details, got);
                if (isAnotherTime)
                    await announcements.AddAsync(db, OutboxKind.BookingMoved, actor, booking, now, cancellationToken);
                return null;
            }

            // What is over keeps its tables, but no venue holds more than all of them.
            if (details.PartySize > booking.PartySize && details.PartySize > catalog.Seats([.. catalog.Tables.Select(t => t.Id)]))
                return new AvailabilityRefusal.PartyTooLarge(catalog.Seats([.. catalog.Tables.Select(t => t.Id)]));
            // A party that is not larger than it was stays, even at a table too small for it: somebody decided that.
            var seats = catalog.Seats(booking.TableIds);
            if (booking.IsOpenNow && details.PartySize > booking.PartySize && details.PartySize > seats)
                return new BookingRefusal.PartyOutgrows(seats, await WouldFitAsync(db, catalog, actor, booking, details.PartySize, now, cancellationToken));
            booking.Edit(details, booking.Place);
            return null;
        }, null, cancellationToken);

        return outcome.Error is AvailabilityRefusal.TableTaken && wanted is var (wantedDay, near)
            ? new AvailabilityRefusal.TableTaken(await availability.AlternativesAsync(
                actor, wantedDay, edit.Details.PartySize, near, cancellationToken, except: id))
            : outcome;
    }

    private static Refusal? RefuseTexts(BookingDetails details) =>
        details.Comment?.Trim().Length > Booking.CommentLimit ? new CommonRefusal.CommentTooLong(Booking.CommentLimit)
        : details.Allergies?.Trim().Length > Booking.AllergiesLimit ? new CommonRefusal.TextTooLong("allergies", Booking.AllergiesLimit)
        : details.InternalNote?.Trim().Length > Booking.InternalNoteLimit ? new CommonRefusal.TextTooLong("note", Booking.InternalNoteLimit)
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
