namespace TantraSmoke.Core.Talk;

/// <summary>Delivery state of a message to the guest.</summary>
public enum TalkDelivery
{
    /// <summary>The guest's own message.</summary>
    Received,

    /// <summary>Not sent yet.</summary>
    Waiting,

    /// <summary>Accepted by Telegram.</summary>
    Delivered,

    /// <summary>The guest blocked the bot or deleted the account.</summary>
    Blocked,

    /// <summary>Given up for another reason.</summary>
    Failed,
}

/// <summary>A message for display.</summary>
/// <param name="StaffName">Null for the guest's own.</param>
public sealed record TalkLine(
    Guid Id,
    string Text,
    DateTimeOffset At,
    string? StaffName,
    TalkDelivery Delivery,
    string? BookingCode
);

/// <summary>The messages between guest and venue, oldest first.</summary>
/// <param name="CanAnswer">Whether the guest can be reached in Telegram.</param>
public sealed record TalkThread(IReadOnlyList<TalkLine> Lines, int Unread, bool CanAnswer)
{
    public bool Equals(TalkThread? other) =>
        other is not null && Unread == other.Unread && CanAnswer == other.CanAnswer && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => HashCode.Combine(Lines.Count, Unread, CanAnswer);
}

/// <summary>Number of messages newly marked as read.</summary>
public sealed record SeenMessages(int Count);

/// <summary>The data for composing a message in a chat.</summary>
/// <param name="Staff">Author of the answer; null for the guest's own.</param>
/// <param name="ReplyTo">The message in the receiving chat to reply to.</param>
public sealed record TalkToSend(
    string Text,
    string GuestName,
    string? Username,
    Guid? BookingId,
    string? Staff,
    int? ReplyTo
);
