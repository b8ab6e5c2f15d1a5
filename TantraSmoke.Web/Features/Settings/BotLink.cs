using QRCoder;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core.Settings;
using Telegram.Bot;

namespace TantraSmoke.Web.Features.Settings;

/// <summary>Where guests find the bot, as a link and as a code to scan.</summary>
public sealed class BotLink(ITelegramBotClient bot, InstallationSettings installation, ILogger<BotLink> logger)
{
    private string? _username;

    /// <summary>Whether there is a bot on the real Telegram at all.</summary>
    public bool HasBot => installation.BotToken is not null;

    /// <summary>The bot's name, asked of Telegram once; null without a bot or while Telegram does not answer.</summary>
    public async Task<string?> UsernameAsync(CancellationToken cancellationToken)
    {
        if (!HasBot || _username is not null)
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

    /// <summary>Opens the chat; <paramref name="table"/> says where the guest has scanned it.</summary>
    public static string Url(string username, int? table = null) => table is { } number
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://t.me/{username}?start=table{number}")
        : $"https://t.me/{username}?start=venue";

    /// <summary>The link as a picture, SVG, black on white whatever the theme: that is what phones read best.</summary>
    public static string Svg(string url)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(8, "#000000", "#ffffff", drawQuietZones: true, sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
