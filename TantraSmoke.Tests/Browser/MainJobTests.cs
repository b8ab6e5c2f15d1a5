using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>The main job as people do it: a guest books in the chat, the host sees it on the floor, live.</summary>
public sealed class MainJobTests(BrowserHost browser, SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task Guest_BooksInTheChat_TheHostSeesItAndSeatsThem()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram: null);
        home.MoveToNoon();
        await using var web = await DashboardServer.StartAsync(home);
        await using var host = await browser.OpenAsync(web.Address);
        var floor = await host.SignInFirstAsync(await web.FirstRunLinkAsync());
        await Expect(floor.GetByTestId("table-2")).ToHaveAttributeAsync("data-state", "Free");
        // Gone if the page were loaded again.
        await floor.EvaluateAsync("window.neverReloaded = true");

        var phone = await host.StartPhoneAsync(web.Address, "Анна");
        await phone.TapAsync("🍽️ Забронировать столик", "2", "Сегодня", "14:00", "✅ Всё верно");
        await Expect(phone.GetByText("Столик забронирован!")).ToBeVisibleAsync();
        var code = await phone.CodeAsync();

        // The floor shows it by itself, within a second.
        await Expect(floor.GetByTestId($"arrival-{code}")).ToBeVisibleAsync();
        await Expect(floor.GetByTestId($"arrival-{code}")).ToContainTextAsync("Анна");
        await floor.GetByTestId($"seat-{code}").ClickAsync();
        await Expect(floor.GetByTestId("table-2")).ToHaveAttributeAsync("data-state", "Seated");
        await Expect(floor.GetByTestId($"arrival-{code}")).ToHaveCountAsync(0);
        Assert.True(await floor.EvaluateAsync<bool>("window.neverReloaded === true"));

        await phone.TapAsync("📅 Мои брони", "№2");
        await Expect(phone.GetByText("вы за столом")).ToBeVisibleAsync();
        Assert.Equal(1, await phone.Locator(".from-bot").CountAsync());
    }

    [Fact]
    public async Task AnotherServerOnTheSameDatabase_ShowsTheBookingToo()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram: null);
        home.MoveToNoon();
        await using var first = await DashboardServer.StartAsync(home);
        var link = await first.FirstRunLinkAsync();
        using var elsewhere = new TempFolder();
        await using var second = await DashboardServer.StartAsync(home, elsewhere.Path);

        await using var host = await browser.OpenAsync(first.Address);
        var floor = await host.SignInFirstAsync(link);

        // The cookie is good on both, because its keys are in the database; a phone of the simulator belongs to one
        // server.
        var phone = await host.StartPhoneAsync(second.Address, "Emma");
        await phone.TapAsync("🍽️ Book a table", "2", "Today", "14:00", "✅ Confirm");
        var code = await phone.CodeAsync();

        await Expect(floor.GetByTestId($"arrival-{code}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RecentChange_UndoTappedTwice_IsDoneOnceAndRefusesNothing()
    {
        await using var desk = await shared.OpenAsync();
        var floor = await desk.HostAsync();
        await floor.GetByTestId("table-5").ClickAsync();
        await floor.GetByTestId("walk-in-3").ClickAsync();
        await floor.GetByTestId("panel-close").ClickAsync();

        await floor.GetByTestId("recent").GetByRole(AriaRole.Button, new() { Name = "Undo" }).DblClickAsync();

        await Expect(floor.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Free");
        await Expect(floor.GetByTestId("toast").GetByText("Undone.")).ToHaveCountAsync(1);
        await Expect(floor.Locator(".toast-refusal")).ToHaveCountAsync(0);
    }
}
