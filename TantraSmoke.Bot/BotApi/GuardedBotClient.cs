using TantraSmoke.Core.Installation;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;

namespace TantraSmoke.Bot.BotApi;

/// <summary>
/// The Bot API client with the token removed from exceptions. The token is part of every URL and may appear in errors
/// of the transport, a proxy or the server.
/// </summary>
internal sealed class GuardedBotClient(TelegramBotClientOptions options, HttpClient? http = null)
    : TelegramBotClient(options, http)
{
    // A short secret could match ordinary words; the whole token does not.
    private const int ShortestSecret = 8;

    /// <summary>The Bot API server to use; null for Telegram's own.</summary>
    public static string? BaseUrl(InstallationSettings installation) =>
        installation.TelegramApiUrl.Host == InstallationSettings.TelegramsOwnApi.Host
            ? null
            : installation.TelegramApiUrl.ToString();

    private readonly string _secret = SecretOf(options.Token);

    public override async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await base.SendRequest(request, cancellationToken);
        }
        catch (RequestException failure)
            when (failure.InnerException is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            // The package reports a cancellation while reading the response as a broken response.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception failure) when (failure.ToString().Contains(_secret, StringComparison.Ordinal))
        {
            throw Cleaned(failure);
        }
    }

    private static string SecretOf(string token) =>
        token.Split(':', 2) is [_, { Length: >= ShortestSecret } secret] ? secret : token;

    /// <summary>Keeps what callers distinguish: the error code, the status, time-outs.</summary>
    private RequestException Cleaned(Exception failure)
    {
        var message = failure.Message.Replace(_secret, "<token>", StringComparison.Ordinal);
        return failure switch
        {
            ApiRequestException refused => new ApiRequestException(message, refused.ErrorCode, refused.Parameters),
            RequestException { HttpStatusCode: { } status } => new RequestException(message, status),
            { InnerException: OperationCanceledException } => new RequestException(message, new TimeoutException()),
            _ => new RequestException(message, new HttpRequestException()),
        };
    }
}
