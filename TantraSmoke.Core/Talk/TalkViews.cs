namespace TantraSmoke.Core.Talk;

/// <summary>How far a message to the guest has come.</summary>
public enum TalkDelivery
{
    /// <summary>The guest's own: it is here.</summary>
    Received,

    /// <summary>On its way.</summary>
    Waiting,

    /// <summary>Telegram has taken it.</summary>
    Delivered,

    /// <summary>The guest has blocked the bot, or the account is gone.</summary>
    Blocked,

    /// <summary>Given up for another reason.</summary>
    Failed,
}

/// <summary>A message as it is shown.</summary>
/// <param name="StaffName">Null for the guest's own.</param>
public sealed record TalkLine(
    Guid Id,
    string Text,
    DateTimeOffset At,
    string? StaffName,
    TalkDelivery Delivery,
    string? BookingCode
);

/// <summary>What guest and venue have written to each other, oldest first.</summary>
/// <param name="CanAnswer">The guest can be reached in Telegram.</param>
public sealed record TalkThread(IReadOnlyList<TalkLine> Lines, int Unread, bool CanAnswer)
{
    public bool Equals(TalkThread? other) =>
        other is not null && Unread == other.Unread && CanAnswer == other.CanAnswer && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => HashCode.Combine(Lines.Count, Unread, CanAnswer);
}

/// <summary>How many of a guest's messages somebody has just seen for the first time.</summary>
public sealed record SeenMessages(int Count);

/// <summary>What a message in a chat is made from.</summary>
/// <param name="Staff">Who answers; null for the guest's own.</param>
/// <param name="ReplyTo">The message in the receiving chat that it belongs under.</param>
public sealed record TalkToSend(
    string Text,
    string GuestName,
    string? Username,
    Guid? BookingId,
    string? Staff,
    int? ReplyTo
);
