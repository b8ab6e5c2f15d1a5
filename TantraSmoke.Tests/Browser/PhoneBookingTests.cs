using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>Guests who call: a host writes them down, and moves them when the room changes.</summary>
public sealed class PhoneBookingTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly Regex Offered = new("\\bis-offered\\b");

    [Fact]
    public async Task GuestOnThePhone_IsBookedWithTheForm_AndMovedToAnotherTable()
    {
        await using var desk = await shared.OpenAsync();
        var floor = await desk.HostAsync();
        var bookings = await floor.Context.NewPageAsync();

        await BookAsync(bookings, "Olga", "8 916 123-45-67", table: 3);

        var line = bookings.Locator("tr[data-testid^=line-]");
        await Expect(line).ToHaveAttributeAsync("data-status", "Booked");
        await Expect(bookings.GetByTestId("detail")).ToContainTextAsync("+7 916 123-45-67");
        await Expect(line.Locator(".line-table")).ToHaveTextAsync("Table 3");

        await floor.GetByTestId("table-3").ClickAsync();
        await floor.GetByTestId("move").ClickAsync();
        await Expect(floor.GetByTestId("table-5")).ToHaveClassAsync(Offered);
        await floor.GetByTestId("table-5").ClickAsync();

        await Expect(floor.Locator("[data-testid^=arrival-]")).ToContainTextAsync("Table 5");
        await floor.GetByTestId("table-5").ClickAsync();
        await Expect(floor.GetByTestId("panel")).ToContainTextAsync("Olga");
        await Expect(line.Locator(".line-table")).ToHaveTextAsync("Table 5");
    }

    /// <summary>Books for two, today at 14:00.</summary>
    private static async Task BookAsync(IPage page, string name, string phone, int table)
    {
        await page.GotoAsync("/bookings");
        await page.GetByTestId("new-booking").ClickAsync();
        await page.GetByTestId("guest-name").FillAsync(name);
        await page.GetByTestId("guest-phone").FillAsync(phone);
        await page.GetByTestId("party-2").ClickAsync();
        await page.Locator(".slot").Filter(new() { HasText = "14:00" }).ClickAsync();
        await page.GetByTestId($"table-{table}").ClickAsync();
        await page.GetByTestId("book").ClickAsync();
        await Expect(page.GetByTestId("detail")).ToBeVisibleAsync();
    }
}
