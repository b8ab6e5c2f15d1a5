using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string Timeline => "Timeline";

    public override string TimelineOf(string day) => $"Tables by the hour, {day}";

    public override string BarState(BarState state) =>
        state switch
        {
            Core.Floor.BarState.Requested => "Awaiting approval",
            Core.Floor.BarState.Booked => "Booked",
            Core.Floor.BarState.Confirmed => "Confirmed",
            Core.Floor.BarState.Late => "Late",
            Core.Floor.BarState.Seated => "Seated",
            Core.Floor.BarState.Overrunning => "Over time",
            Core.Floor.BarState.Completed => "Left",
            Core.Floor.BarState.NoShow => "No-show",
            Core.Floor.BarState.Held => "Held",
            Core.Floor.BarState.Offered => "Held for the waitlist",
            Core.Floor.BarState.Blocked => "Blocked",
        };

    public override string ZoomIn => "Zoom in";
    public override string ZoomOut => "Zoom out";
    public override string TimelineHint =>
        "Drag a booking to another table or time, or pull its end to change how long it lasts. "
        + "On a touchscreen, press and hold first.";
    public override string BarKeys =>
        "Arrow keys move it by 15 minutes or to another table; with Shift they change its end. "
        + "Enter saves, Escape cancels. Without a change, Enter opens the booking.";

    public override string NowLine(string time) => $"Now, {time}";

    public override string BarPlace => "Table {0}, {1}–{2}";
    public override string BarOverlaps => "taken: {0}";
    public override string BarIsBack => "Back where it was.";
    public override string BarCannotMove => "Finished, held or blocked entries can't be moved.";
    public override string BarTimeIsFixed => "The party is already seated: only the table and the end can change.";

    public override string Stretched(string guest, string span) => $"{guest}: now {span}";

    public override string ClaimUntil(string time) => $"until {time}";

    public override string PrintShift => "Shift sheet";
}
