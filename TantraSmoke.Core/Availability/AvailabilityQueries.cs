using TantraSmoke.Core.Data;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Availability;

/// <summary>How full a day is for a party.</summary>
/// <param name="FreeSlots">Times that can still be booked.</param>
/// <param name="Slots">Times that are not closed yet, full ones included.</param>
public sealed record DayOffer(DateOnly ServiceDay, int FreeSlots, int Slots)
{
    /// <summary>What is special about the day, where its hours are not the weekday's.</summary>
    public SpecialDay? Special { get; init; }

    public bool IsClosed => Special?.Kind == SpecialDayKind.Closed;
}

/// <summary>Reads a day's facts in one query and asks <see cref="SlotOffers"/>.</summary>
public sealed class AvailabilityQueries(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>The day's times for that party. A guest's own holds do not count against them.</summary>
    /// <param name="slots">How many slots in a row are wanted as one booking.</param>
    public async Task<IReadOnlyList<SlotOffer>> DayAsync(
        Actor actor, DateOnly serviceDay, int partySize, CancellationToken cancellationToken, int slots = 1)
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        if (!IsForStaff(actor) && !BookingRules.IsWithinHorizon(catalog.Settings, catalog.Clock, serviceDay, now))
            return [];
        var (busy, starts) = await TakenAsync(catalog, serviceDay, serviceDay, actor, now, cancellationToken);
        return SlotOffers.Of(Facts(catalog, serviceDay, busy, starts), partySize, now, IsForStaff(actor), slots);
    }

    /// <summary>All days of the horizon from today, in order.</summary>
    public async Task<IReadOnlyList<DayOffer>> DaysAsync(Actor actor, int partySize, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        var today = catalog.Clock.ServiceDayOf(now);
        var last = today.AddDays(Math.Max(1, catalog.Settings.HorizonDays) - 1);
        var (busy, starts) = await TakenAsync(catalog, today, last, actor, now, cancellationToken);
        var days = new List<DayOffer>();
        for (var day = today; day <= last; day = day.AddDays(1))
        {
            days.Add(SlotOffers.Count(Facts(catalog, day, busy, starts), partySize, now, IsForStaff(actor)));
        }

        return days;
    }

    /// <summary>What is still free that day, nearest to <paramref name="near"/> (UTC) first; the same time comes first of all.</summary>
    public async Task<IReadOnlyList<SlotOffer>> AlternativesAsync(
        Actor actor, DateOnly serviceDay, int partySize, DateTimeOffset near, CancellationToken cancellationToken, int slots = 1)
    {
        var offers = await DayAsync(actor, serviceDay, partySize, cancellationToken, slots);
        return [.. offers.Where(o => o.State == OfferState.Free).OrderBy(o => (o.StartsAt - near).Duration()).ThenBy(o => o.StartsAt)];
    }

    /// <summary>Largest party this actor could ever book.</summary>
    public async Task<int> LargestPartyAsync(Actor actor, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        return BookingRules.LargestParty(catalog.Settings, catalog.Options, IsForStaff(actor));
    }

    private static bool IsForStaff(Actor actor) => actor is not Actor.Guest;

    private static DayFacts Facts(VenueCatalog catalog, DateOnly serviceDay, IReadOnlyList<BusyTime> busy, IReadOnlyList<PartyStart> starts)
    {
        // Of several days' busy times only those that can matter to this one: a slot may outlast its service day, and a claim
        // from before may reach into it; neither by more than the longest claim.
        var (start, end) = catalog.Clock.Day(serviceDay);
        return new(
            serviceDay,
            catalog.Clock,
            catalog.Options,
            catalog.Slots,
            [.. busy.Where(b => b.EndsAt > start - TableAllocator.IdleReach && b.StartsAt < end + TableClaim.Longest)],
            catalog.Settings)
        {
            Special = catalog.Special(serviceDay),
            Starts = [.. starts.Where(s => s.At >= start && s.At < end)],
            Times = catalog.Times(serviceDay),
        };
    }

    private Task<(List<BusyTime> Busy, List<PartyStart> Starts)> TakenAsync(
        VenueCatalog catalog, DateOnly first, DateOnly last, Actor actor, DateTimeOffset now, CancellationToken cancellationToken) =>
        store.ReadAsync(async db =>
        {
            var (from, until) = (catalog.Clock.Day(first).Start, catalog.Clock.Day(last).End);
            var starts = catalog.Settings.HasPacing && !IsForStaff(actor) ? await db.StartsAsync(from, until, actor, now, cancellationToken) : [];
            return (await db.BusyAsync(from, until + TableClaim.Longest, actor, now, cancellationToken), starts);
        }, cancellationToken);
}
