using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>Whoever starts TantraSmoke for the first time sets the venue up, page by page.</summary>
public sealed partial class GuideTests(BrowserHost browser, SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly TimeSpan LongestSetup = TimeSpan.FromMinutes(3);

    [GeneratedRegex("/setup/guide$")]
    private static partial Regex GuideAddress { get; }

    [GeneratedRegex("/setup/guide/bot$")]
    private static partial Regex BotAddress { get; }

    [GeneratedRegex("/tables/new")]
    private static partial Regex NewHallAddress { get; }

    [Fact]
    public async Task Guide_FromAnEmptyDatabase_EndsWithATableThatAGuestBooks()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        home.Variables["TELEGRAM_API_URL"] = telegram.Url;
        home.MoveToNoon();
        home.Variables.Remove("VENUE_TIMEZONE", out var zone);
        var began = Stopwatch.GetTimestamp();
        await using var web = await DashboardServer.StartAsync(home);
        await using var admin = await browser.OpenAsync(web.Address, "en-GB");
        var page = await admin.NewPageAsync();
        await page.GotoAsync((await web.FirstRunLinkAsync()).ToString());
        await page.GetByTestId("sign-in").ClickAsync();

        // Name and place; a zone that does not exist is said at its field.
        await Expect(page.GetByTestId("guide-venue")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.GetByTestId("setting-VenueName").FillAsync("Red Lounge");
        await page.GetByTestId("setting-Country").FillAsync("kazakh");
        await page.GetByText("Kazakhstan, +7", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("setting-Country")).ToHaveValueAsync("Kazakhstan, +7");
        await page.GetByTestId("setting-TimeZone").FillAsync("Moscow");
        await page.GetByTestId("guide-next").ClickAsync();
        await Expect(page.Locator("#setting-TimeZone-wrong")).ToBeVisibleAsync();
        await page.GetByTestId("setting-TimeZone").FillAsync(zone!);
        // The sentence goes, and with it the button moves up: a click that begins before and ends after is none.
        await page.GetByTestId("setting-TimeZone").PressAsync("Tab");
        await Expect(page.Locator("#setting-TimeZone-wrong")).ToHaveCountAsync(0);
        await page.GetByTestId("guide-next").ClickAsync();

        await Expect(page.GetByTestId("guide-hours-now")).ToContainTextAsync("06:00–08:00");
        await page.GetByTestId("hours-until").FillAsync("22:00");
        await Expect(page.GetByTestId("hours-preview")).ToContainTextAsync("20:00–22:00");
        await page.GetByTestId("save-hours").ClickAsync();

        // The example goes, but not before somebody says so.
        await Expect(page.GetByTestId("guide-tables-now")).ToContainTextAsync("10 tables, 37 seats");
        await page.GetByTestId("template-Bar").ClickAsync();
        await Expect(page.GetByTestId("guide-ask")).ToContainTextAsync("deletes 10 tables in Main hall");
        await page.GetByTestId("guide-replace").ClickAsync();

        await page.GetByTestId("bot-token").FillAsync("1000000001:AAF-somebody-elses-token-35-characters");
        await page.GetByTestId("check-token").ClickAsync();
        await Expect(page.GetByTestId("token-answer")).ToContainTextAsync("Telegram does not recognise this token");
        await page.GetByTestId("bot-token").FillAsync(telegram.Token);
        await page.GetByTestId("check-token").ClickAsync();
        await Expect(page.GetByTestId("token-answer")).ToContainTextAsync("It works");
        await page.GetByTestId("guide-next").ClickAsync();

        await Expect(page.GetByTestId("guide-no-way")).ToBeVisibleAsync();
        await page.GetByTestId("guide-me").ClickAsync();
        await page.GetByTestId("staff-name").FillAsync("Olga");
        await page.GetByTestId("staff-email").FillAsync("olga@lounge.example");
        await page.GetByTestId("save-staff").ClickAsync();
        // An address alone lets nobody in: there is no Google here.
        await Expect(page.GetByTestId("guide-no-way")).ToContainTextAsync("GOOGLE_CLIENT_ID");
        await page.GetByTestId("add-staff").ClickAsync();
        await page.GetByTestId("staff-name").FillAsync("Anna");
        await page.GetByTestId("staff-email").FillAsync("anna@lounge.example");
        await page.GetByTestId("save-staff").ClickAsync();
        await Expect(page.GetByTestId("invite-link")).ToContainTextAsync("/sign-in/link?token=");
        await page.GetByTestId("guide-next").ClickAsync();

        await Expect(page.GetByTestId("bookable")).ToContainTextAsync("Red Lounge is open for booking");
        await Expect(page.GetByTestId("bookable")).ToContainTextAsync("14:00");
        Assert.True(Stopwatch.GetElapsedTime(began) < LongestSetup, $"It took {Stopwatch.GetElapsedTime(began)}.");

        var phone = await admin.StartPhoneAsync(web.Address, "Emma");
        await phone.TapAsync("Book a table", "2", "Today", "14:00", "Confirm");
        await Expect(phone).ToContainTextAsync(await phone.CodeAsync());
        await page.GetByTestId("guide-finish").ClickAsync();
        await Expect(page.GetByTestId("table-7")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("table-8")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("guide-mark")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Guide_LeftInTheMiddle_IsGoneOnWithElsewhere_AndSparesWhatIsBooked()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync("Olga");
        await Expect(page.GetByTestId("guide-mark")).ToBeVisibleAsync();
        await page.GetByTestId("nav-setup").ClickAsync();
        await Expect(page.GetByTestId("setup-guide")).ToContainTextAsync("0 of 5");
        await page.GetByTestId("setup-guide").ClickAsync();
        // The environment has fixed the zone here.
        await Expect(page.GetByTestId("setting-TimeZone")).ToBeDisabledAsync();
        await page.GetByTestId("guide-next").ClickAsync();
        await page.GetByTestId("guide-keep-hours").ClickAsync();
        await Expect(page.GetByTestId("guide-tables")).ToBeVisibleAsync();
        await page.GetByTestId("guide-leave").ClickAsync();
        await Expect(page.GetByTestId("table-2")).ToBeVisibleAsync();
        await desk.CallAsync("Ольга", "+79161234567", 20, 5);

        var elsewhere = await desk.HostAsync("Boris", width: 768, height: 1024, at: "/setup/guide");
        await Expect(elsewhere.GetByTestId("guide-tables")).ToBeVisibleAsync();
        await Expect(elsewhere.GetByTestId("guide-in-use")).ToBeVisibleAsync();
        await elsewhere.GetByTestId("template-Bar").ClickAsync();
        await Expect(elsewhere).ToHaveURLAsync(NewHallAddress);
        await elsewhere.GetByTestId("save-hall").ClickAsync();
        await Expect(elsewhere.GetByTestId("toast")).ToContainTextAsync("saved");
        Assert.Equal(
            Enumerable.Range(1, 17),
            await desk.Store.ReadAsync(
                db => db.Tables.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(TestVenue.Cancel),
                TestVenue.Cancel
            )
        );
        await elsewhere.GetByTestId("back-to-guide").ClickAsync();
        await Expect(elsewhere).ToHaveURLAsync(GuideAddress);
        await elsewhere.GetByTestId("guide-next").ClickAsync();
        await Expect(elsewhere.GetByTestId("guide-bot")).ToBeVisibleAsync();
        await elsewhere.GetByRole(AriaRole.Tab, new() { Name = "Ready" }).ClickAsync();
        await Expect(elsewhere.GetByTestId("guide-result")).ToContainTextAsync("Skipped so far");
        await Expect(elsewhere.GetByTestId("bookable")).ToBeVisibleAsync();
        await elsewhere.GetByTestId("guide-finish").ClickAsync();
        await Expect(elsewhere.GetByTestId("table-2")).ToBeVisibleAsync();

        // The other browser hears of it by itself.
        await Expect(page.GetByTestId("guide-mark")).ToHaveCountAsync(0, new() { Timeout = 5_000 });
        Assert.Equal(
            SetupSteps.All,
            await desk.Store.ReadAsync(
                db => db.Settings.Select(s => s.SetupDone).SingleAsync(TestVenue.Cancel),
                TestVenue.Cancel
            )
        );
    }

    [Fact]
    public async Task Guide_OwnTables_ComeFromAFileOrAnEmptyPlan()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync("Olga", at: "/setup/guide/tables");

        await page.GetByTestId("guide-import").ClickAsync();
        await page.GetByTestId("import-text").FillAsync("""[{"id": 3, "capacity": 0}]""");
        await page.GetByTestId("import-text").PressAsync("Tab");
        await Expect(page.GetByTestId("import-problem")).ToContainTextAsync("capacity");
        await page.GetByTestId("import-file")
            .SetInputFilesAsync(
                new Microsoft.Playwright.FilePayload
                {
                    Name = "tables.json",
                    MimeType = "application/json",
                    Buffer = System
                        .Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!
                        .GetBytes("""[{"id": 3, "capacity": 4, "description": "У окна"}]"""),
                }
            );
        await Expect(page.GetByTestId("import-problem")).ToContainTextAsync("not in UTF-8");
        await Expect(page.GetByTestId("import-do")).ToHaveCountAsync(0);
        await page.GetByTestId("import-text")
            .FillAsync("""[{"id": 3, "capacity": 4, "hall": "Patio"}, {"id": 4, "capacity": 2, "hall": "Patio"}]""");
        await page.GetByTestId("import-text").PressAsync("Tab");
        await Expect(page.GetByTestId("import-report")).ToContainTextAsync("Patio");
        await page.GetByTestId("import-do").ClickAsync();
        await Expect(page.GetByTestId("guide-tables-now")).ToContainTextAsync("2 tables, 6 seats");

        await page.GetByTestId("guide-draw").ClickAsync();
        await Expect(page.GetByTestId("guide-ask")).ToContainTextAsync("2 tables in Patio");
        await page.GetByTestId("guide-replace").ClickAsync();
        await Expect(page).ToHaveURLAsync(NewHallAddress);
        await page.GetByTestId("add-square").ClickAsync();
        await page.GetByTestId("save-hall").ClickAsync();
        await Expect(page.GetByTestId("toast").First).ToContainTextAsync("saved");
        await page.GetByTestId("back-to-guide").ClickAsync();
        await page.GetByTestId("step-tables").ClickAsync();
        await Expect(page.GetByTestId("guide-tables-now")).ToContainTextAsync("1 table, 4 seats");
        await page.GetByTestId("guide-next").ClickAsync();
        await Expect(page).ToHaveURLAsync(BotAddress);
        await page.GetByTestId("step-ready").ClickAsync();
        await Expect(page.GetByTestId("bookable")).ToContainTextAsync("table 1");
    }
}
