namespace TantraSmoke.Web;

/// <summary>Security headers of every response: what may run in a page and who may frame it.</summary>
public static class SecurityHeaders
{
    /// <summary>Inline styles are needed for MudBlazor; Blazor connects to its own origin only.</summary>
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    var headers = http.Response.Headers;
                    headers.XContentTypeOptions = "nosniff";
                    // Pages with their own policy override it: the Mini App, and the sign-in page with Telegram's
                    // button.
                    headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is { Count: > 0 } own ? own : Policy;
                    headers.TryAdd("Referrer-Policy", "same-origin");
                    headers.TryAdd(
                        "Permissions-Policy",
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
                    );
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );

    /// <summary>Allows Telegram's login widget on one page.</summary>
    public static void AllowTelegramButton(HttpContext http) =>
        http.Response.Headers.ContentSecurityPolicy = Policy.Replace(
            "script-src 'self'",
            "script-src 'self' https://telegram.org; frame-src https://oauth.telegram.org",
            StringComparison.Ordinal
        );
}
