using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Core.Availability;

/// <summary>Tables that seat a party together: one table, or a named combination.</summary>
/// <param name="Seats">How many people fit.</param>
/// <param name="MinParty">The smallest party it is meant for.</param>
public sealed record TableOption(IReadOnlyList<int> TableIds, int Seats, int MinParty, bool IsOnline, string Name)
{
    public bool Takes(int partySize) => partySize <= Seats && partySize >= MinParty;
}

/// <summary>Time during which a table is not free, UTC, end exclusive.</summary>
public readonly record struct BusyTime(int TableId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>Everything one day's availability depends on, read at once.</summary>
/// <param name="Busy">Claims that count now: expired ones and the asker's own hold are left out.</param>
public sealed record DayFacts(
    DateOnly ServiceDay,
    VenueClock Clock,
    IReadOnlyList<TableOption> Options,
    IReadOnlyList<TimeSlot> Slots,
    IReadOnlyList<BusyTime> Busy,
    VenueSettings Rules)
{
    /// <summary>The day's times; who asks for many days has them already.</summary>
    public IReadOnlyList<SlotTime> Times { get => field ??= SlotTime.Of(ServiceDay, Clock, Slots); init; }
}

/// <summary>When a slot happens in one service day, UTC.</summary>
public readonly record struct SlotTime(int SlotId, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>Those of the active slots that happen that day, in the order of time.</summary>
    public static IReadOnlyList<SlotTime> Of(DateOnly serviceDay, VenueClock clock, IEnumerable<TimeSlot> slots) =>
    [
        .. slots.Where(s => s.IsActive)
            .Select(s => clock.Occurrence(serviceDay, s.Start, s.End) is var (start, end) ? new SlotTime(s.Id, start, end) : (SlotTime?)null)
            .OfType<SlotTime>()
            .OrderBy(t => t.StartsAt).ThenBy(t => t.EndsAt),
    ];

    /// <summary>
    /// That many slots one after the other, beginning with this one, as one time under the first one's id. Null when the day has
    /// not so many, or they would last longer than a table can be claimed.
    /// </summary>
    public static SlotTime? InARow(IReadOnlyList<SlotTime> times, int slotId, int count)
    {
        if (count < 1 || times.Where(t => t.SlotId == slotId).Select(t => (SlotTime?)t).FirstOrDefault() is not { } first)
            return null;
        var last = first;
        for (var more = 1; more < count; more++)
        {
            var end = last.EndsAt;
            if (times.Where(t => t.StartsAt >= end).Select(t => (SlotTime?)t).FirstOrDefault() is not { } next)
                return null;
            last = next;
        }

        return last.EndsAt - first.StartsAt <= TableClaim.Longest ? first with { EndsAt = last.EndsAt } : null;
    }
}

/// <summary>Whether a time can be booked.</summary>
public enum OfferState
{
    Free,
    Full,

    /// <summary>Past, or closer than the lead time.</summary>
    Closed,
}

/// <summary>One time of a day for a party, UTC; <paramref name="Options"/> best fit first, empty unless free.</summary>
public sealed record SlotOffer(
    int SlotId, DateOnly ServiceDay, DateTimeOffset StartsAt, DateTimeOffset EndsAt, OfferState State, IReadOnlyList<TableOption> Options);

/// <summary>What can be offered: a pure calculation with <c>now</c> passed in. It is for showing; the claim decides.</summary>
public static class SlotOffers
{
    /// <summary>All times of the day in their order, past and full ones included and marked so.</summary>
    /// <param name="forStaff">Staff may book tables that are not online, without lead time, until the slot ends.</param>
    /// <param name="slots">How many slots in a row are wanted; a time with fewer after it is closed.</param>
    public static IReadOnlyList<SlotOffer> Of(DayFacts day, int partySize, DateTimeOffset now, bool forStaff = false, int slots = 1)
    {
        var busy = day.Busy.ToLookup(b => b.TableId);
        var offers = new List<SlotOffer>();
        foreach (var time in day.Times)
        {
            var span = slots == 1 ? time : SlotTime.InARow(day.Times, time.SlotId, slots);
            var (slotId, start, end) = span ?? time;
            var isOpen = span is not null && BookingRules.IsOpen(day.Rules, start, end, now, forStaff);
            IReadOnlyList<TableOption> options = isOpen
                ? TableAllocator.Free(day.Options, busy, BookingRules.NeededFrom(start, now), end, partySize, forStaff)
                : [];
            var state = !isOpen ? OfferState.Closed : options.Count > 0 ? OfferState.Free : OfferState.Full;
            offers.Add(new SlotOffer(slotId, day.ServiceDay, start, end, state, options));
        }

        return offers;
    }

    /// <summary>How full the day is: the same rules as <see cref="Of"/>, without asking which table is best.</summary>
    public static DayOffer Count(DayFacts day, int partySize, DateTimeOffset now, bool forStaff)
    {
        var busy = day.Busy.ToLookup(b => b.TableId);
        var open = day.Times.Where(t => BookingRules.IsOpen(day.Rules, t.StartsAt, t.EndsAt, now, forStaff)).ToList();
        var free = open.Count(t => TableAllocator.FreeUnordered(
            day.Options, busy, BookingRules.NeededFrom(t.StartsAt, now), t.EndsAt, partySize, forStaff).Any());
        return new DayOffer(day.ServiceDay, free, open.Count);
    }
}
