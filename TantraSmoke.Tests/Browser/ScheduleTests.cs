using TantraSmoke.Web.Components.Shared;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>A manager sets up when the venue can be booked, and guests' chats follow.</summary>
public sealed class ScheduleTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task Manager_GeneratesAMondayAndClosesADay_PreviewAndChatFollow()
    {
        await using var desk = await shared.OpenAsync();
        var host = await desk.HostAsync();
        var clock = (await desk.CatalogAsync()).Clock;
        var today = clock.ServiceDayOf(DateTimeOffset.UtcNow);
        var monday = Enumerable.Range(1, 7).Select(today.AddDays).First(day => day.DayOfWeek == DayOfWeek.Monday);
        var closed = monday.AddDays(1);
        var manager = await desk.ColleagueAsync("Марат", StaffRole.Manager);
        var page = await manager.NewPageAsync();

        await page.GotoAsync("/setup");
        await page.GetByTestId("setup-schedule").ClickAsync();
        await page.GetByTestId("generate").ClickAsync();
        await page.GetByTestId("hours-from").FillAsync("17:30");
        await page.GetByTestId("hours-until").FillAsync("23:30");
        foreach (var day in Enum.GetValues<DayOfWeek>().Where(day => day != DayOfWeek.Monday))
            await page.GetByTestId($"on-{day}").ClickAsync();
        await Expect(page.GetByTestId("hours-preview")).ToContainTextAsync("21:30–23:30");
        await page.GetByTestId("save-hours").ClickAsync();
        await Expect(page.GetByTestId("hours-form")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("row-Monday")).ToContainTextAsync("17:30–23:30");
        await Expect(page.GetByTestId("row-Monday")).ToHaveAttributeAsync("data-slots", "3");
        await Expect(page.GetByTestId("row-Tuesday")).ToContainTextAsync("Вт–Вс");

        // What a guest would be offered that Monday; the address keeps it.
        await page.GotoAsync($"/schedule?day={IsoDay.Write(monday)}&party=3");
        var preview = page.GetByTestId("preview-free");
        await Expect(preview).ToHaveCountAsync(3);
        await Expect(preview.First).ToContainTextAsync("17:30–19:30");

        await page.GetByTestId("add-special").ClickAsync();
        await page.GetByTestId("special-day").FillAsync(IsoDay.Write(closed));
        await page.GetByTestId("special-name").FillAsync("корпоратив");
        await page.GetByTestId("save-special").ClickAsync();
        await Expect(page.GetByTestId($"special-{IsoDay.Write(closed)}")).ToContainTextAsync("Закрыто: корпоратив");
        await page.GotoAsync($"/schedule?day={IsoDay.Write(closed)}&party=2");
        await Expect(page.GetByTestId("preview-note")).ToContainTextAsync("Закрыто: корпоратив");
        await Expect(page.GetByTestId("preview-none")).ToBeVisibleAsync();

        var phone = await host.Context.StartPhoneAsync(desk.Address, "Анна");
        await phone.TapAsync("Забронировать", "2");
        await Expect(phone.Locator(".bubble-key").Filter(new() { HasText = "закрыто" })).ToHaveCountAsync(1);
        await phone
            .Locator(".bubble-key")
            .Filter(
                new()
                {
                    HasText = monday
                        .ToString("ddd d MMM", System.Globalization.CultureInfo.GetCultureInfo("ru-RU"))
                        .TrimEnd('.'),
                }
            )
            .First.ClickAsync();
        await Expect(phone.Locator(".bubble-key").Filter(new() { HasText = "17:30–19:30" })).ToHaveCountAsync(1);

        // Paused, and every open page says so, until somebody resumes; what begins after the pause is booked meanwhile.
        await page.GetByTestId("pause-2").ClickAsync();
        await Expect(page.GetByTestId("paused")).ToBeVisibleAsync();
        await Expect(host.GetByTestId("pause-notice")).ToBeVisibleAsync();
        await phone.TapAsync("17:30–19:30");
        await Expect(phone).ToContainTextAsync("Проверьте, пожалуйста");
        await host.GetByTestId("resume-now").ClickAsync();
        await Expect(page.GetByTestId("paused")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Manager_PullsABandAtItsEnds_WithThePointerAndWithTheKeyboard()
    {
        await using var desk = await shared.OpenAsync();
        var page = await (await desk.ColleagueAsync("Марат")).NewPageAsync();
        await page.GotoAsync("/schedule");
        await page.GetByTestId("generate").ClickAsync();
        await Expect(page.GetByTestId("hours-from")).ToHaveValueAsync("12:00");

        await page.GetByTestId("pull-from").PressAsync("ArrowRight");
        await Expect(page.GetByTestId("hours-from")).ToHaveValueAsync("12:15");
        // 02:00 is twenty hours after the service day began; pulled to about 22:00 it is sixteen.
        var track = (await page.GetByTestId("pull-until").BoundingBoxAsync())!;
        float At(double hours) => (float)(track.X + 12 + ((track.Width - 24) * hours / 24));
        await page.Mouse.MoveAsync(At(20), track.Y + (track.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(At(16), track.Y + (track.Height / 2), new() { Steps = 8 });
        await page.Mouse.UpAsync();

        await Expect(page.GetByTestId("hours-until"))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^2[12]:"));
        await Expect(page.GetByTestId("hours-preview")).ToContainTextAsync("18:15–20:15");
    }

    [Fact]
    public async Task Settings_WrongAndRightValues_AreSaidAtTheFieldAndCountOnEveryReplica()
    {
        await using var desk = await shared.OpenAsync();
        using var elsewhere = new TempFolder();
        await using var replica = await DashboardServer.StartAsync(desk.Home, elsewhere.Path);
        var page = await desk.PageAsync("/settings");
        var there = await page.Context.NewPageAsync();
        await there.GotoAsync(new Uri(replica.Address, "/settings").ToString());
        await Expect(there.GetByTestId("setting-VenueName")).ToHaveValueAsync("TantraSmoke");
        await page.GetByTestId("setting-VenueName").FillAsync("Red Lounge");
        await page.GetByTestId("section-booking-rules").ClickAsync();
        await page.GetByTestId("setting-LeadMinutes").FillAsync("soon");
        await page.GetByTestId("setting-LargestPartyOnline").FillAsync("3");
        await page.GetByTestId("section-venue").ClickAsync();
        await Expect(page.GetByTestId("setting-VenueName")).ToHaveValueAsync("Red Lounge");
        await page.GetByTestId("save-settings").ClickAsync();

        await Expect(page.Locator("#setting-LeadMinutes-wrong")).ToContainTextAsync("A whole number, 0–10,080.");
        await Expect(page.GetByTestId("setting-LeadMinutes")).ToHaveValueAsync("soon");
        await page.GetByTestId("setting-LeadMinutes").FillAsync("0");
        await page.GetByTestId("setting-HorizonDays").FillAsync("0");
        await page.GetByTestId("save-settings").ClickAsync();
        await Expect(page.Locator("#setting-HorizonDays-wrong")).ToBeVisibleAsync();
        await page.GetByTestId("setting-HorizonDays").FillAsync("7");
        await page.GetByTestId("save-settings").ClickAsync();
        await Expect(page.GetByTestId("save-settings")).ToBeDisabledAsync();
        await page.GetByTestId("section-bot").ClickAsync();
        await Expect(page.GetByTestId("no-bot")).ToBeVisibleAsync();

        // The other server has not been started again; its page and its bot know.
        await Expect(there.GetByTestId("setting-VenueName")).ToHaveValueAsync("Red Lounge", new() { Timeout = 5_000 });
        var phone = await page.Context.StartPhoneAsync(replica.Address, "Emma");
        await Expect(phone).ToContainTextAsync("Red Lounge");
        await phone.TapAsync("Book a table", "4");
        await Expect(phone).ToContainTextAsync("more than 3 by phone");

        // A manager has the schedule, not this.
        var manager = await (await desk.ColleagueAsync("Марат")).NewPageAsync();
        await manager.GotoAsync("/settings");
        await Expect(manager.GetByTestId("settings-form")).ToHaveCountAsync(0);
        await Expect(manager.Locator("h1")).ToHaveTextAsync("Нет доступа");
    }
}
