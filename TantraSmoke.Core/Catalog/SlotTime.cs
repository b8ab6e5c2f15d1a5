using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Catalog;

/// <summary>A slot on a service day, UTC.</summary>
public readonly record struct SlotTime(int SlotId, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>The active slots of a service day, by time.</summary>
    /// <param name="special">The special day, if any.</param>
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
    /// That many consecutive slots from this one on, as one time with the first one's id. Null if there are fewer, or
    /// if they exceed the longest claim.
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
    /// The same for a party size: a single slot is shortened to the turn time, several keep their length.
    /// </summary>
    public static SlotTime? For(IReadOnlyList<SlotTime> times, int slotId, int count, TimeSpan? turnTime) =>
        InARow(times, slotId, count) is not { } time ? null
        : count == 1 ? time.Within(turnTime)
        : time;

    /// <summary>Number of consecutive slots from this one on that a booking ending then covers, at least one.</summary>
    public static int CountUntil(IReadOnlyList<SlotTime> times, int slotId, DateTimeOffset endsAt)
    {
        var count = 1;
        while (InARow(times, slotId, count) is { } time && time.EndsAt < endsAt)
            count++;
        return InARow(times, slotId, count)?.EndsAt == endsAt ? count : 1;
    }

    /// <summary>Shortened to the turn time, if that is less.</summary>
    public SlotTime Within(TimeSpan? turnTime) =>
        turnTime < EndsAt - StartsAt ? this with { EndsAt = StartsAt + turnTime.Value } : this;
}
