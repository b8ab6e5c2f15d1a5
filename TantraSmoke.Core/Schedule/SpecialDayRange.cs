using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>Consecutive special days that are alike; shown, changed and removed together.</summary>
/// <param name="Days">By date, at least one.</param>
public sealed record SpecialDayRange(IReadOnlyList<SpecialDay> Days)
{
    public const int MostDays = 60;

    public SpecialDay First => Days[0];
    public DateOnly From => First.Day;
    public DateOnly Until => Days[^1].Day;

    /// <summary>By first day.</summary>
    public static IReadOnlyList<SpecialDayRange> Of(
        IEnumerable<SpecialDay> days,
        IReadOnlyList<TimeSlot> slots,
        VenueClock clock
    )
    {
        var ranges = new List<SpecialDayRange>();
        foreach (var alike in days.GroupBy(day => Likeness(day, slots, clock)))
        {
            var row = new List<SpecialDay>();
            foreach (var day in alike.OrderBy(day => day.Day))
            {
                if (row.Count > 0 && day.Day != row[^1].Day.AddDays(1))
                {
                    ranges.Add(new SpecialDayRange(row));
                    row = [];
                }

                row.Add(day);
            }

            ranges.Add(new SpecialDayRange(row));
        }

        return [.. ranges.OrderBy(range => range.From).ThenBy(range => range.First.Id)];
    }

    private static (SpecialDayKind, LocalText, int?, TimeOnly?, TimeOnly?, string) Likeness(
        SpecialDay day,
        IReadOnlyList<TimeSlot> slots,
        VenueClock clock
    )
    {
        var hours = slots
            .Where(slot => slot.SpecialDayId == day.Id)
            .Select(slot => $"{slot.Hours}")
            .Order(StringComparer.Ordinal);
        return (day.Kind, day.Name, day.HallId, Local(day.StartsAt), Local(day.EndsAt), string.Join(' ', hours));

        TimeOnly? Local(DateTimeOffset? instant) => instant is { } at ? TimeOnly.FromDateTime(clock.ToLocal(at)) : null;
    }
}
