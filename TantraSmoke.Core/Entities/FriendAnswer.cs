namespace TantraSmoke.Core.Entities;

/// <summary>A friend's answer to a party's link: coming or not. Table <c>friend_answers</c>.</summary>
public sealed class FriendAnswer
{
    private FriendAnswer() { }

    public FriendAnswer(Guid bookingId, long guestId) => (BookingId, GuestId) = (bookingId, guestId);

    public long Id { get; private set; }
    public Guid BookingId { get; private set; }

    /// <summary>The friend, who is a guest to the bot.</summary>
    public long GuestId { get; private set; }

    public bool IsComing { get; private set; }
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>The start (UTC) the friend was last told; null after they were told of the cancellation.</summary>
    public DateTimeOffset? KnownStart { get; private set; }

    /// <summary>The start (UTC) the answer is for; it counts while the booking starts then.</summary>
    public DateTimeOffset? AnsweredStart { get; private set; }

    public void Say(bool isComing, DateTimeOffset startsAt, DateTimeOffset now) =>
        (IsComing, KnownStart, AnsweredStart, AnsweredAt) = (isComing, startsAt, startsAt, now);
}
