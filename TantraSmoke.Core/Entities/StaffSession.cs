namespace TantraSmoke.Core.Entities;

/// <summary>How somebody signed in.</summary>
public enum SignInWay
{
    /// <summary>The first-run link on the console of a venue without staff.</summary>
    FirstRun,

    /// <summary>A link from the bot or from an admin.</summary>
    Link,
    Google,
    Telegram,
}

/// <summary>A browser in which a staff member is signed in. Its cookie carries the id.</summary>
public sealed class StaffSession
{
    public const int DeviceLimit = 60;

    /// <summary>A session unused for this long ends.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromDays(30);

    private StaffSession() { }

    public StaffSession(int staffId, SignInWay way, string device, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        StaffId = staffId;
        Way = way;
        Device = Plain.Start(device, DeviceLimit);
        CreatedAt = LastSeenAt = now;
    }

    public Guid Id { get; private set; }
    public int StaffId { get; private set; }
    public SignInWay Way { get; private set; }

    /// <summary>Browser and system, for example "Chrome, Windows"; empty if unknown.</summary>
    public string Device { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Accurate to a few minutes.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

/// <summary>A session as shown in lists.</summary>
public sealed record SessionRow(
    Guid Id,
    SignInWay Way,
    string Device,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastSeenAt
);

/// <summary>A signed-in staff member with their current role.</summary>
public sealed record SignedIn(Guid SessionId, Actor.Staff Actor);
