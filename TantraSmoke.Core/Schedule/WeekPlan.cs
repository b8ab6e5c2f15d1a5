using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>Edits the weekly slots: equal hours share one slot with several weekdays. Pure.</summary>
/// <param name="add">Called for each new slot.</param>
public sealed class WeekPlan(IReadOnlyCollection<TimeSlot> slots, Action<TimeSlot> add)
{
    private readonly List<TimeSlot> _slots = [.. slots.Where(s => s.SpecialDayId is null)];

    /// <summary>
    /// Consecutive slots from <paramref name="from"/> on that end by <paramref name="until"/>; equal values mean 24
    /// hours.
    /// </summary>
    /// <param name="every">Time from one start to the next.</param>
    /// <param name="length">Duration of a slot; longer than <paramref name="every"/> makes slots overlap.</param>
    public static IReadOnlyList<SlotHours> Every(TimeOnly from, TimeOnly until, TimeSpan every, TimeSpan length)
    {
        // TimeOnly arithmetic wraps at midnight, so a whole day needs a special case.
        var open = until == from ? TimeSpan.FromDays(1) : until - from;
        var hours = new List<SlotHours>();
        for (
            var start = TimeSpan.Zero;
            every > TimeSpan.Zero && length > TimeSpan.Zero && start + length <= open;
            start += every
        )
            hours.Add(new SlotHours(from.Add(start), from.Add(start + length)));
        return hours;
    }

    /// <summary>Slots of a weekday, by time.</summary>
    public IReadOnlyList<SlotHours> On(DayOfWeek day) =>
        [.. _slots.Where(s => s.IsActive && s.Weekdays.Includes(day)).Select(s => s.Hours).Distinct()];

    /// <summary>Replaces the slots of these days.</summary>
    public void Set(Weekdays days, IReadOnlyCollection<SlotHours> hours)
    {
        foreach (var slot in _slots.Where(s => s.IsActive))
            slot.HappenOn(slot.Weekdays & ~days);
        foreach (var one in hours.Distinct())
            Add(one, days);
    }

    /// <summary>Adds a slot to these days.</summary>
    public void Add(SlotHours hours, Weekdays days)
    {
        if (
            _slots.Where(s => s.Hours == hours).OrderByDescending(s => s.IsActive).ThenBy(s => s.Id).FirstOrDefault() is
            { } known
        )
        {
            known.HappenOn(known.IsActive ? known.Weekdays | days : days);
            return;
        }

        var slot = new TimeSlot(hours.Start, hours.End, days);
        _slots.Add(slot);
        add(slot);
    }
}
