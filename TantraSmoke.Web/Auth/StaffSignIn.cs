using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using TantraSmoke.Web.Components.Static;

namespace TantraSmoke.Web.Auth;

public static class StaffSignIn
{
    public static void AddStaffSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/sign-in";
            options.Cookie.Name = "tantra.session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
            options.SlidingExpiration = true;
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(options => options.Cookie.Name = "tantra.antiforgery");
    }

    public static void MapStaffSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in", () => new RazorComponentResult<SignInPage>()).AllowAnonymous();
        endpoints.MapGet("/sign-in/link", (string? token) => new RazorComponentResult<LinkPage>(new { Token = token ?? "" })).AllowAnonymous();
        endpoints.Map("/error", () => new RazorComponentResult<ErrorPage>()).AllowAnonymous();
    }
}
