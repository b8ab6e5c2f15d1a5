namespace TantraSmoke.Core.Entities;

/// <summary>
/// When somebody could act here, one row for all replicas: each notes now and then that it runs and reaches the
/// database. A gap is an outage of all of them, or a clock that was put forward: either way nobody could have acted in
/// it.
/// </summary>
public sealed class Attendance
{
    /// <summary>The row is written this often.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    /// <summary>A silence that long was an outage.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(2);

    private Attendance() { }

    public Attendance(DateTimeOffset now) => SeenAt = now;

    public int Id { get; private set; } = 1;

    /// <summary>UTC, like the others.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When the last outage began; null before the first.</summary>
    public DateTimeOffset? AwayFrom { get; private set; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? BackAt { get; private set; }

    /// <summary>Whether there is anything to write down at that instant.</summary>
    public bool IsOld(DateTimeOffset now) => (now - SeenAt).Duration() >= Beat;

    /// <summary>Notes that somebody can act; true when nobody could since the last time.</summary>
    public bool See(DateTimeOffset now)
    {
        var wasAway = now - SeenAt >= Gap;
        if (wasAway)
            (AwayFrom, BackAt) = (SeenAt, now);
        // The clock was put back: what it said of an outage is not to be believed.
        else if (BackAt > now)
            (AwayFrom, BackAt) = (null, null);
        // Replicas' clocks differ a little: the latest counts.
        if (now > SeenAt || SeenAt - now >= Gap)
            SeenAt = now;
        return wasAway;
    }

    /// <summary>Whether that instant lay in the last outage.</summary>
    public bool Missed(DateTimeOffset at) => at >= AwayFrom && at < BackAt;

    /// <summary>
    /// From when a grace counts that would have begun at <paramref name="due"/>: from the outage's end where that cut
    /// into it.
    /// </summary>
    public DateTimeOffset GraceFrom(DateTimeOffset due, TimeSpan grace) =>
        due < BackAt && due + grace > AwayFrom ? BackAt.Value : due;
}
