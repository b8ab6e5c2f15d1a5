namespace TantraSmoke.Core.Entities;

/// <summary>
/// One change of something other than a booking (bookings have their own history): who, when, what before and after.
/// Also sign-ins, sign-outs and what was refused. The database takes new rows only.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>
    /// <see cref="Subject"/> of blocks: their id is the block's, what was and is there is JSON of it.
    /// </summary>
    public const string Claims = "table_claims";

    /// <summary><see cref="Subject"/> of the waitlist's parties.</summary>
    public const string Waitlist = "waitlist_entries";

    /// <summary><see cref="Subject"/> of guests.</summary>
    public const string Guests = "users";

    /// <summary><see cref="Subject"/> of halls, and of tables.</summary>
    public const string Halls = "halls";
    public const string Tables = "tables";

    /// <summary><see cref="Subject"/> of sessions: signing in and out.</summary>
    public const string Sessions = "staff_sessions";

    /// <summary><see cref="Subject"/> of sign-ins that were refused; the id says how it was tried.</summary>
    public const string SignIns = "sign_ins";

    /// <summary>
    /// <see cref="Subject"/> of acts that were refused; the id is the <see cref="Right"/> that was missing.
    /// </summary>
    public const string Rights = "rights";

    public const string Added = "added";
    public const string Changed = "changed";
    public const string Removed = "removed";
    public const string SignedIn = "signed_in";
    public const string SignedOut = "signed_out";
    public const string Refused = "refused";

    private AuditEntry() { }

    public AuditEntry(
        DateTimeOffset at,
        Actor actor,
        string action,
        string subject,
        string subjectId,
        string? before,
        string? after
    )
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

    /// <summary>One of the words above.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Name of the database table, or one of the words above.</summary>
    public string Subject { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    /// <summary>JSON of the changed columns before; null when added.</summary>
    public string? Before { get; private set; }

    /// <summary>JSON of the changed columns after; null when removed.</summary>
    public string? After { get; private set; }
}
