namespace TantraSmoke.Core.Entities;

/// <summary>A kind of change of a booking.</summary>
public enum BookingAction
{
    Created,
    Confirmed,
    Seated,
    Completed,
    Canceled,
    NoShow,
    Moved,
    Undone,

    /// <summary>The end was moved.</summary>
    Resized,

    /// <summary>Part of the party is here and waits for the rest.</summary>
    Arrived,

    /// <summary>Guest, party size or details were changed.</summary>
    Edited,

    /// <summary>The party announced a delay.</summary>
    RunsLate,

    /// <summary>The guest rated the visit.</summary>
    Rated,

    /// <summary>The venue approved the request.</summary>
    Approved,

    /// <summary>The clock closed the booking of a seated party at the end of the service day.</summary>
    DayEnded,

    /// <summary>Staff dismissed the question that the clock could not decide.</summary>
    LookedAt,

    /// <summary>A no-show came after all.</summary>
    Came,

    /// <summary>A cancellation was reverted.</summary>
    Restored,

    /// <summary>The venue declined the request, or it expired (actor: system).</summary>
    Declined,

    /// <summary>The venue's time zone changed; the local time of day is the same.</summary>
    ZoneChanged,
}

/// <summary>One entry of a booking's history, written in the transaction of the change.</summary>
public sealed class BookingHistory
{
    private BookingHistory() { }

    public BookingHistory(
        Guid bookingId,
        BookingAction action,
        Actor actor,
        DateTimeOffset at,
        int version,
        string? before,
        string? reason
    )
    {
        BookingId = bookingId;
        Action = action;
        ActorKind = actor.Kind;
        ActorId = actor.Id;
        ActorName = actor.DisplayName;
        At = at;
        Version = version;
        Before = before;
        Reason = reason;
    }

    public long Id { get; private set; }
    public Guid BookingId { get; private set; }
    public BookingAction Action { get; private set; }
    public string ActorKind { get; private set; } = "";
    public long? ActorId { get; private set; }
    public string ActorName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The booking's version after this change.</summary>
    public int Version { get; private set; }

    /// <summary>
    /// JSON of the <see cref="BookingState"/> before the change, used for undo and to show what changed; null for the
    /// first entry.
    /// </summary>
    public string? Before { get; private set; }

    public string? Reason { get; private set; }
}
