using Microsoft.Playwright;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// The floor as a host works it on a full evening, on PostgreSQL; where it matters with a second host beside.
/// </summary>
public sealed class FloorDeskTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OthersChanges_AreReadOut_OneSentenceForMany_AndTheToastsAreNot()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync();
        await desk.SeatAsync(5);
        await Expect(page.GetByTestId("news")).ToContainTextAsync("Boris: walk-in seated, table 5");

        await desk.SeatAsync(6);
        await desk.SeatAsync(8);
        await Expect(page.GetByTestId("news"))
            .ToHaveTextAsync("2 changes on the floor: tables 6 and 8.", new() { Timeout = 15_000 });
        await Expect(page.GetByTestId("toast").Last).ToHaveAttributeAsync("aria-hidden", "true");
    }

    [Fact]
    public async Task Clock_GoesOnInTheBrowser_WithoutTheServer()
    {
        await using var desk = await shared.OpenAsync();
        var page = await desk.HostAsync();
        await Expect(page.GetByTestId("clock"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^12:[0-5][0-9]$"));
        // The clock has been looked at once: from then on it is the browser's.
        await page.WaitForTimeoutAsync(2500);

        await page.EvaluateAsync("() => { const now = Date.now; Date.now = () => now() + 2 * 3600 * 1000; }");

        await Expect(page.GetByTestId("clock"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^14:[0-5][0-9]$"));
    }

    [Fact]
    public async Task Move_ByDraggingWithTheMouse_AndBackByUndo()
    {
        await using var desk = await shared.OpenAsync();
        await desk.SeatAsync(5);
        var page = await desk.HostAsync();
        await Expect(page.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");

        await DragAsync(page, page.GetByTestId("table-5"), page.GetByTestId("table-6"));

        await Expect(page.GetByTestId("table-6")).ToHaveAttributeAsync("data-state", "Seated");
        await Expect(page.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Free");
        // The end of a drag is no tap.
        await Expect(page.GetByTestId("table-panel")).ToHaveCountAsync(0);
        await page.GetByTestId("recent").GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(page.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");
    }

    [Fact]
    public async Task Move_ByDraggingWithAFinger_AfterAMomentOnTheTable()
    {
        await using var desk = await shared.OpenAsync();
        await desk.SeatAsync(5);
        var page = await desk.HostAsync(width: 768, height: 1024);
        await Expect(page.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");
        var (from, to) = (
            await MiddleAsync(page.GetByTestId("table-5")),
            await MiddleAsync(page.GetByTestId("table-6"))
        );
        await Expect(page.Locator("body[data-drags]")).ToHaveCountAsync(1);
        var touch = await page.Context.NewCDPSessionAsync(page);
        Task FingerAsync(string type, params (float X, float Y)[] points) =>
            touch.SendAsync(
                "Input.dispatchTouchEvent",
                new Dictionary<string, object>
                {
                    ["type"] = type,
                    ["touchPoints"] = points
                        .Select(point => new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y })
                        .ToArray(),
                }
            );

        await FingerAsync("touchStart", from);
        await Expect(page.Locator(".drag-ghost")).ToBeVisibleAsync();
        await FingerAsync("touchMove", ((from.X + to.X) / 2, from.Y));
        await FingerAsync("touchMove", to);
        await Expect(page.GetByTestId("table-6")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-over"));
        await FingerAsync("touchEnd");

        await Expect(page.GetByTestId("table-6")).ToHaveAttributeAsync("data-state", "Seated");
        await Expect(page.Locator(".drag-ghost")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TwoHosts_ActOnTheSameParty_TheSecondLearnsWhoWasFirstAndSeesHowItIs()
    {
        await using var desk = await shared.OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 5);
        var page = await desk.HostAsync("Anna");
        await page.GetByTestId("table-5").ClickAsync();
        await page.GetByTestId("move").ClickAsync();
        await Expect(page.GetByTestId("move-panel")).ToBeVisibleAsync();

        // Boris is faster, but Anna's screen has not heard of it when she taps: both within one moment.
        await using (await HoldAsync(desk, booking))
        {
            await page.GetByTestId("table-6").ClickAsync();
        }

        await Expect(page.Locator(".toast-refusal")).ToContainTextAsync("Boris just changed this: seated.");
        await Expect(page.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");
        await Expect(page.GetByTestId("table-6")).ToHaveAttributeAsync("data-state", "Free");
        Assert.Equal(0, await desk.Store.OverlapsAsync(Cancel));
    }

    /// <summary>Boris seats the party in a transaction that is committed only when this is disposed.</summary>
    private static async Task<IAsyncDisposable> HoldAsync(FrontDesk desk, Booking booking)
    {
        var connection = await desk.Home.ConnectAsync();
        var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            UPDATE bookings SET status = 'seated', seated_at = now(), version = version + 1 WHERE id = '{booking.Id}';
            INSERT INTO booking_history (booking_id, action, actor_kind, actor_id, actor_name, at, version)
            VALUES ('{booking.Id}', 'seated', 'staff', 99, 'Boris', now(), {booking.Version + 1});
            """;
        await command.ExecuteNonQueryAsync(Cancel);
        return new Commit(connection, transaction);
    }

    private static async Task DragAsync(IPage page, ILocator from, ILocator to)
    {
        await Expect(page.Locator("body[data-drags]")).ToHaveCountAsync(1);
        var (start, end) = (await MiddleAsync(from), await MiddleAsync(to));
        await page.Mouse.MoveAsync(start.X, start.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 6 });
        await Expect(to).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-over"));
        await page.Mouse.UpAsync();
    }

    private static async Task<(float X, float Y)> MiddleAsync(ILocator element)
    {
        await Expect(element).ToBeVisibleAsync();
        var box = (await element.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private sealed class Commit(Npgsql.NpgsqlConnection connection, Npgsql.NpgsqlTransaction transaction)
        : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.CommitAsync();
            await connection.DisposeAsync();
        }
    }
}
