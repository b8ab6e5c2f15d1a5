using System.Globalization;

namespace TantraSmoke.Core.Common;

/// <summary>What people typed, where it is shown among other words.</summary>
public static class Plain
{
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    /// <summary>At most <paramref name="length"/> UTF-16 units, cut where people see one character end.</summary>
    public static string Start(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = 0;
        while (end < length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= length)
            end = next;
        return text[..end];
    }

    /// <summary>The same with dots at the end of what was too long.</summary>
    public static string Shorten(string text, int length) =>
        text.Length <= length ? text : Start(text, length - 1) + "…";

    /// <summary>The first character as people see it.</summary>
    public static string First(string text) => StringInfo.GetNextTextElement(text);

    /// <summary>
    /// A name that is written from right to left, so that it does not turn the line around it; others as they are.
    /// Marks that set a direction are left out: they would reach beyond the name.
    /// </summary>
    public static string Name(string name)
    {
        var written = name.Any(IsDirection) ? string.Concat(name.Where(c => !IsDirection(c))) : name;
        return written.Any(IsRightToLeft) ? $"{Isolate}{written}{EndOfIsolate}" : written;
    }

    // Embeddings, overrides and isolates, with their ends.
    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; the mark that counts as one of their letters.
    private static bool IsRightToLeft(char c) =>
        c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' or '\u200F';
}
