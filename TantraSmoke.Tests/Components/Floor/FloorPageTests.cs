using Bunit;
using MudBlazor;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Tests.Components.Floor;

/// <summary>The floor as hosts work it, at 15:00; where it matters with a second host beside.</summary>
public sealed class FloorPageTests : IAsyncDisposable
{
    private readonly List<DashboardContext> _hosts = [];

    [Fact]
    public async Task WalkIn_BeforeABooking_IsToldUntilWhenAndTakesTwoTaps()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await venue.BookAsync(await venue.GuestAsync(name: "Olga"), 16, table: 5);
        var ((anna, _), (boris, toasts)) = (Open(venue, TestVenue.Anna), Open(venue, TestVenue.Boris));

        await anna.TapAsync("table-5");
        anna.Says("free-until", "Free until 16:00");
        await anna.TapAsync("walk-in-3");

        toasts.Says("toast", "Anna: walk-in seated, table 5");
        anna.Shows("table-5", "data-state", "Seated");
        anna.Says("table-5", "–16:00");
        boris.Shows("table-5", "data-state", "Seated");
        boris.Says("covers-now", "3 guests");
        boris.Says("covers-day", "5 covers");
    }

    [Fact]
    public async Task Arrival_SomeAreHere_IsShownToAllAndSeatedInOneTap()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        var booking = await venue.BookAsync(await venue.GuestAsync(name: "Olga"), 16, table: 5, party: 4);
        var ((anna, _), (boris, toasts)) = (Open(venue, TestVenue.Anna), Open(venue, TestVenue.Boris));

        await anna.TapAsync($"here-{booking.Code}");
        await anna.TapAsync("here-2");

        toasts.Says("toast", "Anna: Olga 1: part of the party is here");
        boris.Says($"arrival-{booking.Code}", "2 of 4 here");
        await boris.TapAsync($"seat-{booking.Code}");
        anna.Shows("table-5", "data-state", "Seated");
        anna.Lacks($"arrival-{booking.Code}");
    }

    [Fact]
    public async Task Seated_GetsHalfAnHourMore_UnlessSomebodyComes_AndLeavesEarly()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        var walkIn = await SeatAsync(venue, 5, minutes: 60);
        await venue.BookAsync(await venue.GuestAsync(name: "Olga"), 16, table: 6);
        var blocked = await SeatAsync(venue, 6);
        var (page, _) = Open(venue, TestVenue.Anna);

        await page.TapAsync("tab-seated");
        page.Says($"seated-{blocked.Code}", "next at 16:00: Olga");
        page.Shows($"extend-{blocked.Code}", "disabled", "");
        await page.TapAsync($"extend-{walkIn.Code}");
        page.Says($"seated-{walkIn.Code}", "90 min left");

        await page.TapAsync($"complete-{walkIn.Code}");
        page.Shows("table-5", "data-state", "Free");
        page.Lacks($"seated-{walkIn.Code}");
    }

    [Fact]
    public async Task Tables_PutTogetherAndTakenApart_WhileThePartySits()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await SeatAsync(venue, 5);
        var (page, _) = Open(venue, TestVenue.Anna);

        await page.TapAsync("table-5");
        await page.TapAsync("join");
        await page.TapAsync("table-4");
        page.Says("join-chosen", "Tables 4 and 5, 7 seats");
        await page.TapAsync("join-done");
        page.Shows("table-4", "data-state", "Seated");
        page.Shows("table-5", "data-state", "Seated");

        await page.TapAsync("table-4");
        await page.TapAsync("join");
        await page.TapAsync("table-5");
        await page.TapAsync("join-done");
        page.Shows("table-5", "data-state", "Free");
        page.Shows("table-4", "data-state", "Seated");
    }

    [Fact]
    public async Task Block_WithAReason_IsSeenByAllAndTakenBack()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await venue.BookAsync(await venue.GuestAsync(name: "Olga"), 16, table: 6);
        var ((anna, _), (boris, toasts)) = (Open(venue, TestVenue.Anna), Open(venue, TestVenue.Boris));

        await BlockAsync("table-5", "A broken chair", "block-60");
        toasts.Says("toast", "Anna: Table 5: blocked until");
        boris.Shows("table-5", "data-state", "Blocked");
        await boris.TapAsync("table-5");
        boris.Says("table-state", "A broken chair");
        await boris.TapAsync("unblock");
        anna.Shows("table-5", "data-state", "Free");

        // Refused where somebody is expected, and what was typed stays.
        await BlockAsync("table-6", "Paint", "block-day");
        anna.Says("block-problem", "Table 6 is taken from 16:00 to 18:00 (Olga 1).");
        anna.Shows("block-reason", "value", "Paint");

        async Task BlockAsync(string table, string reason, string until)
        {
            await anna.TapAsync(table);
            await anna.TapAsync("block-open");
            await anna.TypeAsync("block-reason", reason);
            await anna.TapAsync(until);
            await anna.SendAsync("block-form");
        }
    }

    [Fact]
    public async Task TimeSlider_ShowsThePlanAhead_AndComesBackToNow()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await venue.BookAsync(await venue.GuestAsync(name: "Olga"), 20, table: 5);
        await SeatAsync(venue, 6);
        var (page, _) = Open(venue, TestVenue.Anna);

        await page.TapAsync("time-open");
        // The service day begins at 06:00; a step is five minutes.
        await page.TypeAsync("time-slider", $"{(21 - 6) * 12}");
        page.Says("then", "As planned");
        page.Shows("table-5", "data-state", "Booked");
        page.Shows("table-6", "data-state", "Free");
        await page.TapAsync("table-5");
        page.Says("table-panel", "Olga");
        page.Lacks("seat");

        await page.TapAsync("day-before");
        page.Says("then", "As it was");
        page.Shows("table-5", "data-state", "Free");
        await page.TapAsync("time-now");
        page.Shows("table-6", "data-state", "Seated");
        page.Lacks("then");
    }

    [Fact]
    public async Task WalkIn_TwoTaps_AndUndo()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        var (page, toasts) = Open(venue, TestVenue.Anna);

        await page.TapAsync("table-5");
        await page.TapAsync("walk-in-3");
        page.Shows("table-5", "data-state", "Seated");
        await toasts.UndoAsync();

        page.Shows("table-5", "data-state", "Free");
    }

    [Fact]
    public async Task Move_WhileATableIsTaken_NoLongerOffersIt()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await venue.BookAsync(await venue.GuestAsync(), 16, table: 3);
        var (page, _) = Open(venue, TestVenue.Anna);
        await page.TapAsync("table-3");
        await page.TapAsync("move");
        page.WaitForElement("[data-testid=table-5].is-offered");

        await venue.BookAsync(await venue.GuestAsync(2), 16, table: 5);

        page.WaitForElement("[data-testid=table-5]:not(.is-offered)");
        page.WaitForElement("[data-testid=table-6].is-offered");
    }

    [Fact]
    public async Task LateAndOverrunning_SayByHowMuchAndWhoIsNext_AndTheOtherHallsTabWarns()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await AddTerraceAsync(venue);
        var late = await venue.BookAsync(await venue.GuestAsync(name: "Olga"), 16, table: 21);
        await SeatAsync(venue, 5, minutes: 60);
        await venue.BookAsync(await venue.GuestAsync(2, "Ivan"), 16, table: 5);
        venue.Time.Advance(TimeSpan.FromMinutes(74));
        var (page, _) = Open(venue, TestVenue.Anna);

        page.Shows("table-5", "data-state", "Overrunning");
        var overrunning = page.Find("[data-testid=table-5]");
        Assert.EndsWith("+14 min", overrunning.QuerySelector(".ft-tag")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("16:00", overrunning.QuerySelector(".ft-next")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("next at 16:00: Ivan 2", overrunning.GetAttribute("aria-label"), StringComparison.Ordinal);
        await page.TapAsync("tab-seated");
        page.Says("seated", "14 min over");
        page.Says("seated", "next at 16:00: Ivan");

        // Out of sight, not out of mind.
        Assert.Contains(
            "1",
            page.Find("[data-testid=hall-Terrace] .count-alarm").TextContent,
            StringComparison.Ordinal
        );
        page.Lacks("table-21");
        await page.TapAsync("hall-Terrace");
        page.Shows("hall-Terrace", "aria-pressed", "true");
        page.Lacks("table-5");
        page.Shows("table-21", "data-state", "Late");
        page.Says("table-21", "14 min");
        await page.TapAsync("tab-arrivals");
        page.Says($"arrival-{late.Code}", "Olga");
        page.Says($"arrival-{late.Code}", "14 min late");

        await page.TapAsync($"seat-{late.Code}");
        page.Shows("table-21", "data-state", "Seated");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=hall-Terrace] .count-alarm")));
    }

    [Fact]
    public async Task SeveralHalls_AreTabs_AndAnArrivalOpensItsOwn()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await AddTerraceAsync(venue);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 21);
        var (page, _) = Open(venue, TestVenue.Anna);

        page.Says("hall-Terrace", "1/1");
        page.Lacks("table-21");
        await page.InvokeAsync(() => page.Find($"[data-testid=arrival-{booking.Code}] .row-who").ClickAsync(new()));
        page.WaitForElement("[data-testid=table-21]");
        page.Shows("hall-Terrace", "aria-pressed", "true");
        await page.TapAsync("hall-Главный зал");
        page.WaitForElement("[data-testid=table-5]");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    private (IRenderedComponent<FloorPage> Page, IRenderedComponent<MudSnackbarProvider> Toasts) Open(
        TestVenue venue,
        Actor.Staff me
    )
    {
        var host = new DashboardContext(venue.Services, me: me);
        _hosts.Add(host);
        return host.OpenFloor();
    }

    private static Task AddTerraceAsync(TestVenue venue) =>
        venue.Store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var terrace = new Hall("Terrace", 900, 600, 2);
                db.Halls.Add(terrace);
                await db.SaveChangesAsync(TestVenue.Cancel);
                var place = new TablePlace(300, 300, 120, 120, 0, TableShape.Square);
                db.Tables.Add(new Table(21, terrace.Id, 4, 1, "By the rail", place, null));
                await db.SaveChangesAsync(TestVenue.Cancel);
            },
            TestVenue.Cancel
        );

    private static async Task<Booking> SeatAsync(TestVenue venue, int table, int? minutes = null) =>
        (
            await venue.Bookings.WalkIns.SeatWalkInAsync(
                TestVenue.Boris,
                new WalkInRequest([await venue.TableAsync(table)], 2, Guid.NewGuid(), Minutes: minutes),
                TestVenue.Cancel
            )
        ).Value!;
}
