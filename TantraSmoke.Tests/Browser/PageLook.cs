using Microsoft.Playwright;

namespace TantraSmoke.Tests.Browser;

/// <summary>
/// What is wrong with a page as it is now: at two widths and in two themes, without loading it again.
/// </summary>
internal sealed class PageLook(IPage page, ColorScheme theme, int width, int narrow)
{
    /// <summary>The first of the elements that make the page wider than the window; null when none does.</summary>
    private const string Sideways = """
        () => document.scrollingElement.scrollWidth <= innerWidth ? null
            : [...document.body.querySelectorAll("*")]
                .find(e => e.getBoundingClientRect().right > innerWidth)?.outerHTML.slice(0, 200) ?? "something"
        """;

    private const string Moving =
        "document.getAnimations().filter(a => a.effect.getComputedTiming().endTime > 100).length";

    public const int Height = 844;

    private const int Phone = 390;

    /// <summary>What another theme can spoil.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private readonly List<string> _problems = [];

    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>
    /// At the first width in one theme and, its colours only, at the second in the other; the next page begins in the
    /// theme in which this one ends. A second width below <see cref="Phone"/> is about scrolling only: it shows the
    /// same as the first.
    /// </summary>
    public async Task AtAsync(string what)
    {
        // What only says that something is going on may turn round for ever.
        Note(await page.EvaluateAsync<int>(Moving) is > 0 and var moving ? [$"{moving} things move"] : []);
        Note(await page.ProblemsAsync());
        theme = theme == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light;
        await page.SetViewportSizeAsync(narrow, Height);
        await page.ChangeThemeAsync(theme);
        Note(await page.EvaluateAsync<string?>(Sideways) is { } element ? [$"scrolls sideways: {element}"] : []);
        if (narrow >= Phone)
            Note(await page.ProblemsAsync(Colours));
        await page.SetViewportSizeAsync(width, Height);

        void Note(IEnumerable<string> problems) =>
            _problems.AddRange(problems.Select(problem => $"{what}, {page.ViewportSize!.Width}, {theme}: {problem}"));
    }
}
