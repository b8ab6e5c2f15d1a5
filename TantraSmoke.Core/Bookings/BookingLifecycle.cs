using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>
/// What becomes of a booking: confirmed, here in part, seated, over, canceled, a no-show. <c>version</c> is what the
/// asker saw; null means "whatever it is now".
/// </summary>
public sealed class BookingLifecycle(BookingWriter writer, Announcements announcements)
{
    public Task<Outcome<Booking>> ConfirmAsync(
        Actor actor,
        Guid id,
        int? version,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Confirmed,
            (_, booking, _, _) => BookingWriter.Verdict(booking, booking.Confirm()),
            null,
            cancellationToken
        );

    /// <summary>
    /// Seats the party. When they come early the table must be free until their time begins, else TableOccupied.
    /// </summary>
    public Task<Outcome<Booking>> SeatAsync(Actor actor, Guid id, int? version, CancellationToken cancellationToken) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Seated,
            async (db, booking, catalog, now) =>
            {
                if (booking.ServiceDay != catalog.Clock.ServiceDayOf(now))
                    return new BookingRefusal.NotToday(booking.ServiceDay);
                if (!booking.Seat(now))
                    return new BookingRefusal.WrongStatus(booking.Status);
                // Nothing keeps the table for them any more: somebody else may sit there. More time comes first.
                if (now >= booking.EndsAt)
                    return new AvailabilityRefusal.SlotPassed();
                if (
                    await Places.StillSeatedAsync(db, catalog, booking.TableIds, now, now, cancellationToken) is
                    { } sitting
                )
                    return sitting;
                if (now >= booking.StartsAt)
                    return null;
                var early = new ClaimRequest(
                    booking.TableIds,
                    now,
                    booking.StartsAt,
                    ClaimKind.Booking,
                    now,
                    booking.Id
                );
                if (await db.TryClaimAsync(early, cancellationToken))
                    return null;
                return await Places.OccupiedAsync(db, catalog, early, cancellationToken);
            },
            null,
            cancellationToken
        );

    /// <summary>The party has left; the rest of its time is free again.</summary>
    public Task<Outcome<Booking>> CompleteAsync(
        Actor actor,
        Guid id,
        int? version,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Completed,
            async (db, booking, _, now) =>
            {
                if (!booking.Complete(now))
                    return new BookingRefusal.WrongStatus(booking.Status);
                await Places.FreeFromAsync(db.Claims.Where(c => c.BookingId == booking.Id), now, cancellationToken);
                return null;
            },
            null,
            cancellationToken
        );

    /// <summary>
    /// So many of the party are here and wait for the rest; 0 takes that back. Such a party is no no-show however late
    /// the rest come. Seating ends it.
    /// </summary>
    public Task<Outcome<Booking>> ArriveAsync(
        Actor actor,
        Guid id,
        int? version,
        int guests,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Arrived,
            (_, booking, catalog, now) =>
                Task.FromResult<Refusal?>(
                    booking.ServiceDay != catalog.Clock.ServiceDayOf(now)
                        ? new BookingRefusal.NotToday(booking.ServiceDay)
                    : guests < 0 || guests > booking.PartySize ? new CommonRefusal.InvalidInput("guests")
                    : booking.Arrive(guests) ? null
                    : new BookingRefusal.WrongStatus(booking.Status)
                ),
            null,
            cancellationToken
        );

    /// <summary>Somebody on the staff has looked at what the clock could not decide, and leaves it as it is.</summary>
    public Task<Outcome<Booking>> LookAtAsync(
        Actor actor,
        Guid id,
        int? version,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.LookedAt,
            (_, booking, _, _) => BookingWriter.Verdict(booking, booking.LookAt()),
            null,
            cancellationToken
        );

    public Task<Outcome<Booking>> CancelAsync(
        Actor actor,
        Guid id,
        int? version,
        string? reason,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Canceled,
            async (db, booking, catalog, now) =>
            {
                if (actor is Actor.Guest && now >= booking.EndsAt)
                    return new AvailabilityRefusal.SlotPassed();
                if (
                    actor is Actor.Guest
                    && booking.IsOpenNow
                    && BookingRules.RefuseCancel(catalog.Settings, booking.StartsAt, now) is { } tooLate
                )
                    return tooLate;
                if (!booking.Cancel(now))
                    return new BookingRefusal.WrongStatus(booking.Status);
                await Places.FreeAsync(db, booking, cancellationToken);
                await announcements.AddAsync(db, OutboxKind.BookingCanceled, actor, booking, now, cancellationToken);
                return null;
            },
            reason,
            cancellationToken
        );

    /// <summary>The party never came; its tables are free again. Only once the time has begun.</summary>
    public Task<Outcome<Booking>> MarkNoShowAsync(
        Actor actor,
        Guid id,
        int? version,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.NoShow,
            async (db, booking, _, now) =>
            {
                if (now < booking.StartsAt)
                    return new BookingRefusal.TooSoon(booking.StartsAt);
                if (!booking.MarkNoShow(now))
                    return new BookingRefusal.WrongStatus(booking.Status);
                await Places.FreeAsync(db, booking, cancellationToken);
                return null;
            },
            null,
            cancellationToken
        );

    internal Task<Outcome<Booking>> EndDayAsync(Guid id, int version, CancellationToken cancellationToken) =>
        writer.ChangeAsync(
            Actor.System.Instance,
            id,
            version,
            BookingAction.DayEnded,
            (_, booking, _, _) => BookingWriter.Verdict(booking, booking.EndDay()),
            null,
            cancellationToken
        );
}
