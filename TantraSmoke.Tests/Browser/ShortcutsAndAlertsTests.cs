using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// What makes a tablet at the door dependable: it installs, rings, prints, listens to keys, and comes back by itself.
/// </summary>
public sealed class ShortcutsAndAlertsTests(BrowserHost browser, SharedDesk shared) : IClassFixture<SharedDesk>
{
    /// <summary>Counts tones instead of playing them.</summary>
    private const string QuietAudio = """
        window.tones = 0;
        const part = () => new Proxy(() => {}, {
            get: (_, name) => name === 'start' ? () => { tones++; } : name === Symbol.toPrimitive ? () => 0 : part(),
            apply: () => part(), set: () => true });
        window.AudioContext = class {
            constructor() { this.currentTime = 0; this.state = 'running'; }
            resume() {}
            createOscillator() { return part(); }
            createGain() { return part(); }
        };
        """;

    [Fact]
    public async Task NewBooking_ByAGuest_RingsAndLightsUpOnEveryPage_UnlessMuted()
    {
        await using var desk = await shared.OpenAsync();
        var host = await desk.BrowserAsync();
        await host.AddInitScriptAsync(QuietAudio);
        var page = await host.NewPageAsync();
        await page.GotoAsync("/timeline");
        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();

        await desk.BookAsync("Olga", 14, table: 5);
        await Expect(page.GetByTestId("flash")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("toast")).ToContainTextAsync("New booking: Olga, table 5");
        Assert.Equal(2, await page.EvaluateAsync<int>("tones"));

        await page.GetByTestId("nav-account").ClickAsync();
        await Expect(page.GetByTestId("bell-sound")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByTestId("bell-sound").ClickAsync();
        await page.GetByTestId("bell-flash").ClickAsync();
        await page.ReloadAsync();
        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();
        await desk.BookAsync("Ivan", 16, table: 5);
        await Expect(page.GetByTestId("toast")).ToContainTextAsync("Ivan");
        await Expect(page.GetByTestId("flash")).ToBeHiddenAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("tones"));
    }

