using Microsoft.AspNetCore.Http.HttpResults;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Features.Settings;

namespace TantraSmoke.Web.Features.Print;

/// <summary>The codes that lead to the bot, on paper.</summary>
public static class BotCodesEndpoint
{
    public static void MapBotCodes(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/print/bot", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, BotLink bot, VenueCatalogCache catalogs, CancellationToken cancellationToken)
    {
        if (http.User.ToActor()?.May(Right.EditSettings) != true)
            return Results.Forbid();
        return new RazorComponentResult<BotCodes>(new
        {
            Catalog = await catalogs.GetAsync(cancellationToken),
            Username = await bot.UsernameAsync(cancellationToken),
            bot.HasBot,
        });
    }
}
