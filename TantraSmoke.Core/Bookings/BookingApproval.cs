using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>Approval of large online parties: the tables are kept until staff approve or decline.</summary>
public sealed class BookingApproval(VenueStore store, BookingWriter writer, Announcements announcements)
{
    /// <summary>Approves a request: confirms the booking, notifies the guest and plans the reminders.</summary>
    public Task<Outcome<Booking>> ApproveAsync(
        Actor actor,
        Guid id,
        int? version,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Approved,
            async (db, booking, _, now) =>
            {
                if (now >= booking.EndsAt)
                    return new AvailabilityRefusal.SlotPassed();
                if (!booking.Approve())
                    return new BookingRefusal.WrongStatus(booking.Status);
                await announcements.AddAsync(db, OutboxKind.BookingApproved, actor, booking, now, cancellationToken);
                return null;
            },
            null,
            cancellationToken
        );

    /// <summary>Declines a request: frees the tables and sends the guest alternatives.</summary>
    public Task<Outcome<Booking>> DeclineAsync(
        Actor actor,
        Guid id,
        int? version,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Declined,
            async (db, booking, _, now) =>
            {
                if (!booking.Decline(now))
                    return new BookingRefusal.WrongStatus(booking.Status);
                await Places.FreeAsync(db, booking, cancellationToken);
                // An expired request gets a message of its own: the party was not refused.
                await announcements.AddAsync(
                    db,
                    actor is Actor.System ? OutboxKind.RequestExpired : OutboxKind.BookingDeclined,
                    actor,
                    booking,
                    now,
                    cancellationToken
                );
                return null;
            },
            null,
            cancellationToken
        );

    /// <summary>Marks a large online booking as a request; bookings by staff are approved already.</summary>
    internal static void AskIfLarge(VenueCatalog catalog, Actor actor, Booking booking, DateTimeOffset now)
    {
        if (actor is Actor.Guest && BookingRules.NeedsApproval(catalog.Settings, booking.PartySize))
            booking.Request(now);
    }

    /// <summary>Called before a guest's change: approval covers the approved time and party size only.</summary>
    internal static void AskAgain(
        VenueCatalog catalog,
        Booking booking,
        int partySize,
        BookingPlace place,
        DateTimeOffset now
    )
    {
        if (!BookingRules.NeedsApproval(catalog.Settings, partySize))
        {
            if (booking.Status == BookingStatus.Requested)
                booking.NeedsNoAnswer();
        }
        else if (partySize > booking.PartySize || place.StartsAt != booking.StartsAt || place.EndsAt > booking.EndsAt)
        {
            booking.Request(now);
        }
    }

    /// <summary>
    /// Ends requests not answered in time, frees their tables and notifies the guests while they can still book
    /// elsewhere.
    /// </summary>
    internal async Task<int> EndRequestsAsync(
        Attendance? attendance,
        DateTimeOffset undone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var waiting = await store.ReadAsync(
            db =>
                db.Bookings.Where(Booking.IsOpen)
                    .Where(b => b.Status == BookingStatus.Requested && b.StartsAt <= now + BookingRules.AnswerAhead)
                    .Where(b =>
                        !db.BookingHistory.Any(h =>
                            h.BookingId == b.Id && h.Action == BookingAction.Undone && h.At > undone
                        )
                    )
                    // A party that is already here is approved by seating it.
                    .Where(b => b.ArrivedGuests == null && b.Question == null)
                    .Select(b => new
                    {
                        b.Id,
                        b.Version,
                        b.RequestedAt,
                        b.StartsAt,
                    })
                    .ToListAsync(cancellationToken),
            cancellationToken
        );
        var ended = 0;
        foreach (var request in waiting.Where(r => now >= By(r.RequestedAt!.Value, r.StartsAt)))
            ended += (
                await DeclineAsync(Actor.System.Instance, request.Id, request.Version, cancellationToken)
            ).Succeeded
                ? 1
                : 0;
        return ended;

        // Nobody could answer during an outage: the deadline is that of a late request.
        DateTimeOffset By(DateTimeOffset requestedAt, DateTimeOffset startsAt)
        {
            var by = BookingRules.AnswerBy(requestedAt, startsAt);
            return attendance?.Missed(by) is true ? BookingRules.AnswerBy(attendance.BackAt!.Value, startsAt) : by;
        }
    }
}
