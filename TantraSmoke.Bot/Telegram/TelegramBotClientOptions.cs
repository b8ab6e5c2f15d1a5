using System.Globalization;

namespace Telegram.Bot;

/// <summary>Where the Bot API is and how patient the client is with it.</summary>
public class TelegramBotClientOptions
{
    private const string TelegramUrl = "https://api.telegram.org";

    /// <param name="token">As BotFather gives it: <c>123456:ABC…</c>.</param>
    /// <param name="baseUrl">Another Bot API server (<c>http://localhost:8081</c>); only scheme, host and port count.</param>
    /// <param name="useTestEnvironment">Talk to Telegram's test servers.</param>
    /// <exception cref="ArgumentException">The token or the URL has not that form; the message does not repeat the token.</exception>
    public TelegramBotClientOptions(string token, string? baseUrl = null, bool useTestEnvironment = false)
    {
        ArgumentNullException.ThrowIfNull(token);
        var id = token.Split(':', 2)[0];
        if (id.Length is 0 or > 16 || id.Length == token.Length
            || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var botId))
            throw new ArgumentException("The bot token must look like 123456:ABC…", nameof(token));

        Token = token;
        BaseUrl = baseUrl;
        UseTestEnvironment = useTestEnvironment;
        BotId = botId;
        LocalBotServer = baseUrl is not null;

        var server = baseUrl is null ? TelegramUrl : ServerOf(baseUrl);
        var suffix = useTestEnvironment ? "/test" : "";
        BaseRequestUrl = $"{server}/bot{token}{suffix}";
        BaseFileUrl = $"{server}/file/bot{token}{suffix}";
    }

    public string Token { get; }
    public string? BaseUrl { get; }
    public bool UseTestEnvironment { get; }
    public long BotId { get; }
    public bool LocalBotServer { get; }

    /// <summary>Contains the token: not for logs.</summary>
    public string BaseFileUrl { get; }

    /// <summary>Contains the token: not for logs.</summary>
    public string BaseRequestUrl { get; }

    /// <summary>"Too many requests" is repeated by the client itself when the wait is at most this many seconds; 0 never.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>How often a request is sent in all before "too many requests" becomes an exception.</summary>
    public int RetryCount { get; set; } = 3;

    private static string ServerOf(string baseUrl) =>
        Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Authority.Length > 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new ArgumentException("The Bot API's base URL must look like http://localhost:8081", nameof(baseUrl));
}
