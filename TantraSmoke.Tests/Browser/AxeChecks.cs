using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TantraSmoke.Tests.Browser;

/// <summary>axe-core on a page as it is now.</summary>
internal static class AxeChecks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Colours on their way from one to the other are neither.
    private const string Run = """
        async rules => {
            const ending = document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity);
            await Promise.allSettled(ending.map(a => a.finished));
            const found = await axe.run(document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
            return found.violations;
        }
        """;

    /// <summary>Spares each page of that browser being sent the half megabyte of axe-core.</summary>
    public static Task PrepareAsync(this IBrowserContext browser) => browser.AddInitScriptAsync(Axe);

    /// <summary>
    /// What axe-core finds moderate, serious or critical, one line each with the first elements; empty when all is
    /// well.
    /// </summary>
    /// <param name="rules">Null are all.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this IPage page, string[]? rules = null)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>(Run, rules);
        return
        [
            .. found
                .EnumerateArray()
                .Where(violation =>
                    violation.GetProperty("impact").GetString() is "moderate" or "serious" or "critical"
                )
                .Select(violation =>
                    $"{violation.GetProperty("id")}: {violation.GetProperty("help")}: "
                    + $"{string.Join(" | ", Elements(violation))}"
                ),
        ];
    }

    /// <summary>The device changes to day or night; returns when everything has the colours of that.</summary>
    public static async Task ChangeThemeAsync(this IPage page, ColorScheme theme)
    {
        // With a transition, however short, an inherited colour changes one level of elements after the other.
        await page.EvaluateAsync(
            """
            () => {
                const still = new CSSStyleSheet();
                still.replaceSync('*, *::before, *::after { transition: none !important; }');
                document.adoptedStyleSheets.push(still);
            }
            """
        );
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        await page.DrawAsync();
        await page.EvaluateAsync("() => { document.adoptedStyleSheets.pop(); }");
    }

    /// <summary>Returns when what has been changed is drawn.</summary>
    public static Task DrawAsync(this IPage page) =>
        page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");

    private static IEnumerable<string> Elements(JsonElement violation) =>
        violation
            .GetProperty("nodes")
            .EnumerateArray()
            .Take(3)
            .Select(node =>
                $"{node.GetProperty("html")} "
                + $"({node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")})"
            );
}
