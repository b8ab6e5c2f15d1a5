using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Catalog;

namespace TantraSmoke.Web.Features.MiniApp;

/// <summary>
/// The page of the hall map: a few hundred bytes of HTML, one style sheet, one script and no circuit. It may be framed
/// by Telegram's web client, and only Telegram's script may run besides its own.
/// </summary>
internal static class MiniAppPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self' https://telegram.org; style-src 'self'; img-src 'self' blob:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors https://web.telegram.org https://*.telegram.org";

    public static async Task<IResult> Show(HttpContext http, BrandAssets brand, VenueCatalogCache catalogs)
    {
        var texts = BotTexts.For(http.Request.GetTypedHeaders().AcceptLanguage.MaxBy(l => l.Quality ?? 1)?.Value.Value);
        var venue = System.Net.WebUtility.HtmlEncode((await catalogs.GetAsync(http.RequestAborted)).Settings.VenueName);
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-cache";
        // Telegram's script loads asynchronously: it is needed only after the first picture.
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <meta name="color-scheme" content="light dark">
            <title>{venue}</title>
            <link rel="stylesheet" href="{brand.Url("hall-map.css")}">
            <script type="module" src="{brand.Url("hall-map.js")}"></script>
            <script async src="https://telegram.org/js/telegram-web-app.js"></script>
            </head>
            <body>
            <header><h1>{venue}</h1><p id="when" aria-live="polite"></p></header>
            <p id="note" role="status" aria-live="polite"></p>
            <main>
            <section id="hall" hidden>
            <div id="wish">
            <label><span data-word="guests"></span><select id="party"></select></label>
            <label><span data-word="day"></span><select id="day"></select></label>
            <label class="wide"><span data-word="time"></span><select id="slot"></select></label>
            </div>
            <div id="halls"></div>
            <div id="plan"></div>
            <ul id="legend">
            <li class="fits" data-word="fits"></li>
            <li class="free" data-word="free"></li>
            <li class="taken" data-word="taken"></li>
            </ul>
            <h2 data-word="choose"></h2>
            <ul id="tables"></ul>
            </section>
            <section id="table" hidden>
            <img id="photo" alt="" hidden>
            <h2 id="name" tabindex="-1"></h2>
            <p id="about"></p>
            </section>
            <section id="check" hidden><h2 id="title" tabindex="-1"></h2><ul id="lines"></ul><p id="hint"></p></section>
            </main>
            <footer id="bar" hidden>
            <button type="button" id="back" hidden></button>
            <button type="button" id="main" hidden></button>
            </footer>
            <noscript>{System.Net.WebUtility.HtmlEncode(texts.AppOnlyInTelegram)}</noscript>
            <template id="only">{System.Net.WebUtility.HtmlEncode(texts.AppOnlyInTelegram)}</template>
            </body>
            </html>
            """,
            "text/html; charset=utf-8"
        );
    }
}
