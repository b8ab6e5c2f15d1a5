using System.Text;

namespace TantraSmoke.Bot.Screens;

/// <summary>Telegram's HTML: <c>&amp; &lt; &gt;</c> are escaped in whatever people typed.</summary>
public static class Html
{
    /// <summary>Everything that comes from a person goes through here.</summary>
    public static string Escape(string? text) => text is null ? "" : new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    public static string Bold(string text) => $"<b>{Escape(text)}</b>";

    /// <summary>The paragraphs that are there, with an empty line between.</summary>
    public static string Paragraphs(params string?[] paragraphs) => string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>The lines that are there, one beneath the other.</summary>
    public static string Lines(params string?[] lines) => string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l)));

    /// <summary>At most <paramref name="length"/> characters, cut at a character that people see as one.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var cut = length - 1;
        if (char.IsLowSurrogate(text[cut]))
            cut--;
        return text[..cut] + "…";
    }

    /// <summary>
    /// At most <paramref name="length"/> characters as Telegram counts them, after tags and entities are read; what is too long
    /// ends with the last line that fits, every tag closed.
    /// </summary>
    public static string Fit(string html, int length)
    {
        // Tags and entities only make it longer.
        if (html.Length <= length)
            return html;
        var (seen, end, open) = (0, 0, new Stack<string>());
        (int At, string[] Open) line = (0, []), character = (0, []);
        while (end < html.Length)
        {
            if (html[end] == '<' && html.IndexOf('>', end) is > 0 and var close)
            {
                var tag = html[(end + 1)..close];
                if (!tag.StartsWith('/'))
                    open.Push(tag.Split(' ')[0]);
                else if (open.Count > 0)
                    open.Pop();
                end = close + 1;
                continue;
            }

            // Room for the dots, and for the line they get.
            if (seen <= length - 1 && !char.IsLowSurrogate(html[end]))
            {
                character = (end, [.. open]);
                if (html[end] == '\n' && seen <= length - 2)
                    line = character;
            }

            var isEntity = html[end] == '&' && html.IndexOf(';', end) is > 0;
            end = isEntity ? html.IndexOf(';', end) + 1 : end + 1;
            seen++;
        }

        if (seen <= length)
            return html;
        var (cut, between) = line.At > 0 ? (line, "\n…") : (character, "…");
        return html[..cut.At] + between + string.Concat(cut.Open.Select(tag => $"</{tag}>"));
    }
}
