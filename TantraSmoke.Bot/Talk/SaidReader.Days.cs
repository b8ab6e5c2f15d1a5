using static TantraSmoke.Bot.Talk.Vocabulary;

namespace TantraSmoke.Bot.Talk;

// Which day.
internal sealed partial class SaidReader
{
    private bool Day()
    {
        if (Current is not { } word)
            return false;
        foreach (var (words, ofMonth, date) in Holidays)
        {
            if (Take(words))
                return Add(new SaidDay.Date(date, ofMonth, null));
        }

        if (Days.TryGetValue(word.Text, out var ahead))
        {
            _at++;
            if (word.Text == "tonight")
                _part = DayPart.Evening;
            return Add(new SaidDay.Ahead(ahead));
        }

        if (Weekdays.TryGetValue(word.Text, out var weekday))
        {
            _at++;
            return Add(new SaidDay.Weekday((DayOfWeek)weekday));
        }

        return word.Kind switch
        {
            WordKind.Date => Written(1, word.Value, word.Second, word.Year),
            WordKind.Pair => PairIsDate(word),
            WordKind.Number => DayOfMonth(word),
            WordKind.Letters
                when Months.TryGetValue(word.Text, out var month)
                    && (At(1) == "the" ? 2 : 1) is var next
                    && OfMonth(next) is { } day => Written(next + 1, day, month),
            _ => false,
        };
    }

    /// <summary>"25 декабря", "25th of December", "25-го", "25 числа", "the 25th".</summary>
    private bool DayOfMonth(Word word)
    {
        var month = At(1) == "of" ? 2 : 1;
        if (OfMonth(0) is not { } day)
            return Months.ContainsKey(At(month)) && Past(month + 1) && (_said.IsDayVague = true);
        if (Months.TryGetValue(At(month), out var number))
            return Written(month + 1, day, number);
        if (At(1) == "числа")
            return Written(2, day, null);
        return IsOrdinal(word) && Written(1, day, null);
    }

    private int? OfMonth(int offset) =>
        WordAt(offset) is { Kind: WordKind.Number, Value: >= 1 and <= 31 } word
        && (word.Ending is "" || IsOrdinal(word))
            ? word.Value
            : null;

    private static bool IsOrdinal(Word word) => word.Ending is "го" or "е" or "ое" or "th" or "st" or "nd" or "rd";

    /// <summary>
    /// "25.12" is a date, "20.00" a time, and of "5/12" only the language knows which number is the day.
    /// </summary>
    private bool PairIsDate(Word word)
    {
        if (
            word.Ending.Length > 0
            || PeopleNouns.Contains(At(1))
            || HourNouns.Contains(At(1))
            || Parts.ContainsKey(At(1))
        )
            return false;
        var (first, second) = (word.Value, word.Second);
        var (dayFirst, monthFirst) = (IsDate(first, second), IsDate(second, first));
        var isTime = word.Mark != '/' && first < 24 && word.HasMinutes;
        if (word.Mark == '-')
            return dayFirst && !isTime && first > 24 && Written(1, first, second);
        if (!dayFirst && !monthFirst || (isTime && At(-1) is "в" or "at" or "с" or "from" or "к"))
            return false;
        if (dayFirst && (_isRussian || !monthFirst || first == second))
        {
            if (!isTime || !IsPlausibleMinute(second))
                return Written(1, first, second);
            _at++;
            return _said.IsDayVague = _said.IsTimeVague = true;
        }

        if (monthFirst && !dayFirst && !isTime)
            return Written(1, second, first);
        _at++;
        return _said.IsDayVague = true;
    }

    /// <summary>"20.12" is a date: nobody comes at twelve past. "20.10" may be either.</summary>
    private static bool IsPlausibleMinute(int minute) => minute % 5 == 0;

    private static bool IsDate(int day, int month) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month);

    /// <summary>A date has been read from so many words; its year may follow.</summary>
    private bool Written(int words, int day, int? month, int? year = null)
    {
        _at += words;
        if (year is null && WordAt(0) is { Kind: WordKind.Number, Value: >= 2000 and < 2100 } named)
            (_at, year) = (_at + 1, named.Value);
        if (
            month is { } number
            && (number is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year ?? 2024, number))
        )
            return _said.IsDayVague = true;
        return Add(new SaidDay.Date(day, month, year));
    }
}
