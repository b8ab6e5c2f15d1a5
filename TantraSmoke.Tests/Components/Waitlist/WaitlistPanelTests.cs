using Bunit;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Web.Features.Floor;
using TantraSmoke.Web.Features.Waitlist;

namespace TantraSmoke.Tests.Components.Waitlist;

/// <summary>The waitlist at the door: on the floor's panel and on a phone, with two hosts.</summary>
public sealed class WaitlistPanelTests
{
    [Fact]
    public async Task Party_IsAddedOnAPhone_OfferedATableOnTheTablet_AndSeated()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await using var anna = new DashboardContext(venue.Services);
        await using var boris = new DashboardContext(venue.Services, me: TestVenue.Boris).WithForms();
        var (tablet, toasts) = anna.OpenFloor();
        var phone = boris.Render<WaitlistPage>();
        await tablet.TapAsync("tab-waitlist");

        await phone.TapAsync("waitlist-add");
        await phone.TypeAsync("waiting-name", "Olga");
        await phone.TypeAsync("waiting-phone", "8 916 123-45-67");
        await phone.TapAsync("waiting-party-4");
        phone.Says("suggested", "Table 5: free now");
        await phone.TapAsync("quote-20");
        await phone.SendAsync("waitlist-form");

        toasts.Says("toast", "Boris: Olga: on the waitlist");
        tablet.Says("waiting-Olga", "waiting 0 min of 20");
        await tablet.TapAsync("waiting-offer");
        tablet.Shows("table-5", "data-state", "Held");
        phone.Says("offer", "Table 5: held for them until");

        await phone.TapAsync("waiting-seat");
        tablet.Shows("table-5", "data-state", "Seated");
        tablet.Lacks("waiting-Olga");
        await tablet.TapAsync("table-5");
        tablet.Says("table-panel", "Olga");
    }

    [Fact]
    public async Task Party_EditedAndLeft_ComesBackByUndo_AndAWrongNumberLosesNothing()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await using var anna = new DashboardContext(venue.Services);
        var (page, _) = anna.OpenFloor();
        await AddAsync(page);

        await page.TapAsync("waiting-edit");
        await page.TypeAsync("waiting-phone", "12");
        await page.TapAsync("waiting-party-3");
        await page.SendAsync("waitlist-form");
        page.WaitForAssertion(() =>
            Assert.Contains("phone number", page.Find("#waiting-phone-wrong").TextContent, StringComparison.Ordinal)
        );
        page.Shows("waiting-phone", "value", "12");
        await page.TypeAsync("waiting-phone", "+7 916 123-45-67");
        await page.SendAsync("waitlist-form");
        page.Says("waiting-Olga", "+7 916 123-45-67");

        venue.Time.Advance(TimeSpan.FromMinutes(1));
        await page.TapAsync("waiting-left");
        page.Lacks("waiting-Olga");
        page.Says("recent", "Olga: gave up waiting");
        await page.InvokeAsync(() =>
        {
            _ = page.Find("[data-testid=recent] button").ClickAsync(new());
        });
        page.WaitForElement("[data-testid=waiting-Olga]");
    }

    [Fact]
    public async Task Party_EditedByTwoHosts_TheSecondLearnsWhoWasFirst_AndOverwritesNothing()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await using var first = new DashboardContext(venue.Services);
        await using var second = new DashboardContext(venue.Services, me: TestVenue.Boris);
        var ((anna, toasts), (boris, _)) = (first.OpenFloor(), second.OpenFloor());
        await AddAsync(anna);
        await boris.TapAsync("tab-waitlist");
        await anna.TapAsync("waiting-edit");
        await boris.TapAsync("waiting-edit");
        await boris.TypeAsync("waiting-phone", "+7 916 123-45-67");
        await boris.SendAsync("waitlist-form");
        toasts.WaitForAssertion(() =>
            Assert.Contains(
                toasts.FindAll("[data-testid=toast]"),
                toast => toast.TextContent.Contains("Boris", StringComparison.Ordinal)
            )
        );

        await anna.TapAsync("waiting-party-3");
        await anna.SendAsync("waitlist-form");
        anna.Says("waiting-problem", "Boris");
        await anna.SendAsync("waitlist-form");

        boris.WaitForAssertion(() => Assert.Equal("3", boris.Find("[data-testid=waiting-size]").TextContent.Trim()));
        boris.Says("waiting-Olga", "+7 916 123-45-67");
    }

    [Fact]
    public async Task KnownGuest_IsFoundWhileTyping_AndBookedUnderTheirName()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        var olga = await venue.GuestAsync(name: "Olga Petrova");
        await venue.BookAsync(olga, 20, table: 6);
        await using var anna = new DashboardContext(venue.Services);
        var (page, _) = anna.OpenFloor();
        await page.TapAsync("tab-waitlist");
        await page.TapAsync("waitlist-add");

        await page.TypeAsync("waiting-name", "petro");
        await page.TapAsync($"suggestion-{olga.GuestId}");
        page.Shows("waiting-name", "value", "Olga Petrova 1");
        await page.SendAsync("waitlist-form");
        page.Says("guest-visits", "No visits yet");
        await page.TapAsync("waiting-seat");

        page.Lacks("waiting-Olga Petrova 1");
        await page.TapAsync("tab-seated");
        page.Says("seated", "Olga Petrova");
    }

    [Fact]
    public async Task FullRoom_QuotesTheWait_AndTellsWhoWaitsTooLong()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        foreach (var table in (await venue.CatalogAsync()).Tables)
            await venue.Bookings.WalkIns.SeatWalkInAsync(
                TestVenue.Boris,
                new WalkInRequest([table.Id], 1, Guid.NewGuid(), Minutes: 60),
                TestVenue.Cancel
            );
        await using var anna = new DashboardContext(venue.Services);
        var (page, _) = anna.OpenFloor();
        await page.TapAsync("tab-waitlist");
        await page.TapAsync("waitlist-add");
        page.Says("suggested", "About 60 min");

        await page.TypeAsync("waiting-name", "Olga");
        page.Lacks("quote-45");
        await page.TapAsync("quote-60");
        await page.SendAsync("waitlist-form");
        page.Says("waiting-Olga", "No suitable table is free now.");
        page.Lacks("waiting-offer");

        venue.Time.Advance(TimeSpan.FromMinutes(75));
        // Anything that happens makes the list be read again.
        await page.TapAsync("table-5");
        await page.TapAsync("complete");
        page.Shows("table-5", "data-state", "Free");
        await page.TapAsync("panel-close");
        await page.TapAsync("tab-waitlist");
        page.Says("waited", "15 min over the quoted wait");
        Assert.Contains("mud-border-error", page.Find("[data-testid=waiting-Olga]").ClassList);
    }

    private static async Task AddAsync(IRenderedComponent<FloorPage> page)
    {
        await page.TapAsync("tab-waitlist");
        await page.TapAsync("waitlist-add");
        await page.TypeAsync("waiting-name", "Olga");
        await page.TapAsync("waiting-party-2");
        await page.TapAsync("quote-20");
        await page.SendAsync("waitlist-form");
        page.WaitForElement("[data-testid=waiting-Olga]");
    }
}
