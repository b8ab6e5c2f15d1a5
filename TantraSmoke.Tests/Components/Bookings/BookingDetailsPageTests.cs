using Bunit;
using MudBlazor;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Components.Bookings;

/// <summary>A booking's own page, as a host uses it.</summary>
public sealed class BookingDetailsPageTests
{
    [Fact]
    public async Task Edit_PartyOutgrowsItsTable_TakesOneThatFits_AndTheHistoryTellsIt()
    {
        await using var venue = await DashboardContext.OpenVenueAsync();
        var booking = await venue.BookAsync(TestVenue.Boris, 18, table: 3);
        await using var context = new DashboardContext(venue.Services).WithForms();
        var (forms, toasts) = (context.Render<MudDialogProvider>(), context.Render<MudSnackbarProvider>());
        var page = context.Render<BookingDetailsPage>(p => p.Add(x => x.Code, booking.Code));
        HasChanges(1);

        await page.TapAsync("edit");
        await forms.TapAsync("party-8");
        await forms.TypeAsync("comment", "у окна", leaves: true);
        await forms.TapAsync("occasion-Birthday");
        await forms.TypeAsync("allergies", "орехи", leaves: true);
        await forms.SendAsync("edit-form");
        forms.WaitForElement("[data-testid=outgrows] button");
        await forms.InvokeAsync(() =>
        {
            _ = forms.Find("[data-testid=outgrows] button").ClickAsync(new());
        });

        forms.Lacks("edit-form");
        foreach (var fact in (string[])["8 guests", "у окна", "орехи", "Birthday"])
            page.Says("booking-facts", fact);
        HasChanges(2);
        var change = page.Find("[data-testid=history] li");
        Assert.Contains("Edited", change.TextContent, StringComparison.Ordinal);
        Assert.Contains("Anna", change.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"Party size\s*2\s*→\s*8", change.QuerySelector(".diff")!.TextContent);

        await toasts.UndoAsync();
        page.Says("booking-facts", "2 guests");
        HasChanges(3);

        void HasChanges(int count) =>
            page.WaitForAssertion(() => Assert.Equal(count, page.FindAll("[data-testid=history] li").Count));
    }
}
