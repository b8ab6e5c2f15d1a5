namespace TantraSmoke.Core.Schedule;

/// <summary>Why the schedule stays as it is.</summary>
public abstract record ScheduleRefusal : Refusal
{
    private ScheduleRefusal() { }

    /// <summary>These days are closed or have hours of their own already.</summary>
    public sealed record AlreadySpecial(IReadOnlyList<DateOnly> Days) : ScheduleRefusal;
}
