namespace TantraSmoke.Core.Entities;

/// <summary>How somebody proved who they are.</summary>
public enum SignInWay
{
    /// <summary>The link on the console of a venue without staff.</summary>
    FirstRun,

    /// <summary>A link from the bot or from an admin.</summary>
    Link,
    Google,
    Telegram,
}

/// <summary>One browser in which somebody of the staff is signed in. The browser's cookie carries the id.</summary>
public sealed class StaffSession
{
    public const int DeviceLimit = 60;

    /// <summary>Nobody stays signed in who has not been seen for so long.</summary>
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

    /// <summary>Browser and system in a few words, "Chrome, Windows"; empty when unknown.</summary>
    public string Device { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>To within a few minutes.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

/// <summary>A session as lists show it.</summary>
public sealed record SessionRow(
    Guid Id,
    SignInWay Way,
    string Device,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastSeenAt
);

/// <summary>Somebody of the staff who is signed in, with the role they have now.</summary>
public sealed record SignedIn(Guid SessionId, Actor.Staff Actor);
