using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

// After a time in which nobody could act: every process was off, the database was away, or the clock has jumped.
public sealed partial class BookingService
{
    /// <summary>
    /// Notes that staff can act now; the timer does so before it decides anything. After an outage, in the same transaction, bookings
    /// whose grace passed meanwhile are left for staff to decide, and offers that ran out meanwhile begin anew.
    /// </summary>
    public async Task AttendAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await AttendanceAsync(cancellationToken) is { } known && !known.IsOld(now))
            return;
        var catalog = await catalogs.GetAsync(cancellationToken);
        await store.ChangeAsync(Actor.System.Instance, async db =>
        {
            // Replicas that come back together find the outage once.
            await db.LockWaitlistAsync(cancellationToken);
            var attendance = await db.Attendance.SingleOrDefaultAsync(cancellationToken);
            if (attendance is null)
            {
                db.Attendance.Add(new Attendance(now));
            }
            else if (attendance.See(now))
            {
                await AskAsync(db, catalog, now, cancellationToken);
                await RenewOffersAsync(db, catalog, attendance.AwayFrom!.Value, now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
    }

    private Task<Attendance?> AttendanceAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(db => db.Attendance.SingleOrDefaultAsync(cancellationToken), cancellationToken);

    /// <summary>Who should have come and was given no minute in which somebody here could see them.</summary>
    private static async Task AskAsync(VenueDb db, VenueCatalog catalog, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var begun = await db.Bookings.Where(Booking.IsToCome).Where(b => b.StartsAt <= now && b.ArrivedGuests == null && b.Question == null)
            .ToListAsync(cancellationToken);
        foreach (var booking in begun)
        {
            if (booking.Status == BookingStatus.Requested || BookingRules.IsNoShow(catalog.Settings, booking.DueAt, now))
                booking.Ask(StaffQuestion.Unattended);
        }
    }

    private static async Task RenewOffersAsync(
        VenueDb db, VenueCatalog catalog, DateTimeOffset awayFrom, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var offered = await db.Waitlist.Where(e => e.Status == WaitlistStatus.Offered && e.OfferedUntil >= awayFrom && e.OfferedUntil <= now).ToListAsync(cancellationToken);
        foreach (var entry in offered)
        {
            var holder = entry.Holder;
            var claims = db.Claims.Where(c => c.Holder == holder && c.Kind == ClaimKind.Offer);
            var isKept = await claims.CountAsync(c => c.EndsAt > now, cancellationToken) == entry.OfferedTableIds.Count;
            var until = now.AddMinutes(catalog.Settings.OfferMinutes);
            if (entry.OfferedStartsAt < until)
                until = entry.OfferedStartsAt.Value;
            if (isKept && until > now && !(entry.OfferedStartsAt is { } starts && ReminderPlanner.LetsSleep(catalog.Settings, catalog.Clock, starts, now)))
            {
                await claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.ExpiresAt, until), cancellationToken);
                entry.Renew(until);
                if (entry.WantedFrom is not null)
                    await WaitlistMessages.AddAsync(db, OutboxKind.WaitlistOffer, entry, now, until, cancellationToken);
            }
            else
            {
                // Not passed over: they could not have answered.
                await claims.ExecuteDeleteAsync(cancellationToken);
                entry.Wait();
            }

            db.Changes.Add(new VenueChange(ChangeKind.Claim, holder));
        }
    }
}
