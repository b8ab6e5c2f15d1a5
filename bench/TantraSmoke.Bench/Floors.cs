using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Replicas;

namespace TantraSmoke.Bench;

/// <summary>
/// (e) From a commit in this process to the changed table on 200 open floor pages of another one: how long, how many
/// bytes, and how much memory a page takes. The pages are frames of one tab in headless Chromium, each with a
/// connection of its own.
/// </summary>
internal static class Floors
{
    private const int AtOnce = 25;
    private const int Changes = 40;

    /// <summary>200 unless BENCH_PAGES says otherwise.</summary>
    private static readonly int Pages = int.Parse(
        Environment.GetEnvironmentVariable("BENCH_PAGES") ?? "200",
        CultureInfo.InvariantCulture
    );

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ];

    /// <summary>Counts what comes over a page's connection, and notes when a table changes its state.</summary>
    private const string Watch = """
        if (window === top) { window.bytes = 0; window.seen = []; window.watch = (frame, number) => {
            for (const table of frame.document.querySelectorAll('[data-testid^=table-]'))
                new MutationObserver(() => seen.push([number, Date.now()])).observe(table,
                    { attributes: true, attributeFilter: ['data-state'] });
        }; }
        const Real = WebSocket;
        window.WebSocket = class extends Real {
            constructor(...args) {
                super(...args);
                this.addEventListener('message', e => top.bytes += e.data.byteLength ?? e.data.length);
            }
        };
        """;

    public static async Task<bool> RunAsync()
    {
        await using var venue = await BenchVenue.OpenAsync(postgres: true, tables: 10);
        await using var web = await WebServer.StartAsync(venue);
        using var relay = ActivatorUtilities.CreateInstance<ChangeRelay>(venue.Services);
        await relay.StartAsync(CancellationToken.None);

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
        var context = await browser.NewContextAsync(new() { BaseURL = web.Address });
        context.SetDefaultTimeout(120_000);
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync(web.SignInLink);
        await page.GetByTestId("sign-in").ClickAsync();
        // To the guide, since nobody has set this venue up.
        await page.WaitForURLAsync(url => !url.Contains("token", StringComparison.Ordinal));
        // From a page that is no floor itself: the floors are its frames.
        await page.GotoAsync("/health/live");

        await OpenAsync(page, 0, 1);
        await ChangeAsync(venue, page, 1, changes: 4);
        var alone = await ChangeAsync(venue, page, 1, Changes);
        Report.Figure(
            "(e) commit to changed table, 1 floor page",
            Text($"{Latencies(alone.Times)}, {alone.Bytes} bytes a change")
        );
        var before = web.Memory;
        for (var open = 1; open < Pages; open += AtOnce)
            await OpenAsync(page, open, Math.Min(AtOnce, Pages - open));
        await ChangeAsync(venue, page, Pages, changes: 4);
        var all = await ChangeAsync(venue, page, Pages, Changes);
        var memory = (web.Memory - before) / (Pages - 1);
        await relay.StopAsync(CancellationToken.None);

        Report.Figure(
            $"(e) the same, {Pages} floor pages",
            Text($"{Latencies(all.Times)}, {all.Bytes} bytes a change and page")
        );
        Report.Figure(
            $"(e) p99 with {Pages} pages / with 1",
            Text($"{(double)Percentile(all.Times, 0.99) / Math.Max(1, Percentile(alone.Times, 0.99)):0.0}")
        );
        Report.Figure("(e) memory of the server per page", Text($"{memory / 1024} KB"));
        return Report.Fact($"(e) changes that did not reach a page, of {Changes * Pages}", all.Missed, all.Missed == 0);
    }

    /// <summary>Adds frames and waits until each has drawn its tables and listens.</summary>
    private static async Task OpenAsync(IPage page, int first, int count) =>
        await page.EvaluateAsync(
            """
            async ([first, count]) => Promise.all([...Array(count).keys()].map(async n => {
                const frame = document.body.appendChild(document.createElement('iframe'));
                frame.src = '/';
                while (!frame.contentDocument?.querySelector('[data-testid=table-1]'))
                await new Promise(done => setTimeout(done, 100));
                await new Promise(done => setTimeout(done, 500));
                watch(frame.contentWindow, first + n);
            }))
            """,
            new[] { first, count }
        );

    /// <summary>Seats walk-ins and lets them go again; each is one change on one table.</summary>
    private static async Task<(List<long> Times, long Bytes, int Missed)> ChangeAsync(
        BenchVenue venue,
        IPage page,
        int pages,
        int changes
    )
    {
        var bookings = venue.Services.GetRequiredService<BookingDesk>();
        var catalog = await venue.CatalogAsync();
        var time = venue.Services.GetRequiredService<TimeProvider>();
        var committed = 0L;
        void OnCommit(IReadOnlyList<VenueChange> _) => committed = time.GetUtcNow().ToUnixTimeMilliseconds();
        venue.Services.GetRequiredService<VenueFeed>().CommittedHere += OnCommit;

        var (times, bytes, missed) = (new List<long>(), 0L, 0);
        Booking? sitting = null;
        for (var change = 0; change < changes; change++)
        {
            await page.EvaluateAsync("() => { seen = []; bytes = 0; }");
            var table = catalog.Tables[change / 2 % catalog.Tables.Count];
            var outcome = sitting is null
                ? await bookings.WalkIns.SeatWalkInAsync(
                    Actor.System.Instance,
                    new WalkInRequest([table.Id], 2, Guid.NewGuid()),
                    CancellationToken.None
                )
                : await bookings.Lifecycle.CompleteAsync(
                    Actor.System.Instance,
                    sitting.Id,
                    null,
                    CancellationToken.None
                );
            var booking = outcome.Value ?? throw new InvalidOperationException($"{outcome.Error}");
            sitting = sitting is null ? booking : null;

            var seen = await page.EvaluateAsync<long[][]>(
                """
                async pages => {
                    const end = Date.now() + 10000;
                    while (new Set(seen.map(s => s[0])).size < pages && Date.now() < end)
                        await new Promise(done => setTimeout(done, 20));
                    // What else this change sends is counted too, and the next one does not join its burst.
                    await new Promise(done => setTimeout(done, 300));
                    return seen;
                }
                """,
                pages
            );
            var first = seen.GroupBy(s => s[0]).Select(s => s.Min(x => x[1])).ToList();
            times.AddRange(first.Select(at => at - committed));
            missed += pages - first.Count;
            bytes += await page.EvaluateAsync<long>("bytes");
        }

        venue.Services.GetRequiredService<VenueFeed>().CommittedHere -= OnCommit;
        return (times, bytes / changes / pages, missed);
    }

    private static long Percentile(List<long> times, double share) =>
        times.Order().ElementAt((int)Math.Min(times.Count - 1, times.Count * share));

    private static string Latencies(List<long> times) =>
        Text($"p50 {Percentile(times, 0.5)} ms, p99 {Percentile(times, 0.99)} ms");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
