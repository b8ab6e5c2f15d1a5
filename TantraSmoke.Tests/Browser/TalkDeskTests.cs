using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>A guest writes in the chat, the host reads it on the booking's page and answers there.</summary>
public sealed class TalkDeskTests(BrowserHost browser)
{
    [Fact]
    public async Task Host_ReadsWhatAGuestWrote_AndAnswersFromTheBooking()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        home.MoveToNoon();
        await using var web = await DashboardServer.StartAsync(home);
        await using var host = await browser.OpenAsync(web.Address);
        var floor = await host.SignInFirstAsync(await web.FirstRunLinkAsync());
        var phone = await host.StartPhoneAsync(web.Address, "Анна");
        await phone.TapAsync("🍽️ Забронировать столик", "2", "Сегодня", "14:00", "✅ Всё верно");
        var code = await phone.CodeAsync();
        await phone.TapAsync("В меню");

        await phone.GetByTestId("chat-input").FillAsync("Можно с собакой? <b>&</b>");
        await phone.GetByTestId("chat-send").ClickAsync();
        await Expect(phone.GetByText("Передали сотрудникам")).ToBeVisibleAsync();

        // The floor marks it, without a reload; the page shows it word for word.
        await Expect(floor.GetByTestId("unread")).ToContainTextAsync("1");
        await floor.GotoAsync(new Uri(web.Address, $"/bookings/{code}").ToString());
        await Expect(floor.GetByTestId("talk-line")).ToContainTextAsync("Можно с собакой? <b>&</b>");
        await Expect(floor.GetByTestId("talk-unread")).ToBeVisibleAsync();
        await floor.GetByTestId("talk-text").FillAsync("Конечно, ждём вас обоих!");
        await floor.GetByTestId("talk-send").ClickAsync();

        await Expect(phone.GetByText("Конечно, ждём вас обоих!")).ToBeVisibleAsync();
        await Expect(floor.Locator("[data-delivery=Delivered]")).ToHaveCountAsync(1);
        await Expect(floor.GetByTestId("talk-unread")).ToHaveCountAsync(0);
        await floor.GotoAsync(web.Address.ToString());
        await Expect(floor.GetByTestId("floor-summary")).ToBeVisibleAsync();
        await Expect(floor.GetByTestId("unread")).ToHaveCountAsync(0);
    }
}
