using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Support;

/// <summary>Renders the dashboard's components without a browser, for a host in English unless told otherwise.</summary>
public sealed class DashboardContext : BunitContext
{
    public DashboardContext(IServiceProvider? services = null, DashboardTexts? texts = null)
    {
        if (services is not null)
            Services.AddFallbackServiceProvider(services);
        Services.AddCascadingValue(_ => texts ?? DashboardTexts.Of("en"));
        Services.AddCascadingValue(_ => TestVenue.Anna);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
