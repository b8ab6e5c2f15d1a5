namespace TantraSmoke.Core.Waitlist;

/// <summary>Where a waiting party stands.</summary>
public enum WaitlistStatus
{
    Waiting,

    /// <summary>A table is kept for them until <see cref="WaitlistEntry.OfferedUntil"/>.</summary>
    Offered,
    Seated,

    /// <summary>They gave up, or were taken off the list.</summary>
    Left,
}

/// <summary>A party that waits for a table.</summary>
public sealed class WaitlistEntry
{
    public const int CommentLimit = 300;

    private WaitlistEntry()
    {
    }

    /// <summary>Version 7, so ids sort by the order in which parties came.</summary>
    public Guid Id { get; private set; }
    public DateOnly ServiceDay { get; private set; }

    /// <summary>Null for a party that is no known guest.</summary>
    public long? GuestId { get; private set; }

    public string Name { get; private set; } = "";
    public string? Phone { get; private set; }
    public int PartySize { get; private set; }

    /// <summary>The wait they were told, in minutes.</summary>
    public int QuotedMinutes { get; private set; }

    public string? Comment { get; private set; }
    public WaitlistStatus Status { get; private set; } = WaitlistStatus.Waiting;
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>The tables kept for them while an offer is out; the claims say what is taken.</summary>
    public List<int> OfferedTableIds { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    /// <summary>What they were seated as.</summary>
    public Guid? BookingId { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Made once per form; the same key again is the same entry.</summary>
    public Guid IdempotencyKey { get; private set; }

    /// <summary>Concurrency token, grows by one with every change.</summary>
    public int Version { get; private set; } = 1;
}
