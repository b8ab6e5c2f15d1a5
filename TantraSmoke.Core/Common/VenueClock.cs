using System.Globalization;

namespace TantraSmoke.Core.Common;

/// <summary>
/// The only place that converts between a service day with a local time and UTC, daylight saving included.
/// A service day is called after the date it begins on; local times before <see cref="DayEnds"/> belong to the evening
/// before.
/// </summary>
public sealed record VenueClock(TimeZoneInfo Zone, TimeOnly DayEnds)
{
    /// <summary>A time as files and fields have it ("22:00", "24:00" is midnight); null when it is none.</summary>
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

    /// <summary>The service day in which an instant lies.</summary>
    public DateOnly ServiceDayOf(DateTimeOffset instant) => ServiceDayOf(ToLocal(instant));

    /// <summary>The service day in which a time of the venue lies.</summary>
    public DateOnly ServiceDayOf(DateTime local)
    {
        var date = DateOnly.FromDateTime(local);
        return TimeOnly.FromDateTime(local) < DayEnds ? date.AddDays(-1) : date;
    }

    /// <summary>Venue time of an instant.</summary>
    public DateTime ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The instant (UTC) of a date and time of the venue.</summary>
    public DateTimeOffset FromLocal(DateTime local) => ToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));

    /// <summary>
    /// The instant (UTC) at which the clock on the wall shows <paramref name="time"/> in that service day.
    /// </summary>
    public DateTimeOffset ToUtc(DateOnly serviceDay, TimeOnly time) =>
        ToUtc(CalendarDay(serviceDay, time).ToDateTime(time));

    /// <summary>First and last instant (exclusive, UTC) of a service day.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) Day(DateOnly serviceDay) =>
        (ToUtc(serviceDay.ToDateTime(DayEnds)), ToUtc(serviceDay.AddDays(1).ToDateTime(DayEnds)));

    /// <summary>
    /// When a slot happens in a service day, UTC. Null when the clocks going forward swallow it whole.
    /// The length follows the wall clock, so a night on which clocks change may be an hour longer or shorter.
    /// </summary>
    public (DateTimeOffset Start, DateTimeOffset End)? Occurrence(DateOnly serviceDay, TimeOnly start, TimeOnly end)
    {
        var first = CalendarDay(serviceDay, start);
        var last = end > start ? first : first.AddDays(1);
        var (from, to) = (ToUtc(first.ToDateTime(start)), ToUtc(last.ToDateTime(end)));
        return from < to ? (from, to) : null;
    }

    /// <summary>Whether clocks change in between, so that the times on the wall do not tell how long that is.</summary>
    public bool ChangesBetween(DateTimeOffset start, DateTimeOffset end) =>
        ToLocal(end) - ToLocal(start) != end - start;

    /// <summary>
    /// Whether that hour lies after midnight of its service day, so that it must be spoken of as a night.
    /// </summary>
    public bool IsAfterMidnight(DateOnly serviceDay, DateTimeOffset instant) =>
        DateOnly.FromDateTime(ToLocal(instant)) > serviceDay;

    private DateOnly CalendarDay(DateOnly serviceDay, TimeOnly time) =>
        time < DayEnds ? serviceDay.AddDays(1) : serviceDay;

    private DateTimeOffset ToUtc(DateTime local)
    {
        // An hour that does not exist (clocks go forward) is read as if they had not: 02:30 becomes 03:30.
        if (Zone.IsInvalidTime(local))
            return new DateTimeOffset(local, Zone.GetUtcOffset(local.AddDays(-1))).ToUniversalTime();

        // An hour that happens twice (clocks go back) is the first of the two.
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
