using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Requests;

/// <summary>Changes a text message in place.</summary>
public class EditMessageTextRequest() : RequestBase<Message>("editMessageText"), IChatTargetable
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChatId ChatId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }
    public string? BusinessConnectionId { get; set; }
    public string? Text { get; set; }
    public ParseMode ParseMode { get; set; }
    public IEnumerable<MessageEntity>? Entities { get; set; }
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }
    public InputRichMessage? RichMessage { get; set; }
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Changes a picture's caption in place.</summary>
public class EditMessageCaptionRequest() : RequestBase<Message>("editMessageCaption"), IChatTargetable
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChatId ChatId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }
    public string? BusinessConnectionId { get; set; }
    public string? Caption { get; set; }
    public ParseMode ParseMode { get; set; }
    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }
    public bool ShowCaptionAboveMedia { get; set; }
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Changes a picture in place.</summary>
public class EditMessageMediaRequest() : FileRequestBase<Message>("editMessageMedia"), IChatTargetable
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChatId ChatId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }
    public string? BusinessConnectionId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required InputMedia Media { get; set; }
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    [JsonIgnore]
    internal override IEnumerable<InputFile?> Files => Media.Files;
}

/// <summary>Changes a message's buttons in place.</summary>
public class EditMessageReplyMarkupRequest() : RequestBase<Message>("editMessageReplyMarkup"), IChatTargetable
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChatId ChatId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }
    public string? BusinessConnectionId { get; set; }
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Deletes a message that is younger than 48 hours.</summary>
public class DeleteMessageRequest() : RequestBase<bool>("deleteMessage"), IChatTargetable
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChatId ChatId { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }
}
