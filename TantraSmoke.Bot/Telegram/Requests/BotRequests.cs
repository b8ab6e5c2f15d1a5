using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>Tells who the bot is.</summary>
public class GetMeRequest() : ParameterlessRequest<User>("getMe");

/// <summary>Tells all about a chat.</summary>
public class GetChatRequest() : RequestBase<ChatFullInfo>("getChat"), IChatTargetable
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChatId ChatId { get; set; }
}

/// <summary>Prepares a file for download.</summary>
public class GetFileRequest() : RequestBase<TGFile>("getFile")
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string FileId { get; set; }
}

/// <summary>Ends the waiting on a tapped button, with a toast or without.</summary>
public class AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string CallbackQueryId { get; set; }
    public string? Text { get; set; }
    public bool ShowAlert { get; set; }
    public string? Url { get; set; }
    public int? CacheTime { get; set; }
}

/// <summary>Sets the commands that the chat suggests.</summary>
public class SetMyCommandsRequest() : RequestBase<bool>("setMyCommands")
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IEnumerable<BotCommand> Commands { get; set; }
    public BotCommandScope? Scope { get; set; }
    public string? LanguageCode { get; set; }
}

/// <summary>Sets the button beside the input field.</summary>
public class SetChatMenuButtonRequest() : RequestBase<bool>("setChatMenuButton")
{
    public long? ChatId { get; set; }
    public MenuButton? MenuButton { get; set; }
}
