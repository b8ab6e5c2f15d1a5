using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Components.Bookings;

public sealed class BookingCardTests
{
    [Theory]
    [InlineData(BookingStatus.Seated, "complete move extend")]
    [InlineData(BookingStatus.Booked, "seat move cancel extend")]
    public async Task Render_WithMoreToDo_OffersTheUsualFirst(BookingStatus status, string expected)
    {
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            configure: (services, _) => services.AddScoped<Toasts>()
        );
        await using var scope = venue.Services.CreateAsyncScope();
        await using var context = new DashboardContext(scope.ServiceProvider);
        var catalog = await venue.CatalogAsync();

        var card = context.Render<BookingCard>(parameters =>
            parameters
                .Add(c => c.Booking, Samples.Booking with { Status = status })
                .Add(c => c.Catalog, catalog)
                .Add(c => c.Now, TestVenue.Friday.AddMinutes(-30))
                .Add(c => c.OnMove, (BookingRow _) => { })
                .AddChildContent("<button data-testid=\"extend\"></button>")
        );

        var buttons = card.FindAll("button").Select(button => button.GetAttribute("data-testid"));
        Assert.Equal(expected, string.Join(' ', buttons));
    }
}
