namespace TantraSmoke.Core.Entities;

/// <summary>
/// Normalised names for searches, independent of transliteration: "Мария", "Maria" and "Mariya" become "maria", "Фёдор"
/// and "Fyodor" become "fedor". Covers the transliterations of passports, bank cards and keyboards.
/// </summary>
internal static class SearchKey
{
    /// <summary>Applied in order; longer sequences precede the ones they contain.</summary>
    public static IReadOnlyList<(string From, string To)> Rules { get; } =
    [
        ("ё", "е"),
        ("ъ", ""),
        ("ь", ""),
        ("щ", "sh"),
        ("ш", "sh"),
        ("ч", "ch"),
        ("ж", "zh"),
        ("ц", "ts"),
        ("ю", "iu"),
        ("я", "ia"),
        .. "абвгдезийклмнопрстуфхыэ".Zip("abvgdeziiklmnoprstufhie", (from, to) => ($"{from}", $"{to}")),
        ("shch", "sh"),
        ("sch", "sh"),
        ("kh", "h"),
        ("ph", "f"),
        ("tz", "ts"),
        ("ck", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("yo", "e"),
        ("ye", "e"),
        ("y", "i"),
        ("j", "i"),
        .. "abcdefghijklmnopqrstuvwxyz".Select(letter => ($"{letter}{letter}", $"{letter}")),
    ];

    public static string Of(string text) =>
        Rules.Aggregate(
            Guest.Searchable(text),
            (key, rule) => key.Replace(rule.From, rule.To, StringComparison.Ordinal)
        );

    /// <summary>Whether the words can be a name; numbers are not matched with typos.</summary>
    public static bool CanBeMisspelled(string words) => words.Any(char.IsLetter) && !words.Any(char.IsDigit);

    /// <summary>
    /// LIKE patterns (escaped with <c>\</c>) that match the word with one letter wrong, missing, extra or swapped with
    /// its neighbour; none for words too short for that.
    /// </summary>
    public static IEnumerable<string> Misspelled(string key)
    {
        if (key.Length < Shortest)
            yield break;
        for (var at = 0; at < key.Length; at++)
        {
            var (before, after) = (key[..at], key[(at + 1)..]);
            yield return Pattern(before, "_", after);
            yield return Pattern(before, "", after);
            if (at > 0)
                yield return Pattern(before, "_", key[at..]);
            if (after.Length > 0)
                yield return Pattern(before + after[0] + key[at], "", after[1..]);
        }
    }

    private const int Shortest = 4;

    private static string Pattern(string before, string between, string after) =>
        $"%{Escaped(before)}{between}{Escaped(after)}%";

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
