namespace TantraSmoke.Core.Staff;

/// <summary>Somebody who works here and may sign in to the dashboard.</summary>
public sealed class StaffMember
{
    private StaffMember()
    {
    }

    public StaffMember(string name, StaffRole role, long? telegramId, string? email, DateTimeOffset now)
    {
        Name = name;
        Role = role;
        TelegramId = telegramId;
        Email = email;
        CreatedAt = now;
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public StaffRole Role { get; private set; }
    public string? Email { get; private set; }

    /// <summary>Telegram user id; <c>/admin</c> in the bot gives this person a sign-in link.</summary>
    public long? TelegramId { get; private set; }

    public bool IsActive { get; private set; } = true;
    public DateTimeOffset CreatedAt { get; private set; }
}

/// <summary>A sign-in link: single use, short-lived, kept only as a hash.</summary>
public sealed class SignInLink
{
    private SignInLink()
    {
    }

    public SignInLink(string tokenHash, int? staffId, DateTimeOffset expiresAt)
    {
        TokenHash = tokenHash;
        StaffId = staffId;
        ExpiresAt = expiresAt;
    }

    public int Id { get; private set; }

    /// <summary>SHA-256 of the token, hex.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>Whom it signs in; null is the first-run link that creates the first admin.</summary>
    public int? StaffId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
}

/// <summary>One change of something other than a booking (bookings have their own history): who, when, what before and after.</summary>
public sealed class AuditEntry
{
    /// <summary><see cref="Subject"/> of blocks: their id is the block's, what was and is there is JSON of it.</summary>
    public const string Claims = "table_claims";

    /// <summary><see cref="Subject"/> of the waitlist's parties.</summary>
    public const string Waitlist = "waitlist_entries";

    private AuditEntry()
    {
    }

    public AuditEntry(DateTimeOffset at, Actor actor, string action, string subject, string subjectId, string? before, string? after)
    {
        At = at;
        ActorKind = actor.Kind;
        ActorId = actor.Id;
        ActorName = actor.DisplayName;
        Action = action;
        Subject = subject;
        SubjectId = subjectId;
        Before = before;
        After = after;
    }

    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string ActorKind { get; private set; } = "";
    public long? ActorId { get; private set; }
    public string ActorName { get; private set; } = "";

    /// <summary>"added", "changed" or "removed".</summary>
    public string Action { get; private set; } = "";

    /// <summary>Name of the database table.</summary>
    public string Subject { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    /// <summary>JSON of the changed columns before; null when added.</summary>
    public string? Before { get; private set; }

    /// <summary>JSON of the changed columns after; null when removed.</summary>
    public string? After { get; private set; }
}
