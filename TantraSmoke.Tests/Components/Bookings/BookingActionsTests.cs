using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Components.Bookings;

public sealed class BookingActionsTests
{
    [Theory]
    [InlineData(BookingStatus.Booked, -30, "seat move cancel")]
    [InlineData(BookingStatus.Confirmed, 5, "seat move no-show cancel")]
    [InlineData(BookingStatus.Seated, 5, "complete move")]
    [InlineData(BookingStatus.Completed, 5, "")]
    [InlineData(BookingStatus.Canceled, 5, "put-right")]
    [InlineData(BookingStatus.Canceled, 150, "")]
    [InlineData(BookingStatus.NoShow, 5, "put-right")]
    [InlineData(BookingStatus.NoShow, 150, "put-right")]
    public async Task Render_ByStatusAndTime_OffersWhatMakesSense(BookingStatus status, int minutesIn, string expected)
    {
        var booking = Samples.Booking with { Status = status };

        Assert.Equal(expected, await ActionsAsync(booking, TestVenue.Friday.AddMinutes(minutesIn)));
    }

    [Fact]
    public async Task Render_BookingOfTomorrow_CannotBeSeatedYet()
    {
        var starts = TestVenue.Friday.AddDays(1);
        var booking = Samples.Booking with
        {
            Status = BookingStatus.Booked,
            ServiceDay = TestVenue.Day.AddDays(1),
            StartsAt = starts,
            EndsAt = starts.AddHours(2),
        };

        Assert.Equal("move cancel", await ActionsAsync(booking, TestVenue.Friday));
    }

    private static async Task<string> ActionsAsync(BookingRow booking, DateTimeOffset now)
    {
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            configure: (services, _) => services.AddScoped<Toasts>()
        );
        await using var scope = venue.Services.CreateAsyncScope();
        await using var context = new DashboardContext(scope.ServiceProvider);
        var catalog = await venue.CatalogAsync();
        var shown = context.Render<BookingActions>(actions =>
            actions
                .Add(a => a.Booking, booking)
                .Add(a => a.Catalog, catalog)
                .Add(a => a.Now, now)
                .Add(a => a.OnMove, (BookingRow _) => { })
        );
        return string.Join(' ', shown.FindAll("button").Select(button => button.GetAttribute("data-testid")));
    }
}
