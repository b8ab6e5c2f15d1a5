using static TantraSmoke.Bot.Talk.Vocabulary;

namespace TantraSmoke.Bot.Talk;

// How many.
internal sealed partial class SaidReader
{
    private bool People()
    {
        if (Current is not { } word)
            return false;
        if (Vocabulary.People.TryGetValue(word.Text, out var people))
            return Past(1) && Add(people);
        if (word.Text is "на" or "для" && ForPeople.TryGetValue(At(1), out people))
            return Past(2) && Add(people);
        // "двое-трое", "нас будет двое-трое"
        if (word.Text.Split('-') is [var fewer, var more] && IsPeople(fewer) && IsPeople(more))
            return Past(1) && (_said.IsPartyVague = true);
        // "2-3 человека"
        if (word.Kind == WordKind.Pair && PeopleNouns.Contains(At(1)))
            return Past(2) && (_said.IsPartyVague = true);
        if (
            word.Kind == WordKind.Number
            && word.Ending is "х" or "их" or "ех" or "рых" or "ым"
            && word.Kind == WordKind.Number
        )
            return Past(PeopleNouns.Contains(At(1)) ? 2 : 1) && Add(word.Value);
        if (NumberAt(0) is { } number && PeopleNouns.Contains(At(1)))
            return Past(2) && Add(number);
        // "нас 5", "нас будет 5", "we are 3", "party of 4", "компания из 5", "table for 2"
        foreach (var (before, skip) in new[] { ("нас", 1), ("we're", 1), ("из", 1), ("будет", 1) })
        {
            if (
                word.Text == before
                && NumberAt(skip) is { } told
                && !IsHourAt(skip + 1)
                && (before != "из" || At(-1).StartsWith("компани", StringComparison.Ordinal))
            )
                return Past(PeopleNouns.Contains(At(skip + 1)) ? skip + 2 : skip + 1) && Add(told);
        }

        if (Take("party", "of") || Take("group", "of") || Take("we", "are") || Take("нас", "будет"))
            return NumberAt(0) is not { } many || IsHourAt(1) || Past(1) && Add(many);
        if (
            word.Text is "на" or "for" or "для"
            && NumberAt(1) is { } either
            && WordAt(1)?.Ending is null or ""
            && !IsHourAt(2)
            && !Months.ContainsKey(At(2))
            && !PeopleNouns.Contains(At(2))
        )
        {
            var isParty = word.Text == "для" || (word.Text == "for" && At(-1) is "table" or "tables" or "seats");
            return Past(2) && (isParty ? Add(either) : Later(either));
        }

        return false;
    }

    /// <summary>Whether the number before was an hour: "8 вечера", "8 pm", "8 часов".</summary>
    private bool IsHourAt(int offset) =>
        HourNouns.Contains(At(offset))
        || Parts.ContainsKey(At(offset))
        || At(offset) is "am" or "pm"
        || (
            At(offset) is "in" or "at"
            && (Parts.ContainsKey(At(offset + 1)) || Parts.ContainsKey(At(offset + 2)) || At(offset + 1) == "night")
        );

    private static bool IsPeople(string word) => Vocabulary.People.ContainsKey(word) || Numbers.ContainsKey(word);
}
