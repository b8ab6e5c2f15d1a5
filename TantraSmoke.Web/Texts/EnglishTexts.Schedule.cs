using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Schedule;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string ScheduleTitle => "Schedule";
    public override string ScheduleHint => "Slots by weekday, special days, how long parties stay";
    public override string ScheduleLead =>
        "When a table can be booked. Guests see changes at once; existing bookings stay unchanged.";
    public override string WeekTitle => "Week";
    public override string WeekdaysLabel => "Days of the week";
    public override string Generate => "Set the whole week";
    public override string EveryMinutes => "And one starts every";
    public override string LengthMinutes => "Each slot lasts";

    public override string WillBe(int slots) => $"That makes {Counted(slots, "slot")} a day.";

    public override string AddSlot => "Add a slot";
    public override string RemoveSlot => "Remove";
    public override string FromTime => "From";
    public override string UntilTime => "Until";
    public override string OnDays => "On which days";
    public override string HoursLead => "Guests see the change at once. Days that are not chosen stay as they are.";
    public override string EveryDay => "Every day";
    public override string Closed => "Closed";

    public override string ChangeHoursOf(string days, string hours) => $"{days}: {hours}. Change";

    public override string BandLabel(int number) => $"Hours {Number(number)}";

    public override string AddBand => "Add hours after a break";
    public override string RemoveBand => "Remove these hours";
    public override string NoHours => "Closed on these days.";
    public override string LeaveOut => "Leave this slot out";
    public override string PutBack => "Put this slot back";
    public override string LeaveOutHint => "Tap a slot to leave it out.";

    protected override string BandSlots(HoursBand band) =>
        band.Slots.Count == 1 ? "one slot"
        : band.Every == band.Length ? $"slots of {Lasting(band.Length)}"
        : $"slots of {Lasting(band.Length)} every {Lasting(band.Every)}";

    public override string FirstDay => "First day";
    public override string LastDay => "Last day";
    public override string LastDayHint => "Leave empty for a single day.";

    public override string ScheduleChanged(int kept) =>
        kept == 0
            ? "Schedule changed."
            : $"Schedule changed. {BookingsCount(kept)} {(kept == 1 ? "stays" : "stay")} unchanged.";

    public override string ChangeAllTheSame => "Change anyway";
    public override string SeeBookings => "Show in Bookings";

    public override string PreviewTitle => "What a guest sees";
    public override string PreviewLead => "Choose a day and a party size: this is what the bot offers right now.";
    public override string PreviewNothing => "Guests are offered nothing.";

    public override string PreviewFull(string times) => $"Full: {times}";

    public override string PauseTitle => "Pause online booking";
    public override string PauseLead => "Guests are told when it opens again. Staff can book as usual.";
    public override string PauseFor => "For how long";

    public override string PausedUntil(string when) => $"Online booking is paused until {when}";

    public override string ResumeNow => "Resume now";
    public override string Resumed => "Guests can book again.";

    public override string Hours(int count) => $"{Number(count)} h";

    public override string SpecialDaysTitle => "Special days";
    public override string AddSpecialDay => "Add a special day";
    public override string NoSpecialDays => "No special days ahead. Add a holiday, a day off or a banquet here.";
    public override string SpecialKindLabel => "Kind of day";

    public override string SpecialKind(SpecialDayKind kind) =>
        kind switch
        {
            SpecialDayKind.Closed => "Closed",
            SpecialDayKind.OtherHours => "Different hours",
            SpecialDayKind.PrivateEvent => "Private event",
        };

    public override string SpecialName => "Name";
    public override string SpecialNameHint => "For example, staff party";
    public override string SpecialHours => "Slots on that day";
    public override string SpecialHall => "Hall of the event";
    public override string EventHint => "All tables of the hall are blocked for that time. Other halls stay open.";
    public override string MakeOrdinary => "Make it an ordinary day";

    public override string RulesTitle => "Rules";
    public override string UpToGuests => "Parties of up to";
    public override string StayMinutes => "minutes at the table";
    public override string AddTurnTime => "Add a line";
    public override string RemoveTurnTime => "Remove the line";
    public override string Unlimited => "no limit";
}
