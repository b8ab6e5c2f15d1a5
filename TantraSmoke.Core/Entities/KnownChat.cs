namespace TantraSmoke.Core.Entities;

/// <summary>Why the bot cannot write to a staff chat.</summary>
public enum ChatTrouble
{
    /// <summary>The bot was removed from the group or blocked.</summary>
    Removed,

    /// <summary>The bot is muted, lacks the right to write, or the topic is closed.</summary>
    Muted,

    /// <summary>Telegram does not know the chat, or the bot was never in it.</summary>
    NotFound,

    /// <summary>The chosen topic was deleted: messages go to the group outside topics.</summary>
    TopicGone,
}

/// <summary>
/// State of a staff chat: its current id and whether the bot can write to it. Table <c>known_chats</c>.
/// </summary>
public sealed class KnownChat
{
    /// <summary>Telegram's limit for topic names.</summary>
    public const int TopicNameLimit = 128;

    private KnownChat() { }

    public KnownChat(long chatId) => ChatId = chatId;

    /// <summary>Telegram chat id.</summary>
    public long ChatId { get; private set; }

    /// <summary>Id of the supergroup the group was upgraded to.</summary>
    public long? MovedTo { get; set; }

    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>Null while the bot can write.</summary>
    public ChatTrouble? Trouble { get; set; }

    public DateTimeOffset? TroubleSince { get; set; }

    /// <summary>Telegram's message_thread_id of the chosen topic; null outside topics.</summary>
    public int? TopicId { get; private set; }

    /// <summary>Name of the topic when it was chosen; empty if Telegram did not report it.</summary>
    public string TopicName { get; private set; } = "";

    /// <summary>When the chosen topic was found deleted; null otherwise.</summary>
    public DateTimeOffset? TopicGoneSince { get; private set; }

    public void PostIn(int? topicId, string name) =>
        (TopicId, TopicName, TopicGoneSince) = (topicId, topicId is null ? "" : name, null);

    /// <summary>Records that the topic was deleted.</summary>
    public void LoseTopic(DateTimeOffset now) => (TopicId, TopicGoneSince) = (null, now);
}
