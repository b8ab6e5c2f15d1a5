namespace TantraSmoke.Core.Reports;

/// <summary>A range of service days, inclusive.</summary>
public sealed record ReportRange
{
    /// <summary>Longest range of a report in days.</summary>
    public const int MostDays = 366 * 3;

    public ReportRange(DateOnly from, DateOnly to)
    {
        From = from;
        To =
            to < from ? from
            : to.DayNumber - from.DayNumber >= MostDays ? from.AddDays(MostDays - 1)
            : to;
    }

    public DateOnly From { get; }
    public DateOnly To { get; }
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The range of the same length before it, for comparison.</summary>
    public ReportRange Before => new(From.AddDays(-Days), From.AddDays(-1));

    public IEnumerable<DateOnly> All => Enumerable.Range(0, Days).Select(From.AddDays);
}
