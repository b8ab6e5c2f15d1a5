using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>The main job as people do it: a guest books in the chat, the host sees it on the floor, live.</summary>
public sealed class MainJobTests(BrowserHost browser) : IClassFixture<BrowserHost>
{
    [Theory, OnBothDatabases]
    public async Task Guest_BooksInTheChat_TheHostSeesItAndSeatsThem(TestDatabase database)
    {
        await using var home = await ProcessHome.CreateAsync(database, telegram: null);
        home.Variables["VENUE_TIMEZONE"] = ZoneAtNoon();
        await using var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        var link = (await web.WaitForOutputAsync("/sign-in/link?token=")).Trim();

        await using var host = await browser.OpenAsync(web);
        var floor = await host.NewPageAsync();
        await floor.GotoAsync(link);
        await floor.GetByTestId("sign-in").ClickAsync();
        await Expect(floor.GetByTestId("table-2")).ToHaveAttributeAsync("data-state", "Free");
        // Gone if the page were loaded again.
        await floor.EvaluateAsync("window.neverReloaded = true");

        var simulator = await host.NewPageAsync();
        await simulator.GotoAsync("/simulator");
        var phone = simulator.Locator("[data-testid=chat][data-person='Анна']");
        await phone.GetByTestId("chat-start").ClickAsync();
        await TapAsync(phone, "🍽️ Забронировать столик");
        await TapAsync(phone, "2", exact: true);
        await TapAsync(phone, "Сегодня");
        await TapAsync(phone, "14:00");
        await TapAsync(phone, "✅ Всё верно");
        await Expect(phone.GetByText("Столик забронирован!")).ToBeVisibleAsync();
        var code = (await phone.Locator(".look-code").InnerTextAsync()).Trim();

        // The floor shows it by itself, within a second.
        await Expect(floor.GetByTestId($"arrival-{code}")).ToBeVisibleAsync(new() { Timeout = 3_000 });
        await Expect(floor.GetByTestId($"arrival-{code}")).ToContainTextAsync("Анна");
        await floor.GetByTestId($"seat-{code}").ClickAsync();
        await Expect(floor.GetByTestId("table-2")).ToHaveAttributeAsync("data-state", "Seated");
        await Expect(floor.GetByTestId($"arrival-{code}")).ToHaveCountAsync(0);
        Assert.True(await floor.EvaluateAsync<bool>("window.neverReloaded === true"));

        await TapAsync(phone, "📅 Мои брони");
        await TapAsync(phone, "№2");
        await Expect(phone.GetByText("вы за столом")).ToBeVisibleAsync();
        Assert.Equal(1, await phone.Locator(".from-bot").CountAsync());
    }

    [Fact]
    public async Task AnotherProcessOnTheSameDatabase_ShowsTheBookingToo()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram: null);
        home.Variables["VENUE_TIMEZONE"] = ZoneAtNoon();
        await using var first = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        var link = (await first.WaitForOutputAsync("/sign-in/link?token=")).Trim();
        using var elsewhere = new TempFolder();
        await using var second = await WebProcess.StartLiveAsync(elsewhere.Path, home.Variables);

        await using var host = await browser.OpenAsync(first);
        var floor = await host.NewPageAsync();
        await floor.GotoAsync(link);
        await floor.GetByTestId("sign-in").ClickAsync();
        await Expect(floor.GetByTestId("table-2")).ToBeVisibleAsync();

        // The cookie is good on both, because its keys are in the database; the simulator's phones belong to one process.
        var simulator = await host.NewPageAsync();
        await simulator.GotoAsync(new Uri(second.Address, "/simulator").ToString());
        var phone = simulator.Locator("[data-testid=chat][data-person='Emma']");
        await phone.GetByTestId("chat-start").ClickAsync();
        await TapAsync(phone, "🍽️ Book a table");
        await TapAsync(phone, "2", exact: true);
        await TapAsync(phone, "Today");
        await TapAsync(phone, "14:00");
        await TapAsync(phone, "✅ All correct");
        var code = (await phone.Locator(".look-code").InnerTextAsync()).Trim();

        await Expect(floor.GetByTestId($"arrival-{code}")).ToBeVisibleAsync(new() { Timeout = 3_000 });
    }

    [Fact]
    public async Task WalkIn_TwoTaps_AndUndo()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        await using var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        await using var host = await browser.OpenAsync(web, "en-GB", ColorScheme.Dark, 768, 1024);
        var floor = await host.NewPageAsync();
        await floor.GotoAsync((await web.WaitForOutputAsync("/sign-in/link?token=")).Trim());
        await floor.GetByTestId("sign-in").ClickAsync();

        await floor.GetByTestId("table-5").ClickAsync();
        await floor.GetByTestId("walk-in-3").ClickAsync();

        await Expect(floor.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");
        await floor.GetByTestId("toast-undo").First.ClickAsync();
        await Expect(floor.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Free");
    }

    [Fact]
    public async Task RecentChange_UndoTappedTwice_IsDoneOnceAndRefusesNothing()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        await using var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        await using var host = await browser.OpenAsync(web, "en-GB");
        var floor = await host.NewPageAsync();
        await floor.GotoAsync((await web.WaitForOutputAsync("/sign-in/link?token=")).Trim());
        await floor.GetByTestId("sign-in").ClickAsync();
        await floor.GetByTestId("table-5").ClickAsync();
        await floor.GetByTestId("walk-in-3").ClickAsync();
        await floor.GetByTestId("panel-close").ClickAsync();

        await floor.GetByTestId("recent").GetByRole(AriaRole.Button, new() { Name = "Undo" }).DblClickAsync();

        await Expect(floor.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Free");
        await Expect(floor.GetByTestId("toast").GetByText("Put back as it was.")).ToHaveCountAsync(1);
        await Expect(floor.Locator(".toast-refusal")).ToHaveCountAsync(0);
    }

    private static async Task TapAsync(ILocator phone, string label, bool exact = false)
    {
        var buttons = phone.Locator(".bubble-key");
        await (exact ? buttons.GetByText(label, new() { Exact = true }) : buttons.Filter(new() { HasText = label })).First.ClickAsync();
    }

    /// <summary>A zone in which it is about noon now, so that "today" has bookable times whenever the test runs.</summary>
    internal static string ZoneAtNoon()
    {
        var ahead = 12 - DateTimeOffset.UtcNow.Hour;
        // POSIX counts the other way round: Etc/GMT-3 is three hours ahead of Greenwich.
        return ahead == 0 ? "Etc/GMT" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(ahead > 0 ? '-' : '+')}{Math.Abs(ahead)}");
    }
}
