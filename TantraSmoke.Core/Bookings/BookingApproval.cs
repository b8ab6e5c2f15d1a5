using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>Large parties that guests book themselves: the place is kept, and the venue says yes or no.</summary>
public sealed class BookingApproval(VenueStore store, BookingWriter writer, Announcements announcements)
{
    /// <summary>The venue says yes: the party is confirmed, hears so, and is reminded from now on.</summary>
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

    /// <summary>The venue says no: the tables are free again, and the party hears what it could do instead.</summary>
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
                // Where nobody answered, it is not the party that was refused.
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

    /// <summary>Staff who book have said yes by doing so.</summary>
    internal static void AskIfLarge(VenueCatalog catalog, Actor actor, Booking booking, DateTimeOffset now)
    {
        if (actor is Actor.Guest && BookingRules.NeedsApproval(catalog.Settings, booking.PartySize))
            booking.Request(now);
    }

    /// <summary>
    /// Before a guest changes a booking: what was approved was that time and no more guests than that.
    /// </summary>
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
    /// What nobody has answered in time is free for others, and its party knows while it can still go elsewhere.
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
                    // Who is here already is answered by being seated.
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

        // In an outage nobody could answer: staff have the time that is left, as of a request that comes late.
        DateTimeOffset By(DateTimeOffset requestedAt, DateTimeOffset startsAt)
        {
            var by = BookingRules.AnswerBy(requestedAt, startsAt);
            return attendance?.Missed(by) is true ? BookingRules.AnswerBy(attendance.BackAt!.Value, startsAt) : by;
        }
    }
}
