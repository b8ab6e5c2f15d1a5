namespace TantraSmoke.Core.Entities;

/// <summary>The message that shows a booking in a staff chat and is edited on later changes.</summary>
public sealed class PostedCard
{
    private PostedCard() { }

    public PostedCard(Guid bookingId, long chatId, int messageId)
    {
        BookingId = bookingId;
        ChatId = chatId;
        MessageId = messageId;
    }

    public Guid BookingId { get; private set; }

    /// <summary>Telegram chat id.</summary>
    public long ChatId { get; private set; }

    public int MessageId { get; private set; }
}
