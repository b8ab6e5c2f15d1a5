using System.Net;
using System.Net.Sockets;
using Telegram.Bot.Exceptions;

namespace TantraSmoke.Bot.BotApi;

/// <summary>The kinds of failures that callers handle differently.</summary>
public enum TelegramFaultKind
{
    /// <summary>Too many requests: wait <see cref="TelegramFault.RetryAfter"/>, then send the same again.</summary>
    RateLimited,

    /// <summary>The guest blocked the bot or is gone, or the group removed it: stop sending there.</summary>
    Blocked,

    /// <summary>
    /// The bot is in the chat and may not write there: it is muted, lacks the right, or the topic is closed.
    /// </summary>
    MayNotWrite,

    /// <summary>The topic was deleted or topics are off: send outside of topics.</summary>
    TopicGone,

    /// <summary>Telegram knows no such chat, or the bot has never been in it.</summary>
    ChatNotFound,

    /// <summary>An edit would change nothing: ignore.</summary>
    NotModified,

    /// <summary>The message to edit or delete is gone or too old: send anew.</summary>
    EditTargetGone,

    /// <summary>The tap was answered too late: ignore.</summary>
    QueryTooOld,

    /// <summary>A button of a kind that this server does not know.</summary>
    ButtonRefused,

    /// <summary>The group became a supergroup: use <see cref="TelegramFault.NewChatId"/>.</summary>
    ChatMigrated,

    /// <summary>Somebody else polls with the same token, or a webhook is set.</summary>
    Conflict,

    /// <summary>The token is wrong or was revoked.</summary>
    Unauthorized,

    /// <summary>Telegram's servers are in trouble: try again later.</summary>
    ServerError,

    /// <summary>The answer is not what the Bot API says: try again later.</summary>
    BrokenReply,

    /// <summary>No answer in time; the request may have been carried out.</summary>
    Timeout,

    /// <summary>No connection: try again later.</summary>
    Unreachable,

    /// <summary>Anything else: the same request would fail again.</summary>
    Other,
}

/// <summary>A failure of <see cref="Telegram.Bot.ITelegramBotClient"/>, classified.</summary>
/// <param name="RetryAfter">How long to wait; only with <see cref="TelegramFaultKind.RateLimited"/>.</param>
/// <param name="NewChatId">Where the chat is now; only with <see cref="TelegramFaultKind.ChatMigrated"/>.</param>
public sealed record TelegramFault(
    TelegramFaultKind Kind,
    string Message,
    int? ErrorCode = null,
    TimeSpan? RetryAfter = null,
    long? NewChatId = null
)
{
    // The Bot API distinguishes most errors by their description only.
    private static readonly string[] BlockedWords =
    [
        "bot was blocked by the user",
        "user is deactivated",
        "bot was kicked",
        "bot is not a member",
        "can't initiate conversation",
        "group chat was deleted",
    ];
    private static readonly string[] MuteWords =
    [
        "not enough rights to send",
        "have no rights to send",
        "CHAT_WRITE_FORBIDDEN",
        "CHAT_SEND_PLAIN_FORBIDDEN",
        "CHAT_RESTRICTED",
        "need administrator rights in the",
        "TOPIC_CLOSED",
    ];
    private static readonly string[] TopicWords = ["message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID"];
    private static readonly string[] GoneWords =
    [
        "message to edit not found",
        "message can't be edited",
        "message to delete not found",
        "message can't be deleted",
        "there is no text in the message to edit",
        "there is no caption in the message to edit",
        "there is no media in the message to edit",
    ];

    private static readonly string[] ButtonWords =
    [
        "can't parse inline keyboard button",
        "BUTTON_TYPE_INVALID",
        "BUTTON_COPY_TEXT_INVALID",
        "BUTTON_STYLE_INVALID",
        "unallowed in the inline keyboard",
    ];

    /// <summary>The same request may succeed later.</summary>
    public bool IsTransient =>
        Kind
            is TelegramFaultKind.RateLimited
                or TelegramFaultKind.ServerError
                or TelegramFaultKind.BrokenReply
                or TelegramFaultKind.Timeout
                or TelegramFaultKind.Unreachable;

    /// <summary>
    /// Classifies an exception of the client. A caller's own cancellation is no fault: check for it first.
    /// </summary>
    public static TelegramFault From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception switch
        {
            ApiRequestException refused => FromRefusal(refused),
            RequestException { HttpStatusCode: { } status } => new(FromStatus(status), exception.Message, (int)status),
            _ => new(FromTransport(exception), exception.Message),
        };
    }

    private static TelegramFault FromRefusal(ApiRequestException refused)
    {
        var fault = new TelegramFault(TelegramFaultKind.Other, refused.Message, refused.ErrorCode);
        if (refused.ErrorCode == 429)
        {
            return fault with
            {
                Kind = TelegramFaultKind.RateLimited,
                RetryAfter = TimeSpan.FromSeconds(refused.Parameters?.RetryAfter ?? 1),
            };
        }

        if (refused.Parameters?.MigrateToChatId is { } chatId)
            return fault with { Kind = TelegramFaultKind.ChatMigrated, NewChatId = chatId };
        return fault with
        {
            Kind = refused.ErrorCode switch
            {
                // A malformed token is answered with "Not Found", like an unknown method.
                401 => TelegramFaultKind.Unauthorized,
                404 when refused.Message is "Not Found" => TelegramFaultKind.Unauthorized,
                409 => TelegramFaultKind.Conflict,
                >= 500 => TelegramFaultKind.ServerError,
                400 or 403 when Says(BlockedWords) => TelegramFaultKind.Blocked,
                400 when Says(TopicWords) => TelegramFaultKind.TopicGone,
                400 or 403 when Says(MuteWords) => TelegramFaultKind.MayNotWrite,
                400 when Says("chat not found") => TelegramFaultKind.ChatNotFound,
                400 when Says("message is not modified") => TelegramFaultKind.NotModified,
                400 when Says(GoneWords) => TelegramFaultKind.EditTargetGone,
                400 when Says(ButtonWords) => TelegramFaultKind.ButtonRefused,
                400 when Says("query is too old", "query ID is invalid") => TelegramFaultKind.QueryTooOld,
                _ => TelegramFaultKind.Other,
            },
        };

        bool Says(params string[] words) =>
            Array.Exists(words, word => refused.Message.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static TelegramFaultKind FromStatus(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.TooManyRequests => TelegramFaultKind.RateLimited,
            HttpStatusCode.Unauthorized => TelegramFaultKind.Unauthorized,
            >= HttpStatusCode.InternalServerError => TelegramFaultKind.ServerError,
            _ => TelegramFaultKind.BrokenReply,
        };

    private static TelegramFaultKind FromTransport(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case TimeoutException or OperationCanceledException:
                    return TelegramFaultKind.Timeout;
                case HttpRequestException or SocketException or IOException:
                    return TelegramFaultKind.Unreachable;
            }
        }

        return TelegramFaultKind.Other;
    }
}
