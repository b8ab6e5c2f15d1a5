using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Staff;

/// <summary>All staff members.</summary>
/// <param name="LastSeen">By <see cref="StaffMember.Id"/>, for those who ever signed in; only if requested.</param>
public sealed record StaffList(
    IReadOnlyList<StaffMember> Members,
    IReadOnlyDictionary<int, DateTimeOffset> LastSeen,
    Refusal? Refusal = null
)
{
    public StaffMember? Find(int id) => Members.FirstOrDefault(member => member.Id == id);
}

/// <summary>
/// The staff as a live read; without <paramref name="Sessions"/> it does not read when they were last seen.
/// </summary>
public sealed record StaffListRead(StaffChanges Staff, Actor.Staff Me, StaffSessions? Sessions = null)
    : LiveRead<StaffList>
{
    public override async Task<StaffList> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await Staff.ListAsync(Me, cancellationToken);
        var seen = Sessions is null ? null : (await Sessions.LastSeenAsync(Me, cancellationToken)).Value;
        return new StaffList(outcome.Value ?? [], seen ?? [], outcome.Error);
    }

    public override bool Concerns(VenueChange change) => change.Kind == ChangeKind.Staff;
}

/// <summary>A person's sessions.</summary>
public sealed record SessionList(IReadOnlyList<SessionRow> Rows);

/// <summary>A person's sessions as a live read.</summary>
public sealed record SessionListRead(StaffSessions Sessions, Actor.Staff Me, int StaffId) : LiveRead<SessionList>
{
    public override async Task<SessionList> ReadAsync(CancellationToken cancellationToken) =>
        new((await Sessions.ListAsync(Me, StaffId, cancellationToken)).Value ?? []);

    public override bool Concerns(VenueChange change) => change.Kind == ChangeKind.Staff;
}
