using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Availability;

/// <summary>How full a day is for a party size.</summary>
/// <param name="FreeSlots">Slots that can still be booked.</param>
/// <param name="Slots">Slots that are not closed yet, including full ones.</param>
public sealed record DayOffer(DateOnly ServiceDay, int FreeSlots, int Slots)
{
    /// <summary>The special day, if the day's hours differ from the weekday's.</summary>
    public SpecialDay? Special { get; init; }

    /// <summary>Occupied share, 0 to 1, of the time of suitable tables at slots that can still be booked.</summary>
    public double Fullness { get; init; }

    public bool IsClosed => Special?.Kind == SpecialDayKind.Closed;
}

/// <summary>Loads a day's facts and evaluates them with <see cref="SlotOffers"/>.</summary>
public sealed class AvailabilityQueries(
    VenueStore store,
    VenueCatalogCache catalogs,
    BusyTimeCache taken,
    TimeProvider time
)
{
    /// <summary>The day's slots for that party size. A guest's own holds do not count against them.</summary>
    /// <param name="slots">Number of consecutive slots wanted as one booking.</param>
    /// <param name="except">A booking to be moved, whose own place counts as free.</param>
    public async Task<IReadOnlyList<SlotOffer>> DayAsync(
        Actor actor,
        DateOnly serviceDay,
        int partySize,
        CancellationToken cancellationToken,
        int slots = 1,
        Guid? except = null
    )
    {
        var now = time.GetUtcNow();
        return await FactsAsync(actor, serviceDay, now, except, cancellationToken) is { } day
            ? SlotOffers.Of(day, partySize, now, IsForStaff(actor), slots)
            : [];
    }

    /// <summary>
    /// State of every table at one of the day's slots, for choosing on the hall map; null if there is no such slot.
    /// </summary>
    public async Task<HistoricalTables?> TablesAsync(
        Actor actor,
        DateOnly serviceDay,
        int slotId,
        int partySize,
        CancellationToken cancellationToken,
        int slots = 1,
        Guid? except = null
    )
    {
        var now = time.GetUtcNow();
        return await FactsAsync(actor, serviceDay, now, except, cancellationToken) is { } day
            ? SlotOffers.Tables(day, slotId, partySize, now, IsForStaff(actor), slots)
            : null;
    }

    /// <summary>All days of the booking horizon from today, in order.</summary>
    public async Task<IReadOnlyList<DayOffer>> DaysAsync(
        Actor actor,
        int partySize,
        CancellationToken cancellationToken,
        Guid? except = null
    )
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        var today = catalog.Clock.ServiceDayOf(now);
        var last = today.AddDays(Math.Max(1, catalog.Settings.HorizonDays) - 1);
        var own = await OwnPlaceAsync(except, cancellationToken);
        var starts = await StartsAsync(catalog, today, last, actor, now, own, cancellationToken);
        var known = await taken.ReadAsync(catalog, today, last, cancellationToken);
        var days = new List<DayOffer>();
        for (var day = today; day <= last; day = day.AddDays(1))
        {
            days.Add(
                SlotOffers.Count(Facts(catalog, day, known, starts, actor, now, own), partySize, now, IsForStaff(actor))
            );
        }

        return days;
    }

    /// <summary>
    /// Free slots of that day, nearest to <paramref name="near"/> (UTC) first, starting with the same slot.
    /// </summary>
    public async Task<IReadOnlyList<SlotOffer>> AlternativesAsync(
        Actor actor,
        DateOnly serviceDay,
        int partySize,
        DateTimeOffset near,
        CancellationToken cancellationToken,
        int slots = 1,
        Guid? except = null
    )
    {
        // Called when a table turned out to be taken: the cached day is outdated.
        taken.Forget(serviceDay);
        var offers = await DayAsync(actor, serviceDay, partySize, cancellationToken, slots, except);
        return
        [
            .. offers
                .Where(o => o.State == OfferState.Free)
                .OrderBy(o => (o.StartsAt - near).Duration())
                .ThenBy(o => o.StartsAt),
        ];
    }

    /// <summary>
    /// Tables and combinations free for the whole <paramref name="span"/> (UTC, end exclusive) of that day, best fit
    /// first. For choosing only; the claim decides.
    /// </summary>
    internal async Task<IReadOnlyList<TableOption>> FreeTablesAsync(
        VenueCatalog catalog,
        Actor actor,
        DateOnly serviceDay,
        (DateTimeOffset From, DateTimeOffset Until) span,
        int partySize,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        Guid? except = null
    )
    {
        var own = await OwnPlaceAsync(except, cancellationToken);
        var known = await taken.ReadAsync(catalog, serviceDay, serviceDay, cancellationToken);
        var busy = Busy(
            known,
            serviceDay,
            span.From - TableAllocator.IdleReach,
            span.Until + TableAllocator.IdleReach,
            actor,
            now,
            own
        );
        return TableAllocator.Free(catalog.Options, busy, span.From, span.Until, partySize, IsForStaff(actor));
    }

    /// <summary>Largest party this actor could ever book.</summary>
    public async Task<int> LargestPartyAsync(Actor actor, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        return BookingRules.LargestParty(catalog.Settings, catalog.Options, IsForStaff(actor));
    }

    private static bool IsForStaff(Actor actor) => actor is not Actor.Guest;

    /// <summary>Null if this actor cannot book that day at all.</summary>
    private async Task<DayFacts?> FactsAsync(
        Actor actor,
        DateOnly serviceDay,
        DateTimeOffset now,
        Guid? except,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        if (!IsForStaff(actor) && !BookingRules.IsWithinHorizon(catalog.Settings, catalog.Clock, serviceDay, now))
            return null;
        var own = await OwnPlaceAsync(except, cancellationToken);
        var starts = await StartsAsync(catalog, serviceDay, serviceDay, actor, now, own, cancellationToken);
        var known = await taken.ReadAsync(catalog, serviceDay, serviceDay, cancellationToken);
        return Facts(catalog, serviceDay, known, starts, actor, now, own);
    }

    private static DayFacts Facts(
        VenueCatalog catalog,
        DateOnly serviceDay,
        TakenDays taken,
        IReadOnlyList<PartyStart> starts,
        Actor actor,
        DateTimeOffset now,
        OwnPlace? own
    )
    {
        // Only claims that can affect this day: slots and claims extend beyond it by at most the longest claim.
        var (start, end) = catalog.Day(serviceDay);
        var busy = Busy(taken, serviceDay, start - TableAllocator.IdleReach, end + TableClaim.Longest, actor, now, own);
        return new(serviceDay, catalog.Clock, catalog.Options, catalog.Slots, busy, catalog.Settings)
        {
            Special = catalog.Special(serviceDay),
            Starts = [.. starts.Where(s => s.At >= start && s.At < end)],
            Times = catalog.Times(serviceDay),
        };
    }

    private static List<BusyTime> Busy(
        TakenDays taken,
        DateOnly serviceDay,
        DateTimeOffset since,
        DateTimeOffset until,
        Actor actor,
        DateTimeOffset now,
        OwnPlace? own
    )
    {
        var busy = taken.Around(serviceDay, since, until, actor.Holder(), now);
        if (own is not null)
            busy.RemoveAll(own.Tables.Contains);
        return busy;
    }

    private async Task<List<PartyStart>> StartsAsync(
        VenueCatalog catalog,
        DateOnly first,
        DateOnly last,
        Actor actor,
        DateTimeOffset now,
        OwnPlace? own,
        CancellationToken cancellationToken
    )
    {
        if (!catalog.Settings.HasPacing || IsForStaff(actor))
            return [];
        var starts = await store.ReadAsync(
            db =>
                Occupancy.StartsAsync(
                    db,
                    catalog.Day(first).Start,
                    catalog.Day(last).End,
                    actor,
                    now,
                    cancellationToken
                ),
            cancellationToken
        );
        own?.Starts.ForEach(start => starts.Remove(start));
        return starts;
    }

    private async Task<OwnPlace?> OwnPlaceAsync(Guid? booking, CancellationToken cancellationToken) =>
        booking is not { } id
            ? null
            : await store.ReadAsync(
                async db => new OwnPlace(
                    await db
                        .Claims.Where(c => c.BookingId == id)
                        .Select(c => new BusyTime(c.TableId, c.StartsAt, c.EndsAt))
                        .ToListAsync(cancellationToken),
                    await db
                        .Bookings.Where(b => b.Id == id)
                        .Select(b => new PartyStart(b.StartsAt, b.PartySize))
                        .ToListAsync(cancellationToken)
                ),
                cancellationToken
            );

    /// <summary>
    /// Place of a booking to be moved. Claims on one table never overlap, so table and time identify its claims.
    /// </summary>
    private sealed record OwnPlace(List<BusyTime> Tables, List<PartyStart> Starts);
}
