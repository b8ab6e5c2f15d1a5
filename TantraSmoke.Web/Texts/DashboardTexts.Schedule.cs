using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Schedule;

namespace TantraSmoke.Web.Texts;

// The schedule of the venue.
public abstract partial class DashboardTexts
{
    public abstract string ScheduleTitle { get; }
    public abstract string ScheduleHint { get; }
    public abstract string ScheduleLead { get; }
    public abstract string WeekTitle { get; }
    public abstract string WeekdaysLabel { get; }
    public abstract string Generate { get; }
    public abstract string EveryMinutes { get; }
    public abstract string LengthMinutes { get; }
    public abstract string WillBe(int slots);
    public abstract string AddSlot { get; }
    public abstract string RemoveSlot { get; }
    public abstract string FromTime { get; }
    public abstract string UntilTime { get; }
    public abstract string OnDays { get; }
    public abstract string HoursLead { get; }
    public abstract string EveryDay { get; }
    public abstract string Closed { get; }
    public abstract string ChangeHoursOf(string days, string hours);
    public abstract string BandLabel(int number);
    public abstract string AddBand { get; }
    public abstract string RemoveBand { get; }
    public abstract string NoHours { get; }
    public abstract string LeaveOut { get; }
    public abstract string PutBack { get; }
    public abstract string LeaveOutHint { get; }

    /// <summary>A single slot, or length and distance of several.</summary>
    protected abstract string BandSlots(HoursBand band);
    public abstract string ScheduleChanged(int kept);
    public abstract string FirstDay { get; }
    public abstract string LastDay { get; }
    public abstract string LastDayHint { get; }
    public abstract string ChangeAllTheSame { get; }
    public abstract string SeeBookings { get; }

    public abstract string PreviewTitle { get; }
    public abstract string PreviewLead { get; }
    public abstract string PreviewNothing { get; }
    public abstract string PreviewFull(string times);

    public abstract string PauseTitle { get; }
    public abstract string PauseLead { get; }
    public abstract string PauseFor { get; }
    public abstract string PausedUntil(string when);
    public abstract string ResumeNow { get; }
    public abstract string Resumed { get; }
    public abstract string Hours(int count);

    public abstract string SpecialDaysTitle { get; }
    public abstract string AddSpecialDay { get; }
    public abstract string NoSpecialDays { get; }
    public abstract string SpecialKindLabel { get; }
    public abstract string SpecialKind(SpecialDayKind kind);
    public abstract string SpecialName { get; }
    public abstract string SpecialNameHint { get; }
    public abstract string SpecialHours { get; }
    public abstract string SpecialHall { get; }
    public abstract string EventHint { get; }
    public abstract string MakeOrdinary { get; }

    public abstract string RulesTitle { get; }
    public abstract string UpToGuests { get; }
    public abstract string StayMinutes { get; }
    public abstract string AddTurnTime { get; }
    public abstract string RemoveTurnTime { get; }
    public abstract string Unlimited { get; }

    /// <summary>"Thu, 31 Dec – Fri, 8 Jan".</summary>
    public string FromDayToDay(DateOnly from, DateOnly until) =>
        from == until ? ShortDay(from) : $"{ShortDay(from)} – {ShortDay(until)}";

    protected string Days(IEnumerable<DateOnly> days) => string.Join(", ", days.Select(ShortDay));

    public string SpecialDayIs(SpecialDay special) => $"{SpecialKind(special.Kind)}: {special.Name.In(Language)}";

    /// <summary>"20:00–22:00".</summary>
    public string SlotHours(SlotHours hours) =>
        $"{hours.Start.ToString("HH:mm", Culture)}–{hours.End.ToString("HH:mm", Culture)}";

    /// <summary>"12:00".</summary>
    public string ClockTime(TimeOnly time) => time.ToString("HH:mm", Culture);

    /// <summary>"2 h", "1 h 30 min", "45 min".</summary>
    public string Lasting(int minutes) =>
        string.Join(
            ' ',
            (
                (string?[])[minutes >= 60 ? Hours(minutes / 60) : null, minutes % 60 > 0 ? Minutes(minutes % 60) : null]
            ).OfType<string>()
        );

    /// <summary>"12:00–02:00, slots of 2 h"; "Closed" without any.</summary>
    public string BandsAre(IReadOnlyList<HoursBand> bands) =>
        bands.Count == 0
            ? Closed
            : string.Join(
                "; ",
                bands.Select(band => $"{ClockTime(band.From)}–{ClockTime(band.Until)}, {BandSlots(band)}")
            );

    /// <summary>"Monday", "Mon–Thu", "Every day"; for adjacent days.</summary>
    public string DaysOf(IReadOnlyList<DayOfWeek> days) =>
        days.Count switch
        {
            1 => Weekday(days[0]),
            7 => EveryDay,
            _ => $"{ShortWeekday(days[0])}–{ShortWeekday(days[^1])}",
        };

    /// <summary>"Monday".</summary>
    public string Weekday(DayOfWeek day) => Capitalized(Culture.DateTimeFormat.GetDayName(day));

    /// <summary>"Mon".</summary>
    public string ShortWeekday(DayOfWeek day) => Capitalized(Culture.DateTimeFormat.GetAbbreviatedDayName(day));
}
