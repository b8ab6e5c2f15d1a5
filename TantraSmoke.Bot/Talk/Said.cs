namespace TantraSmoke.Bot.Talk;

/// <summary>A day as somebody named it; which one that is depends on when it was said.</summary>
internal abstract record SaidDay
{
    private SaidDay() { }

    /// <summary>"завтра": so many days from today.</summary>
    public sealed record Ahead(int Days) : SaidDay;

    public sealed record Weekday(DayOfWeek Day) : SaidDay;

    /// <summary>"25-го", "25 декабря", "25.12.2026".</summary>
    public sealed record Date(int Day, int? Month, int? Year) : SaidDay;
}

/// <summary>What a sentence says about a table, before it is known when it was said and where.</summary>
internal sealed class Said
{
    public HashSet<SaidDay> Days { get; } = [];

    /// <summary>Each may mean one hour or two: "в 8" is 8:00 or 20:00.</summary>
    public List<IReadOnlyList<TimeOnly>> Times { get; } = [];

    /// <summary>The part of the day that was named without an hour, or beside one.</summary>
    public DayPart? Part { get; set; }

    public HashSet<int> Parties { get; } = [];

    public bool IsDayVague { get; set; }
    public bool IsTimeVague { get; set; }
    public bool IsPartyVague { get; set; }

    /// <summary>"столик", "book": it is about a table at all.</summary>
    public bool WantsTable { get; set; }

    /// <summary>It ends in a question mark or asks how, what, why.</summary>
    public bool Asks { get; set; }

    /// <summary>Words that mean nothing here.</summary>
    public int Unknown { get; set; }

    /// <summary>The parts of the sentence that hold such words; null where there are none.</summary>
    public string? More { get; set; }

    /// <summary>It is about something else: a booking that there is, what is not wanted.</summary>
    public bool IsOtherwise { get; set; }

    public bool IsAnything =>
        WantsTable || Days.Count + Times.Count + Parties.Count > 0 || IsDayVague || IsTimeVague || IsPartyVague;

    private int Certain =>
        (Days.Count > 0 && !IsDayVague ? 1 : 0)
        + (Times.Count == 1 && !IsTimeVague ? 1 : 0)
        + (Parties.Count == 1 && !IsPartyVague ? 1 : 0);

    /// <summary>
    /// Whether somebody asks for a table. All words known: yes. Some not: only where the wish is plain all the same and
    /// it is no question that a form would leave unanswered.
    /// </summary>
    public bool IsWish =>
        !IsOtherwise && IsAnything && (Unknown == 0 || (!Asks && (Certain > 1 || (WantsTable && Certain > 0))));
}
