using Microsoft.AspNetCore.Http.HttpResults;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Features.Settings;

namespace TantraSmoke.Web.Features.Print;

/// <summary>Endpoint of the printable QR codes of the bot.</summary>
public static class BotCodesEndpoint
{
    public static void MapBotCodes(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/print/bot", ShowAsync).RequireRight(Right.EditSettings);

    /// <param name="table">Number of a single table to print, for a lost card.</param>
    private static async Task<IResult> ShowAsync(
        int? table,
        BotLink bot,
        VenueCatalogCache catalogs,
        CancellationToken cancellationToken
    ) =>
        new RazorComponentResult<BotCodes>(
            new
            {
                Catalog = await catalogs.GetAsync(cancellationToken),
                Username = await bot.UsernameAsync(cancellationToken),
                bot.HasBot,
                Only = table,
            }
        );
}
