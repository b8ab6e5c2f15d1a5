using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Radzen;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Bookings;

namespace TantraSmoke.Tests.Web.Features.Bookings;

public sealed class BookingsPageTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task LeftOpen_IntoTheNextServiceDay_KnowsThatItIsAnotherDay()
    {
        var clock = new ManualTime();
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite, configure: (services, _) => services
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<LiveReads>(provider, clock))
            .AddSingleton<NavigationManager, StandingStill>()
            .AddSingleton<IJSRuntime, NoBrowser>()
            .AddSingleton<DialogService>()
            .AddSingleton<BookingExports>());
        var days = venue.Services.GetRequiredService<LiveReads>();
        await days.StartAsync(Cancel);
        await using var context = new ComponentContext(venue.Services);
        var page = await context.Render<BookingsPage>();
        Assert.Equal("true", page.Find("[data-testid=day-today]").GetAttribute("aria-pressed"));

        venue.Time.Advance(TimeSpan.FromDays(1));
        await Eventually.Holds(() => clock.Waiting > 0, "time is followed", Cancel);
        clock.Advance(TimeSpan.FromSeconds(30));

        await Eventually.Holds(
            async () => (await page.LookAgainAsync()).Find("[data-testid=day-today]").GetAttribute("aria-pressed") == "false", "the list is no longer today's", TimeSpan.FromSeconds(10), Cancel);
        await days.StopAsync(CancellationToken.None);
    }

    private sealed class StandingStill : NavigationManager
    {
        public StandingStill() => Initialize("http://localhost/", "http://localhost/bookings");
    }

    private sealed class NoBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => ValueTask.FromResult(default(TValue)!);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            InvokeAsync<TValue>(identifier, args);
    }
}
