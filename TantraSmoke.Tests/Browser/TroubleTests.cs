using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>What hosts see when two do the same, when the database is away, and when the server starts again.</summary>
public sealed class TroubleTests(BrowserHost browser, SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoHosts_SeatTheSameBookingAtOnce_TheSecondLearnsWhoWasFaster()
    {
        await using var desk = await shared.OpenAsync();
        var code = (await desk.BookAsync("Guest 1", 14, table: 2)).Code;
        var (anna, boris) = (await desk.HostAsync("Anna"), await desk.HostAsync("Boris"));
        var seat = $"seat-{code}";
        await Expect(anna.GetByTestId(seat)).ToBeEnabledAsync();
        await Expect(boris.GetByTestId(seat)).ToBeEnabledAsync();

        // Both have begun before either can finish.
        await using (await HoldUpAsync(desk.Home, code))
        {
            await Task.WhenAll(anna.GetByTestId(seat).ClickAsync(), boris.GetByTestId(seat).ClickAsync());
            foreach (var page in (IPage[])[anna, boris])
                await Expect(page.GetByTestId(seat)).ToBeDisabledAsync();
        }

        var refusals = new[] { anna, boris }.Select(page => page.Locator(".toast-refusal")).ToList();
        await Expect(refusals[0].Or(anna.Locator(".mud-snackbar-action-button")).First).ToBeVisibleAsync();
        await Expect(refusals[1].Or(boris.Locator(".mud-snackbar-action-button")).First).ToBeVisibleAsync();
        var counts = await Task.WhenAll(refusals.Select(refusal => refusal.CountAsync()));
        Assert.Equal(1, counts.Sum());
        var (loser, winner) = counts[0] == 1 ? (anna, "Boris") : (boris, "Anna");
        await Expect(loser.Locator(".toast-refusal")).ToContainTextAsync($"{winner} just changed this: seated.");
        foreach (var page in (IPage[])[anna, boris])
        {
            await Expect(page.GetByTestId("table-2")).ToHaveAttributeAsync("data-state", "Seated");
            await Expect(page.GetByTestId($"arrival-{code}")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task DatabaseAway_TheFloorStays_TapsAreRefusedInWords_AndItComesBackByItself()
    {
        TcpGate gate = null!;
        await using var desk = await FrontDesk.OpenAsync(browser, prepare: home => gate = home.GateBefore("DB").Open());
        await using var between = gate;
        var code = (await desk.BookAsync("Guest 1", 14, table: 2)).Code;
        var floor = await desk.HostAsync();
        await floor.EvaluateAsync("window.neverReloaded = true");
        var form = await floor.Context.NewPageAsync();
        await form.GotoAsync("/bookings");
        await form.GetByTestId("new-booking").ClickAsync();
        await Expect(form.Locator(".slot").First).ToBeVisibleAsync();

        gate.Shut();
        await floor.GetByTestId($"seat-{code}").ClickAsync();
        await Expect(floor.Locator(".toast-refusal")).ToContainTextAsync("That did not work.");
        await Expect(floor.GetByTestId($"arrival-{code}")).ToBeVisibleAsync();
        await floor.GetByTestId("table-5").ClickAsync();
        await Expect(floor.GetByTestId("table-panel")).ToBeVisibleAsync();
        await floor.GetByTestId("table-2").ClickAsync();
        await floor.GetByTestId("move").ClickAsync();
        await Expect(floor.GetByTestId("move-panel")).ToBeVisibleAsync();
        await floor.GetByTestId("move-stop").ClickAsync();
        await Expect(floor.GetByTestId($"arrival-{code}")).ToBeVisibleAsync();
        // What is known from before is shown until the loss of the database has been noticed.
        var taps = 0;
        await Eventually.Holds(
            async () =>
            {
                await form.GetByTestId(taps++ % 2 == 0 ? "party-4" : "party-5").ClickAsync();
                await form.WaitForTimeoutAsync(500);
                return await form.Locator(".toast-refusal").CountAsync() > 0;
            },
            "a question to the database is refused in words",
            TimeSpan.FromSeconds(30),
            Cancel
        );
        await Expect(form.Locator(".toast-refusal").First).ToContainTextAsync("That did not work.");
        // Missed on purpose: nobody can announce it to a process that does not listen.
        var missed = (await desk.BookAsync("Guest 2", 16, table: 2)).Code;

        gate.Open();
        await Expect(floor.GetByTestId($"arrival-{missed}")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await floor.GetByTestId($"seat-{code}").ClickAsync();
        await Expect(floor.GetByTestId("table-2")).ToHaveAttributeAsync("data-state", "Seated");
        Assert.True(await floor.EvaluateAsync<bool>("window.neverReloaded === true"));
        await form.GetByTestId("party-3").ClickAsync();
        await Expect(form.Locator(".slot").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Restart_StopsWithinSeconds_AndTheOpenPageComesBackByItself()
    {
        await using var desk = await FrontDesk.OpenAsync(browser, TestDatabase.Sqlite, isProcess: true);
        var floor = await desk.HostAsync();
        await floor.EvaluateAsync("window.isOld = true");

        var stopping = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await desk.StopAsync());
        Assert.InRange(TimeProvider.System.GetElapsedTime(stopping).TotalSeconds, 0, 20);
        Assert.DoesNotContain(
            "[ERR]",
            await File.ReadAllTextAsync(Path.Combine(desk.Home.Folder, "log.txt"), Cancel),
            StringComparison.Ordinal
        );
        await Expect(floor.GetByTestId("table-2")).ToBeVisibleAsync();

        await desk.StartAgainAsync();
        // A page of the old process shows the hall but does nothing; this one answers.
        await floor.BecomesAsync("window.isOld !== true");
        await floor.GetByTestId("table-5").ClickAsync();
        await Expect(floor.GetByTestId("table-panel")).ToBeVisibleAsync();
    }

    /// <summary>Keeps a booking from being changed until it is disposed.</summary>
    private static async Task<IAsyncDisposable> HoldUpAsync(ProcessHome home, string code)
    {
        var connection = await home.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"BEGIN; SELECT 1 FROM bookings WHERE code = '{code}' FOR UPDATE";
        await command.ExecuteNonQueryAsync(Cancel);
        // Closing it ends the transaction.
        return connection;
    }
}
