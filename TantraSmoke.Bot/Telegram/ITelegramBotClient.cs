using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>An event that the client waits for.</summary>
public delegate ValueTask AsyncEventHandler<in TArgs>(
    ITelegramBotClient botClient, TArgs args, CancellationToken cancellationToken = default);

/// <summary>
/// The Bot API as one method: every call is a request object, the named calls are extension methods
/// (<see cref="TelegramBotClientExtensions"/>).
/// </summary>
public interface ITelegramBotClient
{
    /// <summary>True when another Bot API server than Telegram's own was configured.</summary>
    bool LocalBotServer { get; }

    /// <summary>The bot's user id, the part of the token before the colon.</summary>
    long BotId { get; }

    /// <summary>How long one HTTP request may take; longer than the longest poll.</summary>
    TimeSpan Timeout { get; set; }

    /// <summary>Turns a refusal of the API into an exception.</summary>
    IExceptionParser ExceptionsParser { get; set; }

    /// <summary>Raised before every HTTP request, retries included.</summary>
    event AsyncEventHandler<ApiRequestEventArgs>? OnMakingApiRequest;

    /// <summary>Raised after every HTTP response, before it is parsed.</summary>
    event AsyncEventHandler<ApiResponseEventArgs>? OnApiResponseReceived;

    /// <summary>
    /// Sends the request and returns its result. Throws <see cref="ApiRequestException"/> when the API refuses and
    /// <see cref="RequestException"/> when it cannot be reached, takes too long or answers something else.
    /// </summary>
    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

    /// <summary>False when the API does not accept the token.</summary>
    Task<bool> TestApi(CancellationToken cancellationToken = default);

    /// <summary>Copies a file to <paramref name="destination"/>; the path comes from getFile.</summary>
    Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default);

    /// <summary>Copies a file that getFile returned to <paramref name="destination"/>.</summary>
    Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default);
}
