using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Features.Audit;

/// <summary>Audit lines of one action, for example of forty imported tables.</summary>
/// <param name="Lines">At least one, in the order of the audit.</param>
public sealed record AuditAct(IReadOnlyList<AuditLine> Lines)
{
    private static readonly TimeSpan OneAct = TimeSpan.FromSeconds(2);

    public AuditLine First => Lines[0];

    /// <summary>Groups adjacent lines of the same kind and person that are at most two seconds apart.</summary>
    public static IReadOnlyList<AuditAct> Of(IReadOnlyList<AuditLine> lines)
    {
        var acts = new List<List<AuditLine>>();
        foreach (var line in lines)
        {
            if (acts is [.., var act] && Belong(act[^1], line))
                act.Add(line);
            else
                acts.Add([line]);
        }

        return [.. acts.Select(act => new AuditAct(act))];
    }

    private static bool Belong(AuditLine one, AuditLine other) =>
        one.ActorKind != "guest"
        && (one.ActorKind, one.ActorName, one.Action, one.Subject)
            == (other.ActorKind, other.ActorName, other.Action, other.Subject)
        && (one.Subject != AuditEntry.Rights || one.SubjectId == other.SubjectId)
        && (one.At - other.At).Duration() <= OneAct;
}
