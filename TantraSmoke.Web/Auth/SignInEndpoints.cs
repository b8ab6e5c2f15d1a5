using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Features.Setup;

namespace TantraSmoke.Web.Auth;

public static class SignInEndpoints
{
    public const string Path = "/sign-in";

    public static void MapStaffSignIn(this IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.MapGroup("").AllowAnonymous();
        open.MapGet(
            Path,
            async (string? problem, HttpContext http, TelegramSignIn telegram) =>
                new RazorComponentResult<SignInPage>(
                    new { Problem = Known(problem), Telegram = await telegram.ButtonAsync(http) }
                )
        );
        open.MapGet(Path + "/link", (string? token) => new RazorComponentResult<LinkPage>(new { Token = token ?? "" }));
        open.MapPost(Path + "/link", UseLinkAsync);
        open.MapPost("/sign-out", SignOutAsync);
        open.MapGoogleSignIn();
        TelegramSignIn.Map(open);
    }

    private static SignInProblem? Known(string? problem) =>
        Enum.TryParse<SignInProblem>(problem, out var known) && Enum.IsDefined(known) ? known : null;

    private static async Task<IResult> UseLinkAsync(
        [FromForm] string? token,
        StaffLinks staff,
        StaffEntry entry,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (
            await staff.ConsumeLinkAsync(token ?? "", cancellationToken) is not { } used
            || !await entry.SignInAsync(http, used.Member, used.Way)
        )
        {
            await entry.NoteRefusalAsync(http, SignInWay.Link, SignInProblem.LinkUsed);
            return new RazorComponentResult<UsedLinkPage> { StatusCode = StatusCodes.Status410Gone };
        }

        // The first admin continues with the setup.
        return Results.LocalRedirect(used.Way == SignInWay.FirstRun ? GuideStep.Home : "/");
    }

    // The unused form parameter enables antiforgery validation.
    private static async Task<IResult> SignOutAsync([FromForm] IFormCollection form, StaffEntry entry, HttpContext http)
    {
        _ = form;
        await entry.SignOutAsync(http);
        return Results.LocalRedirect(Path);
    }
}
