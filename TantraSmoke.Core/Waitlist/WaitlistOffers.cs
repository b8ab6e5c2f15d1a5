using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Waitlist;

/// <summary>Offers free tables to waiting guests in order.</summary>
public sealed class WaitlistOffers(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>
    /// Offers free places to waiting guests: at most one each, in order, as a claim for the duration of the offer.
    /// Guests who let an offer pass are skipped until they say that they still wait. Tables that suit an earlier party
    /// at the door are left to the host. During quiet hours only times that begin soon are offered. Also ends entries
    /// that can no longer be offered anything, and asks guests again once their time is offered again.
    /// </summary>
    /// <returns>Number of offers made.</returns>
    public async Task<int> OfferNextAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Checked before writing, so that an idle venue does not write every few seconds.
        if (
            !await store.ReadAsync(
                db =>
                    db.Waitlist.AnyAsync(
                        e =>
                            e.WantedFrom != null
                            && (
                                e.Status == WaitlistStatus.Waiting
                                || (e.EndedBecause == WaitlistEnd.NotOffered && e.WantedUntil > now)
                            ),
                        cancellationToken
                    ),
                cancellationToken
            )
        )
            return 0;
        var catalog = await catalogs.GetAsync(cancellationToken);
        var hasWork = await store.ReadAsync(
            async db =>
                await OverAsync(db, catalog, now).AnyAsync(cancellationToken)
                || (await ChangedAsync(db, catalog, now, cancellationToken)).Count > 0
                || await NextAsync(db, catalog, now, [], cancellationToken) is not null,
            cancellationToken
        );
        if (!hasWork)
            return 0;

        var offers = 0;
        try
        {
            await store.ChangeAsync(
                Actor.System.Instance,
                async db =>
                {
                    // Otherwise the timers of two replicas would both offer to the first in line.
                    await db.LockWaitlistAsync(cancellationToken);
                    await EndOverAsync(db, catalog, now, cancellationToken);
                    foreach (var entry in await ChangedAsync(db, catalog, now, cancellationToken))
                        await FollowAsync(db, catalog, entry, now, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                    offers = await OfferInLineAsync(db, catalog, now, cancellationToken);
                },
                cancellationToken
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            // Lost to a concurrent change; checked again on the next run.
            return 0;
        }

        return offers;
    }

    private static async Task EndOverAsync(
        VenueDb db,
        VenueCatalog catalog,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var entry in await OverAsync(db, catalog, now).ToListAsync(cancellationToken))
        {
            entry.Leave(now);
            await WaitlistMessages.AddAsync(
                db,
                OutboxKind.WaitlistOver,
                entry,
                now,
                now.AddHours(12),
                cancellationToken
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>How many parties were offered a table.</returns>
    private static async Task<int> OfferInLineAsync(
        VenueDb db,
        VenueCatalog catalog,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var offers = 0;
        var tried = new HashSet<Guid>();
        while (await NextAsync(db, catalog, now, tried, cancellationToken) is var (id, place))
        {
            tried.Add(id);
            var entry = await db.Waitlist.SingleAsync(e => e.Id == id, cancellationToken);
            var until = now.AddMinutes(catalog.Settings.OfferMinutes);
            if (await OfferAsync(db, catalog, entry, place, until, now, cancellationToken))
                offers++;
        }

        return offers;
    }

    /// <summary>Slots within the range that can still be booked, by time.</summary>
    internal static IEnumerable<SlotTime> Times(
        VenueCatalog catalog,
        DateOnly day,
        DateTimeOffset from,
        DateTimeOffset until,
        int partySize,
        DateTimeOffset now
    ) =>
        catalog
            .Times(day)
            .Where(t => t.StartsAt >= from && t.StartsAt <= until)
            .Select(t => t.Within(catalog.Settings.TurnTime(partySize)))
            .Where(t => BookingRules.IsOpen(catalog.Settings, t.StartsAt, t.EndsAt, now, forStaff: false));

    /// <summary>Entries whose wanted time can no longer be offered.</summary>
    private static IQueryable<WaitlistEntry> OverAsync(VenueDb db, VenueCatalog catalog, DateTimeOffset now)
    {
        var last = now.AddMinutes(catalog.Settings.LeadMinutes);
        return db.Waitlist.Where(e => e.Status == WaitlistStatus.Waiting && e.WantedUntil < last);
    }

    /// <summary>
    /// Entries whose wanted time is no longer offered, and those that were told so although it is offered again.
    /// </summary>
    private static async Task<List<WaitlistEntry>> ChangedAsync(
        VenueDb db,
        VenueCatalog catalog,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var last = now.AddMinutes(catalog.Settings.LeadMinutes);
        var entries = await db
            .Waitlist.Where(e =>
                e.WantedUntil >= last
                && (e.Status == WaitlistStatus.Waiting || e.EndedBecause == WaitlistEnd.NotOffered)
            )
            .OrderBy(e => e.JoinedAt)
            .ToListAsync(cancellationToken);
        return entries.FindAll(e =>
            e.IsThere != (RefuseNow(catalog, e.ServiceDay, e.WantedFrom, e.WantedUntil, e.PartySize) is null)
        );
    }

    private static async Task FollowAsync(
        VenueDb db,
        VenueCatalog catalog,
        WaitlistEntry entry,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var sleeps = ReminderPlanner.LetsSleep(catalog.Settings, catalog.Clock, entry.WantedFrom!.Value, now);
        DateTimeOffset? due = sleeps ? ReminderPlanner.AfterQuiet(catalog.Settings, catalog.Clock, now) : null;
        if (entry.IsThere)
        {
            entry.Leave(now, WaitlistEnd.NotOffered);
            await WaitlistMessages.AddAsync(
                db,
                OutboxKind.WaitlistNotOffered,
                entry,
                now,
                entry.WantedUntil,
                cancellationToken,
                due
            );
            return;
        }

        var (id, guest) = (entry.Id, entry.GuestId);
        var isUntold =
            await db
                .Outbox.Where(m =>
                    m.WaitlistEntryId == id
                    && m.Kind == OutboxKind.WaitlistNotOffered
                    && m.SentAt == null
                    && m.FailedAt == null
                    && m.LockedUntil == null
                )
                .ExecuteDeleteAsync(cancellationToken) > 0;
        var waitsAnyway = guest is { } known && await IsWaitingAsync(db, known, entry.ServiceDay, cancellationToken);
        if (isUntold && !waitsAnyway)
        {
            entry.Wait();
            return;
        }

        entry.AskAgain();
        if (!waitsAnyway)
            await WaitlistMessages.AddAsync(
                db,
                OutboxKind.WaitlistAskedAgain,
                entry,
                now,
                entry.WantedUntil,
                cancellationToken,
                due
            );
    }

    /// <summary>The first in line with a free place, and the place.</summary>
    private static async Task<(Guid Id, BookingPlace Place)?> NextAsync(
        VenueDb db,
        VenueCatalog catalog,
        DateTimeOffset now,
        HashSet<Guid> tried,
        CancellationToken cancellationToken
    )
    {
        var line = await db
            .Waitlist.AsNoTracking()
            .Where(e => e.Status == WaitlistStatus.Waiting && (e.WantedFrom == null || e.PassedAt == null))
            .Where(e =>
                e.WantedFrom == null
                || db.Guests.Any(g => g.Id == e.GuestId && g.TelegramId != null && !g.IsUnreachable && !g.IsBlocked)
            )
            .OrderBy(e => e.JoinedAt)
            .ThenBy(e => e.Id)
            .Select(e => new Waiting(e.Id, e.ServiceDay, e.PartySize, e.WantedFrom, e.WantedUntil, e.JoinedAt))
            .ToListAsync(cancellationToken);
        var today = catalog.Clock.ServiceDayOf(now);
        var facts = new Dictionary<DateOnly, (ILookup<int, BusyTime> Busy, List<PartyStart> Starts)>();
        foreach (var waiting in line)
        {
            if (
                waiting is not { From: { } from, Until: { } until }
                || tried.Contains(waiting.Id)
                || waiting.PartySize > BookingRules.LargestParty(catalog.Settings, catalog.Options, forStaff: false)
            )
                continue;
            foreach (var slot in Times(catalog, waiting.Day, from, until, waiting.PartySize, now))
            {
                if (BookingRules.IsPausedAt(catalog.Settings, slot.StartsAt, now))
                    continue;
                // Quiet hours: the guest is neither notified nor marked as passed and gets the offer in the morning.
                if (ReminderPlanner.LetsSleep(catalog.Settings, catalog.Clock, slot.StartsAt, now))
                    continue;
                if (!facts.TryGetValue(waiting.Day, out var day))
                    facts[waiting.Day] = day = await FactsAsync(db, catalog, waiting.Day, now, cancellationToken);
                if (!BookingRules.HasPace(catalog.Settings, day.Starts, slot.StartsAt, waiting.PartySize))
                    continue;
                var (clearFrom, clearUntil) = BookingRules.ClearFor(catalog.Settings, slot.StartsAt, slot.EndsAt, now);
                var option = TableAllocator
                    .Free(catalog.Options, day.Busy, clearFrom, clearUntil, waiting.PartySize, forStaff: false)
                    .FirstOrDefault(free => !IsWantedAtTheDoor(line, waiting, free, slot));
                if (option is not null)
                    return (
                        waiting.Id,
                        new BookingPlace(waiting.Day, slot.StartsAt, slot.EndsAt, slot.SlotId, option.TableIds)
                    );
            }
        }

        return null;

        // A party at the door is seated as soon as a table is free and stays as long as a walk-in.
        bool IsWantedAtTheDoor(List<Waiting> all, Waiting waiting, TableOption free, SlotTime slot) =>
            waiting.Day == today
            && slot.StartsAt < now.AddMinutes(catalog.Settings.WalkInMinutes)
            && all.Exists(other =>
                other.From is null
                && other.Day == today
                && other.JoinedAt < waiting.JoinedAt
                && other.PartySize <= free.Seats
            );
    }

    private static async Task<(ILookup<int, BusyTime> Busy, List<PartyStart> Starts)> FactsAsync(
        VenueDb db,
        VenueCatalog catalog,
        DateOnly day,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (from, until) = catalog.Clock.Day(day);
        var busy = await Occupancy.BusyAsync(
            db,
            from,
            until + TableClaim.Longest,
            Actor.System.Instance,
            now,
            cancellationToken
        );
        var starts = catalog.Settings.HasPacing
            ? await Occupancy.StartsAsync(db, from, until, Actor.System.Instance, now, cancellationToken)
            : [];
        return (busy.ToLookup(b => b.TableId), starts);
    }

    /// <summary>Claims the place and notifies the guest; false if it was taken concurrently.</summary>
    private static async Task<bool> OfferAsync(
        VenueDb db,
        VenueCatalog catalog,
        WaitlistEntry entry,
        BookingPlace place,
        DateTimeOffset until,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (until > place.StartsAt)
            until = place.StartsAt;
        var claim = new ClaimRequest(
            place.TableIds,
            BookingRules.NeededFrom(place.StartsAt, now),
            place.EndsAt,
            ClaimKind.Offer,
            now,
            Holder: entry.Holder,
            ExpiresAt: until,
            Note: entry.Name
        )
        {
            Clear = BookingRules.ClearFor(catalog.Settings, place.StartsAt, place.EndsAt, now),
        };
        if (!await db.TryClaimAsync(claim, cancellationToken))
            return false;
        db.Changes.Add(new VenueChange(ChangeKind.Claim, entry.Holder, place.ServiceDay));
        entry.Offer(place, until);
        await WaitlistMessages.AddAsync(db, OutboxKind.WaitlistOffer, entry, now, until, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Manual offer: the first slot of the wanted range at which these tables are free.</summary>
    internal static async Task<Refusal?> OfferTimeAsync(
        VenueDb db,
        VenueCatalog catalog,
        WaitlistEntry entry,
        TableOption tables,
        DateTimeOffset until,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var slot in Times(
                catalog,
                entry.ServiceDay,
                entry.WantedFrom!.Value,
                entry.WantedUntil!.Value,
                entry.PartySize,
                now
            )
        )
        {
            var place = new BookingPlace(entry.ServiceDay, slot.StartsAt, slot.EndsAt, slot.SlotId, tables.TableIds);
            if (await OfferAsync(db, catalog, entry, place, until, now, cancellationToken))
                return null;
        }

        return new AvailabilityRefusal.TableTaken([]);
    }

    internal static Task<int> FreeAsync(VenueDb db, WaitlistEntry entry, CancellationToken cancellationToken) =>
        db
            .Claims.Where(c => c.Holder == entry.Holder && c.Kind == ClaimKind.Offer)
            .ExecuteDeleteAsync(cancellationToken);

    internal static Task<bool> IsWaitingAsync(
        VenueDb db,
        long guestId,
        DateOnly day,
        CancellationToken cancellationToken
    ) =>
        db.Waitlist.AnyAsync(
            e =>
                e.GuestId == guestId
                && e.ServiceDay == day
                && (e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered),
            cancellationToken
        );

    /// <summary>Why the wanted time cannot be offered regardless of free tables: day, hours, tables or rules.</summary>
    internal static Refusal? RefuseNow(
        VenueCatalog catalog,
        DateOnly day,
        DateTimeOffset? from,
        DateTimeOffset? until,
        int partySize
    ) =>
        catalog.Special(day) is { Kind: SpecialDayKind.Closed } closed ? new AvailabilityRefusal.DayClosed(closed.Name)
        : partySize > BookingRules.LargestParty(catalog.Settings, catalog.Options, forStaff: false)
        || !catalog.Options.Any(option => option.IsOnline && option.Takes(partySize))
        || !catalog.Times(day).Any(time => time.StartsAt >= from && time.StartsAt <= until)
            ? new AvailabilityRefusal.NoLongerOffered()
        : null;

    private sealed record Waiting(
        Guid Id,
        DateOnly Day,
        int PartySize,
        DateTimeOffset? From,
        DateTimeOffset? Until,
        DateTimeOffset JoinedAt
    );
}
