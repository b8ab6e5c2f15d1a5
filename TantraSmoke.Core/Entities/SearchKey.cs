namespace TantraSmoke.Core.Entities;

/// <summary>
/// Names as searches compare them, alike however they are spelled: "Мария", "Maria" and "Mariya" are "maria", "Фёдор"
/// and "Fyodor" "fedor". The transliterations in use (passports, bank cards, keyboards) are brought to one spelling.
/// </summary>
internal static class SearchKey
{
    /// <summary>Applied one after the other; longer ones come before what they contain.</summary>
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

    /// <summary>Whether these words are a name: a number is right or wrong.</summary>
    public static bool CanBeMisspelled(string words) => words.Any(char.IsLetter) && !words.Any(char.IsDigit);

    /// <summary>
    /// Patterns (of LIKE, with <c>\</c> before what means itself) of every text that contains the word with one letter
    /// wrong, missing, too many or two swapped; none of a word so short that this would be nearly any.
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
