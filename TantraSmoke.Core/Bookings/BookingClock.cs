using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>
/// Changes that depend on time only, including recovery after an outage: processes off, database unreachable, clock
/// jumps.
/// </summary>
public sealed class BookingClock(
    VenueStore store,
    VenueCatalogCache catalogs,
    BookingLifecycle lifecycle,
    BookingApproval approval,
    TimeProvider time
)
{
    /// <summary>
    /// Applies what is due: deletes expired holds, marks no-shows and closes parties still seated at the end of the
    /// service day, with a question for staff.
    /// </summary>
    /// <returns>How many bookings changed.</returns>
    public async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        await EndHoldsAsync(now, cancellationToken);
        await EndOffersAsync(now, cancellationToken);
        var attendance = await AttendanceAsync(cancellationToken);

        // A change that was just undone is not repeated while the undo window lasts.
        var undone = now - BookingRules.UndoWindow;
        var changed = await approval.EndRequestsAsync(attendance, undone, now, cancellationToken);
        var begun = await BegunAsync(now, undone, cancellationToken);
        var grace = TimeSpan.FromMinutes(catalog.Settings.NoShowMinutes);
        foreach (var booking in begun)
        {
            // A party that is partly here is not a no-show; seating may just not have been recorded. A party due during
            // an outage may have come.
            var isForStaff =
                booking.Status == BookingStatus.Seated
                || booking.ArrivedGuests is not null
                || booking.Question == StaffQuestion.Unattended;
            var isDue = isForStaff
                ? now >= booking.EndsAt && now >= catalog.Day(booking.ServiceDay).End
                : BookingRules.IsNoShow(
                    catalog.Settings,
                    attendance?.GraceFrom(booking.DueAt, grace) ?? booking.DueAt,
                    now
                );
            if (!isDue)
                continue;
            // The version lets a concurrent change by a host win; the booking is checked again on the next run.
            var outcome = isForStaff
                ? await lifecycle.EndDayAsync(booking.Id, booking.Version, cancellationToken)
                : await lifecycle.MarkNoShowAsync(
                    Actor.System.Instance,
                    booking.Id,
                    booking.Version,
                    cancellationToken
                );
            changed += outcome.Succeeded ? 1 : 0;
        }

        return changed;
    }

    /// <summary>
    /// Records the heartbeat; the timer calls it before anything else. After an outage, the same transaction adds a
    /// question to bookings whose grace ended during it and renews offers that expired during it.
    /// </summary>
    public async Task AttendAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await AttendanceAsync(cancellationToken) is { } known && !known.IsOld(now))
            return;
        var catalog = await catalogs.GetAsync(cancellationToken);
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                // Replicas that start together detect the outage once.
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
            },
            cancellationToken
        );
    }

    private async Task EndHoldsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (
            await store.ReadAsync(
                db => db.Claims.AnyAsync(c => c.ExpiresAt <= now, cancellationToken),
                cancellationToken
            )
        )
        {
            await store.ChangeAsync(
                Actor.System.Instance,
                async db =>
                {
                    if (await db.Claims.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken) > 0)
                        db.Changes.Add(new VenueChange(ChangeKind.Claim));
                },
                cancellationToken
            );
        }
    }

    /// <summary>Open bookings whose time has begun, without those undone since <paramref name="undone"/>.</summary>
    private Task<List<Booking>> BegunAsync(
        DateTimeOffset now,
        DateTimeOffset undone,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync(
            db =>
                db.Bookings.Where(Booking.IsOpen)
                    .Where(b =>
                        b.StartsAt <= now
                        && (b.Status != BookingStatus.Requested || b.ArrivedGuests != null || b.Question != null)
                    )
                    .Where(b =>
                        !db.BookingHistory.Any(h =>
                            h.BookingId == b.Id
                            && (h.Action == BookingAction.Undone || h.Action == BookingAction.Restored)
                            && h.At > undone
                        )
                    )
                    .OrderBy(b => b.StartsAt)
                    .ToListAsync(cancellationToken),
            cancellationToken
        );

    private async Task EndOffersAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (
            !await store.ReadAsync(
                db => db.Waitlist.AnyAsync(e => e.OfferedUntil <= now, cancellationToken),
                cancellationToken
            )
        )
            return;
        try
        {
            await store.ChangeAsync(
                Actor.System.Instance,
                async db =>
                {
                    foreach (
                        var entry in await db.Waitlist.Where(e => e.OfferedUntil <= now).ToListAsync(cancellationToken)
                    )
                    {
                        if (entry.WantedFrom is null)
                            entry.Wait();
                        else
                            await WaitlistMessages.PassAsync(db, entry, now, cancellationToken);
                    }

                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            // Lost to a concurrent change; checked again on the next run.
        }
    }

    private Task<Attendance?> AttendanceAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(db => db.Attendance.SingleOrDefaultAsync(cancellationToken), cancellationToken);

    /// <summary>Adds a question to bookings whose whole grace period fell into the outage.</summary>
    private static async Task AskAsync(
        VenueDb db,
        VenueCatalog catalog,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var begun = await db
            .Bookings.Where(Booking.IsToCome)
            .Where(b => b.StartsAt <= now && b.ArrivedGuests == null && b.Question == null)
            .ToListAsync(cancellationToken);
        foreach (var booking in begun)
        {
            if (
                booking.Status == BookingStatus.Requested
                || BookingRules.IsNoShow(catalog.Settings, booking.DueAt, now)
            )
                booking.Ask(StaffQuestion.Unattended);
        }
    }

    private static async Task RenewOffersAsync(
        VenueDb db,
        VenueCatalog catalog,
        DateTimeOffset awayFrom,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var offered = await db
            .Waitlist.Where(e =>
                e.Status == WaitlistStatus.Offered && e.OfferedUntil >= awayFrom && e.OfferedUntil <= now
            )
            .ToListAsync(cancellationToken);
        foreach (var entry in offered)
        {
            var holder = entry.Holder;
            var claims = db.Claims.Where(c => c.Holder == holder && c.Kind == ClaimKind.Offer);
            var isKept = await claims.CountAsync(c => c.EndsAt > now, cancellationToken) == entry.OfferedTableIds.Count;
            var until = now.AddMinutes(catalog.Settings.OfferMinutes);
            if (entry.OfferedStartsAt < until)
                until = entry.OfferedStartsAt.Value;
            if (
                isKept
                && until > now
                && !(
                    entry.OfferedStartsAt is { } starts
                    && ReminderPlanner.LetsSleep(catalog.Settings, catalog.Clock, starts, now)
                )
            )
            {
                await claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.ExpiresAt, until), cancellationToken);
                entry.Renew(until);
                if (entry.WantedFrom is not null)
                    await WaitlistMessages.AddAsync(db, OutboxKind.WaitlistOffer, entry, now, until, cancellationToken);
            }
            else
            {
                // Not marked as passed: the party could not have answered.
                await claims.ExecuteDeleteAsync(cancellationToken);
                entry.Wait();
            }

            db.Changes.Add(new VenueChange(ChangeKind.Claim, holder));
        }
    }
}
