using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>The waitlist at the door: on the floor's panel and on a phone, with two hosts.</summary>
public sealed class WaitlistTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task Party_IsAddedOnAPhone_OfferedATableOnTheTablet_AndSeated()
    {
        await using var desk = await shared.OpenAsync();
        var (tablet, phone) = (await desk.HostAsync("Anna"), await desk.HostAsync("Boris", width: 390, height: 844));
        await tablet.GetByTestId("tab-waitlist").ClickAsync();
        await phone.GetByTestId("nav-waitlist").ClickAsync();

        await phone.GetByTestId("waitlist-add").ClickAsync();
        await phone.GetByTestId("waiting-name").FillAsync("Olga");
        await phone.GetByTestId("waiting-phone").FillAsync("8 916 123-45-67");
        await phone.GetByTestId("waiting-party-4").ClickAsync();
        await Expect(phone.GetByTestId("suggested")).ToContainTextAsync("Table 5: free now");
        await phone.GetByTestId("quote-20").ClickAsync();
        await phone.GetByTestId("waiting-save").ClickAsync();

        var waiting = tablet.GetByTestId("waiting-Olga");
        await Expect(waiting).ToContainTextAsync("waiting 0 min of 20");
        await Expect(tablet.GetByTestId("toast")).ToContainTextAsync("Boris: Olga: on the waitlist");
        await waiting.GetByTestId("waiting-offer").ClickAsync();
        await Expect(tablet.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Held");
        await Expect(phone.GetByTestId("offer")).ToContainTextAsync("Table 5: held for them until");

        await phone.GetByTestId("waiting-seat").ClickAsync();
        await Expect(tablet.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");
        await Expect(waiting).ToHaveCountAsync(0);
        await tablet.GetByTestId("table-5").ClickAsync();
        await Expect(tablet.GetByTestId("table-panel")).ToContainTextAsync("Olga");
    }

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

    [Fact]
    public async Task Party_EditedAndLeft_ComesBackByUndo_AndAWrongNumberLosesNothing()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync();
        await AddAsync(page, "Olga", 2);

        await page.GetByTestId("waiting-edit").ClickAsync();
        await page.GetByTestId("waiting-phone").FillAsync("12");
        await page.GetByTestId("waiting-party-3").ClickAsync();
        await page.GetByTestId("waiting-save").ClickAsync();
        await Expect(page.Locator("#waiting-phone-wrong")).ToContainTextAsync("phone number");
        await Expect(page.GetByTestId("waiting-phone")).ToHaveValueAsync("12");
        await page.GetByTestId("waiting-phone").FillAsync("+7 916 123-45-67");
        await page.GetByTestId("waiting-save").ClickAsync();
        await Expect(page.GetByTestId("waiting-Olga")).ToContainTextAsync("+7 916 123-45-67");

        await page.GetByTestId("waiting-left").ClickAsync();
        await Expect(page.GetByTestId("waiting-Olga")).ToHaveCountAsync(0);
        await page.GetByTestId("recent").GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(page.GetByTestId("waiting-Olga")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Party_EditedByTwoHosts_TheSecondLearnsWhoWasFirst_AndOverwritesNothing()
    {
        await using var desk = await shared.OpenAsync();
        var (anna, boris) = (await desk.HostAsync("Anna"), await desk.HostAsync("Boris"));
        await AddAsync(anna, "Olga", 2);
        await boris.GetByTestId("tab-waitlist").ClickAsync();
        await anna.GetByTestId("waiting-edit").ClickAsync();
        await boris.GetByTestId("waiting-edit").ClickAsync();
        await boris.GetByTestId("waiting-phone").FillAsync("+7 916 123-45-67");
        await boris.GetByTestId("waiting-save").ClickAsync();
        await Expect(anna.GetByTestId("toast").Filter(new() { HasText = "Boris" })).ToBeVisibleAsync();

        await anna.GetByTestId("waiting-party-3").ClickAsync();
        await anna.GetByTestId("waiting-save").ClickAsync();
        await Expect(anna.GetByTestId("waiting-problem")).ToContainTextAsync("Boris");
        await anna.GetByTestId("waiting-save").ClickAsync();

        await Expect(boris.GetByTestId("waiting-Olga").GetByTestId("waiting-size")).ToContainTextAsync("3");
        await Expect(boris.GetByTestId("waiting-Olga")).ToContainTextAsync("+7 916 123-45-67");
    }

    [Fact]
    public async Task KnownGuest_IsFoundWhileTyping_AndBookedUnderTheirName()
    {
        await using var desk = await shared.OpenAsync();
        await desk.BookAsync("Olga Petrova", 20, table: 6);
        var page = await desk.HostAsync();
        await page.GetByTestId("tab-waitlist").ClickAsync();
        await page.GetByTestId("waitlist-add").ClickAsync();

        await page.GetByTestId("waiting-name").FillAsync("petro");
        await page.GetByRole(AriaRole.Button, new() { Name = "Olga Petrova" }).ClickAsync();
        await Expect(page.GetByTestId("waiting-name")).ToHaveValueAsync("Olga Petrova");
        await page.GetByTestId("waiting-save").ClickAsync();
        await Expect(page.GetByTestId("waiting-Olga Petrova").GetByTestId("guest-visits"))
            .ToHaveTextAsync("No visits yet");
        await page.GetByTestId("waiting-seat").ClickAsync();

        await Expect(page.GetByTestId("waiting-Olga Petrova")).ToHaveCountAsync(0);
        await page.GetByTestId("tab-seated").ClickAsync();
        await Expect(page.GetByTestId("seated")).ToContainTextAsync("Olga Petrova");
    }

    [Fact]
    public async Task FullRoom_QuotesTheWait_AndTellsWhoWaitsTooLong()
    {
        await using var desk = await shared.OpenAsync();
        foreach (var table in (await desk.CatalogAsync()).Tables)
            await desk.Bookings.WalkIns.SeatWalkInAsync(
                new Actor.Staff(99, StaffRole.Host, "Boris"),
                new WalkInRequest([table.Id], 1, Guid.NewGuid(), Minutes: 60),
                TestContext.Current.CancellationToken
            );
        var page = await desk.HostAsync();
        await page.GetByTestId("tab-waitlist").ClickAsync();
        await page.GetByTestId("waitlist-add").ClickAsync();
        await Expect(page.GetByTestId("suggested")).ToContainTextAsync("About 60 min");

        await page.GetByTestId("waiting-name").FillAsync("Olga");
        await Expect(page.GetByTestId("quote-45")).ToHaveCountAsync(0);
        await page.GetByTestId("quote-60").ClickAsync();
        await page.GetByTestId("waiting-save").ClickAsync();
        await Expect(page.GetByTestId("waiting-Olga")).ToContainTextAsync("No suitable table is free now.");
        await Expect(page.GetByTestId("waiting-offer")).ToHaveCountAsync(0);

        await using var connection = await desk.Home.ConnectAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            "UPDATE waitlist_entries SET joined_at = joined_at - interval '75 minutes'",
            connection
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await page.ReloadAsync();
        // Anything that happens makes the list be read again.
        await page.GetByTestId("table-5").ClickAsync();
        await page.GetByTestId("complete").ClickAsync();
        await page.GetByTestId("panel-close").ClickAsync();
        await page.GetByTestId("tab-waitlist").ClickAsync();
        await Expect(page.GetByTestId("waited"))
            .ToContainTextAsync(new System.Text.RegularExpressions.Regex("1[5-9] min over the quoted wait"));
        await Expect(page.GetByTestId("waiting-Olga"))
            .ToHaveClassAsync(new System.Text.RegularExpressions.Regex("mud-border-error"));
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
