using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// The line is lost, and the page says so at once: that it is, and that what was tapped was not done.
/// </summary>
public sealed class LostLineTests(SharedDesk shared) : IClassFixture<SharedDesk>, IAsyncDisposable
{
    private TcpGate _gate = null!;
    private FrontDesk _desk = null!;

    // The pages first: those whose line is lost try to connect for as long as they are open.
    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _gate.DisposeAsync();
    }

    [Fact]
    public async Task StalledLine_IsNoticedWithinFiveSeconds_AndMadeAnewWithoutAReload()
    {
        var page = await FloorAsync();
        await page.EvaluateAsync("window.neverReloaded = true");
        // The page's own clock, whatever the machine is busy with. From the server's next word on its timers are those
        // of this one.
        await page.Clock.InstallAsync();
        await page.WaitForTimeoutAsync(3000);

        _gate.Forget();
        await page.Clock.FastForwardAsync(5000);
        await Expect(Banner(page)).ToBeVisibleAsync(new() { Timeout = 4000 });

        await Expect(Banner(page)).ToBeHiddenAsync();
        await page.GetByTestId("table-5").ClickAsync();
        await Expect(page.GetByTestId("table-panel")).ToBeVisibleAsync();
        await Expect(Notice(page)).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.neverReloaded === true"));
    }

    [Fact]
    public async Task FirstAnswerOfASlowServer_IsWaitedFor()
    {
        var page = await (await FloorAsync()).Context.NewPageAsync();
        await page.RouteWebSocketAsync(
            "**/_blazor**",
            socket =>
            {
                // In their order, the first after seven seconds.
                var sent = Task.Delay(TimeSpan.FromSeconds(7));
                socket.ConnectToServer().OnMessage(message => sent = SendAfterAsync(sent, socket, message));
            }
        );

        await page.GotoAsync("/");
        await page.IsLiveAsync();
        await Expect(page.GetByTestId("table-5")).ToBeVisibleAsync();

        Assert.Equal(
            "navigate",
            await page.EvaluateAsync<string>("performance.getEntriesByType('navigation')[0].type")
        );
    }

    [Fact]
    public async Task FirstConnectionLostBeforeThePageLives_IsTriedAgain()
    {
        var page = await (await FloorAsync()).Context.NewPageAsync();
        var sockets = 0;
        await page.RouteWebSocketAsync(
            "**/_blazor**",
            socket =>
            {
                var server = socket.ConnectToServer();
                if (Interlocked.Increment(ref sockets) == 1)
                    server.OnMessage(_ => socket.CloseAsync());
            }
        );

        await page.GotoAsync("/");

        await page.IsLiveAsync();
        await Expect(page.GetByTestId("table-5")).ToBeVisibleAsync();
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("en-GB", "No connection: nothing was done.")]
    [InlineData("ru-RU", "Нет связи: действие не выполнено.")]
    public async Task TapWhileLost_IsSaidNotToBeDone(string language, string sentence)
    {
        var page = await FloorAsync(language);
        _gate.Shut();
        await Expect(Banner(page)).ToBeVisibleAsync();

        // Looking around is no tap that the server is to act upon.
        await page.Mouse.WheelAsync(0, 200);
        await page.GetByTestId("nav-account").ClickAsync();
        await page.Locator("[data-set-theme=light]").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(Notice(page)).ToBeHiddenAsync();
        await page.GetByTestId("table-5").ClickAsync();
        await Expect(Notice(page)).ToHaveTextAsync(sentence);
        await Expect(Notice(page)).ToBeVisibleAsync();

        _gate.Open();
        await Expect(Banner(page)).ToBeHiddenAsync();
        await Expect(page.GetByTestId("table-panel")).ToHaveCountAsync(0);
        await page.GetByTestId("table-5").ClickAsync();
        await Expect(page.GetByTestId("table-panel")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TapBeforeTheLossWasNoticed_IsSaidNotToBeDone()
    {
        var page = await FloorAsync();

        _gate.Forget();
        await page.GetByTestId("table-5").ClickAsync();
        await Expect(Banner(page)).ToBeVisibleAsync();

        await Expect(Notice(page)).ToHaveTextAsync("No connection: nothing was done.");
        await Expect(Banner(page)).ToBeHiddenAsync();
        await Expect(page.GetByTestId("table-panel")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TapThatArrived_BeforeTheLoss_IsNotReported()
    {
        var page = await FloorAsync();
        await page.GetByTestId("table-5").ClickAsync();
        await Expect(page.GetByTestId("table-panel")).ToBeVisibleAsync();

        _gate.Forget();
        await Expect(Banner(page)).ToBeVisibleAsync();
        await Expect(Banner(page)).ToBeHiddenAsync();
        await Expect(page.GetByTestId("table-panel")).ToBeVisibleAsync();
        await Expect(Notice(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task LinkBeforeTheLossWasNoticed_IsFollowedAfterwards()
    {
        var page = await FloorAsync();

        _gate.Forget();
        await page.GetByTestId("nav-timeline").ClickAsync();
        await Expect(Banner(page)).ToBeVisibleAsync();
        await Expect(Banner(page)).ToBeHiddenAsync();

        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();
        await Expect(Notice(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task LinkBeforeTheLoss_IsFollowedAlsoWhenTheLineIsLostOnceMore()
    {
        var page = await FloorAsync(
            onConfirm: """
            const ask = reference.invokeMethodAsync.bind(reference);
            reference.invokeMethodAsync = (name, ...rest) => name === "LastTap" && !asked++
                ? Promise.reject(new Error("lost")) : ask(name, ...rest);
            confirm(reference);
            isConfirmed = true;
            """
        );
        await page.BecomesAsync("window.isConfirmed === true");

        _gate.Forget();
        await page.GetByTestId("nav-timeline").ClickAsync();
        await Expect(Banner(page)).ToBeVisibleAsync();
        await Expect(Banner(page)).ToBeHiddenAsync();
        await page.BecomesAsync("asked > 0");
        _gate.Shut();
        await Expect(Banner(page)).ToBeVisibleAsync();
        _gate.Open();

        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();
        await Expect(Notice(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task LinkBeforeTapsAreConfirmed_IsFollowedAfterwards()
    {
        var page = await FloorAsync(onConfirm: "if (asked++) confirm(reference); else await new Promise(() => {});");
        await page.BecomesAsync("asked === 1");

        _gate.Forget();
        await page.GetByTestId("nav-timeline").ClickAsync();
        await Expect(Banner(page)).ToBeVisibleAsync();
        await Expect(Banner(page)).ToBeHiddenAsync();

        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task LinkWhileLost_OpensAsSoonAsTheServerAnswers()
    {
        var page = await FloorAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.BecomesAsync("navigator.serviceWorker.controller");
        _gate.Shut();
        await Expect(Banner(page)).ToBeVisibleAsync();

        await page.GetByTestId("nav-timeline").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("The server is not responding");
        _gate.Open();

        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();
    }

    private static async Task SendAfterAsync(Task before, IWebSocketRoute page, IWebSocketFrame message)
    {
        await before;
        if (message.Binary is { } bytes)
            page.Send(bytes);
        else
            page.Send(message.Text!);
    }

    private static ILocator Banner(IPage page) => page.Locator("#components-reconnect-modal");

    private static ILocator Notice(IPage page) => page.GetByTestId("line-notice");

    /// <param name="onConfirm">What is done when the circuit first offers to confirm taps, in place of taking the
    /// offer.</param>
    private async Task<IPage> FloorAsync(string language = "en-GB", string? onConfirm = null)
    {
        _desk = await shared.OpenAsync();
        _gate = new TcpGate("127.0.0.1", _desk.Address.Port).Open();
        var through = new Uri($"http://127.0.0.1:{_gate.Port}");
        var page = await _desk.HostAsync(language: language, through: through);
        if (onConfirm is null)
            return page;
        await page.AddInitScriptAsync(
            $$"""
            window.asked = 0;
            window.isConfirmed = false;
            let its;
            Object.defineProperty(window, "line", {
              get: () => its,
              set: line => {
                const confirm = line.confirm;
                line.confirm = async reference => { {{onConfirm}} };
                its = line;
              },
            });
            """
        );
        await page.ReloadAsync();
        await page.IsLiveAsync();
        await Expect(page.GetByTestId("table-5")).ToBeVisibleAsync();
        return page;
    }
}
