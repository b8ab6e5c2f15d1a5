namespace TantraSmoke.Bot.Talk;

/// <summary>A day as it was named, before it is resolved.</summary>
internal abstract record SaidDay
{
    private SaidDay() { }

    /// <summary>"завтра": so many days from today.</summary>
    public sealed record Ahead(int Days) : SaidDay;

    public sealed record Weekday(DayOfWeek Day) : SaidDay;

    /// <summary>"25-го", "25 декабря", "25.12.2026".</summary>
    public sealed record Date(int Day, int? Month, int? Year) : SaidDay;
}

/// <summary>What a sentence says about a table, before it is resolved for a venue and a time.</summary>
internal sealed class Said
{
    public HashSet<SaidDay> Days { get; } = [];

    /// <summary>Each has one or two meanings: "в 8" is 8:00 or 20:00.</summary>
    public List<IReadOnlyList<TimeOnly>> Times { get; } = [];

    /// <summary>The part of the day that was named without an hour, or beside one.</summary>
    public DayPart? Part { get; set; }

    public HashSet<int> Parties { get; } = [];

    public bool IsDayVague { get; set; }
    public bool IsTimeVague { get; set; }
    public bool IsPartyVague { get; set; }

    /// <summary>The sentence is about a table ("столик", "book").</summary>
    public bool WantsTable { get; set; }

    /// <summary>It ends in a question mark or asks how, what, why.</summary>
    public bool Asks { get; set; }

    /// <summary>The number of unknown words.</summary>
    public int Unknown { get; set; }

    /// <summary>The parts of the sentence with unknown words; null without any.</summary>
    public string? More { get; set; }

    /// <summary>The sentence is about something else: an existing booking, or what is not wanted.</summary>
    public bool IsOtherwise { get; set; }

    public bool IsAnything =>
        WantsTable || Days.Count + Times.Count + Parties.Count > 0 || IsDayVague || IsTimeVague || IsPartyVague;

    private int Certain =>
        (Days.Count > 0 && !IsDayVague ? 1 : 0)
        + (Times.Count == 1 && !IsTimeVague ? 1 : 0)
        + (Parties.Count == 1 && !IsPartyVague ? 1 : 0);

    /// <summary>
    /// Whether the sentence asks for a table: all words are known, or the wish is clear and no question would stay
    /// unanswered.
    /// </summary>
    public bool IsWish =>
        !IsOtherwise && IsAnything && (Unknown == 0 || (!Asks && (Certain > 1 || (WantsTable && Certain > 0))));
}
