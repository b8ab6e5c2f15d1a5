using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// Icons as markup identical to <see cref="MudIcon"/>: a component per icon takes about 4.5 KB of each circuit.
/// </summary>
public static class IconMarkup
{
    private static readonly ConcurrentDictionary<(string Icon, Size Size, string Css), MarkupString> Drawn = new();

    /// <param name="icon">An icon of <see cref="Icons.Material"/>: the content of a 24 × 24 svg.</param>
    /// <param name="css">Additional classes; must be constant.</param>
    public static MarkupString Svg(string icon, Size size = Size.Medium, string css = "") =>
        Drawn.GetOrAdd((icon, size, css), static asked => Draw(asked.Icon, asked.Size, asked.Css));

    private static MarkupString Draw(string icon, Size size, string css)
    {
        var classes = $"mud-icon-root mud-svg-icon mud-icon-size-{size.ToString().ToLowerInvariant()} {css}".TrimEnd();
        return new($"""<svg class="{classes}" focusable="false" viewBox="0 0 24 24" aria-hidden="true">{icon}</svg>""");
    }
}
