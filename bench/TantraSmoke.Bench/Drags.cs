using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bench;

/// <summary>
/// (f) What dragging a bar over a full timeline costs the browser: 40 tables, 18 hours, nine bookings on each. Measured
/// in the browser itself (Performance.getMetrics) against a bare element that follows the same pointer in the same
/// frames on a page that has nothing else.
/// </summary>
internal static class Drags
{
    private const int Tables = 40;
    private const int Frames = 240;
    private const int Rounds = 5;

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ];

    /// <summary>An element that follows the pointer and does nothing else.</summary>
    private const string Bare = """
        <body style="margin:0"><div class="tl-bar" style="position:absolute;left:0;top:0;width:100px;height:44px;"
            + "background:teal"></div><script>
        const bar = document.querySelector('.tl-bar');
        let x = 0, y = 0, frame = 0;
        const draw = () => {
            frame = requestAnimationFrame(draw);
            bar.style.transform = `translate3d(${x}px, ${y}px, 0)`;
        };
        document.addEventListener('pointerdown', () => { draw(); });
        document.addEventListener('pointermove', event => { [x, y] = [event.clientX, event.clientY]; });
        document.addEventListener('pointerup', () => cancelAnimationFrame(frame));
        </script></body>
        """;

    /// <summary>
    /// One pointermove a frame, in circles over the whole picture; answers how long the frames took, in ms.
    /// </summary>
    private const string Drag = """
        async ({ selector, frames }) => {
            const bar = document.querySelector(selector);
            const box = bar.getBoundingClientRect();
            const at = (type, x, y) => bar.dispatchEvent(new PointerEvent(type,
                { bubbles: true, pointerId: 1, pointerType: 'mouse', button: 0, clientX: x, clientY: y }));
            const frame = () => new Promise(requestAnimationFrame);
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            at('pointerdown', x, y);
            at('pointermove', x + 10, y);
            const times = [];
            for (let n = 0; n < frames; n++) {
                const began = await frame();
                if (n > 0) times.push(began - times.last);
                times.last = began;
                at('pointermove', 640 + 280 * Math.cos(n / 15), 420 + 200 * Math.sin(n / 11));
            }
            return times;
        }
        """;

    private const string PutBack =
        "selector => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })); "
        + "document.querySelector(selector)?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, "
        + "pointerId: 1 })); }";

    public static async Task<bool> RunAsync()
    {
        await using var venue = await BenchVenue.OpenAsync(postgres: true, tables: Tables);
        var booked = await FillAsync(venue);
        await using var web = await WebServer.StartAsync(venue);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath =
                    Environment.GetEnvironmentVariable("TEST_CHROMIUM")
                    ?? throw new InvalidOperationException("TEST_CHROMIUM is not set: start with bench/run.sh"),
                Args = Arguments,
            }
        );
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = web.Address,
                ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
            }
        );
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(web.SignInLink);
        await page.GetByTestId("sign-in").ClickAsync();
        // To the guide, since nobody has set this venue up.
        await page.WaitForURLAsync(url => !url.Contains("token", StringComparison.Ordinal));
        var tomorrow = venue.Today(await venue.CatalogAsync()).AddDays(1);
        await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/timeline?day={tomorrow:yyyy-MM-dd}"));
        await page.WaitForFunctionAsync(
            "n => document.querySelectorAll('.tl-bar').length >= n && "
                + "document.querySelector('.tl').style.getPropertyValue('--minute')",
            booked
        );
        var bare = await context.NewPageAsync();
        await bare.SetContentAsync(Bare);

        var (ours, theirs) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round <= Rounds; round++)
        {
            await bare.BringToFrontAsync();
            var other = await MeasureAsync(bare);
            await page.BringToFrontAsync();
            var own = await MeasureAsync(page);
            // The first round compiles.
            if (round == 0)
                continue;
            ours.Add(own);
            theirs.Add(other);
        }

        Report.Figure(
            "(f) bookings on the timeline that is dragged over",
            booked.ToString(CultureInfo.InvariantCulture)
        );
        var (script, element) = (Median(ours, c => c.Script), Median(theirs, c => c.Script));
        Report.Figure(
            "(f) script a frame while dragging",
            Text($"{script:0.000} ms; a bare element {element:0.000} ms; ratio {script / element:0.0}")
        );
        Report.Figure(
            "(f) the same with style and layout",
            Text($"{Median(ours, c => c.All):0.000} ms; a bare element {Median(theirs, c => c.All):0.000} ms")
        );
        Report.Figure(
            "(f) a frame takes, 99 of 100",
            Text($"{Median(ours, c => c.Slow):0.0} ms; with a bare element {Median(theirs, c => c.Slow):0.0} ms")
        );
        return Report.Ratio(
            "(f) script, style and layout of a frame / the 16.7 ms it may take",
            Median(ours, c => c.All) / 16.7,
            atMost: 0.25
        );
    }

    private static async Task<Cost> MeasureAsync(IPage page)
    {
        const string selector = ".tl-bar";
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");
        var before = await MetricsAsync(session);
        var times = await page.EvaluateAsync<double[]>(Drag, new { selector, frames = Frames });
        var after = await MetricsAsync(session);
        await page.EvaluateAsync(PutBack, selector);
        await session.DetachAsync();
        return new Cost(
            PerFrame("ScriptDuration"),
            PerFrame("ScriptDuration") + PerFrame("LayoutDuration") + PerFrame("RecalcStyleDuration"),
            times.Order().ElementAt((int)(times.Length * 0.99))
        );

        double PerFrame(string name) => (after[name] - before[name]) * 1000 / Frames;
    }

    private static async Task<Dictionary<string, double>> MetricsAsync(ICDPSession session) =>
        (await session.SendAsync("Performance.getMetrics"))!
            .Value.GetProperty("metrics")
            .EnumerateArray()
            .ToDictionary(
                metric => metric.GetProperty("name").GetString()!,
                metric => metric.GetProperty("value").GetDouble()
            );

    /// <summary>Books every time of tomorrow on every table.</summary>
    private static async Task<int> FillAsync(BenchVenue venue)
    {
        var bookings = venue.Services.GetRequiredService<BookingDesk>();
        var catalog = await venue.CatalogAsync();
        var (guest, day, booked) = (await venue.GuestAsync(1), venue.Today(catalog).AddDays(1), 0);
        foreach (var table in catalog.Tables)
        {
            foreach (var slot in catalog.Slots)
            {
                var request = new BookingRequest(day, slot.Id, new(2), Guid.NewGuid()) { TableIds = [table.Id] };
                booked += (await bookings.Book.CreateAsync(guest, request, CancellationToken.None)).Succeeded ? 1 : 0;
            }
        }

        return booked;
    }

    private static double Median(List<Cost> costs, Func<Cost, double> of) => Report.Median(costs.Select(of));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Milliseconds: script, and script with style and layout, a frame; and how long one of a hundred frames takes at
    /// least.
    /// </summary>
    private sealed record Cost(double Script, double All, double Slow);
}
