using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

// Finding and taking tables inside a transaction.
public sealed partial class BookingService
{
    /// <summary>
    /// Where the party could go: the tables they chose, or the free ones, best fit first. Found before the transaction: what is free is
    /// known well enough to choose by, and the claim decides.
    /// </summary>
    /// <param name="except">A booking that is to be moved: its own place is free for it.</param>
    private async Task<Outcome<Choice>> ChooseAsync(
        VenueCatalog catalog, Actor actor, BookingRequest request, CancellationToken cancellationToken, Guid? except = null)
    {
        var now = time.GetUtcNow();
        var forStaff = actor is not Actor.Guest;
        if (catalog.Special(request.ServiceDay) is { Kind: SpecialDayKind.Closed } closed)
            return new AvailabilityRefusal.DayClosed(closed.Name);
        var turn = catalog.Settings.TurnTime(request.PartySize);
        if (SlotTime.For(catalog.Times(request.ServiceDay), request.SlotId, SlotsOf(actor, request), turn) is not var (slotId, start, end))
            return new AvailabilityRefusal.NoLongerOffered();
        if (BookingRules.Refuse(catalog.Settings, catalog.Clock, request.ServiceDay, start, end, now, forStaff) is { } refusal)
            return refusal;
        if (RefuseParty(catalog, request.PartySize, request.TableIds, forStaff) is { } misfit)
            return misfit;

        var options = request.TableIds is { } chosen
            ? [catalog.Together(chosen)!]
            : await availability.FreeTablesAsync(
                catalog, actor, request.ServiceDay, BookingRules.ClearFor(catalog.Settings, start, end, now), request.PartySize, now, cancellationToken, except);
        return new Choice(start, [.. options.Select(option => new BookingPlace(request.ServiceDay, start, end, slotId, option.TableIds))]);
    }

    /// <summary>The same with the one rule that is checked inside the transaction.</summary>
    private static async Task<Outcome<Choice>> PacedAsync(
        VenueDb db, VenueCatalog catalog, Actor actor, BookingRequest request, Outcome<Choice> choice, DateTimeOffset now, CancellationToken cancellationToken,
        Booking? own = null) =>
        choice.Value is { } chosen && actor is Actor.Guest && await RefusePaceAsync(db, catalog, actor, chosen.StartsAt, request.PartySize, now, own, cancellationToken) is { } full
            ? full
            : choice;

    /// <summary>
    /// Whether so many begin then already that guests may not book it. Asked for under a lock of that quarter of an hour, so that two
    /// who ask at once do not both get the last place; whoever holds a table of that time has been counted already.
    /// </summary>
    private static async Task<Refusal?> RefusePaceAsync(
        VenueDb db, VenueCatalog catalog, Actor actor, DateTimeOffset start, int partySize, DateTimeOffset now, Booking? own, CancellationToken cancellationToken)
    {
        if (!catalog.Settings.HasPacing)
            return null;
        var (from, until) = BookingRules.Pace(start);
        await db.LockPaceAsync(from, cancellationToken);
        var holder = actor.Holder();
        if (await db.Claims.AnyAsync(c => c.Holder == holder && c.Kind == ClaimKind.Hold && c.StartsAt == start && c.ExpiresAt > now && c.Guests >= partySize, cancellationToken))
            return null;
        var starts = await Occupancy.StartsAsync(db, from, until, actor, now, cancellationToken);
        // Who only moves within the quarter has been counted, too.
        if (own is not null)
            starts.Remove(new PartyStart(own.StartsAt, own.PartySize));
        return BookingRules.HasPace(catalog.Settings, starts, start, partySize) ? null : new AvailabilityRefusal.TimeIsFull([]);
    }

