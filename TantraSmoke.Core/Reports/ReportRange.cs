namespace TantraSmoke.Core.Reports;

/// <summary>Service days, both included.</summary>
public sealed record ReportRange
{
    /// <summary>Longest range that is read at once.</summary>
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

    /// <summary>As many days right before, to compare with.</summary>
    public ReportRange Before => new(From.AddDays(-Days), From.AddDays(-1));

    public IEnumerable<DateOnly> All => Enumerable.Range(0, Days).Select(From.AddDays);
}
