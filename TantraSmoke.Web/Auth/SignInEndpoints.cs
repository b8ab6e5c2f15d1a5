using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

public static class SignInEndpoints
{
    public const string Path = "/sign-in";

    public static void MapStaffSignIn(this IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.MapGroup("").AllowAnonymous();
        open.MapGet(Path, () => new RazorComponentResult<SignInPage>());
        open.MapGet(Path + "/link", (string? token) => new RazorComponentResult<LinkPage>(new { Token = token ?? "" }));
        open.MapPost(Path + "/link", UseLinkAsync);
        open.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> UseLinkAsync(
        [FromForm] string? token, StaffService staff, HttpContext http, CancellationToken cancellationToken)
    {
        if (await staff.ConsumeLinkAsync(token ?? "", cancellationToken) is not { } member)
            return new RazorComponentResult<UsedLinkPage> { StatusCode = StatusCodes.Status410Gone };
        await http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, member.ToPrincipal(), new AuthenticationProperties { IsPersistent = true });
        return Results.LocalRedirect("/");
    }

    // The unused form parameter is what makes the antiforgery token be checked.
    private static async Task<IResult> SignOutAsync([FromForm] IFormCollection form, HttpContext http)
    {
        _ = form;
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(Path);
    }
}
