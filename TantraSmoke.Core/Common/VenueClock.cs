using System.Globalization;

namespace TantraSmoke.Core.Common;

/// <summary>
/// The only place that converts between service day with local time and UTC, including daylight saving. A service day
/// has the date on which it begins; local times before <see cref="DayEnds"/> belong to the previous evening.
/// </summary>
public sealed record VenueClock(TimeZoneInfo Zone, TimeOnly DayEnds)
{
    /// <summary>Parses a time from a file or field ("22:00"; "24:00" is midnight); null if invalid.</summary>
    public static TimeOnly? ReadTime(string text) =>
        text is "24:00" or "24:00:00" ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(
            text,
            ["HH:mm", "H:mm", "HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
        : null;

    /// <summary>The service day that contains an instant.</summary>
    public DateOnly ServiceDayOf(DateTimeOffset instant) => ServiceDayOf(ToLocal(instant));

    /// <summary>The service day that contains a local time of the venue.</summary>
    public DateOnly ServiceDayOf(DateTime local)
    {
        var date = DateOnly.FromDateTime(local);
        return TimeOnly.FromDateTime(local) < DayEnds ? date.AddDays(-1) : date;
    }

    /// <summary>The venue's local time of an instant.</summary>
    public DateTime ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The instant (UTC) of a local time of the venue.</summary>
    public DateTimeOffset FromLocal(DateTime local) => ToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));

    /// <summary>The instant (UTC) of a local time of day within a service day.</summary>
    public DateTimeOffset ToUtc(DateOnly serviceDay, TimeOnly time) =>
        ToUtc(CalendarDay(serviceDay, time).ToDateTime(time));

    /// <summary>Start and end (exclusive, UTC) of a service day.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) Day(DateOnly serviceDay) =>
        (ToUtc(serviceDay.ToDateTime(DayEnds)), ToUtc(serviceDay.AddDays(1).ToDateTime(DayEnds)));

    /// <summary>
    /// Start and end (UTC) of a slot on a service day. Null if the clock change skips all of it. The length follows
    /// local time, so it may be an hour more or less on such nights.
    /// </summary>
    public (DateTimeOffset Start, DateTimeOffset End)? Occurrence(DateOnly serviceDay, TimeOnly start, TimeOnly end)
    {
        var first = CalendarDay(serviceDay, start);
        var last = end > start ? first : first.AddDays(1);
        var (from, to) = (ToUtc(first.ToDateTime(start)), ToUtc(last.ToDateTime(end)));
        return from < to ? (from, to) : null;
    }

    /// <summary>Whether clocks change in between, so that local times do not show the duration.</summary>
    public bool ChangesBetween(DateTimeOffset start, DateTimeOffset end) =>
        ToLocal(end) - ToLocal(start) != end - start;

    /// <summary>Whether the time is after midnight of its service day, so that it must be shown as a night.</summary>
    public bool IsAfterMidnight(DateOnly serviceDay, DateTimeOffset instant) =>
        DateOnly.FromDateTime(ToLocal(instant)) > serviceDay;

    private DateOnly CalendarDay(DateOnly serviceDay, TimeOnly time) =>
        time < DayEnds ? serviceDay.AddDays(1) : serviceDay;

    private DateTimeOffset ToUtc(DateTime local)
    {
        // A skipped local time counts as if clocks had not changed: 02:30 becomes 03:30.
        if (Zone.IsInvalidTime(local))
            return new DateTimeOffset(local, Zone.GetUtcOffset(local.AddDays(-1))).ToUniversalTime();

        // A repeated local time means its first occurrence.
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
