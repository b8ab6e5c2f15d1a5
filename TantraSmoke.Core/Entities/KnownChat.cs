namespace TantraSmoke.Core.Entities;

/// <summary>Why the bot cannot write to one of the staff's chats.</summary>
public enum ChatTrouble
{
    /// <summary>It was removed from the group, or blocked.</summary>
    Removed,

    /// <summary>It may not write there: muted, without the right, or the topic is closed.</summary>
    Muted,

    /// <summary>Telegram knows no such chat, or the bot was never in it.</summary>
    NotFound,

    /// <summary>The topic that was chosen is gone: what is for the group is posted outside of topics.</summary>
    TopicGone,
}

/// <summary>
/// What has become of one of the staff's chats: where it is now, and whether it can be written to. Table
/// <c>known_chats</c>.
/// </summary>
public sealed class KnownChat
{
    /// <summary>Telegram takes names of topics up to this length.</summary>
    public const int TopicNameLimit = 128;

    private KnownChat() { }

    public KnownChat(long chatId) => ChatId = chatId;

    /// <summary>Telegram chat id.</summary>
    public long ChatId { get; private set; }

    /// <summary>The supergroup it has become.</summary>
    public long? MovedTo { get; set; }

    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>Null while it can be written to.</summary>
    public ChatTrouble? Trouble { get; set; }

    public DateTimeOffset? TroubleSince { get; set; }

    /// <summary>Telegram's message_thread_id of the topic that is posted in; null outside of topics.</summary>
    public int? TopicId { get; private set; }

    /// <summary>What the topic was called when it was chosen; empty where Telegram did not say.</summary>
    public string TopicName { get; private set; } = "";

    /// <summary>Since when the chosen topic is gone; null otherwise.</summary>
    public DateTimeOffset? TopicGoneSince { get; private set; }

    public void PostIn(int? topicId, string name) =>
        (TopicId, TopicName, TopicGoneSince) = (topicId, topicId is null ? "" : name, null);

    /// <summary>Telegram knows the topic no more.</summary>
    public void LoseTopic(DateTimeOffset now) => (TopicId, TopicGoneSince) = (null, now);
}
