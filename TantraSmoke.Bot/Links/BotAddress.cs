using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using Telegram.Bot;

namespace TantraSmoke.Bot.Links;

/// <summary>The bot's user name and links that open it.</summary>
public sealed class BotAddress(ITelegramBotClient bot, ILogger<BotAddress> logger)
{
    private string? _username;

    /// <summary>Asked of Telegram once; null while Telegram does not answer.</summary>
    public async Task<string?> UsernameAsync(CancellationToken cancellationToken)
    {
        if (_username is not null)
            return _username;
        try
        {
            return _username = (await bot.GetMe(cancellationToken)).Username;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug("Telegram did not say what the bot is called: {Reason}", TelegramFault.From(fault).Message);
            return null;
        }
    }

    public static string Url(string username, StartLink link) => Url(username, link.ToPayload());

    /// <param name="payload">What the bot is told with /start; at most 64 letters, digits, "_" and "-".</param>
    public static string Url(string username, string payload) => $"https://t.me/{username}?start={payload}";
}
