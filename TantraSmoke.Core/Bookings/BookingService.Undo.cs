using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

// Taking back a wrong tap.
public sealed partial class BookingService
{
    /// <summary>
    /// Takes the last change back, within ten minutes. Returns TableOccupied when the place has gone to somebody else since,
    /// TablesRetired when it is no longer in the room; a walk-in seated by mistake becomes canceled.
    /// </summary>
    public Task<Outcome<Booking>> UndoAsync(Actor actor, Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, version, BookingAction.Undone, async (db, booking, catalog, now) =>
        {
            var last = await db.BookingHistory.AsNoTracking().Where(h => h.BookingId == id)
                .OrderByDescending(h => h.Id).FirstAsync(cancellationToken);
            if (now - last.At > BookingRules.UndoWindow
                || last.Action is BookingAction.Undone or BookingAction.Rated or BookingAction.LookedAt or BookingAction.ZoneChanged)
                return new BookingRefusal.UndoExpired();

            await FreeAsync(db, booking, cancellationToken);
            if (last.Action == BookingAction.Created && booking.Source == BookingSource.WalkIn)
            {
                booking.Retract(now);
                // A party from the waitlist goes on waiting.
                (await db.Waitlist.SingleOrDefaultAsync(e => e.BookingId == id, cancellationToken))?.Wait();
                return null;
            }

            if (last.Before is null)
                return new BookingRefusal.UndoExpired();
            var before = JsonSerializer.Deserialize<BookingState>(last.Before)!;
            // The guest may have been merged into another one since.
            if (before.Details is { GuestId: { } guestId } details)
                before = before with { Details = details with { GuestId = await ResolveGuestAsync(db, guestId, now, cancellationToken) } };
            var isBackInTime = last.Action == BookingAction.Edited && booking.StartsAt != before.Place.StartsAt;
            booking.Restore(before, now);
            // Only the rest of its time: who had one of its tables before may have left a trace there.
            var from = NeededFrom(booking, now);
            if (booking.IsOpenNow && from < booking.EndsAt)
            {
                if (booking.TableIds.Any(table => catalog.Table(table) is not { IsActive: true }))
                    return new BookingRefusal.TablesRetired(
                        Numbers(catalog, booking.TableIds), await WouldFitAsync(db, catalog, actor, booking, booking.PartySize, now, cancellationToken));
                var claim = new ClaimRequest(booking.TableIds, from, booking.EndsAt, KindOf(booking), now, booking.Id);
                if (!await db.TryClaimAsync(claim, cancellationToken))
                    return await OccupiedAsync(db, catalog, claim, cancellationToken);
            }

            if (isBackInTime
                || last.Action is BookingAction.Canceled or BookingAction.Moved or BookingAction.Approved or BookingAction.Declined or BookingAction.Restored)
                await announcements.TakeBackAsync(db, actor, booking, last, now, cancellationToken);
            return null;
        }, null, cancellationToken);

    /// <summary>What time has decided: expired holds go, parties that never came become no-shows, who still sits when the service day ends is closed and left for staff to look at.</summary>
    /// <returns>How many bookings changed.</returns>
    public async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        if (await store.ReadAsync(db => db.Claims.AnyAsync(c => c.ExpiresAt <= now, cancellationToken), cancellationToken))
        {
            await store.ChangeAsync(Actor.System.Instance, async db =>
            {
                if (await db.Claims.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken) > 0)
                    db.Changes.Add(new Live.VenueChange(Live.ChangeKind.Claim));
            }, cancellationToken);
        }

        await EndOffersAsync(now, cancellationToken);
        var attendance = await AttendanceAsync(cancellationToken);

        // What somebody has just undone is left to them for as long as they could undo it.
        var undone = now - BookingRules.UndoWindow;
        var changed = await EndRequestsAsync(attendance, undone, now, cancellationToken);
        var begun = await store.ReadAsync(
            db => db.Bookings
                .Where(Booking.IsOpen).Where(b => b.StartsAt <= now && (b.Status != BookingStatus.Requested || b.ArrivedGuests != null || b.Question != null))
                .Where(b => !db.BookingHistory.Any(h => h.BookingId == b.Id && (h.Action == BookingAction.Undone || h.Action == BookingAction.Restored) && h.At > undone))
                .OrderBy(b => b.StartsAt)
                .ToListAsync(cancellationToken),
            cancellationToken);
        var grace = TimeSpan.FromMinutes(catalog.Settings.NoShowMinutes);
        foreach (var booking in begun)
        {
            // Who is here and waits for the rest is no no-show; nobody need have tapped that they sat down. Who was expected in an
            // outage may have come.
            var isForStaff = booking.Status == BookingStatus.Seated || booking.ArrivedGuests is not null || booking.Question == StaffQuestion.Unattended;
            var isDue = isForStaff
                ? now >= booking.EndsAt && now >= catalog.Day(booking.ServiceDay).End
                : BookingRules.IsNoShow(catalog.Settings, attendance?.GraceFrom(booking.DueAt, grace) ?? booking.DueAt, now);
            if (!isDue)
                continue;
            // The version makes a host who acts at this very moment win; the booking is looked at again next time.
            var outcome = isForStaff
                ? await EndDayAsync(booking.Id, booking.Version, cancellationToken)
                : await MarkNoShowAsync(Actor.System.Instance, booking.Id, booking.Version, cancellationToken);
            changed += outcome.Succeeded ? 1 : 0;
        }

        return changed;
    }

    private Task<Outcome<Booking>> EndDayAsync(Guid id, int version, CancellationToken cancellationToken) => ChangeAsync(
        Actor.System.Instance, id, version, BookingAction.DayEnded, (_, booking, _, _) => Verdict(booking, booking.EndDay()), null, cancellationToken);

    private async Task EndOffersAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await store.ReadAsync(db => db.Waitlist.AnyAsync(e => e.OfferedUntil <= now, cancellationToken), cancellationToken))
            return;
        try
        {
            await store.ChangeAsync(Actor.System.Instance, async db =>
            {
                foreach (var entry in await db.Waitlist.Where(e => e.OfferedUntil <= now).ToListAsync(cancellationToken))
                {
                    if (entry.WantedFrom is null)
                        entry.Wait();
                    else
                        await WaitlistMessages.PassAsync(db, entry, now, cancellationToken);
                }

                await db.SaveChangesAsync(cancellationToken);
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A host or another replica was faster; what is left is looked at again next time.
        }
    }
}
