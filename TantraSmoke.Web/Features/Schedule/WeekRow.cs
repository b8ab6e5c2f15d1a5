using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Features.Schedule;

/// <summary>Adjacent weekdays with the same slots.</summary>
/// <param name="Slots">In the order of the service day, which continues after midnight.</param>
public sealed record WeekRow(IReadOnlyList<DayOfWeek> Days, IReadOnlyList<SlotHours> Slots)
{
    public Weekdays Set => Days.Aggregate(Weekdays.None, (set, day) => set | WeekdaysOf.Of(day));

    /// <summary>All days from Monday, each in one row.</summary>
    public static IReadOnlyList<WeekRow> Of(IEnumerable<TimeSlot> slots, VenueClock clock)
    {
        var weekly = slots.Where(slot => slot.IsActive && slot.SpecialDayId is null).ToList();
        var rows = new List<WeekRow>();
        foreach (var day in WeekdaysOf.Week)
        {
            List<SlotHours> hours =
            [
                .. weekly
                    .Where(slot => slot.Weekdays.Includes(day))
                    .Select(slot => slot.Hours)
                    .Distinct()
                    .OrderBy(one => HoursBand.Start(one.Start, clock))
                    .ThenBy(one => HoursBand.End(one.End, clock)),
            ];
            if (rows is [.., var last] && last.Slots.SequenceEqual(hours))
                rows[^1] = last with { Days = [.. last.Days, day] };
            else
                rows.Add(new WeekRow([day], hours));
        }

        return rows;
    }
}
