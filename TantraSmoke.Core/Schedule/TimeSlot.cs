namespace TantraSmoke.Core.Schedule;

/// <summary>A time of the service day that can be booked. <c>End ≤ Start</c> means it ends after midnight.</summary>
public sealed class TimeSlot
{
    private TimeSlot()
    {
    }

    public TimeSlot(TimeOnly start, TimeOnly end)
    {
        Start = start;
        End = end;
    }

    public int Id { get; private set; }

    /// <summary>Venue time. Before the end of the service day it belongs to the evening before.</summary>
    public TimeOnly Start { get; private set; }

    public TimeOnly End { get; private set; }
    public bool IsActive { get; private set; } = true;

    public void EndAt(TimeOnly end) => End = end;
}
