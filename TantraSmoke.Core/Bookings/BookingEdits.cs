using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>Edits guest, party size and details of a booking.</summary>
public sealed class BookingEdits(BookingWriter writer, AvailabilityQueries availability, Announcements announcements)
{
    /// <summary>
    /// Changes guest, party size, details and, if given, day, time and tables. Returns PartyOutgrows with alternatives
    /// if the tables are too small, or TableTaken with what is free that day; the booking is then unchanged.
    /// </summary>
    public async Task<Outcome<Booking>> EditAsync(
        Actor actor,
        Guid id,
        int? version,
        BookingEdit edit,
        CancellationToken cancellationToken
    )
    {
        (DateOnly Day, DateTimeOffset Near)? wanted = null;
        var outcome = await writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Edited,
            async (db, booking, catalog, now) =>
            {
                var details = edit.Details;
                if (details.PartySize < 1)
                    return new AvailabilityRefusal.PartyTooSmall(1);
                if (Bookers.RefuseTexts(details) is { } tooLong)
                    return tooLong;
                if (details.GuestId is { } guestId && guestId != booking.GuestId)
                {
                    if (await Bookers.ResolveGuestAsync(db, guestId, now, cancellationToken) is not { } known)
                        return new GuestRefusal.GuestNotFound();
                    details = details with { GuestId = known };
                }

                var isElsewhere = edit.TableIds is { } other && !other.Order().SequenceEqual(booking.TableIds);
                var isAnotherTime =
                    (edit.ServiceDay is { } day && day != booking.ServiceDay)
                    || (edit.SlotId is { } slot && slot != booking.SlotId);
                if (!isElsewhere && !isAnotherTime)
                    return await StayAsync(db, catalog, actor, booking, details, now, cancellationToken);
                if (!booking.IsOpenNow)
                    return new BookingRefusal.WrongStatus(booking.Status);
                var request = new MoveRequest(edit.ServiceDay, edit.SlotId);
                var target = BookingMoves.Target(catalog, booking, request, details.PartySize, now);
                if (target.Value is not { } place)
                    return target.Error;
                wanted = (place.ServiceDay, place.StartsAt);
                var taken = await BookingMoves.TakeAsync(
                    db,
                    catalog,
                    actor,
                    booking,
                    place,
                    details.PartySize,
                    edit.TableIds,
                    isExact: !isAnotherTime,
                    now,
                    cancellationToken
                );
                if (taken.Value is not { } got)
                    return taken.Error;
                booking.Edit(details, got);
                if (isAnotherTime)
                    await announcements.AddAsync(db, OutboxKind.BookingMoved, actor, booking, now, cancellationToken);
                return null;
            },
            null,
            cancellationToken
        );

        return outcome.Error is AvailabilityRefusal.TableTaken && wanted is var (wantedDay, near)
            ? new AvailabilityRefusal.TableTaken(
                await availability.AlternativesAsync(
                    actor,
                    wantedDay,
                    edit.Details.PartySize,
                    near,
                    cancellationToken,
                    except: id
                )
            )
            : outcome;
    }

    /// <summary>The edit of a booking that keeps its place.</summary>
    private static async Task<Refusal?> StayAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        Booking booking,
        BookingDetails details,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (party, isLarger) = (details.PartySize, details.PartySize > booking.PartySize);
        // A finished booking keeps its tables, but its party cannot exceed the seats of the whole venue.
        var all = catalog.Seats([.. catalog.Tables.Select(t => t.Id)]);
        if (isLarger && party > all)
            return new AvailabilityRefusal.PartyTooLarge(all);
        // A party that does not grow keeps its tables even if they are too small: staff decided that.
        var seats = catalog.Seats(booking.TableIds);
        if (booking.IsOpenNow && isLarger && party > seats)
            return new BookingRefusal.PartyOutgrows(
                seats,
                await Places.WouldFitAsync(db, catalog, actor, booking, party, now, cancellationToken)
            );
        booking.Edit(details, booking.Place);
        return null;
    }
}
