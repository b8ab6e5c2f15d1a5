using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor;
using MudBlazor.Services;
using TantraSmoke.Core.Installation;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Components;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Components.Static;
using TantraSmoke.Web.Features.Alerts;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Features.Floor;
using TantraSmoke.Web.Features.MiniApp;
using TantraSmoke.Web.Features.Print;
using TantraSmoke.Web.Features.Reports;
using TantraSmoke.Web.Features.Settings;
using TantraSmoke.Web.Features.Simulator;
using TantraSmoke.Web.Features.Tables;
using TantraSmoke.Web.Features.Timeline;
using TantraSmoke.Web.Health;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web;

public static class DashboardRegistration
{
    /// <summary>Adds the dashboard's pages, sign-in and health checks.</summary>
    public static void AddDashboard(this WebApplicationBuilder builder, InstallationSettings installation)
    {
        // Otherwise MudBlazor's files are only found in publish output and in Development.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        // A page that reconnects during shutdown is not closed, and Kestrel would wait 30 s for it.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents()
            // Pages take silence for a lost connection, see line.js. A dozen bytes per second and page are negligible
            // even with 200 tablets.
            .AddHubOptions(hub =>
            {
                hub.KeepAliveInterval = TimeSpan.FromSeconds(1);
                // A resumed page sends its drafts, encrypted twice: a hall of a hundred tables takes 100 KB.
                hub.MaximumReceiveMessageSize = 256 * 1024;
            });
        services.AddOptions<CircuitOptions>().BindConfiguration("Circuits");
        services.AddMudServices(options => options.SnackbarConfiguration = Toasts.Configure());
        services.AddTransient<MudLocalizer, MudTexts>();
        services.AddSingleton<BrandAssets>();
        services.AddSingleton<SimulatorAccess>();
        services.AddScoped<Toasts>();
        services.AddScoped<Drafts>();
        services.AddScoped<SideForms>();
        services.AddScoped<RoomDesk>();
        services.AddSingleton<LiveFloor>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFloor>());
        services.AddSingleton<LiveTimeline>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveTimeline>());
        services.AddSingleton<LiveReads>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveReads>());
        services.AddSingleton<BookingExports>();
        services.AddSingleton<DeskNews>();
        services.AddSingleton<BotLink>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskNews>());
        AddTextCompression(services);
        services.AddMiniApp();
        services.AddStaffSignIn(installation, builder.Configuration);
        services.AddVenueHealth(installation);
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = DashboardTexts.All.Select(texts => CultureInfo.GetCultureInfo(texts.Language)).ToList();
            options.DefaultRequestCulture = new RequestCulture("en");
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = "language" },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    public static void MapDashboard(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = ErrorPages.Path,
                // A request body that is too long or incomplete is a client error and not logged.
                StatusCodeSelector = fault =>
                    (fault as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
                SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
            }
        );
        app.UseStatusCodePagesWithReExecute(ErrorPages.Path);
        app.Services.GetRequiredService<BrandAssets>().Use(app);
        app.UseRequestLocalization();
        app.UsePublicAddressForGoogle();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapVenueHealth();
        app.MapErrorPages();
        app.MapStaffSignIn();
        app.MapBookingExport();
        app.MapTablesExport();
        app.MapTablePhotos();
        app.MapSimulatorFiles();
        app.MapShiftSheet();
        app.MapBotCodes();
        app.MapReportCsv();
        app.MapMiniApp();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .OnlyWhereSimulatorIsOn(app.Services);
    }

    private static void AddTextCompression(IServiceCollection services)
    {
        // Halves MudBlazor's style sheet; a higher level costs more time than it saves.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddResponseCompression(options =>
        {
            // The only secret in a page, the antiforgery token, is encrypted anew each time, so compression does not
            // leak it.
            options.EnableForHttps = true;
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat([
                "image/svg+xml",
                "application/manifest+json",
            ]);
        });
    }
}
