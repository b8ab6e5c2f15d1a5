using TantraSmoke.Core.Reports;

namespace TantraSmoke.Web.Features.Reports;

/// <summary>Days that share a bar of a chart.</summary>
/// <param name="First">Index of the first day in the range.</param>
public readonly record struct CoversBucket(DateOnly From, int First, int Count)
{
    public DateOnly To => From.AddDays(Count - 1);

    public int Sum(IReadOnlyList<int> byDay) => byDay.Skip(First).Take(Count).Sum();
}

/// <summary>
/// Splits a range into a readable number of bars: days, otherwise weeks from Monday, otherwise months.
/// </summary>
public static class CoversBuckets
{
    private const int MostDays = 45;
    private const int MostWeeks = 60;

    public static IReadOnlyList<CoversBucket> Of(ReportRange range)
    {
        Func<DateOnly, DateOnly> key =
            range.Days <= MostDays ? day => day
            : range.Days <= MostWeeks * 7 ? day => day.AddDays(-(((int)day.DayOfWeek + 6) % 7))
            : day => new DateOnly(day.Year, day.Month, 1);
        return
        [
            .. range
                .All.Select((day, index) => (Day: day, Index: index))
                .GroupBy(one => key(one.Day))
                .Select(group => new CoversBucket(group.First().Day, group.First().Index, group.Count())),
        ];
    }
}
