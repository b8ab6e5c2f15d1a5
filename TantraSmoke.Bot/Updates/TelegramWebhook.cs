using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Bot.Updates;

/// <summary>The webhook that receives updates when TELEGRAM_WEBHOOK_URL is set.</summary>
/// <param name="Url">What Telegram calls; its path is mapped in this process.</param>
/// <param name="Secret">What Telegram sends along in a header, so that nobody else can.</param>
public sealed record TelegramWebhook(Uri Url, string Secret)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const long LargestUpdate = 1_000_000;

    /// <summary>Null: the bot polls.</summary>
    public static TelegramWebhook? Of(InstallationSettings installation) =>
        installation is { TelegramWebhookUrl: { } url, BotToken: { } token }
            // Derived from the token: equal on all replicas, nothing to configure.
            ? new TelegramWebhook(
                url,
                Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "tantrasmoke-webhook"u8))
            )
            : null;

    /// <summary>Maps the webhook's path; does nothing when the bot polls.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, InstallationSettings installation)
    {
        if (Of(installation) is not { } webhook)
            return;
        endpoints
            .MapPost(webhook.Url.AbsolutePath, (Delegate)webhook.ReceiveAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimit(LargestUpdate));
    }

    private async Task<IResult> ReceiveAsync(HttpContext http)
    {
        var sent = Encoding.UTF8.GetBytes(http.Request.Headers[SecretHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(Secret)))
            return Results.Unauthorized();
        try
        {
            var raw = await JsonSerializer.DeserializeAsync<JsonElement>(
                http.Request.Body,
                cancellationToken: http.RequestAborted
            );
            var pump = http.RequestServices.GetRequiredService<UpdatePump>();
            // Telegram delivers the update again after any other status.
            return await pump.ReceiveAsync(raw)
                ? Results.Ok()
                : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
    }

    private sealed record RequestSizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
