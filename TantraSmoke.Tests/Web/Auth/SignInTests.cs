using System.Net;

namespace TantraSmoke.Tests.Web.Auth;

/// <summary>Who gets in and how.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private ProcessHome _home = null!;
    private DashboardServer _server = null!;
    private DashboardVisitor _visitor = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        _server = await DashboardServer.StartAsync(_home);
        _visitor = new DashboardVisitor(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _server.DisposeAsync();
        await _home.DisposeAsync();
    }

    [Fact]
    public async Task FirstRunLink_OpenedThenPressed_SignsInOnceAndOnlyOnce()
    {
        var link = await _server.FirstRunLinkAsync();
        using var stranger = new DashboardVisitor(_server.Address);
        // Previews of messengers open links as well: that must not use them up.
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await stranger.Http.GetAsync(link, Cancel)).StatusCode);

        var pressed = await _visitor.PressAsync(link);

        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        Assert.Equal("/setup/guide", pressed.Headers.Location?.ToString());
        var cookie = Assert.Single(
            pressed.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("tantra.session=", StringComparison.Ordinal)
        );
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
        var token = (await _server.FirstRunLinkAsync()).Query.Split('=')[1];
        using var form = new FormUrlEncodedContent([new("token", token)]);

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _visitor.Http.PostAsync("/sign-in/link", form, Cancel)).StatusCode
        );
    }

    [Fact]
    public async Task SignInPage_SaysOnlyWhatWorksAsItIsConfigured()
    {
        var bare = await _visitor.Http.GetStringAsync("/sign-in", Cancel);
        Assert.Contains("prints the link on its console", bare, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin", bare, StringComparison.Ordinal);
        await _visitor.PressAsync(await _server.FirstRunLinkAsync());
        using var stranger = new DashboardVisitor(_server.Address);
        Assert.Contains(
            "every start prints a new one",
            await stranger.Http.GetStringAsync("/sign-in", Cancel),
            StringComparison.Ordinal
        );

        await _server.DisposeAsync();
        _home.Variables["BOT_TOKEN"] = "1234567890:AAExampleExampleExampleExampleExample";
        _home.Variables["TELEGRAM_API_URL"] = TestServers.Nowhere;
        _home.Variables["ADMIN_IDS_RAW"] = "42";
        _server = await DashboardServer.StartAsync(_home);
        using var later = new DashboardVisitor(_server.Address);

        var page = await later.Http.GetStringAsync("/sign-in", Cancel);
        Assert.Contains("send /admin", page, StringComparison.Ordinal);
        Assert.Contains("Ask an admin", page, StringComparison.Ordinal);
        Assert.DoesNotContain("console", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_WithoutAntiforgery_IsRefused()
    {
        await _visitor.PressAsync(await _server.FirstRunLinkAsync());

        using var empty = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.Http.PostAsync("/sign-out", empty, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.Http.GetAsync("/", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Simulator_WithBotToken_IsNotThere()
    {
        await _server.DisposeAsync();
        _home.Variables["BOT_TOKEN"] = "1234567890:AAExampleExampleExampleExampleExample";
        _home.Variables["TELEGRAM_API_URL"] = TestServers.Nowhere;
        _server = await DashboardServer.StartAsync(_home);
        using var visitor = new DashboardVisitor(_server.Address);
        await visitor.PressAsync(await _server.FirstRunLinkAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Http.GetAsync("/simulator", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Http.GetAsync("/bookings", Cancel)).StatusCode);
    }
}
