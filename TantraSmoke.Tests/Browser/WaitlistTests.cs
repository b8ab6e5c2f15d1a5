using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>The waitlist at the door: on the floor's panel and on a phone, with two hosts.</summary>
public sealed class WaitlistTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task Form_WithAFieldMissingOrRefused_SaysSoInThePagesLanguage_AndGoesThere()
    {
        await using var desk = await shared.OpenAsync();
        // The browser itself speaks English.
        var page = await desk.HostAsync(language: "ru-RU", width: 390, height: 844);
        await page.GetByTestId("nav-waitlist").ClickAsync();
        await page.GetByTestId("waitlist-add").ClickAsync();
        var (name, phone, save) = (
            page.GetByTestId("waiting-name"),
            page.GetByTestId("waiting-phone"),
            page.GetByTestId("waiting-save")
        );

        await save.ClickAsync();
        Assert.Equal("Заполните это поле.", await name.EvaluateAsync<string>("field => field.validationMessage"));
        await Expect(name).ToBeFocusedAsync();

        await name.FillAsync("Ольга");
        await phone.FillAsync("12");
        await save.ClickAsync();
        await Expect(phone).ToBeFocusedAsync();
        await Expect(phone).ToBeInViewportAsync();

        await phone.FillAsync("8 916 123-45-67");
        await save.ClickAsync();
        await Expect(page.GetByTestId("waiting-Ольга")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Party_DraggedToATable_SitsThere_AndUndoPutsThemBackOnTheList()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync();
        await AddAsync(page, "Olga", 2);
        var (row, table) = (
            (await page.GetByTestId("waiting-Olga").Locator("strong").First.BoundingBoxAsync())!,
            (await page.GetByTestId("table-6").BoundingBoxAsync())!
        );

        await Expect(page.Locator("body[data-drags]")).ToHaveCountAsync(1);
        await page.Mouse.MoveAsync(row.X + 20, row.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(table.X + (table.Width / 2), table.Y + (table.Height / 2), new() { Steps = 8 });
        await page.Mouse.UpAsync();

        await Expect(page.GetByTestId("table-6")).ToHaveAttributeAsync("data-state", "Seated");
        await Expect(page.GetByTestId("waiting-Olga")).ToHaveCountAsync(0);
        await page.Locator(".mud-snackbar-action-button").First.ClickAsync();
        await Expect(page.GetByTestId("waiting-Olga")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("table-6")).ToHaveAttributeAsync("data-state", "Free");
    }

    private static async Task AddAsync(IPage page, string name, int party)
    {
        await page.GetByTestId("tab-waitlist").ClickAsync();
        await page.GetByTestId("waitlist-add").ClickAsync();
        await page.GetByTestId("waiting-name").FillAsync(name);
        await page.GetByTestId($"waiting-party-{party}").ClickAsync();
        await page.GetByTestId("quote-20").ClickAsync();
        await page.GetByTestId("waiting-save").ClickAsync();
        await Expect(page.GetByTestId($"waiting-{name}")).ToBeVisibleAsync();
    }
}
