namespace TantraSmoke.Core.Entities;

/// <summary>What somebody who followed a party's link has said: coming or not. Table <c>friend_answers</c>.</summary>
public sealed class FriendAnswer
{
    private FriendAnswer() { }

    public FriendAnswer(Guid bookingId, long guestId) => (BookingId, GuestId) = (bookingId, guestId);

    public long Id { get; private set; }
    public Guid BookingId { get; private set; }

    /// <summary>The friend, whom the bot knows as a guest.</summary>
    public long GuestId { get; private set; }

    public bool IsComing { get; private set; }
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>The start (UTC) they were last told; null once they know that nothing comes of it.</summary>
    public DateTimeOffset? KnownStart { get; private set; }

    /// <summary>The start (UTC) they answered for; the answer counts while the booking starts then.</summary>
    public DateTimeOffset? AnsweredStart { get; private set; }

    public void Say(bool isComing, DateTimeOffset startsAt, DateTimeOffset now) =>
        (IsComing, KnownStart, AnsweredStart, AnsweredAt) = (isComing, startsAt, startsAt, now);
}
