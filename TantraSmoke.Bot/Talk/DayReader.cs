using static TantraSmoke.Bot.Talk.Vocabulary;

namespace TantraSmoke.Bot.Talk;

/// <summary>Reads which day: a word, a weekday, a holiday or a date.</summary>
internal sealed class DayReader(WordCursor words, Said said, bool isRussian)
{
    /// <returns>false, and nothing is read, where no day stands.</returns>
    public bool Read()
    {
        if (words.Current is not { } word)
            return false;
        foreach (var (names, ofMonth, date) in Holidays)
        {
            if (words.Take(names))
                return Add(new SaidDay.Date(date, ofMonth, null));
        }

        if (Days.TryGetValue(word.Text, out var ahead))
        {
            words.Past(1);
            if (word.Text == "tonight")
                said.Part = DayPart.Evening;
            return Add(new SaidDay.Ahead(ahead));
        }

        if (Weekdays.TryGetValue(word.Text, out var weekday))
        {
            words.Past(1);
            return Add(new SaidDay.Weekday((DayOfWeek)weekday));
        }

        return word.Kind switch
        {
            WordKind.Date => Written(1, word.Value, word.Second, word.Year),
            WordKind.Pair => PairIsDate(word),
            WordKind.Number => DayOfMonth(word),
            WordKind.Letters
                when Months.TryGetValue(word.Text, out var month)
                    && (words.At(1) == "the" ? 2 : 1) is var next
                    && OfMonth(next) is { } day => Written(next + 1, day, month),
            _ => false,
        };
    }

    /// <summary>"25 декабря", "25th of December", "25-го", "25 числа", "the 25th".</summary>
    private bool DayOfMonth(Word word)
    {
        var month = words.At(1) == "of" ? 2 : 1;
        if (OfMonth(0) is not { } day)
            return Months.ContainsKey(words.At(month)) && words.Past(month + 1) && (said.IsDayVague = true);
        if (Months.TryGetValue(words.At(month), out var number))
            return Written(month + 1, day, number);
        if (words.At(1) == "числа")
            return Written(2, day, null);
        return IsOrdinal(word) && Written(1, day, null);
    }

    private int? OfMonth(int offset) =>
        words.WordAt(offset) is { Kind: WordKind.Number, Value: >= 1 and <= 31 } word
        && (word.Ending is "" || IsOrdinal(word))
            ? word.Value
            : null;

    private static bool IsOrdinal(Word word) => word.Ending is "го" or "е" or "ое" or "th" or "st" or "nd" or "rd";

    /// <summary>"25.12" is a date, "20.00" a time; in "5/12" the language decides which number is the day.</summary>
    private bool PairIsDate(Word word)
    {
        if (
            word.Ending.Length > 0
            || PeopleNouns.Contains(words.At(1))
            || HourNouns.Contains(words.At(1))
            || Parts.ContainsKey(words.At(1))
        )
            return false;
        var (first, second) = (word.Value, word.Second);
        var (dayFirst, monthFirst) = (IsDate(first, second), IsDate(second, first));
        var isTime = word.Mark != '/' && first < 24 && word.HasMinutes;
        if (word.Mark == '-')
            return dayFirst && !isTime && first > 24 && Written(1, first, second);
        if (!dayFirst && !monthFirst || (isTime && words.At(-1) is "в" or "at" or "с" or "from" or "к"))
            return false;
        if (dayFirst && (isRussian || !monthFirst || first == second))
        {
            if (!isTime || !IsPlausibleMinute(second))
                return Written(1, first, second);
            words.Past(1);
            return said.IsDayVague = said.IsTimeVague = true;
        }

        if (monthFirst && !dayFirst && !isTime)
            return Written(1, second, first);
        words.Past(1);
        return said.IsDayVague = true;
    }

    /// <summary>"20.12" is a date: nobody comes at twelve past. "20.10" may be either.</summary>
    private static bool IsPlausibleMinute(int minute) => minute % 5 == 0;

    private static bool IsDate(int day, int month) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month);

    /// <summary>Adds a date of that many words; a year may follow.</summary>
    private bool Written(int length, int day, int? month, int? year = null)
    {
        words.Past(length);
        if (year is null && words.WordAt(0) is { Kind: WordKind.Number, Value: >= 2000 and < 2100 } named)
        {
            words.Past(1);
            year = named.Value;
        }

        if (
            month is { } number
            && (number is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year ?? 2024, number))
        )
            return said.IsDayVague = true;
        return Add(new SaidDay.Date(day, month, year));
    }

    private bool Add(SaidDay day)
    {
        said.Days.Add(day);
        return true;
    }
}