    [Fact]
    public async Task Keys_GoToPagesAndOpenTheirList_ButNotWhileTyping_NorWhenSwitchedOff()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync(language: "ru-RU");

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByTestId("shortcuts")).ToContainTextAsync("Горячие клавиши");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("shortcuts")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("KeyT");
        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();
        // The same key in the Russian layout.
        await page.EvaluateAsync(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'и', code: 'KeyB', bubbles: true }))"
        );
        await Expect(page.GetByTestId("search")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Slash");
        await Expect(page.GetByTestId("search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("tf");
        await Expect(page.GetByTestId("search")).ToHaveValueAsync("tf");
        await Expect(page).ToHaveURLAsync(new Regex("/bookings"));

        await page.GetByTestId("nav-account").ClickAsync();
        await page.GetByTestId("open-shortcuts").ClickAsync();
        await page.GetByTestId("shortcuts-switch").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("KeyT");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByTestId("shortcuts")).ToBeHiddenAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/bookings"));
    }

    [Fact]
    public async Task NewPage_DoesNotTakeTheKeysFromAField_ThatSomebodyIsInAlready()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync();
        // On a slow line the new page asks for its heading's focus when there is already more to see.
        await page.EvaluateAsync(
            """
            () => {
                const find = document.querySelector.bind(document);
                document.querySelector = selector => {
                    if (selector.endsWith("h1")) {
                    window.field = find("main").appendChild(document.createElement("input"));
                    field.focus(); }
                    return find(selector);
                };
            }
            """
        );

        await page.GetByTestId("nav-bookings").ClickAsync();
        await page.BecomesAsync("window.field");
        await Expect(page.GetByTestId("search")).ToBeVisibleAsync();

        Assert.True(await page.EvaluateAsync<bool>("document.activeElement === window.field"));
    }

    [Fact]
    public async Task Undo_ByKey_TakesBackTheLastOwnChange_FromAnyPage()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync();
        await page.GetByTestId("table-5").ClickAsync();
        await page.GetByTestId("walk-in-3").ClickAsync();
        await Expect(page.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");
        await page.GetByTestId("nav-timeline").ClickAsync();
        await Expect(page.GetByTestId("row-5").Locator(".bar-seated")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("KeyU");
        await Expect(page.GetByTestId("row-5").Locator(".tl-bar")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("KeyU");
        await Expect(page.Locator(".toast-refusal")).ToContainTextAsync("You have no changes");
    }

    [Fact]
    public async Task Restart_TheLastPictureStaysReadableUnderABanner_AndTheSamePageComesBackByItself()
    {
        await using var desk = await FrontDesk.OpenAsync(browser, canStop: true);
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        var day = booking.ServiceDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var page = await desk.HostAsync(at: $"/timeline?day={day}");
        var bar = page.GetByTestId($"bar-{booking.Code}");
        await Expect(bar).ToBeVisibleAsync();
        await page.EvaluateAsync("window.isOld = true");

        await desk.StopAsync();
        await Expect(page.Locator("#components-reconnect-modal")).ToContainTextAsync("Connection lost.");
        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await Expect(bar).ToBeVisibleAsync();

        await desk.StartAgainAsync();
        await page.BecomesAsync("window.isOld !== true");
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        Assert.EndsWith($"/timeline?day={day}", page.Url, StringComparison.Ordinal);
        await bar.ClickAsync();
        await Expect(page.GetByTestId("bar-panel")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reload_WhileTheServerIsAway_SaysSo_AndThePageOpensByItself()
    {
        await using var desk = await FrontDesk.OpenAsync(browser, TestDatabase.Sqlite, canStop: true);
        var page = await desk.HostAsync(at: "/timeline");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();

        await desk.StopAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("The server is not responding");

        await desk.StartAgainAsync();
        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.EndsWith("/timeline", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TabletThatSlept_WakesWithADeadLine_AndIsConnectedAgainWithoutAReload()
    {
        await using var desk = await shared.OpenAsync();
        await using var gate = new TcpGate("127.0.0.1", desk.Address.Port).Open();
        var page = await desk.HostAsync(through: new Uri($"http://127.0.0.1:{gate.Port}"));
        await page.EvaluateAsync("window.neverReloaded = true");

        gate.Forget();
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");

        // Long before the half minute after which the line would be given up.
        await desk.BookAsync("Olga", 14, table: 5);
        await Expect(page.Locator("[data-testid^=arrival-]")).ToContainTextAsync("Olga", new() { Timeout = 20_000 });
        Assert.True(await page.EvaluateAsync<bool>("window.neverReloaded === true"));
    }

    [Fact]
    public async Task App_CanBeInstalled()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        var session = await page.Context.NewCDPSessionAsync(page);

        var errors = (await session.SendAsync("Page.getInstallabilityErrors"))!
            .Value.GetProperty("installabilityErrors")
            .EnumerateArray()
            .Select(error => error.GetProperty("errorId").GetString())
            .Where(error => error != "in-incognito");
        Assert.Empty(errors);
        var manifest = JsonDocument
            .Parse((await session.SendAsync("Page.getAppManifest"))!.Value.GetProperty("data").GetString()!)
            .RootElement;
        Assert.Equal("standalone", manifest.GetProperty("display").GetString());
        Assert.Contains(
            manifest.GetProperty("icons").EnumerateArray(),
            icon => icon.TryGetProperty("purpose", out var purpose) && purpose.GetString() == "maskable"
        );
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
            Assert.True((await page.Context.APIRequest.GetAsync(icon.GetProperty("src").GetString()!)).Ok);
    }

    [Fact]
    public async Task ShiftSheet_OnPaper_HasEveryBookingWithoutTheButtons_OnNumberedPages()
    {
        await using var desk = await shared.OpenAsync();
        var numbers = (await desk.CatalogAsync())
            .Tables.Where(t => t is { MinParty: <= 2, Seats: >= 2 })
            .Select(t => t.Number)
            .ToList();
        foreach (var hour in (int[])[14, 16, 18, 20, 22])
        {
            foreach (var number in numbers)
                await desk.BookAsync($"Guest {hour} {number}", hour, number);
        }

        var page = await (await desk.BrowserAsync(language: "ru-RU", theme: ColorScheme.Dark)).NewPageAsync();
        await page.GotoAsync("/print/shift");
        await Expect(page.GetByTestId("shift").Locator("tbody tr")).ToHaveCountAsync(5 * numbers.Count);
        await Expect(page.GetByTestId("shift").Locator("th"))
            .ToHaveTextAsync(["Время", "Стол", "Гостей", "Гость", "Пометки", "Статус", "Подпись"]);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByTestId("print")).ToBeHiddenAsync();
        Assert.Equal(
            "rgb(0, 0, 0) rgb(255, 255, 255)",
            await page.EvaluateAsync<string>(
                "(s => `${s.color} ${s.backgroundColor}`)(getComputedStyle(document.body))"
            )
        );

        var paper = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.True(Regex.Count(paper, @"/Type\s*/Page\b") > 1);
    }
}
