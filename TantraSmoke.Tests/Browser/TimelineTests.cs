using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>The timeline under mouse, finger and arrow keys, with another host looking on.</summary>
public sealed class TimelineTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bar_DraggedToAnotherTableAndTime_IsThereForTheOtherHostToo_AndCanBeUndone()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        var anna = await TimelineAsync(desk, "Anna");
        var boris = await TimelineAsync(desk, "Boris");
        await boris.EvaluateAsync("window.neverReloaded = true");

        await DragAsync(anna, Bar(anna, 5, booking), minutes: 120, toRow: 6);

        await Expect(Bar(anna, 6, booking)).ToHaveAttributeAsync("aria-label", "Olga, 16:00–18:00, 2 guests, booked");
        await Expect(Bar(boris, 6, booking)).ToHaveAttributeAsync("aria-label", "Olga, 16:00–18:00, 2 guests, booked");
        await Expect(Bar(boris, 5, booking)).ToHaveCountAsync(0);
        await Expect(boris.GetByTestId("toast")).ToContainTextAsync("Anna: Olga: moved to table 6");
        await Expect(anna.Locator(".tl-ghost")).ToHaveCountAsync(0);
        Assert.True(await boris.EvaluateAsync<bool>("window.neverReloaded === true"));

        await anna.Locator(".mud-snackbar-action-button").ClickAsync();
        await Expect(Bar(boris, 5, booking)).ToHaveAttributeAsync("aria-label", "Olga, 14:00–16:00, 2 guests, booked");
    }

    [Fact]
    public async Task Bar_DroppedWhereSomebodyIs_GoesBack_AndTheSentenceStandsThere()
    {
        await using var desk = await shared.OpenAsync();
        var (olga, ivan) = (await desk.BookAsync("Olga", 14, table: 5), await desk.BookAsync("Ivan", 14, table: 6));
        var page = await TimelineAsync(desk, "Anna");

        await DragAsync(page, Bar(page, 5, olga), minutes: 0, toRow: 6);

        await Expect(page.GetByTestId("bar-refusal"))
            .ToContainTextAsync("Table 6 is taken from 14:00 to 16:00 (Ivan).");
        await Expect(page.Locator("[data-says]")).ToContainTextAsync("Back where it was.");
        await Expect(Bar(page, 5, olga)).ToBeVisibleAsync();
        await Expect(Bar(page, 6, ivan)).ToBeVisibleAsync();
        await Expect(page.GetByTestId("toast")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Edge_Pulled_MakesItLonger_UntilTheNextPartyComes()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        await desk.BookAsync("Ivan", 18, table: 5);
        var page = await TimelineAsync(desk, "Anna");

        await DragAsync(page, Bar(page, 5, booking), minutes: 45, edge: "end");
        await Expect(Bar(page, 5, booking)).ToHaveAttributeAsync("aria-label", "Olga, 14:00–16:45, 2 guests, booked");

        await DragAsync(page, Bar(page, 5, booking), minutes: 120, edge: "end");
        await Expect(page.GetByTestId("bar-refusal")).ToContainTextAsync("(Ivan)");
        await Expect(Bar(page, 5, booking)).ToHaveAttributeAsync("aria-label", "Olga, 14:00–16:45, 2 guests, booked");

        await DragAsync(page, Bar(page, 5, booking), minutes: -30, edge: "start");
        await Expect(Bar(page, 5, booking)).ToHaveAttributeAsync("aria-label", "Olga, 13:30–16:45, 2 guests, booked");
    }

    [Fact]
    public async Task Bar_CarriedWhileTheDayBeginsEarlierForSomebodyElse_LandsAtTheMinuteItWasPutOn()
    {
        await using var desk = await shared.OpenAsync();
        var host = new Actor.Staff(9, StaffRole.Host, "Boris");
        await desk
            .Services.GetRequiredService<VenueStore>()
            .ChangeAsync(
                host,
                db =>
                    db.TimeSlots.Where(slot => slot.Start < new TimeOnly(12, 0))
                        .ExecuteUpdateAsync(set => set.SetProperty(slot => slot.IsActive, false), Cancel),
                Cancel
            );
        var (olga, ivan) = (await desk.BookAsync("Olga", 14, table: 5), await desk.BookAsync("Ivan", 16, table: 6));
        var tomorrow = olga.ServiceDay.AddDays(1);
        Assert.True(
            (await desk.Bookings.Moves.MoveAsync(host, olga.Id, null, new MoveRequest(tomorrow), Cancel)).Succeeded
        );
        var page = await TimelineAsync(desk, "Anna");
        await page.GetByTestId("day-after").ClickAsync();
        var bar = Bar(page, 5, olga);
        await Expect(bar).ToBeVisibleAsync();
        await page.BecomesAsync("document.querySelector('.tl')?.style.getPropertyValue('--minute')");
        var box = (await bar.BoundingBoxAsync())!;
        var minute = await MinuteAsync(page);
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(
            box.X + (box.Width / 2) + (60 * minute),
            box.Y + (box.Height / 2),
            new() { Steps = 3 }
        );

        var early = new MoveRequest(TableIds: ivan.TableIds) { StartsAt = olga.StartsAt.AddHours(19) };
        Assert.True((await desk.Bookings.Moves.MoveAsync(host, ivan.Id, null, early, Cancel)).Succeeded);
        await Expect(Bar(page, 6, ivan)).ToBeVisibleAsync();
        await page.Mouse.UpAsync();

        await Expect(bar).ToHaveAttributeAsync("aria-label", "Olga, 15:00–17:00, 2 guests, booked");
    }

    [Fact]
    public async Task Finger_RestsThenMoves_CarriesTheBar_AndOneThatMovesAtOnceScrolls()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        var page = await TimelineAsync(desk, "Anna", 768, 1024);
        var finger = await page.Context.NewCDPSessionAsync(page);
        var (from, to) = (await MiddleAsync(Bar(page, 5, booking)), await MiddleAsync(page.GetByTestId("row-6")));
        await Expect(page.Locator(".tl-now")).ToBeAttachedAsync();

        // At once: a swipe.
        await TouchAsync(finger, "touchStart", from.X, from.Y);
        await TouchAsync(finger, "touchMove", from.X, from.Y - 40);
        await TouchAsync(finger, "touchMove", from.X, to.Y);
        await TouchAsync(finger, "touchEnd");
        await Expect(Bar(page, 5, booking)).ToBeVisibleAsync();

        await page.EvaluateAsync("document.querySelector('.tl-scroll').scrollTop = 0");
        from = await MiddleAsync(Bar(page, 5, booking));
        await TouchAsync(finger, "touchStart", from.X, from.Y);
        await Expect(page.Locator(".tl-ghost")).ToBeVisibleAsync();
        await TouchAsync(finger, "touchMove", from.X, from.Y + 20);
        await TouchAsync(finger, "touchMove", from.X, to.Y);
        await TouchAsync(finger, "touchEnd");

        await Expect(Bar(page, 6, booking)).ToBeVisibleAsync();
        await Expect(page.GetByTestId("bar-panel")).ToHaveCountAsync(0);

        // The edge of what lies under the finger, far from where the timeline scrolls by itself.
        await Expect(page.Locator(".tl-ghost")).ToHaveCountAsync(0);
        await Bar(page, 6, booking)
            .EvaluateAsync("bar => bar.scrollIntoView({ inline: 'center', block: 'nearest', behavior: 'instant' })");
        var (box, minute) = ((await Bar(page, 6, booking).BoundingBoxAsync())!, await MinuteAsync(page));
        var (edge, middle) = (box.X + box.Width - 6, box.Y + (box.Height / 2));
        await TouchAsync(finger, "touchStart", edge, middle);
        await Expect(page.Locator(".tl-ghost")).ToBeVisibleAsync();
        await TouchAsync(finger, "touchMove", edge + (15 * minute), middle);
        await TouchAsync(finger, "touchMove", edge + (30 * minute), middle);
        await TouchAsync(finger, "touchEnd");
        await Expect(Bar(page, 6, booking)).ToHaveAttributeAsync("aria-label", "Olga, 14:00–16:30, 2 guests, booked");
    }

    [Fact]
    public async Task ArrowKeys_ProposeAPlace_EnterSavesIt_EscapePutsItBack_AndEveryStepIsSaid()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        await desk.BookAsync("Ivan", 14, table: 6);
        var page = await TimelineAsync(desk, "Anna");
        var said = page.Locator("[data-says]");
        await Bar(page, 5, booking).FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(said).ToHaveTextAsync("Table 5, 14:15–16:15");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(said).ToHaveTextAsync("Table 6, 14:15–16:15, taken: Ivan");
        await page.Keyboard.PressAsync("Escape");
        await Expect(said).ToHaveTextAsync("Back where it was.");
        await Expect(Bar(page, 5, booking)).ToHaveAttributeAsync("aria-label", "Olga, 14:00–16:00, 2 guests, booked");

        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(said).ToHaveTextAsync("Table 4, 13:45–16:00");
        await page.Keyboard.PressAsync("Enter");

        await Expect(Bar(page, 4, booking)).ToHaveAttributeAsync("aria-label", "Olga, 13:45–16:00, 2 guests, booked");
        await Expect(Bar(page, 4, booking)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("bar-panel")).ToContainTextAsync("Olga");
    }

    [Fact]
    public async Task ArrowKeys_PressedWhileTheBarStillFliesBack_BeginAnew()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        var page = await TimelineAsync(desk, "Anna");
        await Bar(page, 5, booking).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        await Bar(page, 5, booking)
            .EvaluateAsync(
                """
                bar => {
                    for (const key of ["Escape", "ArrowUp"])
                        bar.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
                }
                """
            );
        await page.BecomesAsync("!document.querySelector('.tl-ghost[data-returning]')");
        await page.EvaluateAsync(
            """
            () => Promise.allSettled(
                document.getAnimations()
                    .filter(a => a.effect.getTiming().iterations !== Infinity)
                    .map(a => a.finished)
            ).then(() => new Promise(requestAnimationFrame))
            """
        );
        await Expect(page.Locator(".tl-ghost")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await Expect(Bar(page, 4, booking)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Bar_ChangedByAnotherHostWhileItIsDragged_IsNotOverruled()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        var page = await TimelineAsync(desk, "Anna");
        var (from, to) = (await MiddleAsync(Bar(page, 5, booking)), await MiddleAsync(page.GetByTestId("row-6")));

        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X, to.Y, new() { Steps = 4 });
        await desk.Bookings.Lifecycle.SeatAsync(
            new Actor.Staff(99, StaffRole.Host, "Boris"),
            booking.Id,
            booking.Version,
            Cancel
        );
        await Expect(Bar(page, 5, booking))
            .ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("seated$"));
        await page.Mouse.UpAsync();

        await Expect(page.GetByTestId("bar-refusal")).ToContainTextAsync("Boris just changed this: seated.");
        await Expect(Bar(page, 5, booking)).ToBeVisibleAsync();
        await Expect(Bar(page, 6, booking)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Tap_OpensTheBooking_WhereItCanBeSeated_AndTheAddressKeepsTheDay()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        var page = await TimelineAsync(desk, "Anna");

        await Bar(page, 5, booking).ClickAsync();
        await page.GetByTestId("bar-panel").GetByTestId("seat").ClickAsync();
        await Expect(Bar(page, 5, booking))
            .ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("seated$"));

        await page.GetByTestId("day-after").ClickAsync();
        await Expect(Bar(page, 5, booking)).ToHaveCountAsync(0);
        await Expect(page)
            .ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/timeline\\?day=\\d{4}-\\d\\d-\\d\\d$"));
        await page.ReloadAsync();
        await Expect(page.GetByTestId("day-today")).ToBeVisibleAsync();
        await page.GetByTestId("day-today").ClickAsync();
        await Expect(Bar(page, 5, booking)).ToBeVisibleAsync();
        await Expect(page.GetByTestId("now-line")).ToBeAttachedAsync();
    }

    private static async Task<IPage> TimelineAsync(FrontDesk desk, string name, int width = 1280, int height = 800)
    {
        var page = await desk.HostAsync(name, width: width, height: height, at: "/timeline");
        // Zooming sets the size of a minute: from then on the script listens.
        await page.BecomesAsync("document.querySelector('.tl')?.style.getPropertyValue('--minute')");
        return page;
    }

    private static ILocator Bar(IPage page, int table, Booking booking) =>
        page.GetByTestId($"row-{table}").GetByTestId($"bar-{booking.Code}");

    private static async Task DragAsync(IPage page, ILocator bar, int minutes, int? toRow = null, string? edge = null)
    {
        var box = (await bar.BoundingBoxAsync())!;
        var minute = await MinuteAsync(page);
        var (x, y) = (
            edge switch
            {
                "start" => box.X + 4,
                "end" => box.X + box.Width - 4,
                _ => box.X + (box.Width / 2),
            },
            box.Y + (box.Height / 2)
        );
        var down = toRow is { } row ? (await MiddleAsync(page.GetByTestId($"row-{row}"))).Y : y;
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + (minutes * minute / 2), (y + down) / 2, new() { Steps = 3 });
        await page.Mouse.MoveAsync(x + (minutes * minute), down, new() { Steps = 3 });
        await page.Mouse.UpAsync();
    }

    /// <summary>How wide a minute is.</summary>
    private static Task<float> MinuteAsync(IPage page) =>
        page.EvaluateAsync<float>("parseFloat(document.querySelector('.tl').style.getPropertyValue('--minute'))");

    private static async Task<(float X, float Y)> MiddleAsync(ILocator element)
    {
        var box = (await element.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private static async Task TouchAsync(ICDPSession finger, string type, float x = 0, float y = 0) =>
        await finger.SendAsync(
            "Input.dispatchTouchEvent",
            new Dictionary<string, object>
            {
                ["type"] = type,
                ["touchPoints"] =
                    type == "touchEnd"
                        ? Array.Empty<object>()
                        : [new Dictionary<string, object> { ["x"] = x, ["y"] = y }],
            }
        );
}
