using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Availability;

/// <summary>A party's start (UTC).</summary>
public readonly record struct PartyStart(DateTimeOffset At, int Guests);

/// <summary>Everything a day's availability depends on, loaded at once.</summary>
/// <param name="Busy">Claims that count: without expired ones and the asker's own hold.</param>
public sealed record DayFacts(
    DateOnly ServiceDay,
    VenueClock Clock,
    IReadOnlyList<TableOption> Options,
    IReadOnlyList<TimeSlot> Slots,
    IReadOnlyList<BusyTime> Busy,
    VenueSettings Rules
)
{
    /// <summary>The special day, if the day's hours differ from the weekday's.</summary>
    public SpecialDay? Special { get; init; }

    /// <summary>Starts of that day, if the pacing limit is on, without the asker's own hold.</summary>
    public IReadOnlyList<PartyStart> Starts { get; init; } = [];

    /// <summary>The day's slots; set by callers that evaluate many days.</summary>
    public IReadOnlyList<SlotTime> Times
    {
        get => field ??= SlotTime.Of(ServiceDay, Clock, Slots, Special);
        init;
    }
}

/// <summary>Whether a slot can be booked.</summary>
public enum OfferState
{
    Free,
    Full,

    /// <summary>Past, within the lead time, or online booking is not possible at all.</summary>
    Closed,
}

/// <summary>
/// A slot of a day for a party, UTC; <paramref name="Options"/> are best fit first and empty unless it is free.
/// </summary>
public sealed record SlotOffer(
    int SlotId,
    DateOnly ServiceDay,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    OfferState State,
    IReadOnlyList<TableOption> Options
);

/// <summary>
/// Computes what can be offered, as a pure function of the facts and <c>now</c>. For display only; the claim decides.
/// </summary>
public static class SlotOffers
{
    /// <summary>All slots of the day in order, including past and full ones, with their state.</summary>
    /// <param name="forStaff">
    /// Staff may also book tables that are not online, without lead time, until the slot ends.
    /// </param>
    /// <param name="slots">Number of consecutive slots wanted; a slot with fewer after it is closed.</param>
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

    /// <summary>State of every table at one of the day's slots; null if there is no such slot.</summary>
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

    /// <summary>How full the day is, by the rules of <see cref="Of"/> but without ranking tables.</summary>
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

    // Iterates over claims rather than tables: usually there are fewer.
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

    /// <summary>The rules that do not concern tables: largest online party and pacing limit.</summary>
    private static bool HasPlace(DayFacts day, DateTimeOffset start, int partySize, bool forStaff) =>
        forStaff
        || (
            !(partySize > day.Rules.LargestPartyOnline) && BookingRules.HasPace(day.Rules, day.Starts, start, partySize)
        );
}
