using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Setup;
using TantraSmoke.Tests.Web.MiniApp;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>The hall map as guests use it inside Telegram, with initData made from the test's token.</summary>
public sealed class HallMapTests(BrowserHost browser)
{
    /// <summary>Telegram's script and its two buttons, as far as the page uses them.</summary>
    private const string Stub = """
        (() => {
            const hash = new URLSearchParams(location.hash.slice(1));
            const button = (id, label) => {
                const element = Object.assign(document.createElement("button"),
                    { id, textContent: label, hidden: true });
                element.style.cssText = "position:fixed;bottom:0;min-height:48px;z-index:9;font:inherit;color:#fff;"
                    + "background:#1b5f98;border:0;"
                    + (id === "tg-back" ? "top:0;right:0;bottom:auto" : "left:0;right:0;width:100%");
                document.body.append(element);
                return {
                    onClick: act => element.addEventListener("click", act),
                    show: () => element.hidden = false, hide: () => element.hidden = true,
                    setParams: p => { if (p.text) element.textContent = p.text; element.hidden = !p.is_visible;
                        element.disabled = p.is_active === false; },
                };
            };
            window.Telegram = { WebApp: {
                initData: hash.get("tgWebAppData"), themeParams: JSON.parse(hash.get("tgWebAppThemeParams")),
                get colorScheme() {
                    return parseInt(this.themeParams.bg_color.slice(1, 3), 16) < 128 ? "dark" : "light";
                },
                MainButton: button("tg-main", ""), BackButton: button("tg-back", "‹"),
                ready: () => window.told = "ready", expand() {}, close: () => window.told = "close", onEvent() {},
            } };
        })();
        """;

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task TwoGuests_OneBooksWhileTheOtherLooks_AndTheLateTapIsToldKindly()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await MiniAppTests.HomeAsync(TestDatabase.Sqlite, telegram);
        await ShowPhotoOfFiveAsync(home);
        await using var web = await DashboardServer.StartAsync(home);
        var vera = telegram.Telegram.AddPerson("Вера", languageCode: "ru", id: 1042);
        telegram.Telegram.SendText(vera.Id, "/start");
        await using var herPhone = await PhoneAsync(web.Address, "ru-RU");
        await using var hisPhone = await PhoneAsync(web.Address, "en-GB", ColorScheme.Dark);
        var hers = await OpenAsync(herPhone, web.Address, telegram.Token, vera.Id, "Вера", "ru");
        var his = await OpenAsync(hisPhone, web.Address, telegram.Token, 1043, "John", "en", isDark: true);
        await Expect(his.GetByRole(AriaRole.Button, new() { Name = "Table 5, 4 seats" })).ToBeVisibleAsync();
        Assert.Empty(await hers.ProblemsAsync());
        Assert.Empty(await his.ProblemsAsync());

        // She taps the table on the plan, looks at it, and keeps it.
        var five = await TableIdAsync(home, 5);
        await hers.Locator($"#plan [data-table='{five}']").ClickAsync();
        await Expect(hers.Locator("#about")).ToContainTextAsync("4 места · Квадратный стол");
        await Expect(hers.Locator("#photo")).ToBeVisibleAsync();
        Assert.Equal(
            1,
            await hers.Locator("#photo").EvaluateAsync<int>("photo => photo.decode().then(() => photo.naturalWidth)")
        );
        await hers.Locator("#tg-main").ClickAsync();
        await Expect(hers.Locator("#lines")).ToContainTextAsync("Стол №5");
        await Expect(hers.Locator("#hint")).ToContainTextAsync("держим за вами");

        // It greys out where he looks, with nobody loading anything.
        await Expect(his.Locator($"#plan [data-table='{five}']")).ToHaveAttributeAsync("data-state", "taken");
        await Expect(his.GetByRole(AriaRole.Button, new() { Name = "Table 5, 4 seats" })).ToHaveCountAsync(0);
        await his.Locator($"#plan [data-table='{five}']").ClickAsync();
        await Expect(his.Locator("#note")).ToContainTextAsync("taken at that time");

        // She changes her mind with Telegram's own button: it is his again.
        await hers.Locator("#tg-back").ClickAsync();
        await Expect(his.Locator($"#plan [data-table='{five}']")).ToHaveAttributeAsync("data-state", "fits");
        await hers.Locator("#tg-main").ClickAsync();
        await hers.Locator("#tg-main").GetByText("✅ Всё верно").ClickAsync();
        await Expect(hers.Locator("#title")).ToContainTextAsync("Столик забронирован");

        // The chat shows it.
        await Eventually.Holds(
            () =>
                telegram.Telegram.LastFromBot(vera.Id)?.Text.Contains("Столик забронирован", StringComparison.Ordinal)
                == true,
            "the chat shows the booking",
            Cancel
        );
        Assert.Contains("№5", telegram.Telegram.LastFromBot(vera.Id)!.Text, StringComparison.Ordinal);
        Assert.Single(telegram.Telegram.Messages(vera.Id), m => m.FromBot);
        await hers.Locator("#tg-main").GetByText("Закрыть").ClickAsync();
        Assert.Equal("close", await hers.EvaluateAsync<string>("window.told"));

        // He is cut off, so that his page cannot know, and taps a table that somebody has got meanwhile.
        await his.RouteAsync("**/app/api/view*", route => route.AbortAsync());
        await his.GetByRole(AriaRole.Button, new() { Name = "Table 6, 4 seats" }).ClickAsync();
        await BookAsync(home, 6);
        await his.Locator("#tg-main").ClickAsync();
        await Expect(his.Locator("#note")).ToContainTextAsync("Table 6: just taken 😔 Still free at that time: 2");
        await his.UnrouteAsync("**/app/api/view*");

