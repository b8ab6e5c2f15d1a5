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
}
