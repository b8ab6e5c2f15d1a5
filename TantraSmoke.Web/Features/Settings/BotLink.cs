using QRCoder;
using TantraSmoke.Bot.Links;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Features.Settings;

/// <summary>Where guests find the bot, as a link and as a code to scan.</summary>
public sealed class BotLink(BotAddress address, InstallationSettings installation)
{
    /// <summary>Whether there is a bot on the real Telegram at all.</summary>
    public bool HasBot => installation.BotToken is not null;

    /// <summary>The bot's name; null without a bot or while Telegram does not answer.</summary>
    public async Task<string?> UsernameAsync(CancellationToken cancellationToken) =>
        HasBot ? await address.UsernameAsync(cancellationToken) : null;

    /// <summary>
    /// Opens the chat; <paramref name="table"/> says where the guest has scanned it, <paramref name="campaign"/> what
    /// brought them.
    /// </summary>
    public static string Url(string username, int? table = null, string? campaign = null) =>
        BotAddress.Url(username, new StartLink(table, Campaign: campaign));

    /// <summary>The link as a picture, SVG, black on white whatever the theme: that is what phones read best.</summary>
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
