using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Finds, claims and releases tables inside a transaction.</summary>
internal static class Places
{
    /// <summary>Minimum time at the table for walk-ins and early arrivals.</summary>
    public static readonly TimeSpan ShortestStay = TimeSpan.FromMinutes(15);

    public static async Task<IReadOnlyList<TableOption>> FreeTablesAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        (DateTimeOffset Start, DateTimeOffset End) span,
        int partySize,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        Booking? own = null
    )
    {
        var busy = await Occupancy.BusyAsync(db, span.Start, span.End, actor, now, cancellationToken, own);
        return TableAllocator.Free(
            catalog.Options,
            busy,
            span.Start,
            span.End,
            partySize,
            forStaff: actor is not Actor.Guest
        );
    }

    /// <summary>
    /// Until when the tables are free from <paramref name="from"/> on, at most <paramref name="wanted"/>.
    /// </summary>
    public static async Task<DateTimeOffset> FreeUntilAsync(
        VenueDb db,
        IReadOnlyList<int> tableIds,
        DateTimeOffset from,
        DateTimeOffset wanted,
        CancellationToken cancellationToken
    )
    {
        var next = await db
            .Claims.AsNoTracking()
            .Where(c =>
                tableIds.Contains(c.TableId)
                && c.StartsAt > from
                && c.StartsAt < wanted
                && (c.ExpiresAt == null || c.ExpiresAt > from)
            )
            .OrderBy(c => c.StartsAt)
            .Select(c => (DateTimeOffset?)c.StartsAt)
            .FirstOrDefaultAsync(cancellationToken);
        return next ?? wanted;
    }

    /// <summary>A refusal that names the first claim in the way.</summary>
    public static async Task<Refusal> OccupiedAsync(
        VenueDb db,
        VenueCatalog catalog,
        ClaimRequest wanted,
        CancellationToken cancellationToken
    )
    {
        var (ids, from, to, own) = (wanted.TableIds.ToList(), wanted.StartsAt, wanted.EndsAt, wanted.BookingId);
        var taken = await db
            .Claims.AsNoTracking()
            .Where(c =>
                ids.Contains(c.TableId)
                && c.StartsAt < to
                && c.EndsAt > from
                && (c.BookingId == null || c.BookingId != own)
            )
            .Where(c => c.Holder == null || wanted.Holder == null || c.Holder != wanted.Holder)
            .OrderBy(c => c.StartsAt)
            .Select(c => new
            {
                c.TableId,
                c.StartsAt,
                c.EndsAt,
                c.Note,
                Guest = db
                    .Bookings.Where(b => b.Id == c.BookingId)
                    .SelectMany(b => db.Guests.Where(g => g.Id == b.GuestId))
                    .Select(g => g.Name)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return taken is null
            ? new BookingRefusal.TableOccupied(Numbers(catalog, ids), null)
            : new BookingRefusal.TableOccupied(
                Numbers(catalog, [taken.TableId]),
                taken.EndsAt,
                taken.StartsAt,
                taken.Guest ?? taken.Note
            );
    }

    /// <summary>
    /// Checks for parties that sit over time without a claim; a start a little later than now is allowed, because they
    /// may have left by then.
    /// </summary>
    /// <param name="from">From when the tables are needed.</param>
    public static async Task<Refusal?> StillSeatedAsync(
        VenueDb db,
        VenueCatalog catalog,
        IReadOnlyCollection<int> tableIds,
        DateTimeOffset from,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (from >= now + BookingRules.OnTheirWay)
            return null;
        var seated = await db
            .Bookings.AsNoTracking()
            .Where(b => b.Status == BookingStatus.Seated && b.EndsAt <= now)
            .Select(b => new
            {
                b.TableIds,
                Guest = db.Guests.Where(g => g.Id == b.GuestId).Select(g => g.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var there = seated.FirstOrDefault(b => b.TableIds.Intersect(tableIds).Any());
        return there is null
            ? null
            : new BookingRefusal.StillSeated(Numbers(catalog, there.TableIds.Intersect(tableIds)), there.Guest);
    }

    /// <summary>As <c>StillSeatedAsync</c> for a new booking, including the gap before it.</summary>
    public static Task<Refusal?> StillThereAsync(
        VenueDb db,
        VenueCatalog catalog,
        BookingPlace place,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        StillSeatedAsync(
            db,
            catalog,
            place.TableIds,
            BookingRules.ClearFor(catalog.Settings, place.StartsAt, place.EndsAt, now).From,
            now,
            cancellationToken
        );

    public static Refusal? RefuseParty(VenueCatalog catalog, int partySize, IReadOnlyList<int>? chosen, bool forStaff)
    {
        if (partySize < 1)
            return new AvailabilityRefusal.PartyTooSmall(1);
        if (!forStaff && partySize > catalog.Settings.LargestPartyOnline)
            return new AvailabilityRefusal.PartyTooLargeOnline(
                catalog.Settings.LargestPartyOnline.Value,
                catalog.Settings.Phone
            );
        var largest = TableAllocator.LargestParty(catalog.Options, forStaff);
        if (partySize > largest && (chosen is null || !forStaff))
            return new AvailabilityRefusal.PartyTooLarge(largest);
        if (chosen is null)
            return null;
        if (
            (forStaff ? catalog.Together(chosen) : catalog.Option(chosen)) is not { } option
            || (!forStaff && !option.IsOnline)
        )
            return new AvailabilityRefusal.NoLongerOffered();
        if (partySize > option.Seats)
            return new AvailabilityRefusal.PartyTooLarge(option.Seats);
        return !forStaff && partySize < option.MinParty ? new AvailabilityRefusal.PartyTooSmall(option.MinParty) : null;
    }

    public static List<int> Numbers(VenueCatalog catalog, IEnumerable<int> tableIds) =>
        [.. tableIds.Select(id => catalog.Table(id)?.Number ?? 0)];

    /// <summary>Ends claims at that instant and deletes those that start later.</summary>
    public static async Task FreeFromAsync(
        IQueryable<TableClaim> claims,
        DateTimeOffset end,
        CancellationToken cancellationToken
    )
    {
        await claims.Where(c => c.StartsAt >= end).ExecuteDeleteAsync(cancellationToken);
        await claims
            .Where(c => c.EndsAt > end)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.EndsAt, end), cancellationToken);
    }

    public static Task<int> FreeAsync(VenueDb db, Booking booking, CancellationToken cancellationToken) =>
        db.Claims.Where(c => c.BookingId == booking.Id).ExecuteDeleteAsync(cancellationToken);

    public static ClaimKind KindOf(Booking booking) =>
        booking.Source == BookingSource.WalkIn ? ClaimKind.WalkIn : ClaimKind.Booking;

    public static DateTimeOffset NeededFrom(Booking booking, DateTimeOffset now) =>
        BookingRules.NeededFrom(booking.TakenFrom, now);

    /// <summary>The booking's current place; for a party over time it extends to now.</summary>
    public static BookingPlace PlaceNow(Booking booking, DateTimeOffset now) =>
        booking.Status == BookingStatus.Seated && booking.EndsAt <= now
            ? booking.Place with
            {
                EndsAt = now + ShortestStay,
            }
            : booking.Place;

    // Its own place may be part of the answer, so it is released first; the refusal rolls back.
    public static async Task<IReadOnlyList<TableOption>> WouldFitAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        Booking booking,
        int partySize,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await FreeAsync(db, booking, cancellationToken);
        return await FreeTablesAsync(
            db,
            catalog,
            actor,
            (NeededFrom(booking, now), PlaceNow(booking, now).EndsAt),
            partySize,
            now,
            cancellationToken,
            booking
        );
    }
}
