namespace TantraSmoke.Core.Entities;

/// <summary>A bookable time of the service day. <c>End ≤ Start</c> means that it ends after midnight.</summary>
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

    /// <summary>Venue time; before the end of the service day it belongs to the previous evening.</summary>
    public TimeOnly Start { get; private set; }

    public TimeOnly End { get; private set; }
    public bool IsActive { get; private set; } = true;

    /// <summary>Weekdays (of service days) it applies to; ignored for a special day's slot.</summary>
    public Weekdays Weekdays { get; private set; } = Weekdays.All;

    /// <summary>The special day the slot belongs to; null for a weekly slot.</summary>
    public int? SpecialDayId { get; private set; }

    public SlotHours Hours => new(Start, End);

    public void EndAt(TimeOnly end) => End = end;

    /// <summary>Sets the weekdays; without any, the slot is kept for its existing bookings only.</summary>
    public void HappenOn(Weekdays days)
    {
        IsActive = days != Weekdays.None;
        if (IsActive)
            Weekdays = days;
    }

    /// <summary>Whether the slot takes place on that service day, given its special day if any.</summary>
    public bool Happens(DateOnly serviceDay, SpecialDay? special) =>
        IsActive
        && special?.Kind switch
        {
            SpecialDayKind.Closed => false,
            SpecialDayKind.OtherHours => SpecialDayId == special.Id,
            _ => SpecialDayId is null && Weekdays.Includes(serviceDay.DayOfWeek),
        };
}

/// <summary>Start and end in venue time; <c>End ≤ Start</c> ends after midnight.</summary>
public readonly record struct SlotHours(TimeOnly Start, TimeOnly End);
