namespace TantraSmoke.Core.Entities;

/// <summary>
/// An audit entry: a change of anything but a booking (bookings have <see cref="BookingHistory"/>), a sign-in, a
/// sign-out or a refused attempt. The table is append-only.
/// </summary>
public sealed class AuditEntry
{
    /// <summary><see cref="Subject"/> of table blocks; the id is the block's, the values are JSON.</summary>
    public const string Claims = "table_claims";

    /// <summary><see cref="Subject"/> of waitlist entries.</summary>
    public const string Waitlist = "waitlist_entries";

    /// <summary><see cref="Subject"/> of guests.</summary>
    public const string Guests = "users";

    /// <summary><see cref="Subject"/> of halls and tables.</summary>
    public const string Halls = "halls";
    public const string Tables = "tables";

    /// <summary><see cref="Subject"/> of sessions: sign-in and sign-out.</summary>
    public const string Sessions = "staff_sessions";

    /// <summary><see cref="Subject"/> of refused sign-ins; the id is the sign-in method.</summary>
    public const string SignIns = "sign_ins";

    /// <summary><see cref="Subject"/> of refused actions; the id is the missing <see cref="Right"/>.</summary>
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

    /// <summary>One of the action constants above.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Name of the database table, or one of the subject constants above.</summary>
    public string Subject { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    /// <summary>JSON of the changed columns before the change; null for an insert.</summary>
    public string? Before { get; private set; }

    /// <summary>JSON of the changed columns after the change; null for a delete.</summary>
    public string? After { get; private set; }
}
