using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TantraSmoke.Bot.BotApi;

/// <summary>Telegram's HTML: <c>&amp; &lt; &gt;</c> are escaped in text that people typed.</summary>
public static partial class Html
{
    /// <summary>The longest text of a message, in characters after tags and entities are read.</summary>
    public const int TextLimit = 4096;

    /// <summary>The longest caption of a picture, counted likewise.</summary>
    public const int CaptionLimit = 1024;

    /// <summary>Escapes text that a person typed.</summary>
    public static string Escape(string? text) =>
        text is null
            ? ""
            : new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    public static string Bold(string text) => $"<b>{Escape(text)}</b>";

    /// <summary>Joins non-empty paragraphs with an empty line.</summary>
    public static string Paragraphs(params string?[] paragraphs) =>
        string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>Joins non-empty lines.</summary>
    public static string Lines(params string?[] lines) => string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l)));

    /// <summary>A person's name, escaped and without characters that change the direction of the line.</summary>
    public static string Name(string? name) => name is null ? "" : Escape(Plain.Name(name));

    /// <summary>At most <paramref name="length"/> characters, cut where people see one end.</summary>
    public static string Shorten(string text, int length) => Plain.Shorten(text, length);

    /// <summary>
    /// At most <paramref name="length"/> characters as Telegram counts them, after tags and entities are read; what is
    /// too long ends with the last line that fits, every tag closed.
    /// </summary>
    public static string Fit(string html, int length)
    {
        // The markup only adds characters.
        if (html.Length <= length)
            return html;
        // The starts of grapheme clusters.
        var starts = StringInfo.ParseCombiningCharacters(html).ToHashSet();
        var (seen, at, line, character) = (0, 0, 0, 0);
        while (at < html.Length)
        {
            if (html[at] == '<' && html.IndexOf('>', at) is > 0 and var tag)
            {
                at = tag + 1;
                continue;
            }

            // Leaves room for the ellipsis and its line.
            if (seen <= length - 1 && starts.Contains(at))
            {
                character = at;
                if (html[at] == '\n' && seen <= length - 2)
                    line = at;
            }

            at = html[at] == '&' && html.IndexOf(';', at) is > 0 and var entity ? entity + 1 : at + 1;
            seen++;
        }

        if (seen <= length)
            return html;
        var kept = line > 0 ? html[..line] + "\n…" : html[..character] + "…";
        return kept + ClosingTags(kept);
    }

    private static string ClosingTags(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            if (!tag.Groups["closes"].Success)
                open.Push($"</{tag.Groups["name"].Value}>");
            else if (open.Count > 0)
                open.Pop();
        }

        return string.Concat(open);
    }

    [GeneratedRegex("<(?<closes>/)?(?<name>[a-z-]+)[^>]*>")]
    private static partial Regex Tag();
}
