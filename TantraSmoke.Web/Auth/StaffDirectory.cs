using System.Collections.Concurrent;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>Who may be signed in, as of a few seconds ago: every request asks, the database is asked rarely.</summary>
public sealed class StaffDirectory(StaffService staff, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<int, (long At, StaffMember? Member)> _known = new();

    /// <summary>The active staff member with this id, or null.</summary>
    public async Task<StaffMember?> FindAsync(int staffId, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(staffId, out var known) && time.GetElapsedTime(known.At) < Fresh)
            return known.Member;
        var member = await staff.FindAsync(staffId, cancellationToken);
        _known[staffId] = (time.GetTimestamp(), member);
        return member;
    }
}
