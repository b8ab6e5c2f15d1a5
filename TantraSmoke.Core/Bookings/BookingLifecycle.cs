using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>
/// Status changes: confirmed, partly here, seated, completed, canceled, no-show. <c>version</c> is the version the
/// caller saw; null skips the check.
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
    /// Seats the party. A party that is early needs the tables free until its start, otherwise TableOccupied.
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
                // After its end no claim keeps the table, and somebody else may have it: extend the booking first.
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

    /// <summary>Completes the visit; the rest of its time is free again.</summary>
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
    /// Records how many of the party are here; 0 clears it. A party that is partly here does not become a no-show;
    /// seating ends that state.
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

    /// <summary>Dismisses the question that the clock could not decide and changes nothing else.</summary>
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

    /// <summary>Marks a no-show and frees the tables. Only after the start.</summary>
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
