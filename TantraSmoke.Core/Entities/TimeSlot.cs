namespace TantraSmoke.Core.Entities;

/// <summary>A time of the service day that can be booked. <c>End ≤ Start</c> means it ends after midnight.</summary>
public sealed class TimeSlot
{
    private TimeSlot() { }

    public TimeSlot(TimeOnly start, TimeOnly end, Weekdays weekdays = Weekdays.All, int? specialDayId = null)
    {
        Start = start;
        End = end;
        Weekdays = weekdays;
        SpecialDayId = specialDayId;
    }

    public int Id { get; private set; }

    /// <summary>Venue time. Before the end of the service day it belongs to the evening before.</summary>
    public TimeOnly Start { get; private set; }

    public TimeOnly End { get; private set; }
    public bool IsActive { get; private set; } = true;

    /// <summary>On which service days; of no meaning for a special day's own slot.</summary>
    public Weekdays Weekdays { get; private set; } = Weekdays.All;

    /// <summary>The special day it belongs to alone; null for a slot of the week.</summary>
    public int? SpecialDayId { get; private set; }

    public SlotHours Hours => new(Start, End);

    public void EndAt(TimeOnly end) => End = end;

    /// <summary>
    /// Happens on these days from now on; on none, it is kept for the bookings that were made for it.
    /// </summary>
    public void HappenOn(Weekdays days)
    {
        IsActive = days != Weekdays.None;
        if (IsActive)
            Weekdays = days;
    }

    /// <summary>Whether it happens on a service day that has this about it.</summary>
    public bool Happens(DateOnly serviceDay, SpecialDay? special) =>
        IsActive
        && special?.Kind switch
        {
            SpecialDayKind.Closed => false,
            SpecialDayKind.OtherHours => SpecialDayId == special.Id,
            _ => SpecialDayId is null && Weekdays.Includes(serviceDay.DayOfWeek),
        };
}

/// <summary>From when to when, venue time; <c>End ≤ Start</c> ends after midnight.</summary>
public readonly record struct SlotHours(TimeOnly Start, TimeOnly End);
