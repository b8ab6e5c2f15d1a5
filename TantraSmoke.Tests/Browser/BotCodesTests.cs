using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>The codes that lead guests to the bot, on the screen and on paper.</summary>
public sealed partial class BotCodesTests(BrowserHost browser)
{
    [GeneratedRegex(@"^https://t\.me/\w+\?start=venue$")]
    private static partial Regex DoorAddress { get; }

    [Fact]
    public async Task Codes_ForTheDoorAndForEachTable_AreShownAndPrinted()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var desk = await FrontDesk.OpenAsync(
            browser,
            TestDatabase.Sqlite,
            home =>
            {
                home.Variables["BOT_TOKEN"] = telegram.Token;
                home.Variables["TELEGRAM_API_URL"] = telegram.Url;
            }
        );
        var page = await desk.PageAsync("/settings/bot");
        await Expect(page.GetByTestId("bot-url")).ToHaveAttributeAsync("href", DoorAddress);
        await Expect(page.GetByTestId("bot-links").Locator(".qr svg")).ToBeVisibleAsync();

        await page.GotoAsync("/print/bot");
        var cards = page.GetByTestId("codes").Locator("li");
        await Expect(cards).ToHaveCountAsync(11);
        await Expect(cards.First).ToContainTextAsync("?start=venue");
        await page.GotoAsync("/print/bot?table=5");
        await Expect(cards).ToHaveCountAsync(1);
        await Expect(cards).ToContainTextAsync("?start=table5");
        await Expect(cards.Locator("svg")).ToBeVisibleAsync();

        // The guide has asked Telegram by itself.
        await page.GotoAsync("/setup/guide/bot");
        await Expect(page.GetByTestId("token-answer")).ToContainTextAsync("It works");
    }
}
