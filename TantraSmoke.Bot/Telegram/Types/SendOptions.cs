using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Which message is answered.</summary>
public class ReplyParameters
{
    public int? MessageId { get; set; }
    public ChatId? ChatId { get; set; }
    public int? EphemeralMessageId { get; set; }
    public bool AllowSendingWithoutReply { get; set; }
    public string? Quote { get; set; }
    public ParseMode QuoteParseMode { get; set; }
    public MessageEntity[]? QuoteEntities { get; set; }
    public int? QuotePosition { get; set; }
    public int? ChecklistTaskId { get; set; }
    public string? PollOptionId { get; set; }

    public static implicit operator ReplyParameters(int messageId) => new() { MessageId = messageId };

    [return: NotNullIfNotNull(nameof(message))]
    public static implicit operator ReplyParameters?(Message? message) =>
        message is null ? null : new() { MessageId = message.Id, ChatId = message.Chat.Id };
}

/// <summary>Whether and how a link is previewed.</summary>
public class LinkPreviewOptions
{
    public bool IsDisabled { get; set; }
    public string? Url { get; set; }
    public bool PreferSmallMedia { get; set; }
    public bool PreferLargeMedia { get; set; }
    public bool ShowAboveText { get; set; }

    /// <summary>No preview.</summary>
    public static readonly LinkPreviewOptions Disabled = new() { IsDisabled = true };

    public static implicit operator LinkPreviewOptions(string url) => new() { Url = url };
}

/// <summary>A post suggested to a channel.</summary>
public class SuggestedPostParameters
{
    public SuggestedPostPrice? Price { get; set; }
    public DateTime? SendDate { get; set; }
}

/// <summary>What a suggested post pays.</summary>
public class SuggestedPostPrice
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Currency { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Amount { get; set; }
}

/// <summary>A message with headings, tables and the like.</summary>
public class InputRichMessage
{
    public string? Html { get; set; }
    public string? Markdown { get; set; }
    public bool IsRtl { get; set; }
    public bool SkipEntityDetection { get; set; }
}
