using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Staff;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>At 320 pixels, which is also 640 at 200 %, every page of the dashboard reads from top to bottom only.</summary>
public sealed class NarrowTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task Pages_At320Pixels_DoNotScrollSideways_AndStandStill()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Konstantin Konstantinopolsky", 14, table: 2);
        await desk.SeatAsync(5);
        await desk.Bookings.BlockAsync(
            new Actor.Staff(99, StaffRole.Host, "Boris"),
            new BlockRequest([await desk.TableAsync(9)], "Wet sofa", TimeProvider.System.GetUtcNow().AddHours(2)),
            TestContext.Current.CancellationToken);
        var page = await desk.HostAsync(language: "ru-RU", width: 320, height: 640);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var problems = new List<string>();

        await LookAsync("/", "[data-testid=plan-scrolls]");
        await LookAsync(null, "[data-testid=table-panel]", "table-3");
        await LookAsync(null, "[data-testid=block-form]", "block-open");
        await LookAsync("/", "[data-testid=waitlist-form]", "tab-waitlist", "waitlist-add");
        await LookAsync("/", "[data-testid=guest-name]", "new-booking");
        await LookAsync("/", "[data-testid=time-bar]", "time-open");
        await LookAsync("/timeline", ".tl-bar");
        await LookAsync(null, "[data-testid=bar-panel]", $"bar-{booking.Code}");
        await LookAsync("/waitlist", "[data-testid=free-now]");
        await LookAsync(null, "[data-testid=waitlist-form]", "waitlist-add");
        await LookAsync("/tables", "[data-ready]");
        await LookAsync(null, "[data-testid=table-properties]", "table-5");
        await LookAsync(null, "[data-testid=import]", "import-open");
        foreach (var address in (string[])
            [
                "/bookings", $"/bookings/{booking.Code}", "/guests", $"/guests/{booking.GuestId}", "/schedule", "/settings", "/setup", "/setup/guide/venue",
                "/setup/guide/hours", "/setup/guide/tables", "/setup/guide/bot", "/setup/guide/staff", "/setup/guide/ready", "/reports", "/account", "/staff",
                "/audit", "/print/shift", "/simulator",
            ])
        {
            await LookAsync(address, "h1");
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));

        async Task LookAsync(string? address, string there, params string[] taps)
        {
            if (address is not null)
                await page.GotoAsync(address);
            foreach (var tap in taps)
                await page.GetByTestId(tap).First.ClickAsync();
            await Expect(page.Locator(there).First).ToBeVisibleAsync();
            var width = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
            if (width > 320)
                problems.Add($"{address} {string.Join(' ', taps)}: {width} pixels wide");
            // What only says that something is going on may turn round for ever.
            var moving = await page.EvaluateAsync<int>("document.getAnimations().filter(a => a.effect.getComputedTiming().endTime > 100).length");
            if (moving > 0)
                problems.Add($"{address} {string.Join(' ', taps)}: {moving} things move");
        }
    }
}
