using Microsoft.AspNetCore.Http.HttpResults;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Features.Settings;

namespace TantraSmoke.Web.Features.Print;

/// <summary>The codes that lead to the bot, on paper.</summary>
public static class BotCodesEndpoint
{
    public static void MapBotCodes(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/print/bot", ShowAsync).RequireRight(Right.EditSettings);

    /// <param name="table">A table's number: only its code, to replace one that was lost.</param>
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
