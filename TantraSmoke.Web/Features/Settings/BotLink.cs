using QRCoder;
using TantraSmoke.Bot.Links;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Features.Settings;

/// <summary>Links and QR codes to the bot.</summary>
public sealed class BotLink(BotAddress address, InstallationSettings installation)
{
    /// <summary>Whether a real bot is configured.</summary>
    public bool HasBot => installation.BotToken is not null;

    /// <summary>The bot's name; null without a bot or if Telegram does not respond.</summary>
    public async Task<string?> UsernameAsync(CancellationToken cancellationToken) =>
        HasBot ? await address.UsernameAsync(cancellationToken) : null;

    /// <summary>
    /// Link to the chat; <paramref name="table"/> is the table whose code was scanned, <paramref name="campaign"/> the
    /// campaign.
    /// </summary>
    public static string Url(string username, int? table = null, string? campaign = null) =>
        BotAddress.Url(username, new StartLink(table, Campaign: campaign));

    /// <summary>The link as a QR code in SVG, black on white in both schemes, for reliable scanning.</summary>
    public static string Svg(string url)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(
            8,
            "#000000",
            "#ffffff",
            drawQuietZones: true,
            sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute
        );
    }
}
