using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>
/// The common part of all changes of a booking: ownership, rights, version check, history and messages in one
/// transaction.
/// </summary>
public sealed class BookingWriter(
    VenueStore store,
    VenueCatalogCache catalogs,
    Announcements announcements,
    TimeProvider time
)
{
    internal async Task<Outcome<Booking>> ChangeAsync(
        Actor actor,
        Guid id,
        int? version,
        BookingAction action,
        Func<VenueDb, Booking, VenueCatalog, DateTimeOffset, Task<Refusal?>> change,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        if (Refuse(actor, action) is { } notAllowed)
            return await store.RefuseAsync(actor, notAllowed.Right, cancellationToken);
        return await ChangeAllowedAsync(actor, id, version, action, change, reason, cancellationToken);
    }

    /// <summary>
    /// As <see cref="ChangeAsync"/> for an actor whose right was checked; guests still reach only their own bookings.
    /// </summary>
    internal async Task<Outcome<Booking>> ChangeAllowedAsync(
        Actor actor,
        Guid id,
        int? version,
        BookingAction action,
        Func<VenueDb, Booking, VenueCatalog, DateTimeOffset, Task<Refusal?>> change,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        try
        {
            return await store.WriteAsync<Booking>(
                actor,
                async db =>
                {
                    var now = time.GetUtcNow();
                    var booking = await db.Bookings.SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
                    if (booking is null || (actor is Actor.Guest guest && booking.GuestId != guest.GuestId))
                        return new CommonRefusal.NotFound();
                    if (version is { } seen && seen != booking.Version)
                        return await ChangedMeanwhileAsync(db, booking, cancellationToken);

                    var (read, before) = (booking.Version, JsonSerializer.Serialize(booking.State));
                    var planned = Planned(booking);
                    if (await change(db, booking, catalog, now) is { } refusal)
                    {
                        // If somebody made the same change a moment before, report that instead of the refusal.
                        var fresh = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id, cancellationToken);
                        return fresh.Version == read
                            ? refusal
                            : await ChangedMeanwhileAsync(db, fresh, cancellationToken);
                    }

                    if (AnswersQuestion(actor, booking, now))
                        booking.Settle();
                    db.BookingHistory.Add(
                        new BookingHistory(booking.Id, action, actor, now, booking.Version, before, reason)
                    );
                    if (Planned(booking) != planned)
                        await ReminderPlanner.ReplanAsync(db, catalog, actor, booking, now, cancellationToken);
                    await announcements.ShowAsync(db, booking, now, cancellationToken);
                    if (actor is Actor.Guest && action is BookingAction.Canceled or BookingAction.Moved)
                        await announcements.NoteAsync(db, booking, now, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                    return booking;
                },
                cancellationToken
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return await store.ReadAsync<Outcome<Booking>>(
                async db =>
                    await ChangedMeanwhileAsync(
                        db,
                        await db.Bookings.SingleAsync(b => b.Id == id, cancellationToken),
                        cancellationToken
                    ),
                cancellationToken
            );
        }
    }

    internal static CommonRefusal.NotAllowed? Refuse(Actor actor, BookingAction action)
    {
        var right = action switch
        {
            BookingAction.Seated
            or BookingAction.Completed
            or BookingAction.NoShow
            or BookingAction.Arrived
            or BookingAction.DayEnded
            or BookingAction.LookedAt
            or BookingAction.Came => Right.SeatGuests,
            BookingAction.Undone => Right.UndoChanges,
            BookingAction.Created => Right.TakeBookings,
            BookingAction.Confirmed
            or BookingAction.Canceled
            or BookingAction.Moved
            or BookingAction.Resized
            or BookingAction.Edited
            or BookingAction.RunsLate
            or BookingAction.Rated
            or BookingAction.Approved
            or BookingAction.Declined
            or BookingAction.Restored
            or BookingAction.ZoneChanged => Right.ChangeBookings,
        };
        var guestMay =
            actor is Actor.Guest
            && action is BookingAction.Created or BookingAction.Confirmed or BookingAction.Canceled;
        return guestMay || actor.May(right) ? null : new CommonRefusal.NotAllowed(right);
    }

    /// <summary>What the reminders depend on.</summary>
    private static (DateTimeOffset StartsAt, long? GuestId, bool IsCertain, bool IsOver) Planned(Booking booking) =>
        (booking.StartsAt, booking.GuestId, booking.IsCertain, booking.Status == BookingStatus.Completed);

    // Editing the details of an expected booking does not answer the question.
    private static bool AnswersQuestion(Actor actor, Booking booking, DateTimeOffset now) =>
        actor is Actor.Staff && (!booking.IsExpected || booking.ArrivedGuests is not null || booking.StartsAt > now);

    internal static Task<Refusal?> Verdict(Booking booking, bool changed) =>
        Task.FromResult<Refusal?>(changed ? null : new BookingRefusal.WrongStatus(booking.Status));

    private static async Task<Refusal> ChangedMeanwhileAsync(
        VenueDb db,
        Booking booking,
        CancellationToken cancellationToken
    )
    {
        var by = await db
            .BookingHistory.Where(h => h.BookingId == booking.Id)
            .OrderByDescending(h => h.Id)
            .Select(h => h.ActorName)
            .FirstOrDefaultAsync(cancellationToken);
        return new BookingRefusal.ChangedMeanwhile(by ?? "", booking.Status);
    }
}
