using static TantraSmoke.Bot.Talk.Vocabulary;

namespace TantraSmoke.Bot.Talk;

// At what time.
internal sealed partial class SaidReader
{
    private bool Hour()
    {
        if (Current is not { } word)
            return false;
        if (word.Text is "полдень" or "noon" or "midday")
            return Past(1) && Exactly(12, 0);
        if (word.Text is "полночь" or "midnight")
            return Past(1) && Exactly(0, 0);
        if (word.Text is "в" && At(1) == "час" && NumberAt(2) is null)
            return Past(2) && About(1, 0);
        if (HalfPast() is { } half)
            return About(half - 1 is 0 ? 12 : half - 1, 30);
        if (word.Kind == WordKind.Clock)
            return Past(1)
                && (
                    word.Value > 24 || word.Second > 59 || (word.Value == 24 && word.Second > 0)
                        ? _said.IsTimeVague = true
                        : OnClock(word)
                );
        if (
            word.Kind == WordKind.Pair
            && word.Value <= 24
            && word.Mark != '/'
            && word.HasMinutes
            && !HourNouns.Contains(At(1))
            && (word.Mark == '.' || word.Second is 0 or 15 or 30 or 45)
        )
            return Past(1) && OnClock(word);
        if (word.Kind == WordKind.Pair)
        {
            _said.IsDayVague |= word.Mark != '-' && !HourNouns.Contains(At(1));
            return Past(HourNouns.Contains(At(1)) ? 2 : 1) && (_said.IsTimeVague = true);
        }

        return HourAlone(word);
    }

    /// <summary>"8 вечера", "в 8", "at eight", "8pm", "20 ч", "в 20 30".</summary>
    private bool HourAlone(Word word)
    {
        var isSaid = word.Text is "в" or "к" or "at" or "by" or "с" or "from";
        var place = isSaid ? 1 : 0;
        if (NumberAt(place) is not { } hour || WordAt(place)!.Ending is not ("" or "pm" or "am" or "ч" or "h"))
            return false;
        var ending = WordAt(place)!.Ending;
        var after =
            ending.Length > 0 || HourNouns.Contains(At(place + 1)) || At(place + 1) is "am" or "pm" ? place + 1 : place;
        var isNoun = ending.Length > 0 || after > place;
        var suffix =
            ending.Length > 0 ? ending
            : after > place ? At(after)
            : "";
        var next = ending.Length > 0 ? place + 1 : after + 1;
        if (Parts.TryGetValue(At(next), out var part))
        {
            // "на 2 дня" may as well be for two days.
            if (part == DayPart.Day && At(-1) == "на" && hour is > 1 and < 5)
                return Past(next + 1) && (_said.IsTimeVague = true);
            return Past(next + 1) && InPart(hour, 0, part);
        }

        if (suffix is "am" or "pm")
            return Past(next)
                && (
                    hour is < 1 or > 12 ? _said.IsTimeVague = true : Exactly((hour % 12) + (suffix == "pm" ? 12 : 0), 0)
                );
        if (!isNoun && !isSaid || (PeopleNouns.Contains(At(next)) && !isNoun))
            return false;
        var minute =
            isSaid
            && WordAt(next) is { Kind: WordKind.Number, Text: "00" or "15" or "30" or "45", Ending: "" }
            && !PeopleNouns.Contains(At(next + 1))
                ? WordAt(next)!.Value
                : (int?)null;
        return Past(minute is null ? next : next + 1)
            && (
                hour > 24 ? _said.IsTimeVague = true
                : hour is > 12 or 0 ? Exactly(hour % 24, minute ?? 0)
                : About(hour, minute ?? 0)
            );
    }

    /// <summary>
    /// "полвосьмого", "в половине восьмого", "half past eight": the hour that is half over, counted from its end.
    /// </summary>
    private int? HalfPast()
    {
        var start = At(0) is "в" or "at" ? 1 : 0;
        if (At(start) is "половине" or "половина" or "пол" && HourBegun.TryGetValue(At(start + 1), out var begun))
            return Past(start + 2) ? begun : null;
        if (
            At(start).StartsWith("пол", StringComparison.Ordinal)
            && HourBegun.TryGetValue(At(start)[3..].TrimStart('-'), out begun)
        )
            return Past(start + 1) ? begun : null;
        return
            At(start) == "half"
            && At(start + 1) == "past"
            && NumberAt(start + 2) is { } hour and <= 12
            && Past(start + 3)
            ? hour + 1
            : null;
    }

    private bool OnClock(Word word)
    {
        if (word.Ending is "am" or "pm")
            return word.Value is < 1 or > 12
                ? _said.IsTimeVague = true
                : Exactly((word.Value % 12) + (word.Ending == "pm" ? 12 : 0), word.Second);
        if (Parts.TryGetValue(At(0), out var part))
            return Past(1) && InPart(word.Value, word.Second, part);
        var isExact = word.Value is > 12 or 0 || word.HasLeadingZero || (_isRussian && word.Value > 9);
        return isExact ? Exactly(word.Value % 24, word.Second) : About(word.Value, word.Second);
    }

    private bool InPart(int hour, int minute, DayPart part)
    {
        var exact = InPart(hour, part);
        return exact is { } known ? Exactly(known, minute) : _said.IsTimeVague = true;
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
