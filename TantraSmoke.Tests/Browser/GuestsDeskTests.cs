using TantraSmoke.Core.Bookings;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>Guests as staff keep them.</summary>
public sealed class GuestsDeskTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Profile_NotesAndTags_AreKept_AndAnotherHostSeesThem()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.CallAsync("Анна Ёлкина", "89161112233", 18, 5);
        var page = await desk.PageAsync("/guests");
        await page.GetByTestId("search").PressSequentiallyAsync("елкина");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q="));
        await Expect(page.Locator(".row-link")).ToHaveCountAsync(1);
        await page.Locator(".row-link").ClickAsync();
        var other = await (await desk.ColleagueAsync("Мария")).NewPageAsync();
        await other.GotoAsync($"/guests/{booking.GuestId}");

        await page.GetByTestId("profile-tags").FillAsync("постоянный, пресса");
        await page.GetByTestId("profile-notes").FillAsync("любит у окна");
        await page.GetByTestId("profile-phone").FillAsync("8 916 000-00-01");
        await page.GetByTestId("save-guest").ClickAsync();

        await Expect(other.GetByTestId("profile-notes")).ToHaveValueAsync("любит у окна");
        await Expect(other.GetByTestId("guest-news")).ToContainTextAsync("Admin: карточка изменена");
        await Expect(page.GetByTestId("guest-news")).ToHaveCountAsync(0);
        await Expect(other.GetByTestId("profile-phone")).ToHaveValueAsync("+7 916 000-00-01");
        await page.GotoAsync($"/bookings/{booking.Code}");
        await Expect(page.GetByTestId("booking-facts")).ToContainTextAsync("постоянный");
        await Expect(page.GetByTestId("booking-facts")).ToContainTextAsync("любит у окна");
    }

    [Fact]
    public async Task Phone_ThatIsNone_IsSaidAtItsField_AndANumberIsCopiedInDigits()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.CallAsync("Анна", "+84 91 234 5678", 18, 5);
        var page = await desk.PageAsync($"/guests/{booking.GuestId}");
        await Expect(page.GetByTestId("profile-phone")).ToHaveValueAsync("+84 912 345 678");

        await page.GetByTestId("profile-phone").FillAsync("+7 916 123");
        await page.GetByTestId("save-guest").ClickAsync();
        await Expect(page.Locator("#profile-phone-wrong")).ToContainTextAsync("not a phone number");
        await Expect(page.GetByTestId("problem")).ToHaveCountAsync(0);

        await page.GotoAsync($"/bookings/{booking.Code}");
        var link = page.Locator("a[href='tel:+84912345678']").First;
        await Expect(link).ToHaveTextAsync("+84 912 345 678");
        Assert.Equal(
            "+84912345678",
            await link.EvaluateAsync<string>(
                """
                link => {
                    getSelection().selectAllChildren(link);
                    const copy = new ClipboardEvent("copy",
                        { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
                    link.dispatchEvent(copy);
                    return copy.clipboardData.getData("text/plain");
                }
                """
            )
        );
    }

    [Fact]
    public async Task Erase_SaysWhatItCancels_AndLeavesOnlyFigures()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.CallAsync("Анна Секретова", "89161112233", 18, 5);
        var over = await desk.CallAsync("Анна Секретова", "89161112233", 18, 6);
        var boris = new Actor.Staff(99, StaffRole.Host, "Boris");
        await desk.Bookings.Edits.EditAsync(
            boris,
            over.Id,
            null,
            new BookingEdit(over.Details with { Comment = "шепчет" }),
            TestVenue.Cancel
        );
        await desk.Bookings.Lifecycle.CancelAsync(boris, over.Id, null, "передумала Секретова", TestVenue.Cancel);
        var story = await desk.PageAsync($"/bookings/{over.Code}");
        await Expect(story.GetByTestId("history")).ToContainTextAsync("передумала Секретова");
        var page = await desk.PageAsync($"/guests/{booking.GuestId}");

        await page.GetByTestId("erase").ClickAsync();
        await Expect(page.GetByTestId("erase-open")).ToContainTextAsync("1 booking will be cancelled");
        await page.GetByTestId("erase-yes").ClickAsync();

        await Expect(page.GetByTestId("erased-notice")).ToBeVisibleAsync();
        await Expect(story.GetByTestId("history")).Not.ToContainTextAsync("шепчет");
        await Expect(story.Locator("main")).Not.ToContainTextAsync("Секретова");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Секретова");
        await page.GotoAsync($"/bookings/{booking.Code}");
        await Expect(page.GetByTestId("status")).ToHaveTextAsync("Cancelled");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Секретова");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("916 111-22-33");
    }

    [Fact]
    public async Task RepeatNoShows_AreFlaggedOnTheFloorInTheListAndWhileBooking()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.CallAsync("Анна Ёлкина", "89161112233", 18, 5);
        await desk.StayedAwayAsync(booking.GuestId!.Value, 3);
        var floor = await desk.PageAsync("/");

        await Expect(floor.GetByTestId($"arrival-{booking.Code}").Locator(".is-flag")).ToBeVisibleAsync();
        await floor.GetByTestId("table-5").ClickAsync();
        await Expect(floor.GetByTestId("table-panel").GetByTestId("guest-flag")).ToContainTextAsync("3 no-shows");
        await floor.GotoAsync("/bookings");
        await Expect(floor.GetByTestId($"line-{booking.Code}").Locator(".is-flag")).ToBeVisibleAsync();
        await floor.GetByTestId("new-booking").ClickAsync();
        await floor.GetByTestId("guest-phone").PressSequentiallyAsync("916 111");
        await Expect(floor.GetByTestId("suggestions").GetByTestId("guest-flag")).ToContainTextAsync("3 no-shows");
        await floor.GetByTestId("suggestions").Locator("button").First.ClickAsync();
        await Expect(floor.GetByTestId("flag-warning")).ToBeVisibleAsync();
        await floor.GotoAsync("/guests?filter=flagged");
        await Expect(floor.Locator(".row-link")).ToHaveCountAsync(1);
    }
}
