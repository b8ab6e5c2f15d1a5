using static TantraSmoke.Bot.Talk.Vocabulary;

namespace TantraSmoke.Bot.Talk;

/// <summary>Reads at what time: a clock time, an hour, half past.</summary>
internal sealed class TimeReader(WordCursor words, Said said, bool isRussian)
{
    /// <summary>What was read; hours that are not exact may be before or after noon.</summary>
    private readonly List<(int Hour, int Minute, bool IsExact)> _hours = [];

    public int Count => _hours.Count;

    /// <returns>false, and nothing is read, where no time stands.</returns>
    public bool Read()
    {
        if (words.Current is not { } word)
            return false;
        if (word.Text is "полдень" or "noon" or "midday")
            return words.Past(1) && Exactly(12, 0);
        if (word.Text is "полночь" or "midnight")
            return words.Past(1) && Exactly(0, 0);
        if (word.Text is "в" && words.At(1) == "час" && words.NumberAt(2) is null)
            return words.Past(2) && About(1, 0);
        if (HalfPast() is { } half)
            return About(half - 1 is 0 ? 12 : half - 1, 30);
        if (word.Kind == WordKind.Clock)
            return words.Past(1)
                && (
                    word.Value > 24 || word.Second > 59 || (word.Value == 24 && word.Second > 0)
                        ? said.IsTimeVague = true
                        : OnClock(word)
                );
        if (
            word.Kind == WordKind.Pair
            && word.Value <= 24
            && word.Mark != '/'
            && word.HasMinutes
            && !HourNouns.Contains(words.At(1))
            && (word.Mark == '.' || word.Second is 0 or 15 or 30 or 45)
        )
            return words.Past(1) && OnClock(word);
        if (word.Kind == WordKind.Pair)
        {
            said.IsDayVague |= word.Mark != '-' && !HourNouns.Contains(words.At(1));
            return words.Past(HourNouns.Contains(words.At(1)) ? 2 : 1) && (said.IsTimeVague = true);
        }

        return HourAlone(word);
    }

    /// <summary>"8 вечера", "в 8", "at eight", "8pm", "20 ч", "в 20 30".</summary>
    private bool HourAlone(Word word)
    {
        var isSaid = word.Text is "в" or "к" or "at" or "by" or "с" or "from";
        var place = isSaid ? 1 : 0;
        if (
            words.NumberAt(place) is not { } hour
            || words.WordAt(place)!.Ending is not ("" or "pm" or "am" or "ч" or "h")
        )
            return false;
        var ending = words.WordAt(place)!.Ending;
        var after =
            ending.Length > 0 || HourNouns.Contains(words.At(place + 1)) || words.At(place + 1) is "am" or "pm"
                ? place + 1
                : place;
        var isNoun = ending.Length > 0 || after > place;
        var suffix =
            ending.Length > 0 ? ending
            : after > place ? words.At(after)
            : "";
        var next = ending.Length > 0 ? place + 1 : after + 1;
        if (Parts.TryGetValue(words.At(next), out var part))
        {
            // "на 2 дня" may as well be for two days.
            if (part == DayPart.Day && words.At(-1) == "на" && hour is > 1 and < 5)
                return words.Past(next + 1) && (said.IsTimeVague = true);
            return words.Past(next + 1) && InPart(hour, 0, part);
        }

        if (suffix is "am" or "pm")
            return words.Past(next)
                && (
                    hour is < 1 or > 12 ? said.IsTimeVague = true : Exactly((hour % 12) + (suffix == "pm" ? 12 : 0), 0)
                );
        if (!isNoun && !isSaid || (PeopleNouns.Contains(words.At(next)) && !isNoun))
            return false;
        var minute =
            isSaid
            && words.WordAt(next) is { Kind: WordKind.Number, Text: "00" or "15" or "30" or "45", Ending: "" }
            && !PeopleNouns.Contains(words.At(next + 1))
                ? words.WordAt(next)!.Value
                : (int?)null;
        return words.Past(minute is null ? next : next + 1)
            && (
                hour > 24 ? said.IsTimeVague = true
                : hour is > 12 or 0 ? Exactly(hour % 24, minute ?? 0)
                : About(hour, minute ?? 0)
            );
    }

