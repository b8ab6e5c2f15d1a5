using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(TantraSmoke.Tests.Browser.BrowserHost))]

namespace TantraSmoke.Tests.Browser;

/// <summary>One headless Chromium for all browser tests, started by the first that needs it.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        // The tabs of one person are one process: starting another takes longer than what is done in it.
        "--process-per-site",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> _started = new(StartAsync);

    /// <summary>A browser of somebody's own: no cookies yet.</summary>
    /// <param name="through">Where the server is reached, when not directly.</param>
    public async Task<IBrowserContext> OpenAsync(
        Uri address,
        string language = "ru-RU",
        ColorScheme theme = ColorScheme.Light,
        int width = 1280,
        int height = 800,
        Uri? through = null
    )
    {
        _ = TestServers.Chromium;
        var context = await (await _started.Value).Chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = (through ?? address).ToString(),
                Locale = language,
                ColorScheme = theme,
                // What turns or pulses for ever is drawn by the processor here.
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
        context.SetDefaultTimeout(30_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (playwright, chromium) = await _started.Value;
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Chromium)> StartAsync()
    {
        // What must be quick says so itself; everything else may take what a busy machine needs.
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        return (
            playwright,
            await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = TestServers.Chromium, Args = Arguments }
            )
        );
    }
}
