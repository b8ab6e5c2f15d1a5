namespace TantraSmoke.Web.Texts;

// Times and amounts. Times after midnight name their night, so that 01:30 cannot be misread.
public abstract partial class DashboardTexts
{
    public abstract string Minutes(int count);
    public abstract string Guests(int count);
    public abstract string Seats(int count);
    public abstract string BookingsCount(int count);

    /// <summary>"21:00"; for a table's tag, where the service day is known.</summary>
    public string Clock(VenueClock clock, DateTimeOffset instant) => clock.ToLocal(instant).ToString("HH:mm", Culture);

    /// <summary>"21:00", with the night if it is after midnight.</summary>
    public string Time(VenueClock clock, DateOnly serviceDay, DateTimeOffset instant) =>
        clock.IsAfterMidnight(serviceDay, instant) ? NightTime(Clock(clock, instant)) : Clock(clock, instant);

    /// <summary>"21:00", or the date if it is beyond that service day.</summary>
    public string ClockOrDate(VenueClock clock, DateOnly serviceDay, DateTimeOffset instant) =>
        clock.ServiceDayOf(instant.AddTicks(-1)) == serviceDay
            ? Clock(clock, instant)
            : clock.ToLocal(instant).ToString("d MMM", Culture);

    /// <summary>"21:00, Fri 20 November"; for instants on any day.</summary>
    public string ClockAndDay(VenueClock clock, DateTimeOffset instant) =>
        $"{Clock(clock, instant)}, {DateOnly.FromDateTime(clock.ToLocal(instant)).ToString(ShortDayFormat, Culture)}";

    /// <summary>"21:00–23:00".</summary>
    public string Span(VenueClock clock, DateTimeOffset start, DateTimeOffset end) =>
        $"{Clock(clock, start)}–{Clock(clock, end)}"
        + (clock.ChangesBetween(start, end) ? $" ({ClocksChange((end - start).TotalHours)})" : "");

    /// <summary>"3 h, clocks change".</summary>
    protected abstract string ClocksChange(double hours);

    /// <summary>"Friday, 20 November".</summary>
    public string Day(DateOnly day) => Capitalized(day.ToString(DayFormat, Culture));

    /// <summary>"Fri 20 November".</summary>
    public string ShortDay(DateOnly day) => Capitalized(day.ToString(ShortDayFormat, Culture));

    /// <summary>An unambiguous day and time: "Fri 20 November, 21:00", "night of Fri 20 → Sat 21, 01:30".</summary>
    public string When(VenueClock clock, DateOnly serviceDay, DateTimeOffset instant) =>
        clock.IsAfterMidnight(serviceDay, instant)
            ? $"{Night(serviceDay)}, {Clock(clock, instant)}"
            : $"{ShortDay(serviceDay)}, {Clock(clock, instant)}";

    /// <summary>"night of Fri 20 → Sat 21".</summary>
    public abstract string Night(DateOnly serviceDay);

    protected abstract string DayFormat { get; }
    protected abstract string ShortDayFormat { get; }
    protected abstract string NightTime(string time);

    protected string WeekdayAndNumber(DateOnly day) => day.ToString("ddd d", Culture);

    /// <summary>A table's number as text.</summary>
    public string Name(int tableNumber) => tableNumber.ToString(Culture);

    protected string Number(int count) => count.ToString(Culture);

    /// <summary>The text with a capital letter.</summary>
    public string Sentence(string text) => Capitalized(text);

    private string Capitalized(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];
}