    /// <summary>
    /// "полвосьмого", "в половине восьмого", "half past eight": the hour that is half over, counted from its end.
    /// </summary>
    private int? HalfPast()
    {
        var start = words.At(0) is "в" or "at" ? 1 : 0;
        if (
            words.At(start) is "половине" or "половина" or "пол"
            && HourBegun.TryGetValue(words.At(start + 1), out var begun)
        )
            return words.Past(start + 2) ? begun : null;
        if (
            words.At(start).StartsWith("пол", StringComparison.Ordinal)
            && HourBegun.TryGetValue(words.At(start)[3..].TrimStart('-'), out begun)
        )
            return words.Past(start + 1) ? begun : null;
        return
            words.At(start) == "half"
            && words.At(start + 1) == "past"
            && words.NumberAt(start + 2) is { } hour and <= 12
            && words.Past(start + 3)
            ? hour + 1
            : null;
    }

    private bool OnClock(Word word)
    {
        if (word.Ending is "am" or "pm")
            return word.Value is < 1 or > 12
                ? said.IsTimeVague = true
                : Exactly((word.Value % 12) + (word.Ending == "pm" ? 12 : 0), word.Second);
        if (Parts.TryGetValue(words.At(0), out var part))
            return words.Past(1) && InPart(word.Value, word.Second, part);
        var isExact = word.Value is > 12 or 0 || word.HasLeadingZero || (isRussian && word.Value > 9);
        return isExact ? Exactly(word.Value % 24, word.Second) : About(word.Value, word.Second);
    }

    private bool InPart(int hour, int minute, DayPart part)
    {
        var exact = InPart(hour, part);
        return exact is { } known ? Exactly(known, minute) : said.IsTimeVague = true;
    }

    private static int? InPart(int hour, DayPart part) =>
        (part, hour) switch
        {
            (DayPart.Morning, >= 3 and <= 11) => hour,
            (DayPart.Day, 11 or 12 or >= 13 and <= 17) => hour,
            (DayPart.Day, >= 1 and <= 5) => hour + 12,
            (DayPart.Evening, >= 4 and <= 11) => hour + 12,
            (DayPart.Evening, >= 16 and <= 23) => hour,
            (DayPart.Night, 12 or 24) => 0,
            (DayPart.Night, >= 0 and <= 4) => hour,
            (DayPart.Night, 10 or 11) => hour + 12,
            (DayPart.Night, 22 or 23) => hour,
            _ => null,
        };

    /// <summary>A number that turned out to be an hour.</summary>
    public void Add(int hour) => _hours.Add((hour % 24, 0, hour > 12));

    /// <summary>Puts down the times in their final meaning, once the part of the day is known.</summary>
    public void Finish()
    {
        foreach (var (hour, minute, isExact) in _hours.Distinct())
        {
            if (isExact)
                said.Times.Add([new TimeOnly(hour, minute)]);
            else if (said.Part is { } part)
            {
                if (InPart(hour, part) is { } known)
                    said.Times.Add([new TimeOnly(known, minute)]);
                else
                    said.IsTimeVague = true;
            }
            else
            {
                said.Times.Add([new TimeOnly(hour % 12, minute), new TimeOnly((hour % 12) + 12, minute)]);
            }
        }

        said.IsTimeVague |= said.Times.Count > 1 || (said.Times.Count == 0 && said.Part is not null);
    }

    private bool Exactly(int hour, int minute)
    {
        _hours.Add((hour, minute, true));
        return true;
    }

    private bool About(int hour, int minute)
    {
        _hours.Add((hour, minute, false));
        return true;
    }
}
