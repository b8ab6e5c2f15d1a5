namespace Telegram.Bot.Types.Enums;

/// <summary>How a text is formatted.</summary>
public enum ParseMode
{
    None,
    Markdown,
    Html,
    MarkdownV2,
}

/// <summary>What a part of a text is.</summary>
public enum MessageEntityType
{
    Mention = 1,
    Hashtag,
    BotCommand,
    Url,
    Email,
    Bold,
    Italic,
    Code,
    Pre,
    TextLink,
    TextMention,
    PhoneNumber,
    Cashtag,
    Underline,
    Strikethrough,
    Spoiler,
    CustomEmoji,
    Blockquote,
    ExpandableBlockquote,
    DateTime,
}

/// <summary>What a message carries; kinds that the bot has no use for are Unknown.</summary>
public enum MessageType
{
    Unknown,
    Text,
    Photo,
    Audio,
    Video,
    Voice,
    Document,
    Sticker,
    Location,
    Contact,
    Venue,
    NewChatMembers,
    LeftChatMember,
    NewChatTitle,
    PinnedMessage,
    GroupChatCreated,
    SupergroupChatCreated,
    MigrateFromChatId,
    MigrateToChatId,
    WebAppData,
    Animation,
}

/// <summary>Where a file to send comes from.</summary>
public enum FileType
{
    Stream = 1,
    Id,
    Url,
}

/// <summary>What an edit puts in the place of a picture.</summary>
public enum InputMediaType
{
    Photo = 1,
    Video,
    Animation,
    Audio,
    Document,
}