        // With the keyboard alone, to the end.
        await his.GetByRole(AriaRole.Button, new() { Name = "Table 2, 2 seats" }).FocusAsync();
        await his.Keyboard.PressAsync("Enter");
        await Expect(his.Locator("#name")).ToBeFocusedAsync();
        await his.Locator("#tg-main").PressAsync("Enter");
        await Expect(his.Locator("#lines")).ToContainTextAsync("Table 2");
        await his.Locator("#tg-main").GetByText("✅ Confirm").PressAsync("Enter");
        await Expect(his.Locator("#title")).ToContainTextAsync("is booked");
        await using var store = home.OpenStore();
        Assert.Equal(0, await store.OverlapsAsync(Cancel));
    }

    [Fact]
    public async Task Door_ReloadedForgedAndReplayed_AsTheGuestSeesIt()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await MiniAppTests.HomeAsync(TestDatabase.Sqlite, telegram);
        await using var web = await DashboardServer.StartAsync(home);
        await using var phone = await PhoneAsync(web.Address, "en-GB");
        var initData = TelegramApp.InitData(telegram.Token, 1042, "Vera", DateTimeOffset.UtcNow, "en");
        var page = await GoAsync(phone, web.Address, initData);
        await Expect(page.Locator("#tables button").First).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#tables button").First).ToBeVisibleAsync();

        await using var thief = await PhoneAsync(web.Address, "en-GB");
        foreach (
            var sent in new[]
            {
                initData,
                TelegramApp.InitData(telegram.Token + "x", 1042, "Vera", DateTimeOffset.UtcNow),
                TelegramApp.InitData(telegram.Token, 1042, "Vera", DateTimeOffset.UtcNow.AddMinutes(-61)),
            }
        )
        {
            var stolen = await GoAsync(thief, web.Address, sent);
            await Expect(stolen.Locator("#note")).ToContainTextAsync("open the hall map from the chat");
            await Expect(stolen.Locator("#hall")).ToBeHiddenAsync();
        }

        // Without Telegram's script the page has buttons of its own, and outside Telegram it says where it belongs.
        await using var bare = await PhoneAsync(web.Address, "ru-RU", withScript: false);
        var plain = await GoAsync(
            bare,
            web.Address,
            TelegramApp.InitData(telegram.Token, 1044, "Олег", DateTimeOffset.UtcNow)
        );
        await plain.GetByRole(AriaRole.Button, new() { Name = "№2, " }).ClickAsync();
        await plain.Locator("#main").ClickAsync();
        await Expect(plain.Locator("#lines")).ToContainTextAsync("Стол №2");
        var outside = await bare.NewPageAsync();
        await outside.GotoAsync(new Uri(web.Address, "/app").ToString());
        await Expect(outside.Locator("#note")).ToHaveTextAsync("План зала открывается из чата с ботом.");
    }

    private async Task<IBrowserContext> PhoneAsync(
        Uri address,
        string language,
        ColorScheme theme = ColorScheme.Light,
        bool withScript = true
    )
    {
        var phone = await browser.OpenAsync(address, language, theme, 390, 844);
        await phone.RouteAsync(
            "https://telegram.org/js/telegram-web-app.js",
            route =>
                withScript
                    ? route.FulfillAsync(new() { ContentType = "text/javascript", Body = Stub })
                    : route.AbortAsync()
        );
        return phone;
    }

    private static Task<IPage> OpenAsync(
        IBrowserContext phone,
        Uri address,
        string token,
        long id,
        string name,
        string language,
        bool isDark = false
    ) => GoAsync(phone, address, TelegramApp.InitData(token, id, name, DateTimeOffset.UtcNow, language), isDark);

    private static async Task<IPage> GoAsync(IBrowserContext phone, Uri address, string initData, bool isDark = false)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/app?party=2" + TelegramApp.Fragment(initData, isDark)).ToString());
        return page;
    }

    /// <summary>One grey pixel.</summary>
    private static async Task ShowPhotoOfFiveAsync(ProcessHome home)
    {
        await using (var store = home.OpenStore())
            await store.Services.GetRequiredService<VenueSetup>().RunAsync(Cancel);
        var five = await TableIdAsync(home, 5);
        await using var rooms = home.OpenStore();
        var photo = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
        );
        Assert.True(
            (
                await rooms
                    .Services.GetRequiredService<TablePhotoStore>()
                    .SetPhotoAsync(TestVenue.Boris, five, photo, Cancel)
            ).Succeeded
        );
    }

    private static async Task<int> TableIdAsync(ProcessHome home, int number)
    {
        await using var store = home.OpenStore();
        return (await store.Services.GetRequiredService<VenueCatalogCache>().GetAsync(Cancel))
            .Tables.Single(t => t.Number == number)
            .Id;
    }

    /// <summary>A host takes a booking for the first time that guests see.</summary>
    private static async Task BookAsync(ProcessHome home, int number)
    {
        await using var store = home.OpenStore();
        var catalog = await store.Services.GetRequiredService<VenueCatalogCache>().GetAsync(Cancel);
        var now = DateTimeOffset.UtcNow;
        var day = catalog.Clock.ServiceDayOf(now);
        var slot = catalog.Times(day).First(t => now.AddMinutes(catalog.Settings.LeadMinutes) <= t.StartsAt);
        var request = new BookingRequest(day, slot.SlotId, new(2), Guid.NewGuid())
        {
            TableIds = [catalog.Tables.Single(t => t.Number == number).Id],
        };
        Assert.True(
            (
                await store.Services.GetRequiredService<TableBooking>().CreateAsync(TestVenue.Anna, request, Cancel)
            ).Succeeded
        );
    }
}
