using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Waitlist;

/// <summary>The guest's side: joining in the chat, and what to do with an offer.</summary>
public sealed class OwnWaiting(VenueStore store, VenueCatalogCache catalogs, TableBooking booker, TimeProvider time)
{
    /// <summary>
    /// Puts the guest on the list of a day; the same key again returns what it made. Returns AlreadyWaiting when they
    /// are on that day's list, and what booking would return when nobody could book such a time.
    /// </summary>
    public async Task<Outcome<WaitlistEntry>> JoinAsync(
        Actor.Guest guest,
        WaitlistWish wish,
        Guid idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        return await store.WriteAsync<WaitlistEntry>(
            guest,
            async db =>
            {
                if (
                    await db.Waitlist.SingleOrDefaultAsync(
                        e => e.IdempotencyKey == idempotencyKey,
                        cancellationToken
                    ) is
                    { } existing
                )
                    return existing.GuestId == guest.GuestId ? existing : new CommonRefusal.NotFound();
                var now = time.GetUtcNow();
                if (Refuse(catalog, wish, now) is { } refusal)
                    return refusal;
                // Locks the guest, so that two taps make one entry.
                var booker = await db.LockBookerAsync(guest.GuestId, null, now, cancellationToken);
                if (!booker.IsKnown)
                    return new CommonRefusal.NotFound();
                if (booker.IsBlocked)
                    return new GuestRefusal.GuestBlocked(catalog.Settings.Phone);
                if (await WaitlistOffers.IsWaitingAsync(db, guest.GuestId, wish.ServiceDay, cancellationToken))
                    return new WaitlistRefusal.AlreadyWaiting(wish.ServiceDay);
                var entry = new WaitlistEntry(Guid.CreateVersion7(now), wish.ServiceDay, idempotencyKey, now);
                var phone = await db
                    .Guests.Where(g => g.Id == guest.GuestId)
                    .Select(g => g.Phone)
                    .SingleAsync(cancellationToken);
                entry.Want(wish.From, wish.Until);
                entry.Describe(new WaitlistParty(guest.Name, phone, wish.PartySize, 0), guest.GuestId);
                db.Waitlist.Add(entry);
                await db.SaveChangesAsync(cancellationToken);
                return entry;
            },
            cancellationToken
        );
    }

    /// <summary>
    /// The guest takes what is kept for them; the same tap again returns the booking it made. Returns OfferOver when it
    /// is kept no longer.
    /// </summary>
    public async Task<Outcome<Booking>> AcceptAsync(Actor.Guest guest, Guid id, CancellationToken cancellationToken)
    {
        Booking? made = null;
        var outcome = await OwnAsync(
            guest,
            id,
            async (db, entry, catalog, now) =>
            {
                if (entry.Status == WaitlistStatus.Booked)
                {
                    made = await db
                        .Bookings.AsNoTracking()
                        .SingleAsync(b => b.Id == entry.BookingId, cancellationToken);
                    return null;
                }

                if (entry.OfferedPlace is not { } place || entry.OfferedUntil <= now || now >= place.EndsAt)
                    return new WaitlistRefusal.OfferOver();
                if (
                    WaitlistOffers.RefuseNow(
                        catalog,
                        entry.ServiceDay,
                        entry.WantedFrom,
                        entry.WantedUntil,
                        entry.PartySize
                    ) is
                    { } refusal
                )
                    return refusal;
                await WaitlistOffers.FreeAsync(db, entry, cancellationToken);
                var details = new BookingDetails(entry.PartySize, entry.Comment, null, null, null, guest.GuestId);
                var booked = await booker.BookOfferAsync(
                    db,
                    catalog,
                    guest,
                    place,
                    details,
                    entry.Id,
                    now,
                    cancellationToken
                );
                if (booked.Value is not { } booking)
                    return booked.Error is AvailabilityRefusal.TableTaken
                        ? new WaitlistRefusal.OfferOver()
                        : booked.Error;
                entry.Book(booking.Id, now);
                made = booking;
                return null;
            },
            cancellationToken
        );
        return outcome.Succeeded ? made! : outcome.Error;
    }

