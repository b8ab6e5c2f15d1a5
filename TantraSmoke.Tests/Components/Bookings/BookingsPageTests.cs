using Bunit;
using Microsoft.Extensions.DependencyInjection;
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
}
