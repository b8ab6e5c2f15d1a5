using System.Globalization;

namespace TantraSmoke.Core.Common;

/// <summary>Prepares user input for display among other text.</summary>
public static class Plain
{
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    /// <summary>At most <paramref name="length"/> UTF-16 units, cut at a grapheme boundary.</summary>
    public static string Start(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = 0;
        while (end < length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= length)
            end = next;
        return text[..end];
    }

    /// <summary>As <see cref="Start"/>, with an ellipsis if it was cut.</summary>
    public static string Shorten(string text, int length) =>
        text.Length <= length ? text : Start(text, length - 1) + "…";

    /// <summary>The first grapheme.</summary>
    public static string First(string text) => StringInfo.GetNextTextElement(text);

    /// <summary>
    /// Isolates a right-to-left name so that it does not reorder the line; other names are unchanged. Direction marks
    /// are removed, because they would affect the text around.
    /// </summary>
    public static string Name(string name)
    {
        var written = name.Any(IsDirection) ? string.Concat(name.Where(c => !IsDirection(c))) : name;
        return written.Any(IsRightToLeft) ? $"{Isolate}{written}{EndOfIsolate}" : written;
    }

    // Embeddings, overrides and isolates with their terminators.
    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms, and the right-to-left mark.
    private static bool IsRightToLeft(char c) =>
        c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' or '\u200F';
}
