using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Timeline;

/// <summary>What the venue's clock shows along the timeline.</summary>
/// <param name="Span">Minutes from the first hour to the last, in elapsed time.</param>
/// <param name="Labels">"21:15", one for each quarter of an hour, both ends included.</param>
public sealed record TimelineHours(int Span, IReadOnlyList<string> Labels)
{
    private const int Quarter = 15;

    /// <summary>Every hour with its minute.</summary>
    public IReadOnlyList<(int Minute, string Label)> Hours { get; } =
    [.. Enumerable.Range(0, Span / 60).Select(hour => (hour * 60, Labels[hour * 60 / Quarter]))];

    /// <summary>
    /// Each label is asked of the clock: in a night when clocks change, an hour is missing or comes twice.
    /// </summary>
    public static TimelineHours Of(TimelineDay day, DashboardTexts texts)
    {
        var span = BarFace.Minutes(day, day.To);
        return new TimelineHours(
            span,
            [
                .. Enumerable
                    .Range(0, (span / Quarter) + 1)
                    .Select(quarter => texts.Clock(day.Catalog.Clock, day.From.AddMinutes(quarter * Quarter))),
            ]
        );
    }
}
