using Bunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// Renders the dashboard's components without a browser, for a host in English unless told otherwise.
/// </summary>
public sealed class DashboardContext : BunitContext
{
    public DashboardContext(IServiceProvider? services = null, DashboardTexts? texts = null)
    {
        if (services is not null)
            Services.AddFallbackServiceProvider(services);
        // MudBlazor brings along that of the machine.
        if (services?.GetService<TimeProvider>() is { } time)
            Services.AddSingleton(time);
        Services.AddCascadingValue(_ => texts ?? DashboardTexts.Of("en"));
        Services.AddCascadingValue(_ => TestVenue.Anna);
        Services.AddMudServices(options => options.SnackbarConfiguration = Toasts.Configure());
        Services.AddScoped<Toasts>();
        JSInterop.Mode = JSRuntimeMode.Loose;
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
