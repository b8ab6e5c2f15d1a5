using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

// What happens to a booking after it was made. version is what the asker saw; null means "whatever it is now".
public sealed partial class BookingService
{
    public Task<Outcome<Booking>> ConfirmAsync(Actor actor, Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Confirmed, (_, booking, _, _) => Verdict(booking, booking.Confirm()), null, cancellationToken);

    /// <summary>Seats the party. When they come early the table must be free until their time begins, else TableOccupied.</summary>
    public Task<Outcome<Booking>> SeatAsync(Actor actor, Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Seated, async (db, booking, catalog, now) =>
        {
            if (booking.ServiceDay != catalog.Clock.ServiceDayOf(now))
                return new BookingRefusal.NotToday(booking.ServiceDay);
            if (!booking.Seat(now))
                return new BookingRefusal.WrongStatus(booking.Status);
            // Nothing keeps the table for them any more: somebody else may sit there. More time comes first.
            if (now >= booking.EndsAt)
                return new AvailabilityRefusal.SlotPassed();
            if (await StillSeatedAsync(db, catalog, booking.TableIds, now, now, cancellationToken) is { } sitting)
                return sitting;
            if (now >= booking.StartsAt)
                return null;
            var early = new ClaimRequest(booking.TableIds, now, booking.StartsAt, ClaimKind.Booking, now, booking.Id);
            if (await db.TryClaimAsync(early, cancellationToken))
                return null;
            return await OccupiedAsync(db, catalog, early, cancellationToken);
        }, null, cancellationToken);

    /// <summary>The party has left; the rest of its time is free again.</summary>
    public Task<Outcome<Booking>> CompleteAsync(Actor actor, Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Completed, async (db, booking, _, now) =>
        {
            if (!booking.Complete(now))
                return new BookingRefusal.WrongStatus(booking.Status);
            await FreeFromAsync(db.Claims.Where(c => c.BookingId == booking.Id), now, cancellationToken);
            return null;
        }, null, cancellationToken);

    /// <summary>
    /// So many of the party are here and wait for the rest; 0 takes that back. Such a party is no no-show however late the rest
    /// come. Seating ends it.
    /// </summary>
    public Task<Outcome<Booking>> ArriveAsync(Actor actor, Guid id, int? version, int guests, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Arrived, (_, booking, catalog, now) => Task.FromResult<Refusal?>(
            booking.ServiceDay != catalog.Clock.ServiceDayOf(now) ? new BookingRefusal.NotToday(booking.ServiceDay)
            : guests < 0 || guests > booking.PartySize ? new CommonRefusal.InvalidInput("guests")
            : booking.Arrive(guests) ? null : new BookingRefusal.WrongStatus(booking.Status)), null, cancellationToken);

    /// <summary>Somebody on the staff has looked at what the clock could not decide, and leaves it as it is.</summary>
    public Task<Outcome<Booking>> LookAtAsync(Actor actor, Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.LookedAt, (_, booking, _, _) => Verdict(booking, booking.LookAt()), null, cancellationToken);

    public Task<Outcome<Booking>> CancelAsync(Actor actor, Guid id, int? version, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Canceled, async (db, booking, catalog, now) =>
        {
            if (actor is Actor.Guest && now >= booking.EndsAt)
                return new AvailabilityRefusal.SlotPassed();
            if (actor is Actor.Guest && booking.IsOpenNow && BookingRules.RefuseCancel(catalog.Settings, booking.StartsAt, now) is { } tooLate)
                return tooLate;
            if (!booking.Cancel(now))
                return new BookingRefusal.WrongStatus(booking.Status);
            await FreeAsync(db, booking, cancellationToken);
            await announcements.AddAsync(db, OutboxKind.BookingCanceled, actor, booking, now, cancellationToken);
            return null;
        }, reason, cancellationToken);

    /// <summary>The party never came; its tables are free again. Only once the time has begun.</summary>
    public Task<Outcome<Booking>> MarkNoShowAsync(Actor actor, Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.NoShow, async (db, booking, _, now) =>
        {
            if (now < booking.StartsAt)
                return new BookingRefusal.TooSoon(booking.StartsAt);
            if (!booking.MarkNoShow(now))
                return new BookingRefusal.WrongStatus(booking.Status);
            await FreeAsync(db, booking, cancellationToken);
            return null;
        }, null, cancellationToken);

    private static Task<Refusal?> Verdict(Booking booking, bool changed) =>
        Task.FromResult<Refusal?>(changed ? null : new BookingRefusal.WrongStatus(booking.Status));

    /// <summary>These claims end then; what would begin later goes.</summary>
    private static async Task FreeFromAsync(IQueryable<TableClaim> claims, DateTimeOffset end, CancellationToken cancellationToken)
    {
        await claims.Where(c => c.StartsAt >= end).ExecuteDeleteAsync(cancellationToken);
        await claims.Where(c => c.EndsAt > end).ExecuteUpdateAsync(c => c.SetProperty(x => x.EndsAt, end), cancellationToken);
    }

