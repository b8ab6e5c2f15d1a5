namespace TantraSmoke.Core.Entities;

/// <summary>What a guest wrote to the venue, or the venue to a guest. Table <c>talk_messages</c>.</summary>
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

    /// <summary>Version 7, so ids sort by time.</summary>
    public Guid Id { get; private set; }

    public long GuestId { get; private set; }

    /// <summary>The guest's booking that was nearest then.</summary>
    public Guid? BookingId { get; private set; }

    /// <summary>Word for word.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Made once by whoever sends it; the same key again is the same message.</summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Who of the staff wrote it; null for the guest's own.</summary>
    public string? StaffName { get; init; }

    /// <summary>When somebody of the staff has seen what the guest wrote.</summary>
    public DateTimeOffset? ReadAt { get; private set; }
}
