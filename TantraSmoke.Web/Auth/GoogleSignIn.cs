using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Mvc;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>
/// Sign-in with Google for staff with an e-mail address that Google has verified. The package
/// Microsoft.AspNetCore.Authentication.Google does not restore everywhere, so ASP.NET's own OAuth handler is told what that
/// package would tell it (same endpoints, scopes, claims and callback path). With the package at hand, <c>AddGoogle(options =>
/// Configure(options, google))</c> takes the place of <see cref="AddHandler"/> and <see cref="AskWhoAsync"/>.
/// </summary>
public static class GoogleSignIn
{
    public const string Scheme = "Google";
    public const string Path = SignInEndpoints.Path + "/google";

    /// <summary>Registered with Google as an authorized redirect URI, after PUBLIC_URL.</summary>
    public const string CallbackPath = "/signin-google";

    private const string EmailVerified = "email_verified";

    public static void AddGoogleSignIn(this AuthenticationBuilder authentication, GoogleSettings? google, IConfiguration configuration)
    {
        if (google is not null)
            AddHandler(authentication, google, configuration.GetSection("Authentication:Schemes:Google"));
    }

    public static void MapGoogleSignIn(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<InstallationSettings>().Google is not null)
            endpoints.MapPost(Path, Begin);
    }

    /// <summary>Behind a proxy the request does not say where browsers reach the dashboard, and Google must send them back there.</summary>
    public static void UsePublicAddressForGoogle(this WebApplication app)
    {
        if (app.Services.GetRequiredService<InstallationSettings>() is not { Google: not null, PublicUrl: { } root })
            return;
        app.Use((http, next) =>
        {
            if (http.Request.Path == Path || http.Request.Path == CallbackPath)
                (http.Request.Scheme, http.Request.Host) = (root.Scheme, new HostString(root.Authority));
            return next(http);
        });
    }

    // The unused form parameter is what makes the antiforgery token be checked.
    private static IResult Begin([FromForm] IFormCollection form)
    {
        _ = form;
        return Results.Challenge(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]);
    }

    /// <param name="elsewhere">Other endpoints than Google's own, for tests: AuthorizationEndpoint, TokenEndpoint, UserInformationEndpoint.</param>
    private static void AddHandler(AuthenticationBuilder authentication, GoogleSettings google, IConfigurationSection elsewhere) =>
        authentication.AddOAuth(Scheme, options =>
        {
            options.CallbackPath = CallbackPath;
            options.AuthorizationEndpoint = elsewhere["AuthorizationEndpoint"] ?? "https://accounts.google.com/o/oauth2/v2/auth";
            options.TokenEndpoint = elsewhere["TokenEndpoint"] ?? "https://oauth2.googleapis.com/token";
            options.UserInformationEndpoint = elsewhere["UserInformationEndpoint"] ?? "https://www.googleapis.com/oauth2/v3/userinfo";
            options.UsePkce = true;
            foreach (var scope in (string[])["openid", "profile", "email"])
                options.Scope.Add(scope);
            options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "sub");
            options.ClaimActions.MapJsonKey(ClaimTypes.Name, "name");
            options.ClaimActions.MapJsonKey(ClaimTypes.Email, "email");
            options.Events.OnCreatingTicket = AskWhoAsync;
            Configure(options, google);
        });

    private static void Configure(OAuthOptions options, GoogleSettings google)
    {
        options.ClientId = google.ClientId;
        options.ClientSecret = google.ClientSecret;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.ClaimActions.MapJsonKey(EmailVerified, EmailVerified);
        // Somebody whose account was refused must be able to choose another.
        options.AdditionalAuthorizationParameters["prompt"] = "select_account";
        // Google sends the browser back by a link, and at home there may be no https.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.BackchannelTimeout = TimeSpan.FromSeconds(15);
        options.Events.OnTicketReceived = LetInAsync;
        options.Events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            SendBack(context.HttpContext, SignInProblem.Cancelled);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = TellWhyAsync;
    }

    private static async Task AskWhoAsync(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        using var person = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        context.RunClaimActions(person.RootElement);
    }

    private static async Task LetInAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var entry = services.GetRequiredService<StaffEntry>();
        var email = context.Principal?.FindFirstValue(ClaimTypes.Email);
        var isVerified = bool.TryParse(context.Principal?.FindFirstValue(EmailVerified), out var verified) && verified;
        context.HandleResponse();
        var problem = email is null || !isVerified ? SignInProblem.Unverified : SignInProblem.Unknown;
        if (problem == SignInProblem.Unknown
            && await services.GetRequiredService<StaffService>().ByEmailAsync(email!, http.RequestAborted) is { } member
            && await entry.LetInAsync(http, member, SignInWay.Google))
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
        var problem = context.Failure is HttpRequestException or OperationCanceledException or JsonException ? SignInProblem.Away : SignInProblem.Stale;
        if (problem == SignInProblem.Stale)
            await http.RequestServices.GetRequiredService<StaffEntry>().NoteRefusalAsync(http, SignInWay.Google, problem);
        else
            // Only what kind of fault: what Google has answered is not for the log.
            http.RequestServices.GetRequiredService<ILogger<StaffEntry>>().LogWarning("Google could not be asked who signs in: {Kind}", context.Failure!.GetType().Name);
        SendBack(http, problem);
    }

    private static void SendBack(HttpContext http, SignInProblem problem) => http.Response.Redirect($"{SignInEndpoints.Path}?problem={problem}");
}
