namespace TantraSmoke.Core.Entities;

/// <summary>A message between a guest and the venue. Table <c>talk_messages</c>.</summary>
public sealed class TalkMessage
{
    public const int TextLimit = 5000;
    public const int KeyLimit = 60;

    private TalkMessage() { }

    public TalkMessage(long guestId, Guid? bookingId, string text, string key, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (GuestId, BookingId, Text, Key, At) = (guestId, bookingId, text, key, now);
    }

    /// <summary>UUID version 7: ids sort by time.</summary>
    public Guid Id { get; private set; }

    public long GuestId { get; private set; }

    /// <summary>The guest's nearest booking at that time.</summary>
    public Guid? BookingId { get; private set; }

    /// <summary>Verbatim text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Idempotency key from the sender.</summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>The staff member who wrote it; null for the guest's own.</summary>
    public string? StaffName { get; init; }

    /// <summary>When staff read the guest's message.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When the message of staff reached the guest; null if it did not, or not yet.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Why delivery was given up; null if it was not.</summary>
    public TalkFailure? Failure { get; private set; }

    public void Deliver(DateTimeOffset now) => DeliveredAt = now;

    public void GiveUp(TalkFailure failure) => Failure = failure;
}

/// <summary>Why a message did not reach the guest.</summary>
public enum TalkFailure
{
    Other,

    /// <summary>The guest has blocked the bot.</summary>
    Blocked,
}
