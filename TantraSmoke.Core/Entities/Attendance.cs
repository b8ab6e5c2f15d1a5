namespace TantraSmoke.Core.Entities;

/// <summary>
/// Heartbeat shared by all replicas, in one row: the leader periodically records that it runs and reaches the database.
/// A gap means that all replicas were down or that the clock was set forward; either way nobody could act during it.
/// </summary>
public sealed class Attendance
{
    /// <summary>How often the row is written.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    /// <summary>A gap of at least this length counts as an outage.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(2);

    private Attendance() { }

    public Attendance(DateTimeOffset now) => SeenAt = now;

    public int Id { get; private set; } = 1;

    /// <summary>UTC, like the other instants here.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Start of the last outage; null before the first.</summary>
    public DateTimeOffset? AwayFrom { get; private set; }

    /// <summary>End of the last outage.</summary>
    public DateTimeOffset? BackAt { get; private set; }

    /// <summary>Whether the heartbeat is due at that instant.</summary>
    public bool IsOld(DateTimeOffset now) => (now - SeenAt).Duration() >= Beat;

    /// <summary>Records a heartbeat; returns true if it ends an outage.</summary>
    public bool See(DateTimeOffset now)
    {
        var wasAway = now - SeenAt >= Gap;
        if (wasAway)
            (AwayFrom, BackAt) = (SeenAt, now);
        // The clock was set back, so the recorded outage is not reliable.
        else if (BackAt > now)
            (AwayFrom, BackAt) = (null, null);
        // Replicas' clocks differ slightly: the latest wins.
        if (now > SeenAt || SeenAt - now >= Gap)
            SeenAt = now;
        return wasAway;
    }

    /// <summary>Whether that instant lies in the last outage.</summary>
    public bool Missed(DateTimeOffset at) => at >= AwayFrom && at < BackAt;

    /// <summary>
    /// Start of a grace period due at <paramref name="due"/>; the end of the outage if that cut into the period.
    /// </summary>
    public DateTimeOffset GraceFrom(DateTimeOffset due, TimeSpan grace) =>
        due < BackAt && due + grace > AwayFrom ? BackAt.Value : due;
}
