using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Web.Texts;

// When the venue can be booked.
public abstract partial class DashboardTexts
{
    public abstract string ScheduleTitle { get; }
    public abstract string ScheduleHint { get; }
    public abstract string ScheduleLead { get; }
    public abstract string WeekTitle { get; }
    public abstract string WeekdaysLabel { get; }
    public abstract string Generate { get; }
    public abstract string GenerateLead { get; }
    public abstract string EveryMinutes { get; }
    public abstract string LengthMinutes { get; }
    public abstract string WillBe(int slots);
    public abstract string ReplaceHours { get; }
    public abstract string CopyDay(string day);
    public abstract string CopyLead(string day);
    public abstract string CopyTo { get; }
    public abstract string AddSlot { get; }
    public abstract string AddSlotOn(string day);
    public abstract string ChangeSlot { get; }
    public abstract string ChangeSlotOf(string day, string hours);
    public abstract string SlotIs(string hours);
    public abstract string RemoveSlot { get; }
    public abstract string FromTime { get; }
    public abstract string UntilTime { get; }
    public abstract string NightSlotHint { get; }
    public abstract string OnDays { get; }
    public abstract string ChangeOnDays { get; }
    public abstract string ScheduleChanged(int kept);
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

    /// <summary>"Closed: Anna's wedding".</summary>
    public string SpecialDayIs(SpecialDay special) => $"{SpecialKind(special.Kind)}: {special.Name}";

    /// <summary>"20:00–22:00".</summary>
    public string SlotHours(SlotHours hours) => $"{hours.Start.ToString("HH:mm", Culture)}–{hours.End.ToString("HH:mm", Culture)}";

    /// <summary>"Monday".</summary>
    public string Weekday(DayOfWeek day) => Capitalized(Culture.DateTimeFormat.GetDayName(day));

    /// <summary>"Mon".</summary>
    public string ShortWeekday(DayOfWeek day) => Capitalized(Culture.DateTimeFormat.GetAbbreviatedDayName(day));
}
