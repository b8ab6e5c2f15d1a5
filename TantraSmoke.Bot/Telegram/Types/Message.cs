using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Types;

/// <summary>A message.</summary>
public class Message
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonPropertyName("message_id")]
    public int Id { get; set; }
    public int? MessageThreadId { get; set; }
    public User? From { get; set; }
    public Chat? SenderChat { get; set; }
    /// <summary>UTC; <c>default</c> when the message is too old to be accessible.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTime Date { get; set; }
    public string? BusinessConnectionId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Chat Chat { get; set; } = default!;
    public bool IsTopicMessage { get; set; }
    public bool IsAutomaticForward { get; set; }
    public Message? ReplyToMessage { get; set; }
    public User? ViaBot { get; set; }
    public DateTime? EditDate { get; set; }
    public bool HasProtectedContent { get; set; }
    public bool IsFromOffline { get; set; }
    public string? MediaGroupId { get; set; }
    public string? AuthorSignature { get; set; }
    public string? Text { get; set; }
    public MessageEntity[]? Entities { get; set; }
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }
    public string? EffectId { get; set; }
    public Animation? Animation { get; set; }
    public Audio? Audio { get; set; }
    public Document? Document { get; set; }
    public PhotoSize[]? Photo { get; set; }
    public Video? Video { get; set; }
    public Voice? Voice { get; set; }
    public string? Caption { get; set; }
    public MessageEntity[]? CaptionEntities { get; set; }
    public bool ShowCaptionAboveMedia { get; set; }
    public bool HasMediaSpoiler { get; set; }
    public Contact? Contact { get; set; }
    public Venue? Venue { get; set; }
    public Location? Location { get; set; }
    public User[]? NewChatMembers { get; set; }
    public User? LeftChatMember { get; set; }
    public string? NewChatTitle { get; set; }
    public bool? GroupChatCreated { get; set; }
    public bool? SupergroupChatCreated { get; set; }
    public long? MigrateToChatId { get; set; }
    public long? MigrateFromChatId { get; set; }
    public Message? PinnedMessage { get; set; }
    public WebAppData? WebAppData { get; set; }
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    [JsonIgnore]
    public int MessageId => Id;

    /// <summary>What the message carries.</summary>
    [JsonIgnore]
    public MessageType Type => this switch
    {
        { Text: not null } => MessageType.Text,
        { Animation: not null } => MessageType.Animation,
        { Audio: not null } => MessageType.Audio,
        { Document: not null } => MessageType.Document,
        { Photo: not null } => MessageType.Photo,
        { Video: not null } => MessageType.Video,
        { Voice: not null } => MessageType.Voice,
        { Contact: not null } => MessageType.Contact,
        // A venue comes with its location, so it is asked first.
        { Venue: not null } => MessageType.Venue,
        { Location: not null } => MessageType.Location,
        { NewChatMembers: not null } => MessageType.NewChatMembers,
        { LeftChatMember: not null } => MessageType.LeftChatMember,
        { NewChatTitle: not null } => MessageType.NewChatTitle,
        { GroupChatCreated: true } => MessageType.GroupChatCreated,
        { SupergroupChatCreated: true } => MessageType.SupergroupChatCreated,
        { MigrateToChatId: not null } => MessageType.MigrateToChatId,
        { MigrateFromChatId: not null } => MessageType.MigrateFromChatId,
        { PinnedMessage: not null } => MessageType.PinnedMessage,
        { WebAppData: not null } => MessageType.WebAppData,
        _ => MessageType.Unknown,
    };
}
