using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TantraSmoke.Tests.Browser;

/// <summary>axe-core on a page as it is now.</summary>
internal static class AxeChecks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe-core finds serious or critical, one line each with the first elements; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        // Colours on their way from one to the other are neither.
        await page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished))");
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        return
        [
            .. found.GetProperty("violations").EnumerateArray()
                .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(violation => $"{violation.GetProperty("id")}: {violation.GetProperty("help")}: {string.Join(" | ", Elements(violation))}"),
        ];
    }

    private static IEnumerable<string> Elements(JsonElement violation) => violation.GetProperty("nodes").EnumerateArray().Take(3)
        .Select(node => $"{node.GetProperty("html")} ({node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")})");
}
