namespace TantraSmoke.Core.Notifications;

/// <summary>Why the bot cannot write to one of the staff's chats.</summary>
public enum ChatTrouble
{
    /// <summary>It was removed from the group, or blocked.</summary>
    Removed,

    /// <summary>It may not write there: muted, without the right, or the topic is closed.</summary>
    Muted,

    /// <summary>Telegram knows no such chat, or the bot was never in it.</summary>
    NotFound,
}

/// <summary>
/// What has become of one of the staff's chats: where it is now, and whether it can be written to. Table
/// <c>known_chats</c>.
/// </summary>
public sealed class KnownChat
{
    private KnownChat()
    {
    }

    public KnownChat(long chatId) => ChatId = chatId;

    /// <summary>Telegram chat id.</summary>
    public long ChatId { get; private set; }

    /// <summary>The supergroup it has become.</summary>
    public long? MovedTo { get; set; }

    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>Null while it can be written to.</summary>
    public ChatTrouble? Trouble { get; set; }

    public DateTimeOffset? TroubleSince { get; set; }
}
