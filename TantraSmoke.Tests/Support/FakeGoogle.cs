using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// Google's side of signing in, on 127.0.0.1: it sends browsers back with a code that works once, gives a token only to
/// the client with the secret and the PKCE verifier, and tells who that is.
/// </summary>
public sealed class FakeGoogle : IAsyncDisposable
{
    public const string ClientId = "1-test.apps.googleusercontent.com";
    public const string ClientSecret = "GOCSPX-a-secret-for-tests";
    private readonly ConcurrentDictionary<string, (string Challenge, string RedirectUri, Account Who)> _codes = new();
    private readonly ConcurrentDictionary<string, Account> _tokens = new();
    private readonly WebApplication _app;

    private FakeGoogle(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Who is asked at Google's page; null says no.</summary>
    public Account? Who { get; set; } = new("anna@lounge.example", true);

    /// <summary>Answers 503 to the server's own questions.</summary>
    public bool IsDown { get; set; }

    /// <summary>Why tokens were refused.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    /// <summary>What an installation is started with.</summary>
    public IReadOnlyDictionary<string, string?> Variables =>
        new Dictionary<string, string?>
        {
            ["GOOGLE_CLIENT_ID"] = ClientId,
            ["GOOGLE_CLIENT_SECRET"] = ClientSecret,
            ["Authentication__Schemes__Google__AuthorizationEndpoint"] = new Uri(Address, "/auth").ToString(),
            ["Authentication__Schemes__Google__TokenEndpoint"] = new Uri(Address, "/token").ToString(),
            ["Authentication__Schemes__Google__UserInformationEndpoint"] = new Uri(Address, "/userinfo").ToString(),
        };

    public static async Task<FakeGoogle> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var google = new FakeGoogle(app);
        app.MapGet("/auth", google.Authorize);
        app.MapPost("/token", (Delegate)google.TokenAsync);
        app.MapGet("/userinfo", google.UserInfo);
        await app.StartAsync();
        return google;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        Assert.Equal(
            (ClientId, "code", "S256"),
            (
                query["client_id"].ToString(),
                query["response_type"].ToString(),
                query["code_challenge_method"].ToString()
            )
        );
        Assert.Equal(["email", "openid", "profile"], query["scope"].ToString().Split(' ').Order());
        var back = query["redirect_uri"].ToString();
        if (Who is not { } who)
            return Results.Redirect(
                QueryHelpers.AddQueryString(
                    back,
                    new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = query["state"] }
                )
            );
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (query["code_challenge"].ToString(), back, who);
        return Results.Redirect(
            QueryHelpers.AddQueryString(
                back,
                new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }
            )
        );
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        if (IsDown)
            return Results.Text(
                "<html>Try again later",
                "text/html",
                statusCode: (int)HttpStatusCode.ServiceUnavailable
            );
        var form = await http.Request.ReadFormAsync();
        var isKnown = _codes.TryRemove(form["code"].ToString(), out var code);
        var verifier = WebEncoders.Base64UrlEncode(
            SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))
        );
        var refusal =
            !isKnown ? "the code is unknown or was used"
            : verifier != code.Challenge ? "the verifier does not fit"
            : (form["client_id"], form["client_secret"]) != (ClientId, ClientSecret) ? "the client is not who it says"
            : form["redirect_uri"] != code.RedirectUri ? "another redirect_uri"
            : null;
        if (refusal is not null)
        {
            Refusals.Enqueue(refusal);
            return Results.Json(new { error = "invalid_grant" }, statusCode: (int)HttpStatusCode.BadRequest);
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _tokens[token] = code.Who;
        return Results.Json(
            new
            {
                access_token = token,
                token_type = "Bearer",
                expires_in = 3599,
            }
        );
    }

    private IResult UserInfo(HttpContext http) =>
        _tokens.TryRemove(
            http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal),
            out var who
        )
            ? Results.Json(
                new
                {
                    sub = "1057",
                    name = "Anna",
                    given_name = "Anna",
                    email = who.Email,
                    email_verified = who.IsVerified,
                }
            )
            : Results.Unauthorized();

    public sealed record Account(string Email, bool IsVerified);
}
