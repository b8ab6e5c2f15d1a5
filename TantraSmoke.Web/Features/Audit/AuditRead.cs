using TantraSmoke.Core.Live;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Audit;

/// <summary>A page of the audit; empty without the right to see it.</summary>
public sealed record AuditShown(IReadOnlyList<AuditLine> Lines, AuditPlace? Next)
{
    public bool Equals(AuditShown? other) =>
        other is not null && Next == other.Next && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => Lines.Count;
}

/// <summary>A page of the audit as a live read.</summary>
public sealed record AuditRead(AuditQueries Audit, Actor.Staff Me, AuditSearch Search, AuditPlace Place)
    : LiveRead<AuditShown>
{
    public const int Size = 50;

    public override async Task<AuditShown> ReadAsync(CancellationToken cancellationToken)
    {
        var page = await Audit.PageAsync(Me, Search, Place, Size, cancellationToken);
        return new AuditShown(page.Value?.Lines ?? [], page.Value?.Next);
    }

    // Holds are not audited.
    public override bool Concerns(VenueChange change) => change.Kind != ChangeKind.Claim || change.Id.Length > 0;
}
