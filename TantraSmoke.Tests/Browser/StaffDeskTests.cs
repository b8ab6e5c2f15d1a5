using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Staff;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>Who works here, as an admin keeps it, and what that does to those who are signed in.</summary>
public sealed partial class StaffDeskTests(BrowserHost browser, SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInAddress { get; }

    [Fact]
    public async Task Remove_AHostWithAnOpenPage_EndsThePageAtOnce()
    {
        await using var desk = await shared.OpenAsync();
        var host = await (await desk.ColleagueAsync("Вера", StaffRole.Host)).NewPageAsync();
        await host.GotoAsync("/");
        await host.IsLiveAsync();
        await Expect(host.GetByTestId("nav-setup")).ToHaveCountAsync(0);
        var id = await IdAsync(desk, "Вера");
        var admin = await desk.PageAsync($"/staff/{id}");

        await admin.GetByTestId("remove-staff").ClickAsync();
        await Expect(admin.GetByTestId("remove-ask")).ToContainTextAsync("Вера will be signed out everywhere");
        await admin.GetByTestId("remove-yes").ClickAsync();

        await Expect(host).ToHaveURLAsync(SignInAddress);
        await Expect(admin.GetByTestId("staff-chip")).ToHaveTextAsync("Removed");
        await admin.GetByTestId("restore-staff").ClickAsync();
        await Expect(admin.GetByTestId("staff-chip")).ToHaveTextAsync("Host");
    }

    [Fact]
    public async Task SignOutEverywhere_FromOneBrowser_EndsTheOthersToo()
    {
        await using var desk = await shared.OpenAsync();
        var name = "Двое";
        var here = await (await desk.ColleagueAsync(name)).NewPageAsync();
        await here.GotoAsync("/");
        var member = await desk.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Name == name, Cancel), Cancel);
        var link = await desk.Services.GetRequiredService<StaffLinks>().CreateSignInLinkAsync(member.Id, Cancel);
        await using var tablet = await browser.OpenAsync(desk.Address, width: 768, height: 1024);
        var there = await tablet.SignInAsync(new Uri(desk.Address, $"/sign-in/link?token={link}"));

        await here.GetByTestId("nav-account").ClickAsync();
        await here.GetByTestId("my-account").ClickAsync();
        await Expect(here.GetByTestId("session")).ToHaveCountAsync(2);
        await Expect(here.GetByTestId("this-device")).ToHaveCountAsync(1);
        await here.GetByTestId("everywhere").ClickAsync();
        await here.GetByTestId("everywhere-yes").ClickAsync();

        await Expect(there).ToHaveURLAsync(SignInAddress);
        await Expect(here).ToHaveURLAsync(SignInAddress);
    }

    [Fact]
    public async Task AddInviteAndPromote_FromTheStaffPage_IsWhatTheNewColleagueGets_AndTheAuditTells()
    {
        await using var desk = await shared.OpenAsync();
        var admin = await desk.PageAsync("/setup");
        await admin.GetByTestId("setup-staff").ClickAsync();
        await admin.GetByTestId("add-staff").ClickAsync();
        await admin.GetByTestId("staff-name").FillAsync("Новенькая");
        await admin.GetByTestId("staff-email").FillAsync("not an address");
        await admin.GetByTestId("save-staff").ClickAsync();
        await Expect(admin.Locator("#staff-email-problem")).ToContainTextAsync("not an e-mail address");
        await Expect(admin.GetByTestId("staff-name")).ToHaveValueAsync("Новенькая");
        await admin.GetByTestId("staff-email").FillAsync("New@Lounge.example");
        await admin.GetByTestId("save-staff").ClickAsync();
        await Expect(admin.GetByTestId("added-staff").GetByTestId("invite-link"))
            .ToContainTextAsync("/sign-in/link?token=");
        await Expect(admin.GetByTestId($"no-way-in-{await IdAsync(desk, "Новенькая")}"))
            .ToContainTextAsync("GOOGLE_CLIENT_ID");
        await admin.GetByTestId("staff").GetByText("Новенькая").ClickAsync();
        await Expect(admin.GetByTestId("no-way-in")).ToContainTextAsync("GOOGLE_CLIENT_ID");
        await Expect(admin.GetByTestId("staff-email")).ToHaveValueAsync("new@lounge.example");
        await admin.GetByTestId("invite").ClickAsync();
        var link = await admin.GetByTestId("invite-link").InnerTextAsync();

        await using var phone = await browser.OpenAsync(desk.Address, "en-GB", width: 390, height: 844);
        var colleague = await phone.SignInAsync(new Uri(link));
        await Expect(admin.GetByTestId("session")).ToHaveCountAsync(1);
        await colleague.GotoAsync("/staff");
        await Expect(colleague.Locator("h1")).ToHaveTextAsync("No access");
        await colleague.GotoAsync("/");
        await colleague.IsLiveAsync();
        await Expect(colleague.GetByTestId("nav-setup")).ToHaveCountAsync(0);

        await admin.ChooseAsync("staff-role", "Admin");
        await admin.GetByTestId("save-staff").ClickAsync();

        await Expect(colleague.GetByTestId("nav-setup")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await admin.GotoAsync("/audit?area=staff");
        var line = admin.GetByTestId("audit-line").First;
        await Expect(line).ToContainTextAsync("Новенькая");
        await Expect(line.Locator("del")).ToHaveTextAsync("Host");
        await Expect(line.Locator("ins")).ToHaveTextAsync("Admin");
        await admin.ChooseAsync("area", "SignIns");
        await Expect(admin).ToHaveURLAsync(new Regex("area=signins"));
        await Expect(admin.GetByTestId("audit-line").First).ToContainTextAsync("by link");
    }

    private static Task<int> IdAsync(FrontDesk desk, string name) =>
        desk.Store.ReadAsync(db => db.Staff.Where(s => s.Name == name).Select(s => s.Id).SingleAsync(Cancel), Cancel);
}
