using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Auth;

/// <summary>
/// Configures authentication: sessions in the database, named by a cookie, expiring after 30 days without use.
/// </summary>
public static class StaffSignIn
{
    public static void AddStaffSignIn(
        this IServiceCollection services,
        InstallationSettings installation,
        IConfiguration configuration
    )
    {
        var authentication = services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.LoginPath = SignInEndpoints.Path;
                options.Cookie.Name = "tantra.session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = StaffSession.Lives;
                options.SlidingExpiration = true;
                options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
                // Signing in again would not help: the role lacks the right.
                options.Events.OnRedirectToAccessDenied = async context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    if (
                        context.HttpContext.User.ToActor() is { } actor
                        && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>()
                            is { Rights: [var right, ..] }
                    )
                        await context
                            .HttpContext.RequestServices.GetRequiredService<VenueStore>()
                            .RefuseAsync(actor, right, context.HttpContext.RequestAborted);
                };
            });
        authentication.AddGoogleSignIn(installation.Google, configuration);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, RightPolicies>();
        services.AddAntiforgery(options => options.Cookie.Name = "tantra.antiforgery");
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddSingleton<StaffDirectory>();
        services.AddSingleton<StaffEntry>();
        services.AddSingleton<TelegramSignIn>();

        // Keys in the venue's database: sessions survive restarts and are valid on every replica.
        var keys = services.AddDataProtection().SetApplicationName("TantraSmoke");
        _ = installation.Postgres is null
            ? keys.PersistKeysToDbContext<SqliteDb>()
            : keys.PersistKeysToDbContext<PostgresDb>();
        services.AddHostedService<FirstRunLink>();
    }
}
