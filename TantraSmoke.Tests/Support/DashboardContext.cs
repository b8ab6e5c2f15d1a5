using Bunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MudBlazor;
using MudBlazor.Services;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Alerts;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Features.Floor;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// Renders the dashboard's components without a browser, for a host in English unless told otherwise.
/// </summary>
public sealed class DashboardContext : BunitContext
{
    // A busy machine takes its time.
    static DashboardContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    public DashboardContext(IServiceProvider? services = null, DashboardTexts? texts = null, Actor.Staff? me = null)
    {
        if (services is not null)
            Services.AddFallbackServiceProvider(services);
        // MudBlazor brings along that of the machine.
        if (services?.GetService<TimeProvider>() is { } time)
            Services.AddSingleton(time);
        Services.AddCascadingValue(_ => texts ?? DashboardTexts.Of("en"));
        Services.AddCascadingValue(_ => me ?? TestVenue.Anna);
        Services.AddMudServices(options => options.SnackbarConfiguration = Toasts.Configure());
        Services.AddScoped<Toasts>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    /// <summary>A venue whose open pages hear of changes by themselves.</summary>
    public static async Task<TestVenue> OpenVenueAsync()
    {
        var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            configure: (services, _) =>
                services
                    .AddSingleton<LiveFloor>()
                    .AddSingleton<LiveReads>()
                    .AddSingleton<DeskNews>()
                    .AddSingleton<BookingExports>()
        );
        foreach (var live in (Type[])[typeof(LiveFloor), typeof(LiveReads), typeof(DeskNews)])
            await ((IHostedService)venue.Services.GetRequiredService(live)).StartAsync(TestVenue.Cancel);
        return venue;
    }

    /// <summary>The floor, and the toasts on it.</summary>
    public (IRenderedComponent<FloorPage> Page, IRenderedComponent<MudSnackbarProvider> Toasts) OpenFloor()
    {
        WithForms();
        ComponentFactories.AddStub<FloorDrag>();
        var toasts = Render<MudSnackbarProvider>();
        Render<NewsTeller>();
        var page = Render<FloorPage>();
        page.WaitForElement(".floor");
        return (page, toasts);
    }

    /// <summary>What pages with side forms and drafts need besides.</summary>
    public DashboardContext WithForms()
    {
        this.AddAuthorization();
        Services
            .AddScoped<Drafts>()
            .AddScoped<SideForms>()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        return this;
    }
}
