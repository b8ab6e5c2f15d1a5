using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Staff;

/// <summary>Everybody on the staff, as of one moment.</summary>
/// <param name="LastSeen">By <see cref="StaffMember.Id"/>, of those who were ever signed in, where it was asked
/// for.</param>
public sealed record StaffList(
    IReadOnlyList<StaffMember> Members,
    IReadOnlyDictionary<int, DateTimeOffset> LastSeen,
    Refusal? Refusal = null
)
{
    public StaffMember? Find(int id) => Members.FirstOrDefault(member => member.Id == id);
}

/// <summary>The staff, live; without <paramref name="Sessions"/> nobody asks when they were last seen.</summary>
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

/// <summary>Where somebody is signed in, as of one moment.</summary>
public sealed record SessionList(IReadOnlyList<SessionRow> Rows);

/// <summary>Somebody's sessions, live.</summary>
public sealed record SessionListRead(StaffSessions Sessions, Actor.Staff Me, int StaffId) : LiveRead<SessionList>
{
    public override async Task<SessionList> ReadAsync(CancellationToken cancellationToken) =>
        new((await Sessions.ListAsync(Me, StaffId, cancellationToken)).Value ?? []);

    public override bool Concerns(VenueChange change) => change.Kind == ChangeKind.Staff;
}
