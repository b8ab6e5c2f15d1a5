using System.Globalization;
using System.Text.RegularExpressions;

namespace TantraSmoke.Bot.Talk;

/// <summary>The form of a word, before it has a meaning.</summary>
internal enum WordKind
{
    Letters,

    /// <summary>
    /// A number with nothing attached, or with its ending in <see cref="Word.Ending"/>: "4", "4-х", "25th", "8pm".
    /// </summary>
    Number,

    /// <summary>"20:30"; <see cref="Word.Value"/> and <see cref="Word.Second"/>.</summary>
    Clock,

    /// <summary>Two numbers that may be a date, a time or a range: "25.12", "20-00", "2-3".</summary>
    Pair,

    /// <summary>A date with its year.</summary>
    Date,

    /// <summary>A phone number, price, table number or link.</summary>
    Other,
}

/// <summary>One word of the text: lower case, "ё" as "е".</summary>
internal sealed partial record Word(
    WordKind Kind,
    string Text,
    int Value = 0,
    int Second = 0,
    int Year = 0,
    string Ending = "",
    char Mark = ' '
)
{
    /// <summary>Position in the original text.</summary>
    public int Start { get; init; }

    public int End { get; init; }

    [GeneratedRegex(
        """
            (?<date> (?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2}) | (?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4}|\d{2}) ) (?!\d)
            | (?<other> https?://\S+ | [@#№]\s?\w+ | \+?\d[\d\s()-]{8,}\d | [$€₽£]\s?\d+
                | \d+(?:[.,]\d+)?\s?(?:[%$€₽£]|(?:руб|р|rub|usd|eur|к|k|тыс)\b)\S* )
            | (?<clock> \d{1,2}:\d{2} ) (?!\d) (?<ending> \s?[ap]m\b )?
            | (?<pair> \d{1,2}[./-]\d{1,2} ) (?![\d/]) (?<ending> \s?[ap]m\b )?
            | (?<number> \d+ ) (?<ending> -?[a-zа-я]+ )?
            | (?<letters> [\p{L}]+(?:['’-]\p{L}+)* )
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pieces { get; }

    [GeneratedRegex(@"\b([ap])\.\s?m\b\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted { get; }

    public static List<Word> Of(string text)
    {
        // Keeps the length, so that positions stay valid.
        var plain = Dotted.Replace(
            text.ToLowerInvariant().Replace('ё', 'е').Replace('’', '\''),
            dotted => $"{dotted.Groups[1].Value}m".PadRight(dotted.Length)
        );
        return
        [
            .. Pieces
                .Matches(plain)
                .Select(piece => Of(piece) with { Start = piece.Index, End = piece.Index + piece.Length }),
        ];
    }

    private static Word Of(Match piece)
    {
        string Part(string name) => piece.Groups[name].Value.Trim();
        int Number(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        if (piece.Groups["other"].Success)
            return new Word(WordKind.Other, piece.Value);
        if (piece.Groups["date"].Success)
            return new Word(
                WordKind.Date,
                piece.Value,
                Number(Part("d")),
                Number(Part("m")),
                Number(Part("y")) is < 100 and var year ? 2000 + year : Number(Part("y"))
            );
        if (piece.Groups["letters"].Success)
            return new Word(WordKind.Letters, piece.Value);
        if (piece.Groups["number"].Success)
            return new Word(
                WordKind.Number,
                Part("number"),
                Number(Part("number")),
                Ending: Part("ending").TrimStart('-')
            );
        var isClock = piece.Groups["clock"].Success;
        var both = Part(isClock ? "clock" : "pair");
        var mark = both.First(c => !char.IsAsciiDigit(c));
        var parts = both.Split(mark);
        return new Word(
            isClock ? WordKind.Clock : WordKind.Pair,
            both,
            Number(parts[0]),
            Number(parts[1]),
            Ending: Part("ending"),
            Mark: mark
        );
    }

    /// <summary>Two digits after the mark, as minutes are written.</summary>
    public bool HasMinutes => Text.Length - Text.IndexOf(Mark, StringComparison.Ordinal) == 3 && Second < 60;

    /// <summary>A leading zero ("08:00") means a 24-hour time.</summary>
    public bool HasLeadingZero => Text[0] == '0';
}
