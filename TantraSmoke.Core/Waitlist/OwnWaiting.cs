using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Waitlist;

/// <summary>Waitlist actions of guests in the chat: joining, and answering offers.</summary>
public sealed class OwnWaiting(VenueStore store, VenueCatalogCache catalogs, TableBooking booker, TimeProvider time)
{
    /// <summary>
    /// Adds the guest to a day's waitlist; a repeated key returns the same entry. Returns AlreadyWaiting if the guest
    /// is on that day's list, or the refusal of a booking if no such time could be booked.
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
                // Locks the guest, so that two taps create one entry.
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
    /// Accepts the offer and books it; a repeated tap returns the same booking. Returns OfferOver if the offer has
    /// ended.
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
                var details = new BookingDetails(entry.PartySize, guest.GuestId) { Comment = entry.Comment };
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
    /// Refuses the offer, which goes to the next in line; the guest gets no automatic offers until they say that they
    /// still wait.
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
    /// Keeps waiting at the old position, after an offer passed or after the wanted time is offered again.
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

    /// <summary>Leaves the waitlist; what was held goes to the next in line.</summary>
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
        // Refuse a range without any slot that could still be offered.
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
                // Lost to a timer or host: retry with the current state.
            }
        }
    }
}
