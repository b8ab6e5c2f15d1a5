namespace TantraSmoke.Core.Entities;

/// <summary>What happened to a booking.</summary>
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

    /// <summary>Its end came nearer or went further.</summary>
    Resized,

    /// <summary>Some of the party are here and wait for the rest.</summary>
    Arrived,

    /// <summary>Who comes, how many, or what was said about it.</summary>
    Edited,

    /// <summary>The party said that it comes later.</summary>
    RunsLate,

    /// <summary>The guest said what they thought of it.</summary>
    Rated,

    /// <summary>The venue said yes to a party that needs it.</summary>
    Approved,

    /// <summary>The service day was over while they still sat: closed by the clock.</summary>
    DayEnded,

    /// <summary>Staff have looked at what the clock could not decide.</summary>
    LookedAt,

    /// <summary>A no-show who came after all.</summary>
    Came,

    /// <summary>A cancellation was taken back.</summary>
    Restored,

    /// <summary>The venue said no, or, by the system, nobody answered in time.</summary>
    Declined,

    /// <summary>The venue's time zone is another; the time of day is the same.</summary>
    ZoneChanged,
}

/// <summary>One line of a booking's history, written in the transaction of the change itself.</summary>
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
    /// JSON of the <see cref="BookingState"/> before the change, what an undo restores and what tells how things stood
    /// then; null for the first line.
    /// </summary>
    public string? Before { get; private set; }

    public string? Reason { get; private set; }
}
