using static TantraSmoke.Bot.Talk.Vocabulary;

namespace TantraSmoke.Bot.Talk;

/// <summary>Reads for how many.</summary>
internal sealed class PartyReader(WordCursor words, Said said)
{
    /// <summary>"на 4", "for 8": people or an hour.</summary>
    public List<int> Undecided { get; } = [];

    /// <returns>false, and nothing is read, where no number of people stands.</returns>
    public bool Read()
    {
        if (words.Current is not { } word)
            return false;
        if (People.TryGetValue(word.Text, out var people))
            return words.Past(1) && Add(people);
        if (word.Text is "на" or "для" && ForPeople.TryGetValue(words.At(1), out people))
            return words.Past(2) && Add(people);
        // "двое-трое", "нас будет двое-трое"
        if (word.Text.Split('-') is [var fewer, var more] && IsPeople(fewer) && IsPeople(more))
            return words.Past(1) && (said.IsPartyVague = true);
        // "2-3 человека"
        if (word.Kind == WordKind.Pair && PeopleNouns.Contains(words.At(1)))
            return words.Past(2) && (said.IsPartyVague = true);
        if (
            word.Kind == WordKind.Number
            && word.Ending is "х" or "их" or "ех" or "рых" or "ым"
            && word.Kind == WordKind.Number
        )
            return words.Past(PeopleNouns.Contains(words.At(1)) ? 2 : 1) && Add(word.Value);
        if (words.NumberAt(0) is { } number && PeopleNouns.Contains(words.At(1)))
            return words.Past(2) && Add(number);
        // "нас 5", "нас будет 5", "we are 3", "party of 4", "компания из 5", "table for 2"
        foreach (var (before, skip) in new[] { ("нас", 1), ("we're", 1), ("из", 1), ("будет", 1) })
        {
            if (
                word.Text == before
                && words.NumberAt(skip) is { } told
                && !IsHourAt(skip + 1)
                && (before != "из" || words.At(-1).StartsWith("компани", StringComparison.Ordinal))
            )
                return words.Past(PeopleNouns.Contains(words.At(skip + 1)) ? skip + 2 : skip + 1) && Add(told);
        }

        if (
            words.Take("party", "of")
            || words.Take("group", "of")
            || words.Take("we", "are")
            || words.Take("нас", "будет")
        )
            return words.NumberAt(0) is not { } many || IsHourAt(1) || words.Past(1) && Add(many);
        if (
            word.Text is "на" or "for" or "для"
            && words.NumberAt(1) is { } either
            && words.WordAt(1)?.Ending is null or ""
            && !IsHourAt(2)
            && !Months.ContainsKey(words.At(2))
            && !PeopleNouns.Contains(words.At(2))
        )
        {
            var isParty = word.Text == "для" || (word.Text == "for" && words.At(-1) is "table" or "tables" or "seats");
            return words.Past(2) && (isParty ? Add(either) : Later(either));
        }

        return false;
    }

    /// <summary>Whether the number before was an hour: "8 вечера", "8 pm", "8 часов".</summary>
    public bool IsHourAt(int offset) =>
        HourNouns.Contains(words.At(offset))
        || Parts.ContainsKey(words.At(offset))
        || words.At(offset) is "am" or "pm"
        || (
            words.At(offset) is "in" or "at"
            && (
                Parts.ContainsKey(words.At(offset + 1))
                || Parts.ContainsKey(words.At(offset + 2))
                || words.At(offset + 1) == "night"
            )
        );

    private static bool IsPeople(string word) => People.ContainsKey(word) || Numbers.ContainsKey(word);

    private bool Add(int people)
    {
        said.Parties.Add(people);
        return true;
    }

    private bool Later(int number)
    {
        Undecided.Add(number);
        return true;
    }
}
