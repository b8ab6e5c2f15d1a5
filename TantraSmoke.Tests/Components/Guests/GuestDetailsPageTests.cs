using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Guests;
using TantraSmoke.Web.Features.Guests;

namespace TantraSmoke.Tests.Components.Guests;

/// <summary>A guest's own page, as an admin uses it.</summary>
public sealed class GuestDetailsPageTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Block_WithAReason_IsShownAndTakenBack()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        var guest = await venue.GuestAsync();
        await using var context = Context(venue);
        var page = context.Render<GuestDetailsPage>(p => p.Add(x => x.Id, guest.GuestId));

        await page.TapAsync("block");
        await page.TypeAsync("block-reason", "шумели", leaves: true);
        await page.InvokeAsync(() => page.Find("form:has([data-testid=block-yes])").SubmitAsync());
        page.Says("blocked-notice", "шумели");
        await page.TapAsync("unblock");

        page.Lacks("blocked-notice");
    }

    [Fact]
    public async Task Merge_OfAPhoneGuestWithTheTelegramGuest_SaysWhatFollows_AndBookingsFollow()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        var guests = venue.Services.GetRequiredService<GuestService>();
        var phone = (await guests.FindOrCreateByPhoneAsync(TestVenue.Boris, "Анна", "89161112233", Cancel)).Value!;
        await venue.BookAsync(TestVenue.Boris, await venue.RequestAsync(18, 5, guest: phone.Id));
        var telegram = await guests.RegisterAsync(new TelegramPerson(77, "Анна Т", "anna_t", "ru"), Cancel);
        await using var context = Context(venue);
        var page = context.Render<GuestDetailsPage>(p => p.Add(x => x.Id, phone.Id));

        await page.TapAsync("merge");
        await page.TapAsync($"suggestion-{telegram.Id}");
        page.Says("merge-preview", "Анна (+7 916 111-22-33) is merged into Анна Т");
        page.Says("merge-preview", "1 booking");
        await page.TapAsync("merge-yes");

        page.WaitForAssertion(() =>
            Assert.EndsWith(
                $"/guests/{telegram.Id}",
                context.Services.GetRequiredService<NavigationManager>().Uri,
                StringComparison.Ordinal
            )
        );
        page.Render(p => p.Add(x => x.Id, telegram.Id));
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=guest-bookings] tr")));
        page.Shows("profile-phone", "value", "+7 916 111-22-33");
    }

    private static DashboardContext Context(TestVenue venue) =>
        new DashboardContext(venue.Services, me: TestVenue.Boris).WithForms();
}
