using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// Somebody is in the middle of a form, and the tablet sleeps, the line breaks or the server starts again.
/// </summary>
public sealed class ComingBackTests(BrowserHost browser, SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string NoDrafts = "!JSON.stringify(sessionStorage).includes('draft:')";

    [Fact]
    public async Task Sleep_PausesTheCircuit_AndEveryFormIsThereAgain()
    {
        await using var desk = await shared.OpenAsync();
        var (forms, booking) = await BeginAsync(desk);

        foreach (var page in forms.Pages)
            await SleepAsync(page);
        foreach (var page in forms.Pages)
            await page.EvaluateAsync("document.dispatchEvent(new Event('resume'))");

        await forms.AssertRestoredAsync();
        await AssertNotLoadedAnewAsync(forms);
        await forms.SaveAsync(desk, booking);
    }

    [Fact]
    public async Task WifiAwayForLongerThanTheCircuitIsKept_EveryFormIsThereAgain()
    {
        await using var desk = await FrontDesk.OpenAsync(browser, TestDatabase.Sqlite, KeepNoLostCircuits);
        await using var gate = new TcpGate("127.0.0.1", desk.Address.Port).Open();
        var (forms, booking) = await BeginAsync(desk, new Uri($"http://127.0.0.1:{gate.Port}"));

        gate.Shut();
        foreach (var page in forms.Pages)
            await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        gate.Open();

        await forms.AssertRestoredAsync();
        await AssertNotLoadedAnewAsync(forms);
        await forms.SaveAsync(desk, booking);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task ServerStartsAgain_EveryFormIsThereAgain(bool isKilled)
    {
        await using var desk = await FrontDesk.OpenAsync(
            browser,
            TestDatabase.Sqlite,
            canStop: true,
            isProcess: isKilled
        );
        var (forms, booking) = await BeginAsync(desk);

        if (isKilled)
            await desk.KillAsync();
        else
            await desk.StopAsync();
        await desk.StartAgainAsync();

        await forms.AssertRestoredAsync();
        foreach (var page in forms.Pages)
            Assert.False(await page.EvaluateAsync<bool>("window.isOld === true"));
        await forms.SaveAsync(desk, booking);
    }

    [Fact]
    public async Task WifiAwayForAMoment_WhatWasTypedMeanwhileIsBooked()
    {
        await using var desk = await shared.OpenAsync();
        await using var gate = new TcpGate("127.0.0.1", desk.Address.Port).Open();
        var page = await desk.HostAsync(through: new Uri($"http://127.0.0.1:{gate.Port}"), at: "/bookings");
        await page.GetByTestId("new-booking").ClickAsync();
        await HalfFilledForms.FillNewAsync(page);

        gate.Shut();
        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await page.GetByTestId("guest-name").FillAsync("Olga Petrova");
        await page.GetByTestId("comment").FillAsync("birthday, cake");
        gate.Open();
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await page.GetByTestId("book").ClickAsync();

        await Expect(page.GetByTestId("toast")).ToContainTextAsync("Olga Petrova");
        var booked = await desk.Store.ReadAsync(db => db.Bookings.SingleAsync(TestVenue.Cancel), TestVenue.Cancel);
        Assert.Equal("birthday, cake", booked.Comment);
    }

    [Fact]
    public async Task Sleep_AlsoWhenTheBrowserKeptNothing_TheServerGivesBackWhatItHad()
    {
        await using var desk = await FrontDesk.OpenAsync(browser, TestDatabase.Sqlite);
        var page = await NewBookingAsync(desk, "Anna");

        await SleepAsync(page);
        await page.EvaluateAsync("sessionStorage.clear(); document.dispatchEvent(new Event('resume'))");

        await Expect(HalfFilledForms.Restored(page)).ToBeVisibleAsync();
        await Expect(page.GetByTestId("guest-name")).ToHaveValueAsync("Olga");
    }

    [Fact]
    public async Task Sleep_WhenTheServerRefusesToGoOn_ThePageIsLoadedAnew_WithTheForm()
    {
        await using var desk = await shared.OpenAsync();
        var page = await NewBookingAsync(desk, "Anna");
        await page.EvaluateAsync("window.isOld = true");

        await SleepAsync(page);
        await page.EvaluateAsync(
            "Blazor.resumeCircuit = async () => false; document.dispatchEvent(new Event('resume'))"
        );

        await page.BecomesAsync("window.isOld !== true");
        await Expect(HalfFilledForms.Restored(page)).ToBeVisibleAsync();
        await Expect(page.GetByTestId("guest-name")).ToHaveValueAsync("Olga");
    }

    [Fact]
    public async Task RestoredOverWhatAColleagueChanged_SavingSaysSo()
    {
        await using var desk = await FrontDesk.OpenAsync(browser, TestDatabase.Sqlite, canStop: true);
        var booking = await desk.BookAsync("Guest 1", 20, table: 5);
        var page = await desk.HostAsync(at: $"/bookings/{booking.Code}");
        await page.GetByTestId("edit").ClickAsync();
        await page.GetByTestId("comment").FillAsync("by the window");

        await desk.StopAsync();
        var theirs = await desk.Bookings.Edits.EditAsync(
            TestVenue.Boris,
            booking.Id,
            booking.Version,
            new BookingEdit(new BookingDetails(2, booking.GuestId) { Comment = "near the door" }),
            TestVenue.Cancel
        );
        Assert.True(theirs.Succeeded, theirs.Error?.ToString());
        await desk.StartAgainAsync();
        await Expect(HalfFilledForms.Restored(page)).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByTestId("save").ClickAsync();

        await Expect(page.GetByTestId("conflict")).ToContainTextAsync("Boris");
        await Expect(page.GetByTestId("comment")).ToHaveValueAsync("by the window");
        var now = await desk.Store.ReadAsync(db => db.Bookings.SingleAsync(TestVenue.Cancel), TestVenue.Cancel);
        Assert.Equal("near the door", now.Comment);
    }

    [Fact]
    public async Task SomebodyElseOnTheSameTablet_SeesNothingOfIt()
    {
        await using var desk = await shared.OpenAsync();
        var page = await NewBookingAsync(desk, "Anna");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync((await desk.LinkAsync("Boris")).ToString());
        await page.GetByTestId("sign-in").ClickAsync();
        await page.GotoAsync("/bookings");
        await Expect(page.GetByTestId("new-booking")).ToBeVisibleAsync();

        await page.BecomesAsync(NoDrafts);
        await page.GetByTestId("new-booking").ClickAsync();
        await Expect(page.Locator(".slot").First).ToBeVisibleAsync();
        await Expect(page.GetByTestId("guest-name")).ToHaveValueAsync("");
        await Expect(page.GetByTestId("restored")).ToBeHiddenAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task SignedOutOrClosed_NothingOfAGuestStaysInTheBrowser(bool isSignedOut)
    {
        await using var desk = await shared.OpenAsync();
        var page = await NewBookingAsync(desk, "Anna");
        await page.BecomesAsync("JSON.stringify(sessionStorage).includes('Olga')");

        if (isSignedOut)
            await page.EvaluateAsync("document.getElementById('sign-out').requestSubmit()");
        else
        {
            await page.GetByTestId("side-close").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        }

        await page.BecomesAsync(NoDrafts);
    }

    private static void KeepNoLostCircuits(ProcessHome home) =>
        home.Variables["Circuits__DisconnectedCircuitRetentionPeriod"] = "00:00:00.001";

    private static async Task<(HalfFilledForms Forms, Booking Booking)> BeginAsync(FrontDesk desk, Uri? through = null)
    {
        var booking = await desk.BookAsync("Guest 1", 20, table: 5);
        var host = await desk.BrowserAsync(through: through);
        return (await HalfFilledForms.BeginAsync(host, booking), booking);
    }

    private static async Task<IPage> NewBookingAsync(FrontDesk desk, string host)
    {
        var page = await desk.HostAsync(host, at: "/bookings");
        await page.GetByTestId("new-booking").ClickAsync();
        await HalfFilledForms.FillNewAsync(page);
        return page;
    }

    private static async Task SleepAsync(IPage page)
    {
        await page.EvaluateAsync("document.dispatchEvent(new Event('freeze'))");
        await page.BecomesAsync(
            "document.querySelector('.components-reconnect-paused') && document.documentElement.dataset.line === 'lost'"
        );
    }

    private static async Task AssertNotLoadedAnewAsync(HalfFilledForms forms)
    {
        foreach (var page in forms.Pages)
            Assert.True(await page.EvaluateAsync<bool>("window.isOld === true"));
    }
}
