using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// What a tablet has to fetch before its first floor, and that it does so without a complaint of the browser.
/// </summary>
public sealed class ColdLoadTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const int MostBytes = 300_000;

    // Of what the circuit draws, before the socket compresses it.
    private const int MostDrawn = 250_000;
    private const int MostRequests = 20;
    private const int SmallText = 2_048;

    [Fact]
    public async Task Floor_ByABrowserThatHasNothing_IsLight()
    {
        await using var desk = await shared.OpenAsync();
        var page = await (await desk.BrowserAsync(language: "ru-RU")).NewPageAsync();
        var fetched = new ConcurrentQueue<IRequest>();
        var complaints = page.CollectComplaints();
        var received = 0;
        page.RequestFinished += (_, request) => fetched.Enqueue(request);
        page.WebSocket += (_, socket) =>
            socket.FrameReceived += (_, frame) =>
                Interlocked.Add(ref received, frame.Binary?.Length ?? frame.Text?.Length ?? 0);

        await page.GotoAsync("/");
        await page.IsLiveAsync();
        await Expect(page.GetByTestId("table-5")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var bytes = 0;
        foreach (var request in fetched)
        {
            var (answer, sizes) = ((await request.ResponseAsync())!, await request.SizesAsync());
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            Assert.True(answer.Ok || answer.Status == 101, $"{request.Url}: {answer.Status}");
            var headers = await answer.AllHeadersAsync();
            var isText =
                headers.TryGetValue("content-type", out var type)
                && (
                    type.Contains("text", StringComparison.Ordinal)
                    || type.Contains("javascript", StringComparison.Ordinal)
                    || type.Contains("json", StringComparison.Ordinal)
                    || type.Contains("svg", StringComparison.Ordinal)
                );
            Assert.True(
                !isText || headers.ContainsKey("content-encoding") || (await answer.BodyAsync()).Length <= SmallText,
                $"{request.Url} is not compressed"
            );
        }

        Assert.Empty(complaints);
        Assert.True(
            fetched.Count is > 5 and <= MostRequests,
            $"{fetched.Count} requests: {string.Join(' ', fetched.Select(request => request.Url))}"
        );
        Assert.True(bytes is > 50_000 and <= MostBytes, $"{bytes} bytes");
        Assert.True(received is > 10_000 and <= MostDrawn, $"{received} bytes of drawing");
    }

    [Fact]
    public async Task Floor_BeforeItsCircuit_IsShownButDoesNothing()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync();
        var scriptMayCome = new TaskCompletionSource();
        await page.RouteAsync(
            "**/blazor.web*.js",
            async route =>
            {
                await scriptMayCome.Task;
                await route.ContinueAsync();
            }
        );

        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        var table = page.GetByTestId("table-5");
        await Expect(table).ToBeVisibleAsync();
        var box = (await table.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await Expect(page.Locator(".shell[inert]")).ToHaveCountAsync(1);
        scriptMayCome.SetResult();

        await page.IsLiveAsync();
        await Expect(page.GetByTestId("panel")).Not.ToContainTextAsync("Table 5");
        await table.ClickAsync();
        await Expect(page.GetByTestId("panel")).ToContainTextAsync("Table 5");
    }
}