    private static Task<int> FreeAsync(VenueDb db, Booking booking, CancellationToken cancellationToken) =>
        db.Claims.Where(c => c.BookingId == booking.Id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>What every change has in common: whose booking, may they, has somebody been faster, history, one transaction.</summary>
    private async Task<Outcome<Booking>> ChangeAsync(
        Actor actor,
        Guid id,
        int? version,
        BookingAction action,
        Func<VenueDb, Booking, VenueCatalog, DateTimeOffset, Task<Refusal?>> change,
        string? reason,
        CancellationToken cancellationToken)
    {
        if (Refuse(actor, action) is { } notAllowed)
            return await store.RefuseAsync(actor, notAllowed.Right, cancellationToken);
        return await ChangeAllowedAsync(actor, id, version, action, change, reason, cancellationToken);
    }

    /// <summary>The same for who may: a guest reaches their own bookings only.</summary>
    private async Task<Outcome<Booking>> ChangeAllowedAsync(
        Actor actor,
        Guid id,
        int? version,
        BookingAction action,
        Func<VenueDb, Booking, VenueCatalog, DateTimeOffset, Task<Refusal?>> change,
        string? reason,
        CancellationToken cancellationToken)
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        try
        {
            return await store.WriteAsync<Booking>(actor, async db =>
            {
                var now = time.GetUtcNow();
                var booking = await db.Bookings.SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
                if (booking is null || (actor is Actor.Guest guest && booking.GuestId != guest.GuestId))
                    return new CommonRefusal.NotFound();
                if (version is { } seen && seen != booking.Version)
                    return await ChangedMeanwhileAsync(db, booking, cancellationToken);

                var read = booking.Version;
                var (startsAt, guestId, wasCertain, wasOver) = (booking.StartsAt, booking.GuestId, booking.IsCertain, booking.Status == BookingStatus.Completed);
                var before = JsonSerializer.Serialize(booking.State);
                if (await change(db, booking, catalog, now) is { } refusal)
                {
                    // Perhaps refused only because somebody did the same a moment before: then that is the reason.
                    var fresh = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id, cancellationToken);
                    return fresh.Version == read ? refusal : await ChangedMeanwhileAsync(db, fresh, cancellationToken);
                }

                // A word added to who is still expected answers nothing.
                if (actor is Actor.Staff && (!booking.IsExpected || booking.ArrivedGuests is not null || booking.StartsAt > now))
                    booking.Settle();
                db.BookingHistory.Add(new BookingHistory(booking.Id, action, actor, now, booking.Version, before, reason));
                var isOver = booking.Status == BookingStatus.Completed;
                if ((booking.StartsAt, booking.GuestId, booking.IsCertain, isOver) != (startsAt, guestId, wasCertain, wasOver))
                    await ReminderPlanner.ReplanAsync(db, catalog, actor, booking, now, cancellationToken);
                await announcements.ShowAsync(db, booking, now, cancellationToken);
                if (actor is Actor.Guest && action is BookingAction.Canceled or BookingAction.Moved)
                    await announcements.NoteAsync(db, booking, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return booking;
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await store.ReadAsync<Outcome<Booking>>(async db =>
                await ChangedMeanwhileAsync(db, await db.Bookings.SingleAsync(b => b.Id == id, cancellationToken), cancellationToken), cancellationToken);
        }
    }

    private static CommonRefusal.NotAllowed? Refuse(Actor actor, BookingAction action)
    {
        var right = action switch
        {
            BookingAction.Seated or BookingAction.Completed or BookingAction.NoShow or BookingAction.Arrived or BookingAction.DayEnded or BookingAction.LookedAt
                or BookingAction.Came => Right.SeatGuests,
            BookingAction.Undone => Right.UndoChanges,
            BookingAction.Created => Right.TakeBookings,
            BookingAction.Confirmed or BookingAction.Canceled or BookingAction.Moved or BookingAction.Resized or BookingAction.Edited
                or BookingAction.RunsLate or BookingAction.Rated or BookingAction.Approved or BookingAction.Declined or BookingAction.Restored
                or BookingAction.ZoneChanged => Right.ChangeBookings,
        };
        var guestMay = actor is Actor.Guest && action is BookingAction.Created or BookingAction.Confirmed or BookingAction.Canceled;
        return guestMay || actor.May(right) ? null : new CommonRefusal.NotAllowed(right);
    }

    private static async Task<Refusal> ChangedMeanwhileAsync(VenueDb db, Booking booking, CancellationToken cancellationToken)
    {
        var by = await db.BookingHistory.Where(h => h.BookingId == booking.Id).OrderByDescending(h => h.Id)
            .Select(h => h.ActorName).FirstOrDefaultAsync(cancellationToken);
        return new BookingRefusal.ChangedMeanwhile(by ?? "", booking.Status);
    }
}
