using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>A host's evening without a mouse: nothing here clicks or points.</summary>
public sealed class KeyboardTests(BrowserHost browser, SharedDesk shared) : IClassFixture<SharedDesk>
{
    /// <summary>More than there are places to stop on any page.</summary>
    private const int MostStops = 150;

    [Fact]
    public async Task Evening_SignInBookArriveSeatMoveExtendFinishWalkInUndoWait_ByKeysAlone()
    {
        await using var desk = await shared.OpenAsync();
        await using var visitor = await browser.OpenAsync(desk.Address, "en-GB");
        var page = await visitor.NewPageAsync();
        await page.GotoAsync((await desk.LinkAsync("Anna")).PathAndQuery);
        await PressAsync(page, "sign-in");
        await page.IsLiveAsync();

        // A guest calls.
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByTestId("guest-name")).ToBeVisibleAsync();
        await TypeAsync(page, "guest-name", "Olga");
        await TypeAsync(page, "guest-phone", "8 916 123-45-67");
        await PressAsync(page, "party-2");
        await Expect(page.Locator(".slot").First).ToBeVisibleAsync();
        await ReachAsync(page, ".slot:not(:disabled)");
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "table-3");
        await PressAsync(page, "book");
        await Expect(page.GetByTestId("toast").First).ToContainTextAsync("Olga");
        await Expect(page.GetByTestId("guest-name")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("new-booking")).ToBeFocusedAsync();

        // One of them comes, then both.
        await Expect(page.Locator("[data-testid^=arrival-]")).ToContainTextAsync("Olga");
        await ReachAsync(page, "[data-testid^=arrival-] [data-testid^=here-]");
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "here-1");
        await Expect(page.Locator("[data-testid^=arrival-]")).ToContainTextAsync("1 of 2 here");
        await ReachAsync(page, "[data-testid^=seat-]");
        await page.Keyboard.PressAsync("Enter");
        await StateAsync(page, 3, "Seated");

        // They would rather sit by the window, and stay longer.
        await OpenTableAsync(page, 3);
        await Expect(page.GetByTestId("table-panel").Locator("h2").First).ToBeFocusedAsync();
        await PressAsync(page, "move");
        await Expect(page.GetByTestId("move-panel")).ToBeVisibleAsync();
        await OpenTableAsync(page, 5);
        await StateAsync(page, 5, "Seated");
        await Expect(page.GetByTestId("table-5")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "extend");
        // Half an hour more than 14:00; until the floor shows it, the party is as it was and the buttons rest.
        await Expect(page.GetByTestId("toast").Last).ToContainTextAsync("Olga: now until 14:30");
        await Expect(page.GetByTestId("table-5").Locator(".ft-tag")).ToContainTextAsync("–14:30");
        await Expect(page.GetByTestId("extend")).ToBeFocusedAsync();
        await PressAsync(page, "complete");
        await StateAsync(page, 5, "Free");
        await Expect(page.GetByTestId("table-5")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("table-panel")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("table-5")).ToBeFocusedAsync();

        // The plan is one stop on the way through the page.
        await page.Keyboard.PressAsync("Home");
        await Expect(page.GetByTestId("table-5")).Not.ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.ft')"));
        await page.Keyboard.PressAsync("Tab");
        Assert.False(await page.EvaluateAsync<bool>("document.activeElement.matches('.ft')"));

        // Somebody walks in, and was a mistake.
        await page.Keyboard.PressAsync("w");
        await Expect(page.GetByTestId("table-1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "walk-in-1");
        await StateAsync(page, 1, "Seated");
        await Expect(page.GetByTestId("table-1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("u");
        await StateAsync(page, 1, "Free");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("table-1")).ToBeFocusedAsync();

        // Somebody waits for a table, and gets one.
        await page.Keyboard.PressAsync("l");
        await PressAsync(page, "waitlist-add");
        await TypeAsync(page, "waiting-name", "Ivan");
        await PressAsync(page, "waiting-save");
        await PressAsync(page, "waiting-seat");
        await Expect(page.GetByTestId("waiting-Ivan")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Form_AtTheSide_HasTheFocusAtOnce_NeverTakesItAgain_AndGivesItBack()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.PageAsync("/bookings");
        await Expect(page.GetByTestId("new-booking")).ToBeVisibleAsync();
        // What is put off for a moment waits until it is asked for; the line's own patience is longer.
        await page.EvaluateAsync(
            """
            () => {
                const later = window.setTimeout;
                window.putOff = [];
                window.setTimeout = (run, after, ...rest) =>
                    after >= 300 && after <= 2000 ? putOff.push(run) : later(run, after, ...rest);
            }
            """
        );
        await page.GetByTestId("new-booking").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("guest-name")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("Olga");
        await page.Keyboard.PressAsync("Tab");
        await page.EvaluateAsync("putOff.forEach(run => run())");
        await page.Keyboard.TypeAsync("89161234567");

        await Expect(page.GetByTestId("guest-phone")).ToHaveValueAsync("89161234567");
        await Expect(page.GetByTestId("guest-name")).ToHaveValueAsync("Olga");
        // What was typed is not thrown away by one key.
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep editing" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep editing" })).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("guest-name")).ToHaveValueAsync("Olga");
        await page.GetByTestId("guest-name").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.GetByTestId("new-booking")).ToBeFocusedAsync();
    }

    private static Task StateAsync(IPage page, int table, string state) =>
        Expect(page.GetByTestId($"table-{table}")).ToHaveAttributeAsync("data-state", state);

    /// <summary>Tabs to the plan, goes on with arrows, and presses Enter.</summary>
    private static async Task OpenTableAsync(IPage page, int table)
    {
        await ReachAsync(page, "[data-plan] .ft");
        for (var steps = 0; steps < MostStops; steps++)
        {
            var way = await page.EvaluateAsync<string>(
                """
                test => {
                    const middle = element => {
                        const box = element.getBoundingClientRect();
                        return [box.x + box.width / 2, box.y + box.height / 2];
                    };
                    const [x, y] = middle(document.activeElement), [toX, toY] = middle(document.querySelector(test));
                    if (document.activeElement.matches(test)) return "Enter";
                    return Math.abs(toX - x) > Math.abs(toY - y)
                        ? (toX > x ? "ArrowRight" : "ArrowLeft")
                        : toY > y ? "ArrowDown" : "ArrowUp";
                }
                """,
                $"[data-plan] [data-testid='table-{table}']"
            );
            await page.Keyboard.PressAsync(way);
            if (way == "Enter")
                return;
        }

        Assert.Fail($"Table {table} was not reached by arrow keys");
    }

    /// <summary>Tabs to it, and presses Enter.</summary>
    private static async Task PressAsync(IPage page, string testId)
    {
        await Expect(page.GetByTestId(testId).First).ToBeEnabledAsync();
        await ReachAsync(page, $"[data-testid='{testId}']");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TypeAsync(IPage page, string testId, string text)
    {
        await ReachAsync(page, $"[data-testid='{testId}']");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Tabs until the focus is there; what cannot be reached, or does not show its focus, fails.</summary>
    private static async Task ReachAsync(IPage page, string selector)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
            {
                Assert.True(
                    await page.EvaluateAsync<bool>("() => document.activeElement.matches(':focus-visible')"),
                    $"{selector} has the focus without showing it"
                );
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} was not reached with {MostStops} tabs");
    }
}
