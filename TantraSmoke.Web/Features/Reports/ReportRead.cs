using TantraSmoke.Core.Live;
using TantraSmoke.Core.Reports;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Reports;

/// <summary>A report as a live read while its range includes today or later.</summary>
public sealed record ReportRead(ReportQueries Queries, Actor.Staff Me, ReportRange Range) : LiveRead<Report>
{
    public override async Task<Report> ReadAsync(CancellationToken cancellationToken)
    {
        var read = await Queries.ReadAsync(Me, Range, cancellationToken);
        return read.Value ?? throw new UnauthorizedAccessException($"{Me.DisplayName} may not see reports.");
    }

    public override bool Concerns(VenueChange change) =>
        change.Kind == ChangeKind.Guest
        || (
            change.Kind == ChangeKind.Booking
            && (change.ServiceDay is not { } day || (day >= Range.From && day <= Range.To))
        );
}
