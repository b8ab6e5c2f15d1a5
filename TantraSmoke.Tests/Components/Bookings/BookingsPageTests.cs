using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TantraSmoke.Core.Guests;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Components.Bookings;

public sealed class BookingsPageTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task LeftOpen_IntoTheNextServiceDay_KnowsThatItIsAnotherDay()
    {
        var clock = new ManualTime();
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            configure: (services, _) =>
                services
                    .AddSingleton(provider => ActivatorUtilities.CreateInstance<LiveReads>(provider, clock))
                    .AddSingleton<BookingExports>()
        );
        var days = venue.Services.GetRequiredService<LiveReads>();
        await days.StartAsync(Cancel);
        await using var context = new DashboardContext(venue.Services).WithForms();
        var page = context.Render<BookingsPage>();
        page.WaitForElement("[data-testid=day-today][aria-pressed=true]");

        venue.Time.Advance(TimeSpan.FromDays(1));
        await Eventually.Holds(() => clock.Waiting > 0, "time is followed", Cancel);
        clock.Advance(TimeSpan.FromSeconds(30));

        page.WaitForElement("[data-testid=day-today][aria-pressed=false]", TimeSpan.FromSeconds(10));
        await days.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task NewBooking_TypingAKnownName_SuggestsThem_AndBooksTwoSlotsInARow()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        var guests = venue.Services.GetRequiredService<GuestService>();
        var known = (
            await guests.FindOrCreateByPhoneAsync(TestVenue.Boris, "Анна Ёлкина", "89161112233", Cancel)
        ).Value!;
        await using var context = new DashboardContext(venue.Services).WithForms();
        var forms = context.Render<MudDialogProvider>();
        var page = context.Render<BookingsPage>();

        await page.TapAsync("new-booking");
        await forms.TypeAsync("guest-name", "елки");
        await forms.TapAsync($"suggestion-{known.Id}");
        forms.Says("picked-guest", "+7 916 111-22-33");
        await forms.TapAsync("slots-2");
        await forms.TapAsync($"slot-{await venue.SlotAsync(18)}");
        await forms.TapAsync("table-3");
        await forms.TypeAsync("internal-note", "депозит", leaves: true);
        await forms.SendAsync("new-booking-form");

        page.Says("detail", "депозит");
        Assert.Matches(@"^18:00\s*–22:00$", page.Find("tr.is-open .line-time").TextContent.Trim());
        Assert.Equal(1, await venue.Store.ReadAsync(db => db.Guests.CountAsync(Cancel), Cancel));
    }

    [Fact]
    public async Task Range_ChosenInItsField_IsKeptInTheAddress()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        await using var context = new DashboardContext(venue.Services).WithForms();
        var page = context.Render<BookingsPage>();
        page.Shows("from", "value", "2026-11-20");

        await page.TypeAsync("from", "2026-11-01", leaves: true);

        page.Shows("from", "value", "2026-11-01");
        Assert.Contains(
            "from=2026-11-01",
            context.Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal
        );
    }
}
