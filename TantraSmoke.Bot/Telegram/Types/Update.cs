using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Something that happened; at most one of the properties is set.</summary>
public class Update
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonPropertyName("update_id")]
    public int Id { get; set; }
    public Message? Message { get; set; }
    public Message? EditedMessage { get; set; }
    public Message? ChannelPost { get; set; }
    public Message? EditedChannelPost { get; set; }
    public CallbackQuery? CallbackQuery { get; set; }
    public ChatMemberUpdated? MyChatMember { get; set; }
    public ChatMemberUpdated? ChatMember { get; set; }

    /// <summary>What happened; Unknown for what the bot does not ask for.</summary>
    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { ChannelPost: not null } => UpdateType.ChannelPost,
        { EditedChannelPost: not null } => UpdateType.EditedChannelPost,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        { ChatMember: not null } => UpdateType.ChatMember,
        _ => UpdateType.Unknown,
    };
}

/// <summary>A tap on an inline button.</summary>
public class CallbackQuery
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Id { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public User From { get; set; } = default!;
    /// <summary>The message with the button; without content (its Date is <c>default</c>) when it is too old.</summary>
    public Message? Message { get; set; }
    public string? InlineMessageId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string ChatInstance { get; set; } = default!;
    public string? Data { get; set; }
    public string? GameShortName { get; set; }
}

/// <summary>Where updates are sent and what went wrong.</summary>
public class WebhookInfo
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Url { get; set; } = default!;
    public bool HasCustomCertificate { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int PendingUpdateCount { get; set; }
    public string? IpAddress { get; set; }
    public DateTime? LastErrorDate { get; set; }
    public string? LastErrorMessage { get; set; }
    public DateTime? LastSynchronizationErrorDate { get; set; }
    public int? MaxConnections { get; set; }
    public UpdateType[]? AllowedUpdates { get; set; }
}

/// <summary>Why a request was refused, for programs.</summary>
public class ResponseParameters
{
    public long? MigrateToChatId { get; set; }
    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; set; }
}