    /// <summary>
    /// The guest does not want what is offered: the next in line gets it, and they are passed over until they say that
    /// they wait on.
    /// </summary>
    public Task<Outcome<WaitlistEntry>> DeclineAsync(Actor.Guest guest, Guid id, CancellationToken cancellationToken) =>
        OwnAsync(
            guest,
            id,
            async (db, entry, _, now) =>
            {
                if (entry.Status != WaitlistStatus.Offered || entry.OfferedUntil <= now)
                    return new WaitlistRefusal.OfferOver();
                await WaitlistOffers.FreeAsync(db, entry, cancellationToken);
                entry.Pass(now);
                return null;
            },
            cancellationToken
        );

    /// <summary>
    /// After an offer that passed, or when what they waited for is offered again: ask me, at my old place in line.
    /// </summary>
    public Task<Outcome<WaitlistEntry>> WaitOnAsync(Actor.Guest guest, Guid id, CancellationToken cancellationToken) =>
        OwnAsync(
            guest,
            id,
            async (db, entry, catalog, now) =>
            {
                if (entry.EndedBecause == WaitlistEnd.AskedAgain)
                {
                    var wish = new WaitlistWish(
                        entry.ServiceDay,
                        entry.WantedFrom!.Value,
                        entry.WantedUntil!.Value,
                        entry.PartySize
                    );
                    if (Refuse(catalog, wish, now) is { } refusal)
                        return refusal;
                    if (await WaitlistOffers.IsWaitingAsync(db, guest.GuestId, entry.ServiceDay, cancellationToken))
                        return new WaitlistRefusal.AlreadyWaiting(entry.ServiceDay);
                    entry.Wait();
                }

                if (!entry.IsThere)
                    return new WaitlistRefusal.OfferOver();
                if (entry.PassedAt is not null)
                    entry.WaitOn();
                return null;
            },
            cancellationToken
        );

    /// <summary>The guest no longer waits; what was kept for them goes to the next.</summary>
    public Task<Outcome<WaitlistEntry>> LeaveAsync(Actor.Guest guest, Guid id, CancellationToken cancellationToken) =>
        OwnAsync(
            guest,
            id,
            async (db, entry, _, now) =>
            {
                if (!entry.IsThere && entry.EndedBecause is null)
                    return null;
                await WaitlistOffers.FreeAsync(db, entry, cancellationToken);
                entry.Leave(now);
                return null;
            },
            cancellationToken
        );

    private static Refusal? Refuse(VenueCatalog catalog, WaitlistWish wish, DateTimeOffset now)
    {
        if (wish.PartySize < 1)
            return new AvailabilityRefusal.PartyTooSmall(1);
        var largest = BookingRules.LargestParty(catalog.Settings, catalog.Options, forStaff: false);
        if (wish.PartySize > largest)
            return largest == catalog.Settings.LargestPartyOnline
                ? new AvailabilityRefusal.PartyTooLargeOnline(largest, catalog.Settings.Phone)
                : new AvailabilityRefusal.PartyTooLarge(largest);
        if (
            WaitlistOffers.RefuseNow(catalog, wish.ServiceDay, wish.From, wish.Until, wish.PartySize)
            is AvailabilityRefusal.DayClosed closed
        )
            return closed;
        if (!BookingRules.IsWithinHorizon(catalog.Settings, catalog.Clock, wish.ServiceDay, now))
            return new AvailabilityRefusal.TooEarly(catalog.Settings.HorizonDays);
        // A range without a time that could still be offered would be waited for in vain.
        return WaitlistOffers.Times(catalog, wish.ServiceDay, wish.From, wish.Until, wish.PartySize, now).Any()
            ? null
            : new AvailabilityRefusal.SlotPassed();
    }

    private async Task<Outcome<WaitlistEntry>> OwnAsync(
        Actor.Guest guest,
        Guid id,
        Func<VenueDb, WaitlistEntry, VenueCatalog, DateTimeOffset, Task<Refusal?>> change,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.WriteAsync<WaitlistEntry>(
                    guest,
                    async db =>
                    {
                        if (
                            await db.Waitlist.SingleOrDefaultAsync(
                                e => e.Id == id && e.GuestId == guest.GuestId,
                                cancellationToken
                            )
                            is not { } entry
                        )
                            return new CommonRefusal.NotFound();
                        if (await change(db, entry, catalog, time.GetUtcNow()) is { } refusal)
                            return refusal;
                        await db.SaveChangesAsync(cancellationToken);
                        return entry;
                    },
                    cancellationToken
                );
            }
            catch (DbUpdateConcurrencyException) when (attempt < 3)
            {
                // A timer or a host was faster: looked at again, as it is now.
            }
        }
    }
}
