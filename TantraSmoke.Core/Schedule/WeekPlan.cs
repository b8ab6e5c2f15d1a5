using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>The week's slots being changed: what happens on which days, one row for equal hours. Pure.</summary>
/// <param name="add">Gets each slot there was none for.</param>
public sealed class WeekPlan(IReadOnlyCollection<TimeSlot> slots, Action<TimeSlot> add)
{
    private readonly List<TimeSlot> _slots = [.. slots.Where(s => s.SpecialDayId is null)];

    /// <summary>
    /// Times one after the other from <paramref name="from"/> on that are over by <paramref name="until"/>; equal ones
    /// are 24 hours apart.
    /// </summary>
    /// <param name="every">From one start to the next.</param>
    /// <param name="length">How long each lasts: more than <paramref name="every"/> makes them overlap.</param>
    public static IReadOnlyList<SlotHours> Every(TimeOnly from, TimeOnly until, TimeSpan every, TimeSpan length)
    {
        // Clock arithmetic goes past midnight by itself; a whole day alone is nothing to it.
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

    /// <summary>What happens on a weekday, by time.</summary>
    public IReadOnlyList<SlotHours> On(DayOfWeek day) =>
        [.. _slots.Where(s => s.IsActive && s.Weekdays.Includes(day)).Select(s => s.Hours).Distinct()];

    /// <summary>On these days exactly this happens.</summary>
    public void Set(Weekdays days, IReadOnlyCollection<SlotHours> hours)
    {
        foreach (var slot in _slots.Where(s => s.IsActive))
            slot.HappenOn(slot.Weekdays & ~days);
        foreach (var one in hours.Distinct())
            Add(one, days);
    }

    /// <summary>On these days this happens too.</summary>
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
