using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Settings;
using static Microsoft.Playwright.Assertions;

namespace TantraSmoke.Tests.Browser;

/// <summary>Large parties that wait for an answer, as two hosts see them.</summary>
public sealed class LargePartyDeskTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task Party_IsApprovedOnTheListOfArrivals_AndAnotherIsDeclinedFromTheListOfBookings()
    {
        await using var desk = await shared.OpenAsync();
        try
        {
            await ApprovalAsync(desk, 4);
            var (olga, igor) = (
                await desk.BookAsync("Olga", 20, table: 8, party: 6),
                await desk.BookAsync("Igor", 22, table: 8, party: 5)
            );
            var (anna, boris) = (await desk.HostAsync("Anna"), await desk.HostAsync("Boris"));
            await Expect(boris.GetByTestId("requests")).ToHaveTextAsync(new Regex("2 requests$"));
            if (!await anna.GetByTestId($"approve-{olga.Code}").IsVisibleAsync())
                await anna.GetByTestId("later").ClickAsync();
            await Expect(anna.GetByTestId($"asks-{olga.Code}"))
                .ToContainTextAsync("Waiting for your answer until 19:00");

            await anna.GetByTestId($"approve-{olga.Code}").ClickAsync();
            await Expect(anna.GetByTestId($"seat-{olga.Code}")).ToBeVisibleAsync();
            await Expect(boris.GetByTestId("toast").GetByText("Anna: Olga: approved, table 8")).ToBeVisibleAsync();
            await boris.GetByTestId("requests").ClickAsync();
            var line = boris.GetByTestId($"line-{igor.Code}");
            await Expect(boris.Locator("tr[data-testid^=line-]")).ToHaveCountAsync(1);
            await line.Locator(".cell-lead").ClickAsync();
            await boris.GetByTestId("decline").ClickAsync();
            await boris.GetByTestId("decline-yes").ClickAsync();
            await Expect(boris.GetByTestId("toast").GetByText("Igor: declined, table 8")).ToBeVisibleAsync();
            await Expect(anna.GetByTestId($"arrival-{igor.Code}")).ToHaveCountAsync(0);
            await Expect(anna.GetByTestId("requests")).ToHaveCountAsync(0);

            await boris.Locator(".mud-snackbar-action-button").First.ClickAsync();
            await Expect(anna.GetByTestId("requests")).ToBeVisibleAsync();
            await anna.GetByTestId("nav-timeline").ClickAsync();
            await Expect(anna.GetByTestId($"bar-{igor.Code}")).ToHaveClassAsync(new Regex("bar-requested"));
            await Expect(anna.GetByTestId($"bar-{olga.Code}")).ToHaveClassAsync(new Regex("bar-confirmed"));
        }
        finally
        {
            await ApprovalAsync(desk, null);
        }
    }

    /// <summary>The venue goes to other tests afterwards: whoever sets the rule takes it back.</summary>
    private static async Task ApprovalAsync(FrontDesk desk, int? above)
    {
        var seen = (await desk.Services.GetRequiredService<VenueCatalogCache>().GetAsync(TestVenue.Cancel)).Settings;
        var wanted = seen.Copy();
        wanted.ApprovalAbove = above;
        Assert.True(
            (
                await desk
                    .Services.GetRequiredService<SettingsService>()
                    .SaveAsync(Actor.System.Instance, seen, wanted, true, TestVenue.Cancel)
            ).Succeeded
        );
    }
}
