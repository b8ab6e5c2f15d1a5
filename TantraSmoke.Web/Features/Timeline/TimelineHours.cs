using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Timeline;

/// <summary>Local times along the timeline.</summary>
/// <param name="Span">Elapsed minutes from the first to the last hour.</param>
/// <param name="Labels">"21:15", one per quarter of an hour, both ends included.</param>
public sealed record TimelineHours(int Span, IReadOnlyList<string> Labels)
{
    private const int Quarter = 15;

    /// <summary>Every hour with its minute.</summary>
    public IReadOnlyList<(int Minute, string Label)> Hours { get; } =
    [.. Enumerable.Range(0, Span / 60).Select(hour => (hour * 60, Labels[hour * 60 / Quarter]))];

    /// <summary>Each label is converted individually, because a clock change skips or repeats an hour.</summary>
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
