using Microsoft.Playwright;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// What others do is seen within a second. Measured while no other test runs, after one round that is not measured.
/// </summary>
[Collection(nameof(Alone))]
public sealed class LiveTests(BrowserHost browser)
{
    private const float Second = 1_000;

    [Fact]
    public async Task ChangeOfAnotherHost_IsOnEveryPageWithinASecond_WithWhoDidIt()
    {
        await using var desk = await FrontDesk.OpenAsync(browser);
        var (first, second) = (
            await desk.CallAsync("Olga", "89161112233", 18, table: 5),
            await desk.CallAsync("Ivan", "89164445566", 20, table: 5)
        );
        var list = await desk.PageAsync("/bookings");
        var (floor, timeline) = (await desk.PageAsync("/"), await desk.PageAsync("/timeline"));
        await Expect(Line(list, first)).ToContainTextAsync("Table 5");
        await list.EvaluateAsync("window.neverReloaded = true");
        var other = await (await desk.ColleagueAsync("Мария")).NewPageAsync();
        await other.GotoAsync("/bookings");

        await CancelAsync(other, first);
        await SeenAsync(first, 15_000);
        await CancelAsync(other, second);
        await SeenAsync(second, Second);

        await Expect(Line(list, second).GetByTestId("line-news")).ToContainTextAsync("Мария");

        // What is written without being announced, as by a process that died over it, the poll finds.
        var booked = await desk.BookAsync("Emma", 14, table: 6);
        await Task.WhenAll(
            Expect(floor.GetByTestId($"arrival-{booked.Code}")).ToContainTextAsync("Emma"),
            Expect(timeline.GetByTestId($"bar-{booked.Code}")).ToBeVisibleAsync(),
            Expect(timeline.GetByTestId("toast").Filter(new() { HasText = "Emma" })).ToBeVisibleAsync()
        );
        Assert.True(await list.EvaluateAsync<bool>("window.neverReloaded === true"));

        Task SeenAsync(Booking booking, float within) =>
            Task.WhenAll(
                Expect(Line(list, booking)).ToHaveAttributeAsync("data-status", "Canceled", new() { Timeout = within }),
                Expect(floor.GetByTestId("recent"))
                    .ToContainTextAsync($"Мария: {Name(booking)}", new() { Timeout = within }),
                Expect(timeline.GetByTestId($"bar-{booking.Code}")).ToHaveCountAsync(0, new() { Timeout = within }),
                Expect(timeline.GetByTestId("toast").Filter(new() { HasText = $"Мария: {Name(booking)}" }))
                    .ToBeVisibleAsync(new() { Timeout = within })
            );

        string Name(Booking booking) => booking == first ? "Olga" : "Ivan";
    }

    private static async Task CancelAsync(IPage page, Booking booking)
    {
        await Line(page, booking).Locator(".cell-lead").ClickAsync();
        await page.GetByTestId("cancel").ClickAsync();
        await page.GetByTestId("cancel-yes").ClickAsync();
    }

    private static ILocator Line(IPage page, Booking booking) => page.GetByTestId($"line-{booking.Code}");
}

/// <summary>Tests that measure time: they run one by one, when all others are done.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
