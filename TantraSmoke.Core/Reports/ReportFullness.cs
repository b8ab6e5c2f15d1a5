namespace TantraSmoke.Core.Reports;

/// <summary>Occupancy summary of the hours with guests.</summary>
/// <param name="Hours">From the first to the last hour with guests; all hours if there were none.</param>
/// <param name="Average">
/// Occupied share of the table time in those hours, 0 to 1; null if none of them has passed.
/// </param>
/// <param name="Busiest">The busiest hour of the week; null without guests.</param>
public sealed record ReportFullness(IReadOnlyList<int> Hours, double? Average, ReportHour? Busiest)
{
    /// <param name="occupancy">From a report, in its order.</param>
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
