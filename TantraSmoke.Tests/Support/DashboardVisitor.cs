using System.Net;
using AngleSharp.Html.Parser;

namespace TantraSmoke.Tests.Support;

/// <summary>Somebody at a dashboard with a browser of their own: it keeps cookies and follows no redirects.</summary>
public sealed class DashboardVisitor : IDisposable
{
    private readonly HttpClientHandler _handler = new()
    {
        CookieContainer = new CookieContainer(),
        AllowAutoRedirect = false,
    };

    public DashboardVisitor(Uri address) => Http = new HttpClient(_handler) { BaseAddress = address };

    public HttpClient Http { get; }

    public Cookie? Session
    {
        get => _handler.CookieContainer.GetCookies(Http.BaseAddress!)["tantra.session"];
        set => _handler.CookieContainer.Add(Http.BaseAddress!, new Cookie(value!.Name, value.Value));
    }

    /// <summary>Every cookie as it is now; may be given to another browser.</summary>
    public IReadOnlyList<Cookie> Cookies
    {
        get =>
            [
                .. _handler
                    .CookieContainer.GetAllCookies()
                    .Select(cookie => new Cookie(cookie.Name, cookie.Value, cookie.Path)),
            ];
        set
        {
            foreach (var cookie in value)
                _handler.CookieContainer.Add(Http.BaseAddress!, cookie);
        }
    }

    /// <summary>The link that a process without staff prints.</summary>
    public static async Task<Uri> FirstRunLinkAsync(WebProcess web) =>
        new((await web.WaitForOutputAsync("/sign-in/link?token=")).Trim());

    /// <summary>Opens a sign-in link and presses its button.</summary>
    public async Task<HttpResponseMessage> PressAsync(Uri link)
    {
        var page = new HtmlParser().ParseDocument(
            await Http.GetStringAsync(link, TestContext.Current.CancellationToken)
        );
        var fields = page.QuerySelectorAll("form input")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
        using var form = new FormUrlEncodedContent(fields);
        return await Http.PostAsync(
            page.QuerySelector("form")!.GetAttribute("action"),
            form,
            TestContext.Current.CancellationToken
        );
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }
}
