using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Catalog;

/// <summary>When a slot happens in one service day, UTC.</summary>
public readonly record struct SlotTime(int SlotId, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>Those of the active slots that happen that day, in the order of time.</summary>
    /// <param name="special">What changes the day's hours, if anything does.</param>
    public static IReadOnlyList<SlotTime> Of(
        DateOnly serviceDay,
        VenueClock clock,
        IEnumerable<TimeSlot> slots,
        SpecialDay? special = null
    ) =>
        [
            .. slots
                .Where(s => s.Happens(serviceDay, special))
                .Select(s =>
                    clock.Occurrence(serviceDay, s.Start, s.End) is var (start, end)
                        ? new SlotTime(s.Id, start, end)
                        : (SlotTime?)null
                )
                .OfType<SlotTime>()
                .OrderBy(t => t.StartsAt)
                .ThenBy(t => t.EndsAt),
        ];

    /// <summary>
    /// That many slots one after the other, beginning with this one, as one time under the first one's id. Null when
    /// the day has not so many, or they would last longer than a table can be claimed.
    /// </summary>
    public static SlotTime? InARow(IReadOnlyList<SlotTime> times, int slotId, int count)
    {
        if (
            count < 1
            || times.Where(t => t.SlotId == slotId).Select(t => (SlotTime?)t).FirstOrDefault() is not { } first
        )
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

    /// <summary>
    /// The same for a party: one slot ends when they are expected to leave, if that is sooner; several last as long as
    /// they do.
    /// </summary>
    public static SlotTime? For(IReadOnlyList<SlotTime> times, int slotId, int count, TimeSpan? turnTime) =>
        InARow(times, slotId, count) is not { } time ? null
        : count == 1 ? time.Within(turnTime)
        : time;

    /// <summary>
    /// How many slots in a row, from this one on, a booking that ends then takes; one where it ends within the first.
    /// </summary>
    public static int CountUntil(IReadOnlyList<SlotTime> times, int slotId, DateTimeOffset endsAt)
    {
        var count = 1;
        while (InARow(times, slotId, count) is { } time && time.EndsAt < endsAt)
            count++;
        return InARow(times, slotId, count)?.EndsAt == endsAt ? count : 1;
    }

    /// <summary>Ends after the turn time where that is sooner.</summary>
    public SlotTime Within(TimeSpan? turnTime) =>
        turnTime < EndsAt - StartsAt ? this with { EndsAt = StartsAt + turnTime.Value } : this;
}
