using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace TantraSmoke.Tests.Web;

/// <summary>The dashboard over HTTP: what is open, what is closed, and that all a page needs comes from it.</summary>
public sealed class DashboardTests(RunningDashboard dashboard) : IClassFixture<RunningDashboard>, IDisposable
{
    private readonly DashboardVisitor _stranger = new(dashboard.Address);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _stranger.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/bookings")]
    [InlineData("/simulator")]
    [InlineData("/nowhere")]
    public async Task Page_WithoutSession_AsksToSignIn(string path)
    {
        var answer = await _stranger.Http.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in?", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Unknown_SaysSoInWords()
    {
        using var staff = dashboard.SignedIn();
        using var answer = await staff.Http.GetAsync("/nowhere", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Page not found", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circuit_OnlyWithSession_IsOpened()
    {
        const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";
        using var staff = dashboard.SignedIn();

        using var refused = await _stranger.Http.PostAsync(Negotiate, null, Cancel);
        using var opened = await staff.Http.PostAsync(Negotiate, null, Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, opened.StatusCode));
    }

    [Fact]
    public async Task Page_EverythingItNeeds_ComesFromHere()
    {
        using var staff = dashboard.SignedIn();
        var page = new HtmlParser().ParseDocument(await staff.Http.GetStringAsync("/", Cancel));
        var needed = page.QuerySelectorAll("link[href], script[src], img[src]")
            .Where(e => e.GetAttribute("rel") is not "canonical")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .ToList();

        Assert.Contains(needed, address => address.Contains("MudBlazor.min", StringComparison.Ordinal));
        Assert.Contains(needed, address => Regex.IsMatch(address, @"^_framework/blazor\.web\.\w+\.js$"));
        Assert.True(needed.Count >= 10, string.Join(' ', needed));
        foreach (var address in needed)
        {
            Assert.DoesNotContain("//", address, StringComparison.Ordinal);
            using var answer = await _stranger.Http.GetAsync("/" + address.TrimStart('/'), Cancel);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Fact]
    public async Task BlazorScript_ComesCompressed_AndIsNotSentAgain()
    {
        using var staff = dashboard.SignedIn();
        var page = new HtmlParser().ParseDocument(await staff.Http.GetStringAsync("/", Cancel));
        var address = page.QuerySelector("script[src*='blazor.web']")!.GetAttribute("src");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/" + address);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await _stranger.Http.SendAsync(request, Cancel);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        await using var packed = new GZipStream(
            await answer.Content.ReadAsStreamAsync(Cancel),
            CompressionMode.Decompress
        );
        Assert.Contains("Blazor", await new StreamReader(packed).ReadToEndAsync(Cancel), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/" + address);
        again.Headers.AcceptEncoding.ParseAdd("gzip");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _stranger.Http.SendAsync(again, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("ru-RU,ru;q=0.9", null, "ru", "Вход")]
    [InlineData("de-DE", null, "en", "Sign in")]
    [InlineData("ru-RU", "c=en|uic=en", "en", "Sign in")]
    public async Task SignIn_Language_FollowsCookieThenBrowser(
        string accepts,
        string? cookie,
        string expected,
        string title
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("Accept-Language", accepts);
        if (cookie is not null)
            request.Headers.Add("Cookie", $"language={Uri.EscapeDataString(cookie)}");

        var page = new HtmlParser().ParseDocument(
            await (await _stranger.Http.SendAsync(request, Cancel)).Content.ReadAsStringAsync(Cancel)
        );

        Assert.Equal(expected, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Theme_FromCookie_IsInTheFirstAnswer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("Cookie", "theme=dark");

        var page = new HtmlParser().ParseDocument(
            await (await _stranger.Http.SendAsync(request, Cancel)).Content.ReadAsStringAsync(Cancel)
        );

        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-scheme"));
        Assert.Contains(
            page.QuerySelectorAll("style"),
            style => style.TextContent.Contains(":root[data-scheme=dark]", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_WhenAllIsWell_IsHealthyWithoutSession(string path) =>
        Assert.Equal("Healthy", await _stranger.Http.GetStringAsync(path, Cancel));
}

/// <summary>One server for tests that do not change it.</summary>
public sealed class RunningDashboard : IAsyncLifetime
{
    private ProcessHome _home = null!;
    private DashboardServer _server = null!;
    private Cookie? _session;

    public Uri Address => _server.Address;

    public async ValueTask InitializeAsync()
    {
        _home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        _server = await DashboardServer.StartAsync(_home);
        using var first = new DashboardVisitor(Address);
        await first.PressAsync(await _server.FirstRunLinkAsync());
        _session = first.Session;
    }

    public DashboardVisitor SignedIn() => new(Address) { Session = _session };

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _home.DisposeAsync();
    }
}
