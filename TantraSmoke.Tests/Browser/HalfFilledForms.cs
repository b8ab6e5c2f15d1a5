using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>One host who is in the middle of four things at once, each in a tab of its own.</summary>
internal sealed class HalfFilledForms
{
    private HalfFilledForms(IPage create, IPage edit, IPage settings, IPage hall) =>
        (Create, Edit, Settings, Hall) = (create, edit, settings, hall);

    public IPage Create { get; }
    public IPage Edit { get; }
    public IPage Settings { get; }
    public IPage Hall { get; }
    public IReadOnlyList<IPage> Pages => [Create, Edit, Settings, Hall];

    public static async Task<HalfFilledForms> BeginAsync(IBrowserContext host, Booking booking)
    {
        var forms = new HalfFilledForms(
            await OpenAsync(host, "/bookings", "new-booking"),
            await OpenAsync(host, $"/bookings/{booking.Code}", "edit"),
            await OpenAsync(host, "/settings", "setting-VenueName"),
            await OpenAsync(host, "/tables", "add-round")
        );
        await FillNewAsync(forms.Create);
        await forms.Edit.GetByTestId("party-3").ClickAsync();
        await Expect(forms.Edit.GetByTestId("party-3")).ToHaveAttributeAsync("aria-pressed", "true");
        await TypeAsync(forms.Edit.GetByTestId("comment"), "by the window");
        await forms.Settings.GetByTestId("setting-Phone").FillAsync("+7 900 000-00-00");
        await TypeAsync(forms.Settings.GetByTestId("setting-VenueName"), "Dragon");
        await Expect(forms.Settings.GetByTestId("save-settings")).ToBeEnabledAsync();
        await Expect(forms.Hall.GetByTestId("save-hall")).ToBeEnabledAsync();
        foreach (var page in forms.Pages)
            await page.EvaluateAsync("window.isOld = true");
        return forms;
    }

    /// <summary>Somebody on the phone: for whom, how many and when is chosen; the comment is being typed.</summary>
    public static async Task FillNewAsync(IPage page)
    {
        await page.GetByTestId("guest-name").FillAsync("Olga");
        await page.GetByTestId("guest-phone").FillAsync("+7 916 123-45-67");
        await page.GetByTestId("party-4").ClickAsync();
        await page.Locator(".slot:enabled").Last.ClickAsync();
        await Expect(page.GetByTestId("book")).ToBeEnabledAsync();
        await TypeAsync(page.GetByTestId("comment"), "birthday");
    }

    /// <summary>Everything is as it was, and the page says so.</summary>
    public async Task AssertRestoredAsync()
    {
        foreach (var page in Pages)
            await Expect(Restored(page)).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(Restored(Create)).ToContainTextAsync("What you had typed has been restored.");
        await Expect(Create.GetByTestId("guest-name")).ToHaveValueAsync("Olga");
        await Expect(Create.GetByTestId("guest-phone")).ToHaveValueAsync("+7 916 123-45-67");
        await Expect(Create.GetByTestId("party-4")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Create.Locator(".slot[aria-pressed=true]")).ToHaveCountAsync(1);
        await Expect(Create.GetByTestId("comment")).ToHaveValueAsync("birthday");
        await Expect(Edit.GetByTestId("party-3")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Edit.GetByTestId("comment")).ToHaveValueAsync("by the window");
        await Expect(Settings.GetByTestId("setting-Phone")).ToHaveValueAsync("+7 900 000-00-00");
        await Expect(Settings.GetByTestId("setting-VenueName")).ToHaveValueAsync("Dragon");
        await Expect(Hall.Locator("[data-item='t-1']")).ToHaveCountAsync(1);
        await Expect(Hall.GetByTestId("save-hall")).ToBeEnabledAsync();
    }

    /// <summary>What stands there is what is saved, also what nobody had told the server before.</summary>
    public async Task SaveAsync(FrontDesk desk, Booking booking)
    {
        await Create.GetByTestId("book").ClickAsync();
        await Expect(Create.GetByTestId("toast")).ToContainTextAsync("Olga");
        await Edit.GetByTestId("save").ClickAsync();
        await Expect(Edit.GetByTestId("edit-form")).ToHaveCountAsync(0);
        await Settings.GetByTestId("save-settings").ClickAsync();
        await Expect(Settings.GetByTestId("toast")).ToBeVisibleAsync();
        await Hall.GetByTestId("save-hall").ClickAsync();
        await Expect(Hall.GetByTestId("toast")).ToContainTextAsync("saved");
        foreach (var page in Pages)
            await page.BecomesAsync("!Object.keys(sessionStorage).some(name => name.startsWith('draft:'))");

        var edited = await desk.Store.ReadAsync(
            db => db.Bookings.SingleAsync(b => b.Id == booking.Id, TestVenue.Cancel),
            TestVenue.Cancel
        );
        Assert.Equal((3, "by the window"), (edited.PartySize, edited.Comment));
        var created = await desk.Store.ReadAsync(
            db => db.Bookings.SingleAsync(b => b.Source == BookingSource.Phone, TestVenue.Cancel),
            TestVenue.Cancel
        );
        Assert.Equal((4, "birthday"), (created.PartySize, created.Comment));
        Assert.Equal(
            "Dragon",
            (await desk.Store.ReadAsync(db => db.Settings.SingleAsync(TestVenue.Cancel), TestVenue.Cancel)).VenueName
        );
    }

    public static ILocator Restored(IPage page) => page.Locator("[data-testid=restored]:visible");

    /// <summary>Letter by letter, and still in the field: it has not been told that this is all.</summary>
    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.ClearAsync();
        await field.PressSequentiallyAsync(text);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext host, string address, string first)
    {
        var page = await host.NewPageAsync();
        await page.GotoAsync(address);
        await page.GetByTestId(first).ClickAsync();
        return page;
    }
}
