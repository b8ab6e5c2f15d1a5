using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Staff;
using TantraSmoke.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Resilience;

/// <summary>
/// Two real processes on one PostgreSQL and Redis behind the nginx of compose.yaml.
/// </summary>
public sealed class ReplicaTests(BrowserHost browser)
{
    private const string Conflict = "Somebody else fetches";
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task OneOfTwoPolls_AndTheOtherTakesOverUpdatesTimersAndPagesWhenItIsKilled()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram);
        home.MoveToNoon();
        // As compose.yaml sets it.
        home.Variables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        using var elsewhere = new TempFolder();
        var processes = await Task.WhenAll(
            WebProcess.StartLiveAsync(home.Folder, home.Variables),
            WebProcess.StartLiveAsync(elsewhere.Path, home.Variables)
        );
        await using var leader = await LeaderAsync(processes);
        await using var other = processes.Single(process => process != leader);
        await using var store = home.OpenStore();
        await using var proxy = await NginxProxy.StartAsync(processes[0].Address, processes[1].Address);
        await using var host = await browser.OpenAsync(proxy.Address, "en-GB");
        var cookie = await proxy.CookieOfAsync(leader.Address);
        await host.AddCookiesAsync([
            new()
            {
                Name = "replica",
                Value = cookie,
                Url = $"{proxy.Address}",
            },
        ]);
        var link = await store.Services.GetRequiredService<StaffLinks>().CreateStartLinkAsync(Cancel);
        var floor = await host.SignInFirstAsync(new Uri(proxy.Address, $"/sign-in/link?token={link!.Token}"));
        await WalkInAsync(floor, table: 5);
        await floor.EvaluateAsync("window.isOld = true");
        var guest = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина"));

        // Two pollers end each other's polls as soon as both run, so the length of a booking shows them.
        await guest.BookAsync("2", "Завтра", "18:00", Cancel);
        await Expect(floor.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");
        Assert.Equal([leader.Address.Authority], proxy.AnsweredBy(cookie).Distinct());
        Assert.All(processes, process => Assert.DoesNotContain(Conflict, process.Output, StringComparison.Ordinal));

        await HoldThatIsOverAsync(store, guest.ChatId);
        await leader.KillAsync();
        var killed = Stopwatch.StartNew();
        await Eventually.Holds(
            () => store.ReadAsync(async db => !await db.Claims.AnyAsync(c => c.BookingId == null, Cancel), Cancel),
            "the timers run on the other",
            TakeOver,
            Cancel
        );
        guest.Send("/my");
        await guest.WaitForTextAsync("№", Cancel);

        Assert.InRange(killed.Elapsed, TimeSpan.Zero, TakeOver);
        Assert.DoesNotContain(Conflict, other.Output, StringComparison.Ordinal);

        // The page comes back by itself, signed in as before, and works.
        await floor.BecomesAsync("window.isOld !== true");
        await floor.IsLiveAsync();
        await Expect(floor.GetByTestId("table-5")).ToHaveAttributeAsync("data-state", "Seated");
        await WalkInAsync(floor, table: 6);
        Assert.Equal(other.Address.Authority, proxy.AnsweredBy(cookie)[^1]);
    }

    private static async Task WalkInAsync(IPage floor, int table)
    {
        await floor.GetByTestId($"table-{table}").ClickAsync();
        await floor.GetByTestId("walk-in-2").ClickAsync();
        await Expect(floor.GetByTestId($"table-{table}")).ToHaveAttributeAsync("data-state", "Seated");
        await floor.GetByTestId("panel-close").ClickAsync();
    }

    private static async Task<WebProcess> LeaderAsync(WebProcess[] processes)
    {
        WebProcess? leader = null;
        await Eventually.Holds(
            () =>
                (
                    leader = processes.SingleOrDefault(p =>
                        p.Output.Contains("This process leads", StringComparison.Ordinal)
                    )
                ) != null,
            "one of the two leads",
            Cancel
        );
        return leader!;
    }

    /// <summary>A hold that only a timer takes away.</summary>
    private static async Task HoldThatIsOverAsync(BesideStore store, long chatId)
    {
        var (guest, request) = await store.WishAsync(chatId, Cancel);
        var held = await store.Services.GetRequiredService<TableBooking>().HoldAsync(guest, request, Cancel);
        Assert.True(held.Succeeded, held.Error?.ToString());
        await store.ReadAsync(
            db =>
                db.Claims.Where(c => c.BookingId == null)
                    .ExecuteUpdateAsync(
                        c => c.SetProperty(x => x.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1)),
                        Cancel
                    ),
            Cancel
        );
    }
}