    private static async Task<IReadOnlyList<TableOption>> FreeTablesAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        (DateTimeOffset Start, DateTimeOffset End) span,
        int partySize,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        Booking? own = null)
    {
        var busy = await Occupancy.BusyAsync(db, span.Start, span.End, actor, now, cancellationToken, own);
        return TableAllocator.Free(catalog.Options, busy, span.Start, span.End, partySize, forStaff: actor is not Actor.Guest);
    }

    /// <summary>How long these tables stay free from <paramref name="from"/>, at most until <paramref name="wanted"/>.</summary>
    private static async Task<DateTimeOffset> FreeUntilAsync(
        VenueDb db, IReadOnlyList<int> tableIds, DateTimeOffset from, DateTimeOffset wanted, CancellationToken cancellationToken)
    {
        var next = await db.Claims.AsNoTracking()
            .Where(c => tableIds.Contains(c.TableId) && c.StartsAt > from && c.StartsAt < wanted && (c.ExpiresAt == null || c.ExpiresAt > from))
            .OrderBy(c => c.StartsAt).Select(c => (DateTimeOffset?)c.StartsAt).FirstOrDefaultAsync(cancellationToken);
        return next ?? wanted;
    }

    /// <summary>
    /// Keeps tables for somebody who is to sit down there as a walk-in, inside a transaction of the caller's; null when it worked.
    /// Kept is all the time they could stay, until <paramref name="expiresAt"/>, or the tables would be gone when they come.
    /// </summary>
    internal async Task<Refusal?> OfferAsync(
        VenueDb db, VenueCatalog catalog, IReadOnlyList<int> tableIds, string holder, string note, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await StillSeatedAsync(db, catalog, tableIds, now, now, cancellationToken) is { } sitting)
            return sitting;
        var ends = await FreeUntilAsync(db, tableIds, now, now.AddMinutes(catalog.Settings.WalkInMinutes), cancellationToken);
        var claim = new ClaimRequest(tableIds, now, ends, ClaimKind.Offer, now, Holder: holder, ExpiresAt: expiresAt, Note: note);
        var isKept = ends - now >= ShortestStay && await db.TryClaimAsync(claim, cancellationToken);
        return isKept ? null : await OccupiedAsync(db, catalog, claim with { EndsAt = now + ShortestStay }, cancellationToken);
    }

    /// <summary>Who has one of these tables when they are wanted, and when: the first of them.</summary>
    private static async Task<Refusal> OccupiedAsync(VenueDb db, VenueCatalog catalog, ClaimRequest wanted, CancellationToken cancellationToken)
    {
        var (ids, from, to, own) = (wanted.TableIds.ToList(), wanted.StartsAt, wanted.EndsAt, wanted.BookingId);
        var taken = await db.Claims.AsNoTracking()
            .Where(c => ids.Contains(c.TableId) && c.StartsAt < to && c.EndsAt > from && (c.BookingId == null || c.BookingId != own))
            .Where(c => c.Holder == null || wanted.Holder == null || c.Holder != wanted.Holder)
            .OrderBy(c => c.StartsAt)
            .Select(c => new
            {
                c.TableId,
                c.StartsAt,
                c.EndsAt,
                c.Note,
                Guest = db.Bookings.Where(b => b.Id == c.BookingId).SelectMany(b => db.Guests.Where(g => g.Id == b.GuestId)).Select(g => g.Name).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return taken is null
            ? new BookingRefusal.TableOccupied(Numbers(catalog, ids), null)
            : new BookingRefusal.TableOccupied(Numbers(catalog, [taken.TableId]), taken.EndsAt, taken.StartsAt, taken.Guest ?? taken.Note);
    }

    /// <summary>Who overstays has no claim any more, but still sits there; what begins a little later than now may find them gone.</summary>
    /// <param name="from">From when the tables are needed.</param>
    private static async Task<Refusal?> StillSeatedAsync(
        VenueDb db, VenueCatalog catalog, IReadOnlyCollection<int> tableIds, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (from >= now + BookingRules.OnTheirWay)
            return null;
        var seated = await db.Bookings.AsNoTracking()
            .Where(b => b.Status == BookingStatus.Seated && b.EndsAt <= now)
            .Select(b => new { b.TableIds, Guest = db.Guests.Where(g => g.Id == b.GuestId).Select(g => g.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var there = seated.FirstOrDefault(b => b.TableIds.Intersect(tableIds).Any());
        return there is null ? null : new BookingRefusal.StillSeated(Numbers(catalog, there.TableIds.Intersect(tableIds)), there.Guest);
    }

    /// <summary>The same for a place where somebody wants to book, with the buffer before it.</summary>
    private static Task<Refusal?> StillThereAsync(
        VenueDb db, VenueCatalog catalog, BookingPlace place, DateTimeOffset now, CancellationToken cancellationToken) =>
        StillSeatedAsync(db, catalog, place.TableIds, BookingRules.ClearFor(catalog.Settings, place.StartsAt, place.EndsAt, now).From, now, cancellationToken);

    private static Refusal? RefuseParty(VenueCatalog catalog, int partySize, IReadOnlyList<int>? chosen, bool forStaff)
    {
        if (partySize < 1)
            return new AvailabilityRefusal.PartyTooSmall(1);
        if (!forStaff && partySize > catalog.Settings.LargestPartyOnline)
            return new AvailabilityRefusal.PartyTooLargeOnline(catalog.Settings.LargestPartyOnline.Value, catalog.Settings.Phone);
        var largest = TableAllocator.LargestParty(catalog.Options, forStaff);
        if (partySize > largest && (chosen is null || !forStaff))
            return new AvailabilityRefusal.PartyTooLarge(largest);
        if (chosen is null)
            return null;
        if ((forStaff ? catalog.Together(chosen) : catalog.Option(chosen)) is not { } option || (!forStaff && !option.IsOnline))
            return new AvailabilityRefusal.NoLongerOffered();
        if (partySize > option.Seats)
            return new AvailabilityRefusal.PartyTooLarge(option.Seats);
        return !forStaff && partySize < option.MinParty ? new AvailabilityRefusal.PartyTooSmall(option.MinParty) : null;
    }

    private static List<int> Numbers(VenueCatalog catalog, IEnumerable<int> tableIds) =>
        [.. tableIds.Select(id => catalog.Table(id)?.Number ?? 0)];

    private static int SlotsOf(Actor actor, BookingRequest request) =>
        actor is Actor.Guest ? Math.Min(request.Slots, BookingRules.MostSlotsOnline) : request.Slots;

    /// <summary>The time that is wanted, and the places that could be had then.</summary>
    private sealed record Choice(DateTimeOffset StartsAt, IReadOnlyList<BookingPlace> Places);
}
