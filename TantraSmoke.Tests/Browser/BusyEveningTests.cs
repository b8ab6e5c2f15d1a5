using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>Parties that come late and parties that stay, in two halls.</summary>
public sealed class BusyEveningTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly Actor.Staff Boris = new(99, StaffRole.Host, "Boris");

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task LateAndOverrunning_SayByHowMuchAndWhoIsNext_AndTheOtherHallsTabWarns()
    {
        await using var desk = await OpenAsync();
        var now = DateTimeOffset.UtcNow;
        var late = await desk.BookAsync("Olga", 14, table: 21, at: now.AddHours(-3));
        var moved = await desk.Bookings.Moves.MoveAsync(
            Boris,
            late.Id,
            late.Version,
            new MoveRequest(TableIds: late.TableIds) { StartsAt = now.AddMinutes(-14) },
            Cancel
        );
        Assert.True(moved.Succeeded, moved.Error?.ToString());
        await desk.BookAsync("Ivan", 14, table: 5);
        await using (var earlier = desk.Home.OpenStore(new TestTime(now.AddMinutes(-64))))
        {
            var walkIn = new WalkInRequest([await desk.TableAsync(5)], 2, Guid.NewGuid(), Minutes: 60);
            var seated = await earlier.Services.GetRequiredService<WalkIns>().SeatWalkInAsync(Boris, walkIn, Cancel);
            Assert.True(seated.Succeeded, seated.Error?.ToString());
        }

        var page = await desk.HostAsync();

        var overrunning = page.GetByTestId("table-5");
        await Expect(overrunning).ToHaveAttributeAsync("data-state", "Overrunning");
        await Expect(overrunning.Locator(".ft-tag")).ToContainTextAsync(new Regex(@"\+[4-9] min"));
        await Expect(overrunning.Locator(".ft-next")).ToContainTextAsync("14:00");
        await Expect(overrunning).ToHaveAttributeAsync("aria-label", new Regex("next at 14:00: Ivan"));
        await page.GetByTestId("tab-seated").ClickAsync();
        await Expect(page.GetByTestId("seated")).ToContainTextAsync(new Regex("[4-9] min over"));
        await Expect(page.GetByTestId("seated")).ToContainTextAsync("next at 14:00: Ivan");

        // Out of sight, not out of mind.
        var terrace = page.GetByTestId("hall-Terrace");
        await Expect(terrace.Locator(".count-alarm")).ToContainTextAsync("1");
        await Expect(page.GetByTestId("table-21")).ToHaveCountAsync(0);
        await terrace.ClickAsync();
        await Expect(terrace).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.GetByTestId("table-5")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("table-21")).ToHaveAttributeAsync("data-state", "Late");
        await Expect(page.GetByTestId("table-21").Locator(".ft-tag")).ToContainTextAsync(new Regex("1[4-9] min"));
        await page.GetByTestId("tab-arrivals").ClickAsync();
        await Expect(page.Locator("[data-testid^=arrival-]").First)
            .ToContainTextAsync(new Regex("Olga.*1[4-9] min late", RegexOptions.Singleline));

        await page.GetByTestId($"seat-{late.Code}").ClickAsync();
        await Expect(page.GetByTestId("table-21")).ToHaveAttributeAsync("data-state", "Seated");
        await Expect(terrace.Locator(".count-alarm")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SeveralHalls_AreTabs_AndAnArrivalOpensItsOwn()
    {
        await using var desk = await OpenAsync();
        var booking = await desk.BookAsync("Olga", 14, table: 21);
        var page = await desk.HostAsync();

        await Expect(page.GetByTestId("hall-Terrace")).ToContainTextAsync("1/1");
        await Expect(page.GetByTestId("table-21")).ToHaveCountAsync(0);
        await page.GetByTestId($"arrival-{booking.Code}").Locator(".row-who").ClickAsync();
        await Expect(page.GetByTestId("table-21")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("hall-Terrace")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByTestId("hall-Главный зал").ClickAsync();
        await Expect(page.GetByTestId("table-5")).ToBeVisibleAsync();
    }

    /// <summary>A venue with a terrace.</summary>
    private async Task<FrontDesk> OpenAsync()
    {
        var desk = await shared.OpenAsync();
        await AddTerraceAsync(desk);
        return desk;
    }

    private static Task AddTerraceAsync(FrontDesk desk) =>
        desk
            .Services.GetRequiredService<VenueStore>()
            .ChangeAsync(
                Actor.System.Instance,
                async db =>
                {
                    var terrace = new Hall("Terrace", 900, 600, 2);
                    db.Halls.Add(terrace);
                    await db.SaveChangesAsync(Cancel);
                    db.Tables.Add(
                        new Table(
                            21,
                            terrace.Id,
                            4,
                            1,
                            "By the rail",
                            new TablePlace(300, 300, 120, 120, 0, TableShape.Square),
                            null
                        )
                    );
                    await db.SaveChangesAsync(Cancel);
                },
                Cancel
            );
}
