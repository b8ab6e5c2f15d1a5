using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Components.Bookings;

public sealed class EditBookingFormTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Day_TimeAndTable_Chosen_MoveTheBookingThere()
    {
        await using var venue = await OpenAsync();
        await using var context = new DashboardContext(venue.Services).WithForms();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        var form = await RenderAsync(context, booking);
        var tomorrow = TestVenue.Day.AddDays(1);
        var slot = (await venue.CatalogAsync()).Times(tomorrow)[^2];
        Assert.Equal("true", form.WaitForElement($"[data-testid=slot-{booking.SlotId}]").GetAttribute("aria-pressed"));

        await form.Find("[data-testid=day-after]").ClickAsync();
        await form.WaitForElement($"[data-testid=slot-{slot.SlotId}]").ClickAsync();
        await form.WaitForElement("[data-testid=table-6]").ClickAsync();
        Assert.Contains("Save and move to", form.Find("[data-testid=save]").TextContent, StringComparison.Ordinal);
        await form.Find("form").SubmitAsync();

        var moved = await venue.Services.GetRequiredService<BookingLists>().ByCodeAsync(booking.Code, Cancel);
        Assert.Equal(
            (tomorrow, slot.StartsAt, await venue.TableAsync(6)),
            (moved!.ServiceDay, moved.StartsAt, Assert.Single(moved.TableIds))
        );
    }

    [Fact]
    public async Task Table_Taken_IsNotOffered_AndItsOwnTimeIsFreeForIt()
    {
        await using var venue = await OpenAsync();
        await using var context = new DashboardContext(venue.Services).WithForms();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 6);

        var form = await RenderAsync(context, booking);

        Assert.NotNull(form.WaitForElement("[data-testid=table-5]"));
        Assert.Empty(form.FindAll("[data-testid=table-6]"));
        Assert.Equal("Save", form.Find("[data-testid=save]").TextContent.Trim());
    }

    [Fact]
    public async Task SeatedParty_KeepsItsTime()
    {
        await using var venue = await OpenAsync();
        await using var context = new DashboardContext(venue.Services).WithForms();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);

        var form = await RenderAsync(context, booking);

        Assert.NotNull(form.WaitForElement("[data-testid=comment]"));
        Assert.Empty(form.FindAll("[data-testid=day]"));
    }

    private static Task<TestVenue> OpenAsync() =>
        TestVenue.OpenAsync(TestDatabase.Sqlite, configure: (services, _) => services.AddSingleton<LiveReads>());

    private static async Task<IRenderedComponent<EditBookingForm>> RenderAsync(
        DashboardContext context,
        Booking booking
    )
    {
        var row = await context.Services.GetRequiredService<BookingLists>().ByCodeAsync(booking.Code, Cancel);
        return context.Render<EditBookingForm>(form => form.Add(f => f.Booking, row!));
    }
}
