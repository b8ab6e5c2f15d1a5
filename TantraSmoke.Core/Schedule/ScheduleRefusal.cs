namespace TantraSmoke.Core.Schedule;

/// <summary>Why the schedule could not be changed.</summary>
public abstract record ScheduleRefusal : Refusal
{
    private ScheduleRefusal() { }

    /// <summary>These days are already closed or have their own hours.</summary>
    public sealed record AlreadySpecial(IReadOnlyList<DateOnly> Days) : ScheduleRefusal;
}
