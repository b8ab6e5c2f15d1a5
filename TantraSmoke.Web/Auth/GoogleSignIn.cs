using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.Google;
using Microsoft.AspNetCore.Mvc;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>Sign-in with Google for staff with an e-mail address verified by Google.</summary>
public static class GoogleSignIn
{
    public const string Path = SignInEndpoints.Path + "/google";

    /// <summary>Authorized redirect URI registered with Google, relative to PUBLIC_URL.</summary>
    public const string CallbackPath = "/signin-google";

    private const string EmailVerified = "email_verified";

    public static void AddGoogleSignIn(
        this AuthenticationBuilder authentication,
        GoogleSettings? google,
        IConfiguration configuration
    )
    {
        if (google is not null)
            authentication.AddGoogle(options =>
            {
                // Lets tests replace Google's endpoints.
                configuration.GetSection("Authentication:Schemes:Google").Bind(options);
                Configure(options, google);
            });
    }

    public static void MapGoogleSignIn(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<InstallationSettings>().Google is not null)
            endpoints.MapPost(Path, Begin);
    }

    /// <summary>
    /// Behind a proxy the request does not contain the public address, to which Google must redirect.
    /// </summary>
    public static void UsePublicAddressForGoogle(this WebApplication app)
    {
        if (app.Services.GetRequiredService<InstallationSettings>() is not { Google: not null, PublicUrl: { } root })
            return;
        app.Use(
            (http, next) =>
            {
                if (http.Request.Path == Path || http.Request.Path == CallbackPath)
                    (http.Request.Scheme, http.Request.Host) = (root.Scheme, new HostString(root.Authority));
                return next(http);
            }
        );
    }

    // The unused form parameter enables antiforgery validation.
    private static IResult Begin([FromForm] IFormCollection form)
    {
        _ = form;
        // Lets a person whose account was refused choose another one.
        var asked = new GoogleChallengeProperties { RedirectUri = "/", Prompt = "select_account" };
        return Results.Challenge(asked, [GoogleDefaults.AuthenticationScheme]);
    }

    private static void Configure(GoogleOptions options, GoogleSettings google)
    {
        options.ClientId = google.ClientId;
        options.ClientSecret = google.ClientSecret;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.ClaimActions.MapJsonKey(EmailVerified, EmailVerified);
        // Google redirects by a cross-site link, and a local installation may have no https.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.BackchannelTimeout = TimeSpan.FromSeconds(15);
        options.Events.OnTicketReceived = SignInAsync;
        options.Events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            SendBack(context.HttpContext, SignInProblem.Cancelled);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = TellWhyAsync;
    }

    private static async Task SignInAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var entry = services.GetRequiredService<StaffEntry>();
        var email = context.Principal?.FindFirstValue(ClaimTypes.Email);
        var isVerified = bool.TryParse(context.Principal?.FindFirstValue(EmailVerified), out var verified) && verified;
        context.HandleResponse();
        var problem = email is null || !isVerified ? SignInProblem.Unverified : SignInProblem.Unknown;
        if (
            problem == SignInProblem.Unknown
            && await services.GetRequiredService<StaffLookup>().ByEmailAsync(email!, http.RequestAborted) is { } member
            && await entry.SignInAsync(http, member, SignInWay.Google)
        )
        {
            http.Response.Redirect("/");
            return;
        }

        await entry.NoteRefusalAsync(http, SignInWay.Google, problem, email);
        SendBack(http, problem);
    }

    private static async Task TellWhyAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var problem = context.Failure is HttpRequestException or OperationCanceledException or JsonException
            ? SignInProblem.Away
            : SignInProblem.Stale;
        if (problem == SignInProblem.Stale)
            await http
                .RequestServices.GetRequiredService<StaffEntry>()
                .NoteRefusalAsync(http, SignInWay.Google, problem);
        else
            // Only the kind of error: Google's response may contain personal data.
            http.RequestServices.GetRequiredService<ILogger<StaffEntry>>()
                .LogWarning("Google could not be asked who signs in: {Kind}", context.Failure!.GetType().Name);
        SendBack(http, problem);
    }

    private static void SendBack(HttpContext http, SignInProblem problem) =>
        http.Response.Redirect($"{SignInEndpoints.Path}?problem={problem}");
}
