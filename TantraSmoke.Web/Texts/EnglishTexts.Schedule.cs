using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string ScheduleTitle => "Schedule";
    public override string ScheduleHint => "Times by weekday, special days, how long parties stay";
    public override string ScheduleLead => "When a table can be booked. Guests see a change at once; bookings that are made stay as they are.";
    public override string WeekTitle => "Week";
    public override string WeekdaysLabel => "Days of the week";
    public override string Generate => "Fill by steps";
    public override string GenerateLead => "For example every 2 hours from 12:00 to 02:00. All other times of the chosen days go.";
    public override string EveryMinutes => "Begins every";
    public override string LengthMinutes => "Lasts";
    public override string WillBe(int slots) => $"That makes {Number(slots)} {(slots == 1 ? "time" : "times")} a day:";
    public override string ReplaceHours => "Replace on the chosen days";
    public override string CopyDay(string day) => $"Copy {day}";
    public override string CopyLead(string day) => $"The chosen days become like {day}.";
    public override string CopyTo => "To";
    public override string AddSlot => "Add a time";
    public override string AddSlotOn(string day) => $"Add a time on {day}";
    public override string ChangeSlot => "Change the time";
    public override string ChangeSlotOf(string day, string hours) => $"{day}, {hours}: change";
    public override string SlotIs(string hours) => $"Now: {hours}";
    public override string RemoveSlot => "Remove";
    public override string FromTime => "From";
    public override string UntilTime => "Until";
    public override string NightSlotHint => "After midnight is still the same evening.";
    public override string OnDays => "On which days";
    public override string ChangeOnDays => "On which days to change it";
    public override string ScheduleChanged(int kept) => kept == 0 ? "The schedule has changed." : $"The schedule has changed. As they were booked stay: {BookingsCount(kept)}.";
    public override string ChangeAllTheSame => "Change all the same";
    public override string SeeBookings => "Show in the bookings";

    public override string PreviewTitle => "What a guest sees";
    public override string PreviewLead => "Choose a day and how many: this is what the bot offers at this moment.";
    public override string PreviewNothing => "A guest is offered nothing.";
    public override string PreviewFull(string times) => $"Full: {times}";

    public override string PauseTitle => "Pause online booking";
    public override string PauseLead => "Guests are told when it opens again. You go on booking as ever.";
    public override string PauseFor => "For how long";
    public override string PausedUntil(string when) => $"Online booking is paused until {when}";
    public override string ResumeNow => "Resume now";
    public override string Resumed => "Guests can book again.";
    public override string Hours(int count) => $"{Number(count)} h";

    public override string SpecialDaysTitle => "Special days";
    public override string AddSpecialDay => "Special day";
    public override string NoSpecialDays => "Only ordinary days ahead. Add a holiday, a day off or a banquet here.";
    public override string SpecialKindLabel => "What is special";
    public override string SpecialKind(SpecialDayKind kind) => kind switch
    {
        SpecialDayKind.Closed => "Closed",
        SpecialDayKind.OtherHours => "Other hours",
        SpecialDayKind.PrivateEvent => "Private event",
    };

    public override string SpecialName => "Called";
    public override string SpecialNameHint => "For example staff party";
    public override string SpecialHours => "Times of that day";
    public override string SpecialHall => "Hall of the event";
    public override string EventHint => "All tables of the hall are closed for that time. Other halls are open as ever.";
    public override string MakeOrdinary => "Make it an ordinary day";

    public override string RulesTitle => "Rules";
    public override string UpToGuests => "Guests up to";
    public override string StayMinutes => "minutes at the table";
    public override string AddTurnTime => "Add a line";
    public override string RemoveTurnTime => "Remove the line";
    public override string Unlimited => "no limit";
}
