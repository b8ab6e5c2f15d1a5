namespace TantraSmoke.Core.Reports;

/// <summary>How full the room was in the hours in which anybody came.</summary>
/// <param name="Hours">From the first hour at which anybody ever sat to the last; all hours when nobody did.</param>
/// <param name="Average">Share of the table time of those hours, 0 to 1; null when none of them has been yet.</param>
/// <param name="Busiest">The fullest hour of the week; null when nobody sat.</param>
public sealed record ReportFullness(IReadOnlyList<int> Hours, double? Average, ReportHour? Busiest)
{
    /// <param name="occupancy">A report's, in its order.</param>
    public static ReportFullness Of(IReadOnlyList<ReportHour> occupancy)
    {
        var inOrder = occupancy.Select(cell => cell.Hour).Distinct().ToList();
        var used = occupancy
            .Where(cell => cell.Share > 0)
            .Select(cell => inOrder.IndexOf(cell.Hour))
            .Distinct()
            .ToList();
        var hours = used.Count == 0 ? inOrder : inOrder[used.Min()..(used.Max() + 1)];
        return new ReportFullness(
            hours,
            occupancy.Where(cell => hours.Contains(cell.Hour)).Average(cell => cell.Share),
            occupancy.Where(cell => cell.Share > 0).MaxBy(cell => cell.Share)
        );
    }
}
