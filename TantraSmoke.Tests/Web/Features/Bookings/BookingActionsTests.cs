using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Web.Features.Bookings;

public sealed class BookingActionsTests
{
    [Theory]
    [InlineData(BookingStatus.Booked, -30, "seat move cancel")]
    [InlineData(BookingStatus.Confirmed, 5, "seat move no-show cancel")]
    [InlineData(BookingStatus.Seated, 5, "complete move")]
    [InlineData(BookingStatus.Completed, 5, "")]
    [InlineData(BookingStatus.Canceled, 5, "")]
    [InlineData(BookingStatus.NoShow, 5, "")]
    public async Task Render_ByStatusAndTime_OffersWhatMakesSense(BookingStatus status, int minutesIn, string expected)
    {
        var booking = Booking(status, TestVenue.Friday);

        Assert.Equal(expected, await ActionsAsync(booking, TestVenue.Friday.AddMinutes(minutesIn)));
    }

    [Fact]
    public async Task Render_BookingOfTomorrow_CannotBeSeatedYet()
    {
        var booking = Booking(BookingStatus.Booked, TestVenue.Friday.AddDays(1)) with { ServiceDay = TestVenue.Day.AddDays(1) };

        Assert.Equal("move cancel", await ActionsAsync(booking, TestVenue.Friday));
    }

    private static BookingRow Booking(BookingStatus status, DateTimeOffset starts) => new(
        Guid.NewGuid(), "K7PW3M", TestVenue.Day, starts, starts.AddHours(2), 1, [5], 2, status, BookingSource.Telegram, null, 1, starts, null, null, 7, "Ирина", null, null, 42);

    private static async Task<string> ActionsAsync(BookingRow booking, DateTimeOffset now)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite, configure: (services, _) => services.AddScoped<Toasts>());
        await using var scope = venue.Services.CreateAsyncScope();
        await using var context = new ComponentContext(scope.ServiceProvider);
        var shown = await context.Render<BookingActions>(
            (nameof(BookingActions.Booking), booking),
            (nameof(BookingActions.Catalog), await venue.CatalogAsync()),
            (nameof(BookingActions.Now), now),
            (nameof(BookingActions.OnMove), EventCallback.Factory.Create<BookingRow>(new object(), () => { })));
        return string.Join(' ', shown.FindAll("button").Select(button => button.GetAttribute("data-testid")));
    }
}
