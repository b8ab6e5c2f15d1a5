using System.Net;

namespace TantraSmoke.Tests.Web.Auth;

/// <summary>Who gets in and how, at the real process.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private WebProcess _web = null!;
    private DashboardVisitor _visitor = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _web = await WebProcess.StartLiveAsync(_folder.Path);
        _visitor = new DashboardVisitor(_web);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _web.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task FirstRunLink_OpenedThenPressed_SignsInOnceAndOnlyOnce()
    {
        var link = await DashboardVisitor.FirstRunLinkAsync(_web);
        using var stranger = new DashboardVisitor(_web);
        // Previews of messengers open links as well: that must not use them up.
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await stranger.Http.GetAsync(link, Cancel)).StatusCode);

        var pressed = await _visitor.PressAsync(link);

        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        Assert.Equal("/setup/guide", pressed.Headers.Location?.ToString());
        var cookie = Assert.Single(pressed.Headers.GetValues("Set-Cookie"), c => c.StartsWith("tantra.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("expires=", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.Http.GetAsync("/", Cancel)).StatusCode);

        Assert.Equal(HttpStatusCode.Gone, (await stranger.PressAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.Http.GetAsync("/", Cancel)).StatusCode);
    }

    [Fact]
    public async Task FirstRunLink_PressedByForeignForm_IsRefused()
    {
        var token = (await DashboardVisitor.FirstRunLinkAsync(_web)).Query.Split('=')[1];
        using var form = new FormUrlEncodedContent([new("token", token)]);

        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.Http.PostAsync("/sign-in/link", form, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Session_AfterRestart_StillHoldsAndThereIsNoSecondFirstRun()
    {
        await _visitor.PressAsync(await DashboardVisitor.FirstRunLinkAsync(_web));
        var session = _visitor.Session;
        await _web.StopAsync();
        await _web.DisposeAsync();

        // Another home: the keys of the cookies must come from the database, not from whoever runs the process.
        _web = await WebProcess.StartLiveAsync(_folder.Path, new Dictionary<string, string?> { ["HOME"] = Directory.CreateDirectory(_folder["home"]).FullName });
        using var again = new DashboardVisitor(_web) { Session = session };

        Assert.Equal(HttpStatusCode.OK, (await again.Http.GetAsync("/", Cancel)).StatusCode);
        await _web.WaitForOutputAsync("Application started");
        Assert.DoesNotContain("sign-in/link", _web.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_WithoutAntiforgery_IsRefused()
    {
        await _visitor.PressAsync(await DashboardVisitor.FirstRunLinkAsync(_web));

        using var empty = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.Http.PostAsync("/sign-out", empty, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.Http.GetAsync("/", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Simulator_WithBotToken_IsNotThere()
    {
        await _web.DisposeAsync();
        _web = await WebProcess.StartLiveAsync(_folder.Path, new Dictionary<string, string?>
        {
            ["BOT_TOKEN"] = "1234567890:AAExampleExampleExampleExampleExample",
            ["TELEGRAM_API_URL"] = TestServers.Nowhere,
        });
        using var visitor = new DashboardVisitor(_web);
        await visitor.PressAsync(await DashboardVisitor.FirstRunLinkAsync(_web));

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Http.GetAsync("/simulator", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Http.GetAsync("/bookings", Cancel)).StatusCode);
    }
}
