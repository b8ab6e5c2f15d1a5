using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// Icons as plain markup, drawn as <see cref="MudIcon"/> draws them: a component of its own for every icon takes
/// about 4.5 KB of each circuit.
/// </summary>
public static class IconMarkup
{
    private static readonly ConcurrentDictionary<(string Icon, Size Size, string Css), MarkupString> Drawn = new();

    /// <param name="icon">One of <see cref="Icons.Material"/>: the content of an svg of 24 × 24.</param>
    /// <param name="css">Classes beside MudBlazor's, fixed in the page's source.</param>
    public static MarkupString Svg(string icon, Size size = Size.Medium, string css = "") =>
        Drawn.GetOrAdd((icon, size, css), static asked => Draw(asked.Icon, asked.Size, asked.Css));

    private static MarkupString Draw(string icon, Size size, string css)
    {
        var classes = $"mud-icon-root mud-svg-icon mud-icon-size-{size.ToString().ToLowerInvariant()} {css}".TrimEnd();
        return new($"""<svg class="{classes}" focusable="false" viewBox="0 0 24 24" aria-hidden="true">{icon}</svg>""");
    }
}
