using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Availability;

/// <summary>A party that begins at that instant (UTC).</summary>
public readonly record struct PartyStart(DateTimeOffset At, int Guests);

/// <summary>Everything one day's availability depends on, read at once.</summary>
/// <param name="Busy">Claims that count now: expired ones and the asker's own hold are left out.</param>
public sealed record DayFacts(
    DateOnly ServiceDay,
    VenueClock Clock,
    IReadOnlyList<TableOption> Options,
    IReadOnlyList<TimeSlot> Slots,
    IReadOnlyList<BusyTime> Busy,
    VenueSettings Rules
)
{
    /// <summary>What is special about the day, where its hours are not the weekday's.</summary>
    public SpecialDay? Special { get; init; }

    /// <summary>
    /// Parties that begin that day, where the rules limit how many may; the asker's own hold is left out.
    /// </summary>
    public IReadOnlyList<PartyStart> Starts { get; init; } = [];

    /// <summary>The day's times; who asks for many days has them already.</summary>
    public IReadOnlyList<SlotTime> Times
    {
        get => field ??= SlotTime.Of(ServiceDay, Clock, Slots, Special);
        init;
    }
}

/// <summary>Whether a time can be booked.</summary>
public enum OfferState
{
    Free,
    Full,

    /// <summary>Past, closer than the lead time, or while guests cannot book at all.</summary>
    Closed,
}

/// <summary>One time of a day for a party, UTC; <paramref name="Options"/> best fit first, empty unless free.</summary>
public sealed record SlotOffer(
    int SlotId,
    DateOnly ServiceDay,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    OfferState State,
    IReadOnlyList<TableOption> Options
);

/// <summary>
/// What can be offered: a pure calculation with <c>now</c> passed in. It is for showing; the claim decides.
/// </summary>
public static class SlotOffers
{
    /// <summary>All times of the day in their order, past and full ones included and marked so.</summary>
    /// <param name="forStaff">Staff may book tables that are not online, without lead time, until the slot
    /// ends.</param>
    /// <param name="slots">How many slots in a row are wanted; a time with fewer after it is closed.</param>
    public static IReadOnlyList<SlotOffer> Of(
        DayFacts day,
        int partySize,
        DateTimeOffset now,
        bool forStaff = false,
        int slots = 1
    )
    {
        var busy = day.Busy.ToLookup(b => b.TableId);
        var turn = day.Rules.TurnTime(partySize);
        var offers = new List<SlotOffer>();
        foreach (var time in day.Times)
        {
            var span = slots == 1 ? time.Within(turn) : SlotTime.InARow(day.Times, time.SlotId, slots);
            var (slotId, start, end) = span ?? time;
            var isOpen = span is not null && IsOpen(day, start, end, now, forStaff);
            IReadOnlyList<TableOption> options = [];
            if (isOpen && HasPlace(day, start, partySize, forStaff))
            {
                var (from, until) = BookingRules.ClearFor(day.Rules, start, end, now);
                options = TableAllocator.Free(day.Options, busy, from, until, partySize, forStaff);
            }

            var state =
                !isOpen ? OfferState.Closed
                : options.Count > 0 ? OfferState.Free
                : OfferState.Full;
            offers.Add(new SlotOffer(slotId, day.ServiceDay, start, end, state, options));
        }

        return offers;
    }

    /// <summary>How every table stands at one of the day's times; null when the day has no such time.</summary>
    public static HistoricalTables? Tables(
        DayFacts day,
        int slotId,
        int partySize,
        DateTimeOffset now,
        bool forStaff = false,
        int slots = 1
    )
    {
        if (Of(day, partySize, now, forStaff, slots).FirstOrDefault(o => o.SlotId == slotId) is not { } offer)
            return null;
        var fitting = offer.Options.SelectMany(o => o.TableIds).ToHashSet();
        var (from, until) = BookingRules.ClearFor(day.Rules, offer.StartsAt, offer.EndsAt, now);
        var taken = day.Busy.Where(b => b.StartsAt < until && b.EndsAt > from).Select(b => b.TableId).ToHashSet();
        return new HistoricalTables(
            offer,
            day.Options.Where(o => o.TableIds.Count == 1)
                .ToDictionary(
                    o => o.TableIds[0],
                    o =>
                        fitting.Contains(o.TableIds[0]) ? TableChance.Fits
                        : offer.State == OfferState.Closed
                        || taken.Contains(o.TableIds[0])
                        || (!forStaff && !o.IsOnline)
                            ? TableChance.Taken
                        : TableChance.Free
                )
        );
    }

    /// <summary>How full the day is: the same rules as <see cref="Of"/>, without asking which table is best.</summary>
    public static DayOffer Count(DayFacts day, int partySize, DateTimeOffset now, bool forStaff)
    {
        var busy = day.Busy.ToLookup(b => b.TableId);
        var turn = day.Rules.TurnTime(partySize);
        var open = day
            .Times.Select(t => t.Within(turn))
            .Where(t => IsOpen(day, t.StartsAt, t.EndsAt, now, forStaff))
            .ToList();
        var free = open.Count(t =>
        {
            if (!HasPlace(day, t.StartsAt, partySize, forStaff))
                return false;
            var (from, until) = BookingRules.ClearFor(day.Rules, t.StartsAt, t.EndsAt, now);
            return TableAllocator.FreeUnordered(day.Options, busy, from, until, partySize, forStaff).Any();
        });
        return new DayOffer(day.ServiceDay, free, open.Count)
        {
            Special = day.Special,
            Fullness = Fullness(day, open, partySize, forStaff),
        };
    }

    // Goes by claims, not by tables: of those there are fewer on most days.
    private static double Fullness(DayFacts day, List<SlotTime> open, int partySize, bool forStaff)
    {
        var tables = day
            .Options.Where(o => o.TableIds.Count == 1 && (forStaff || o.IsOnline) && o.Takes(partySize))
            .Select(o => o.TableIds[0])
            .ToHashSet();
        if (tables.Count == 0 || open.Count == 0)
            return 0;
        var taken = 0;
        foreach (var busy in day.Busy)
        {
            if (!tables.Contains(busy.TableId))
                continue;
            foreach (var time in open)
                taken += busy.StartsAt < time.EndsAt && busy.EndsAt > time.StartsAt ? 1 : 0;
        }

        return Math.Min(1, (double)taken / (tables.Count * open.Count));
    }

    private static bool IsOpen(
        DayFacts day,
        DateTimeOffset start,
        DateTimeOffset end,
        DateTimeOffset now,
        bool forStaff
    ) =>
        (forStaff || !BookingRules.IsPausedAt(day.Rules, start, now))
        && BookingRules.IsOpen(day.Rules, start, end, now, forStaff);

    /// <summary>
    /// What has nothing to do with tables: how large a party guests may book, and how many may begin at once.
    /// </summary>
    private static bool HasPlace(DayFacts day, DateTimeOffset start, int partySize, bool forStaff) =>
        forStaff
        || (
            !(partySize > day.Rules.LargestPartyOnline) && BookingRules.HasPace(day.Rules, day.Starts, start, partySize)
        );
}
