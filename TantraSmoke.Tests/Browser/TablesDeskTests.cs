using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

public sealed class TablesDeskTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task NewTable_DrawnDraggedAndSaved_IsOnTheFloorOfAnotherHostAtOnce()
    {
        await using var desk = await shared.OpenAsync();
        var floor = await desk.HostAsync("Anna");
        var page = await TablesAsync(desk, "Boris");

        await page.GetByTestId("add-round").ClickAsync();
        await Expect(page.GetByTestId("table-properties")).ToBeVisibleAsync();
        var table = page.GetByTestId("table-11");
        var (x, y) = (await AtAsync(table, "x"), await AtAsync(table, "y"));
        await DragAsync(page, table, 120, 60);
        await Expect(table).Not.ToHaveAttributeAsync("data-x", $"{x}");
        var (movedX, movedY) = (await AtAsync(table, "x"), await AtAsync(table, "y"));
        Assert.True(movedX > x && movedY > y, $"{x},{y} → {movedX},{movedY}");

        // Taken back and done again, by keys.
        await page.Keyboard.PressAsync("Control+z");
        await Expect(table).ToHaveAttributeAsync("data-x", $"{x}");
        await page.Keyboard.PressAsync("Control+Shift+Z");
        await Expect(table).ToHaveAttributeAsync("data-x", $"{movedX}");
        for (var push = 0; push < 3; push++)
            await page.Keyboard.PressAsync("ArrowDown");
        await Expect(table).ToHaveAttributeAsync("data-y", $"{movedY + 30}");

        // A bad number stays in its field with the reason.
        await page.GetByTestId("p-seats").FillAsync("many");
        await page.GetByTestId("p-seats").PressAsync("Tab");
        await Expect(page.GetByTestId("p-seats-problem")).ToHaveTextAsync("Enter a whole number.");
        await page.GetByTestId("p-seats").FillAsync("3");
        await page.GetByTestId("p-seats").PressAsync("Tab");
        await Expect(floor.GetByTestId("table-11")).ToHaveCountAsync(0);
        await page.GetByTestId("save-hall").ClickAsync();

        await Expect(page.GetByTestId("toast")).ToContainTextAsync("saved");
        await Expect(page.GetByTestId("save-hall")).ToBeDisabledAsync();
        await Expect(floor.GetByTestId("table-11")).ToBeVisibleAsync();
        var saved = (await desk.CatalogAsync()).Tables.Single(t => t.Number == 11);
        Assert.Equal((movedX, movedY + 30, 3), (saved.X, saved.Y, saved.Seats));
    }

    [Fact]
    public async Task TwoTables_OfferedTogether_AreACombinationWithTheSeatsOfBoth()
    {
        await using var desk = await shared.OpenAsync();
        var page = await TablesAsync(desk, "Boris");

        await page.GetByTestId("table-7").ClickAsync();
        await page.GetByTestId("table-8").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await page.GetByTestId("combine").ClickAsync();
        await page.GetByTestId("save-hall").ClickAsync();
        await Expect(page.GetByTestId("toast")).ToContainTextAsync("saved");

        var catalog = await desk.CatalogAsync();
        int[] ids = [await desk.TableAsync(7), await desk.TableAsync(8)];
        var together = catalog.Combinations.Single(c => c.TableIds.ToHashSet().SetEquals(ids));
        Assert.Equal(catalog.Tables.Where(t => ids.Contains(t.Id)).Sum(t => t.Seats), together.Seats);
        await Expect(page.GetByTestId("several-properties").GetByTestId("combine")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Photo_ChosenInTheEditor_IsAtTheTableOnTheFloor()
    {
        await using var desk = await shared.OpenAsync();
        var page = await TablesAsync(desk, "Boris");
        await page.GetByTestId("table-5").ClickAsync();

        await page.GetByTestId("p-photo")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "words.png",
                    MimeType = "image/png",
                    Buffer = "picture cannot be shown"u8.ToArray(),
                }
            );
        await Expect(page.GetByTestId("photo-problem")).ToContainTextAsync("picture cannot be shown");
        await page.GetByTestId("p-photo")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "table.png",
                    MimeType = "image/png",
                    Buffer = await page.ScreenshotAsync(),
                }
            );
        await Expect(page.GetByTestId("table-photo")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("photo-problem")).ToHaveCountAsync(0);

        var host = await desk.ColleagueAsync("Лена", StaffRole.Host);
        var floor = await host.NewPageAsync();
        await floor.GotoAsync("/");
        await floor.GetByTestId("table-5").ClickAsync();
        var photo = floor.GetByTestId("table-photo");
        await Expect(photo).ToBeVisibleAsync();
        await Expect(photo).ToHaveJSPropertyAsync("naturalWidth", 1280);
        await page.GetByTestId("p-photo-remove").ClickAsync();
        await Expect(photo).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Retire_WithABookingToCome_IsListedFirstAndThenMoved()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.CallAsync("Ольга", "+79161234567", 20, 5);
        var page = await TablesAsync(desk, "Boris");

        await page.GetByTestId("table-5").ClickAsync();
        await page.GetByTestId("p-retire").ClickAsync();
        await Expect(page.GetByTestId("table-5")).ToHaveCountAsync(0);
        await page.GetByTestId("save-hall").ClickAsync();
        var line = page.GetByTestId($"affected-{booking.Code}");
        await Expect(line).ToContainTextAsync("Ольга");
        await Expect(line).ToContainTextAsync("20:00");
        await Expect(line).ToContainTextAsync("the table is retired");
        Assert.True((await desk.CatalogAsync()).Table(booking.TableIds[0])!.IsActive);

        await page.GetByTestId("affected-back").ClickAsync();
        await Expect(page.GetByTestId("save-hall")).ToBeEnabledAsync();
        await page.GetByTestId("save-hall").ClickAsync();
        await page.GetByTestId("affected-move").ClickAsync();

        await Expect(page.GetByTestId("toast")).ToContainTextAsync("1 booking was moved");
        await Expect(page.GetByTestId("retired")).ToContainTextAsync("Table 5");
        var moved = (
            await desk
                .Services.GetRequiredService<BookingQueries>()
                .FindAsync(TestVenue.Boris, booking.Id, TestVenue.Cancel)
        )!;
        Assert.Equal((booking.StartsAt, await desk.TableAsync(2)), (moved.StartsAt, moved.TableIds.Single()));
    }

    [Fact]
    public async Task TwoEditors_TheSecondKeepsTheirDrawing_AndAHostIsShownOut()
    {
        await using var desk = await shared.OpenAsync();
        var mine = await TablesAsync(desk, "Boris");
        var theirs = await TablesAsync(desk, "Maria");
        await mine.GetByTestId("table-2").ClickAsync();
        await mine.Keyboard.PressAsync("ArrowRight");
        await Expect(mine.GetByTestId("table-2")).ToHaveAttributeAsync("data-x", "370");
        await theirs.GetByTestId("h-name").FillAsync("Terrace");
        await theirs.GetByTestId("h-name").PressAsync("Tab");
        await theirs.GetByTestId("save-hall").ClickAsync();

        await Expect(mine.GetByTestId("hall-changed")).ToContainTextAsync("Maria just saved this hall");
        await mine.GetByTestId("save-hall").ClickAsync();
        await Expect(mine.GetByTestId("problem")).ToContainTextAsync("Maria");
        // Not lost with the page either.
        await mine.EvaluateAsync(
            "() => { window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), { capture: "
                + "true }); location.reload(); }"
        );
        await Expect(mine.GetByTestId("restored")).ToBeVisibleAsync();
        await Expect(mine.GetByTestId("table-2")).ToHaveAttributeAsync("data-x", "370");
        await mine.GetByTestId("keep-mine").ClickAsync();
        await mine.GetByTestId("save-hall").ClickAsync();
        await Expect(mine.GetByTestId("toast")).ToContainTextAsync("saved");

        var host = await desk.ColleagueAsync("Host", StaffRole.Host);
        var page = await host.NewPageAsync();
        await page.GotoAsync("/tables");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("save-hall")).ToHaveCountAsync(0);
        Assert.Equal(
            403,
            (await page.APIRequest.GetAsync(new Uri(desk.Address, "/tables/export.json").ToString())).Status
        );
    }

    private static async Task<IPage> TablesAsync(FrontDesk desk, string name)
    {
        var page = await desk.HostAsync(name, at: "/tables");
        await Expect(page.Locator("[data-ready]")).ToBeVisibleAsync();
        return page;
    }

    private static async Task<int> AtAsync(ILocator item, string axis) =>
        int.Parse((await item.GetAttributeAsync($"data-{axis}"))!, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task DragAsync(IPage page, ILocator item, float byX, float byY)
    {
        var box = (await item.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + (byX / 2), y + (byY / 2), new() { Steps = 3 });
        await page.Mouse.MoveAsync(x + byX, y + byY, new() { Steps = 3 });
        await page.Mouse.UpAsync();
    }
}
