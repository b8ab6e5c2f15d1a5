using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Waitlist;

/// <summary>
/// Waitlist actions of staff. Each checks the right, returns WaitlistChanged for an outdated version and is audited. An
/// offer is a claim with an expiry, so nobody else gets that table meanwhile.
/// </summary>
public sealed class WaitingParties(
    VenueStore store,
    VenueCatalogCache catalogs,
    GuestService guests,
    WalkIns walkIns,
    TimeProvider time
)
{
    /// <summary>
    /// Adds a party; a repeated key returns the same entry. Returns InvalidInput for an empty name or an invalid phone
    /// number.
    /// </summary>
    public async Task<Outcome<WaitlistEntry>> AddAsync(
        Actor actor,
        WaitlistParty party,
        Guid idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        var known = await KnownAsync(actor, party, null, cancellationToken);
        if (known.Value is not { } person)
            return known.Error!;
        var catalog = await catalogs.GetAsync(cancellationToken);
        return await store.WriteAsync<WaitlistEntry>(
            actor,
            async db =>
            {
                if (
                    await db.Waitlist.SingleOrDefaultAsync(
                        e => e.IdempotencyKey == idempotencyKey,
                        cancellationToken
                    ) is
                    { } existing
                )
                    return existing;
                var now = time.GetUtcNow();
                var entry = new WaitlistEntry(
                    Guid.CreateVersion7(now),
                    catalog.Clock.ServiceDayOf(now),
                    idempotencyKey,
                    now
                );
                if (await DescribeAsync(db, entry, person, now, cancellationToken) is { } gone)
                    return gone;
                db.Waitlist.Add(entry);
                await db.SaveChangesAsync(cancellationToken);
                return entry;
            },
            cancellationToken
        );
    }

    /// <summary>Edits an entry.</summary>
    public async Task<Outcome<WaitlistEntry>> EditAsync(
        Actor actor,
        Guid id,
        int version,
        WaitlistParty party,
        CancellationToken cancellationToken
    )
    {
        var seen = await store.ReadAsync(
            db => db.Waitlist.Where(e => e.Id == id).Select(e => e.Phone).SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );
        var known = await KnownAsync(actor, party, seen, cancellationToken);
        if (known.Value is not { } person)
            return known.Error!;
        return await ChangeAsync(
            actor,
            id,
            version,
            (db, entry, _, now) => DescribeAsync(db, entry, person, now, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// Offers tables to the party for the venue's offer time; ends its earlier offer. Returns TableOccupied with who
    /// and when if a table is taken now or within a quarter of an hour.
    /// </summary>
    public Task<Outcome<WaitlistEntry>> OfferAsync(
        Actor actor,
        Guid id,
        int version,
        IReadOnlyList<int> tableIds,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            actor,
            id,
            version,
            async (db, entry, catalog, now) =>
            {
                if (catalog.Together(tableIds) is not { } tables)
                    return new AvailabilityRefusal.NoLongerOffered();
                if (entry.PartySize > tables.Seats)
                    return new AvailabilityRefusal.PartyTooLarge(tables.Seats);
                await WaitlistOffers.FreeAsync(db, entry, cancellationToken);
                var until = now.AddMinutes(catalog.Settings.OfferMinutes);
                if (entry.WantedFrom is not null)
                    return await WaitlistOffers.OfferTimeAsync(
                        db,
                        catalog,
                        entry,
                        tables,
                        until,
                        now,
                        cancellationToken
                    );
                if (
                    await walkIns.OfferAsync(
                        db,
                        catalog,
                        tables.TableIds,
                        entry.Holder,
                        entry.Name,
                        until,
                        cancellationToken
                    ) is
                    { } taken
                )
                    return taken;
                entry.Offer(tables.TableIds, until);
                return null;
            },
            cancellationToken
        );

    /// <summary>Withdraws the offer; the party keeps waiting.</summary>
    public Task<Outcome<WaitlistEntry>> WithdrawAsync(
        Actor actor,
        Guid id,
        int version,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            actor,
            id,
            version,
            async (db, entry, _, _) =>
            {
                await WaitlistOffers.FreeAsync(db, entry, cancellationToken);
                entry.Wait();
                return null;
            },
            cancellationToken
        );

    /// <summary>
    /// Seats the party as a walk-in at these tables or at the offered ones. Undoing the seating returns the party to
    /// the list.
    /// </summary>
    public async Task<Outcome<Booking>> SeatAsync(
        Actor actor,
        Guid id,
        int version,
        IReadOnlyList<int>? tableIds,
        CancellationToken cancellationToken
    )
    {
        Booking? made = null;
        var outcome = await ChangeAsync(
            actor,
            id,
            version,
            async (db, entry, catalog, now) =>
            {
                await WaitlistOffers.FreeAsync(db, entry, cancellationToken);
                var request = new WalkInRequest(
                    tableIds ?? entry.OfferedTableIds,
                    entry.PartySize,
                    Guid.NewGuid(),
                    entry.GuestId
                )
                {
                    // The only record of the name of a party that is not a guest.
                    Comment = entry.GuestId is null
                        ? string.Join(". ", new[] { entry.Name, entry.Comment }.OfType<string>())
                        : entry.Comment,
                };
                var seated = await walkIns.SeatWalkInAsync(db, catalog, actor, request, cancellationToken);
                if (seated.Value is not { } booking)
                    return seated.Error;
                entry.Seat(booking.Id, now);
                made = booking;
                return null;
            },
            cancellationToken
        );
        return outcome.Succeeded ? made! : outcome.Error;
    }

    /// <summary>Marks the party as having given up waiting or not answering.</summary>
    public Task<Outcome<WaitlistEntry>> LeaveAsync(
        Actor actor,
        Guid id,
        int version,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            actor,
            id,
            version,
            async (db, entry, _, now) =>
            {
                await WaitlistOffers.FreeAsync(db, entry, cancellationToken);
                entry.Leave(now);
                return null;
            },
            cancellationToken
        );

    /// <summary>Returns a party that left to its old position, within ten minutes.</summary>
    public Task<Outcome<WaitlistEntry>> ReturnAsync(
        Actor actor,
        Guid id,
        int version,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            actor,
            id,
            version,
            (_, entry, _, now) =>
            {
                if (entry.Status != WaitlistStatus.Left || now - entry.EndedAt > BookingRules.UndoWindow)
                    return Task.FromResult<Refusal?>(new BookingRefusal.UndoExpired());
                entry.Wait();
                return Task.FromResult<Refusal?>(null);
            },
            cancellationToken,
            isThere: false
        );

    /// <summary>The common part of all changes: right, version and transaction.</summary>
    private async Task<Outcome<WaitlistEntry>> ChangeAsync(
        Actor actor,
        Guid id,
        int version,
        Func<VenueDb, WaitlistEntry, VenueCatalog, DateTimeOffset, Task<Refusal?>> change,
        CancellationToken cancellationToken,
        bool isThere = true
    )
    {
        if (!actor.May(Right.SeatGuests))
            return await store.RefuseAsync(actor, Right.SeatGuests, cancellationToken);
        var catalog = await catalogs.GetAsync(cancellationToken);
        try
        {
            return await store.WriteAsync<WaitlistEntry>(
                actor,
                async db =>
                {
                    var entry = await db.Waitlist.SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
                    if (entry is null)
                        return new CommonRefusal.NotFound();
                    if (entry.Version != version || entry.IsThere != isThere)
                        return await ChangedAsync(db, entry, cancellationToken);
                    if (await change(db, entry, catalog, time.GetUtcNow()) is { } refusal)
                    {
                        // If somebody made the same change a moment before, report that instead of the refusal.
                        var fresh = await db.Waitlist.AsNoTracking().SingleAsync(e => e.Id == id, cancellationToken);
                        return fresh.Version == version ? refusal : await ChangedAsync(db, fresh, cancellationToken);
                    }

                    await db.SaveChangesAsync(cancellationToken);
                    return entry;
                },
                cancellationToken
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return await store.ReadAsync<Outcome<WaitlistEntry>>(
                async db =>
                    await ChangedAsync(
                        db,
                        await db.Waitlist.SingleAsync(e => e.Id == id, cancellationToken),
                        cancellationToken
                    ),
                cancellationToken
            );
        }
    }

    private static async Task<Refusal> ChangedAsync(
        VenueDb db,
        WaitlistEntry entry,
        CancellationToken cancellationToken
    )
    {
        var id = entry.Id.ToString();
        var by = await db
            .Audit.Where(a => a.Subject == AuditEntry.Waitlist && a.SubjectId == id)
            .OrderByDescending(a => a.Id)
            .Select(a => a.ActorName)
            .FirstOrDefaultAsync(cancellationToken);
        return new WaitlistRefusal.WaitlistChanged(by ?? "", entry.Name, entry.Status);
    }

    private async Task<Outcome<Known>> KnownAsync(
        Actor actor,
        WaitlistParty party,
        string? seen,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.SeatGuests))
            return await store.RefuseAsync(actor, Right.SeatGuests, cancellationToken);
        if (string.IsNullOrWhiteSpace(party.Name) || party.Name.Trim().Length > Guest.NameLimit)
            return new CommonRefusal.InvalidInput("name");
        if (party.PartySize is < 1 or > WaitlistParty.LargestParty)
            return new CommonRefusal.InvalidInput("guests");
        if (party.QuotedMinutes is < 0 or > WaitlistParty.LongestQuote)
            return new CommonRefusal.InvalidInput("quote");
        if (party.Comment?.Trim().Length > WaitlistEntry.CommentLimit)
            return new CommonRefusal.CommentTooLong(WaitlistEntry.CommentLimit);
        if (string.IsNullOrWhiteSpace(party.Phone))
            return new Known(party with { Phone = null }, party.GuestId);
        // An unchanged value from before is not validated again.
        if (party.GuestId is not null && party.Phone == seen)
            return new Known(party, party.GuestId);
        if (party.GuestId is { } id)
            return
                PhoneNumber.Read(party.Phone, (await catalogs.GetAsync(cancellationToken)).Settings.Country)
                    is { } number
                ? new Known(party with { Phone = number }, id)
                : CommonRefusal.NoPhone;
        var guest = await guests.FindOrCreateByPhoneAsync(actor, party.Name, party.Phone, cancellationToken);
        return guest.Value is { } known ? new Known(party with { Phone = known.Phone }, known.Id) : guest.Error!;
    }

    /// <summary>Null on success. The guest may have been merged or deleted since they were chosen.</summary>
    private static async Task<Refusal?> DescribeAsync(
        VenueDb db,
        WaitlistEntry entry,
        Known person,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var guestId = person.GuestId is { } chosen
            ? await Bookers.ResolveGuestAsync(db, chosen, now, cancellationToken)
            : null;
        if (person.GuestId is not null && guestId is null)
            return new GuestRefusal.GuestNotFound();
        entry.Describe(person.Party, guestId);
        return null;
    }

    private sealed record Known(WaitlistParty Party, long? GuestId);
}
