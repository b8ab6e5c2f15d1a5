using Microsoft.Playwright;

namespace TantraSmoke.Tests.Browser;

/// <summary>One headless Chromium for all browser tests.</summary>
public sealed class BrowserHost : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        // Asked for here would skip nothing: a test that needs the browser asks in OpenAsync.
        if (Environment.GetEnvironmentVariable("TEST_CHROMIUM") is not { Length: > 0 } chromium)
            return;
        // What must be quick says so itself; everything else may take what a busy machine needs.
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>A browser of somebody's own: no cookies yet.</summary>
    /// <param name="through">Where the process is reached, when not directly.</param>
    public async Task<IBrowserContext> OpenAsync(
        WebProcess web, string language = "ru-RU", ColorScheme theme = ColorScheme.Light, int width = 1280, int height = 800, Uri? through = null)
    {
        _ = TestServers.Chromium;
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (through ?? web.Address).ToString(),
            Locale = language,
            ColorScheme = theme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
