using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string Tomorrow => "Tomorrow";

    public override string NextDays(int count) => $"{Number(count)} days";

    public override string Upcoming => "Upcoming";
    public override string AnyDay => "Any day";
    public override string RangeFrom => "From date";
    public override string RangeTo => "To date";
    public override string SourceLabel => "How it was booked";
    public override string AnySource => "Any source";
    public override string HallLabel => "Hall";
    public override string AnyHall => "Any hall";
    public override string AnyParty => "Any party size";

    public override string GuestsOrMore(int count) => $"{Number(count)} guests or more";

    public override string ResetFilters => "Reset filters";
    public override string Pages => "Pages";

    public override string PageOf(int first, int last, int total) =>
        $"{first.ToString("N0", Culture)}–{last.ToString("N0", Culture)} of {total.ToString("N0", Culture)}";

    public override string PageBefore => "Previous";
    public override string PageAfter => "Next";
    public override string Export => "Download";

    public override string ExportRows(int rows, int total) =>
        $"{rows.ToString("N0", Culture)} of {total.ToString("N0", Culture)} rows";

    public override string ExportStop => "Stop";

    public override string ExportDone(int rows) =>
        rows == 1 ? "Done: 1 row" : $"Done: {rows.ToString("N0", Culture)} rows";

    public override string ExportStopped => "Stopped: the file is incomplete.";
    public override string DetailsAndHistory => "Details and history";
    public override string Edit => "Edit";

    public override string EditTitle(string guest) => $"Booking: {guest}";

    public override string ConflictBy(string by) =>
        by == Actor.System.Instance.DisplayName
            ? "This booking changed automatically while you were editing:"
            : $"{by} changed this booking while you were editing:";

    public override string ConflictHint => "Your changes are kept. Check them and save again.";
    public override string MoreGuests => "more";
    public override string SlotsLabel => "Slots in a row";

    public override string SlotsInARow(int count) => count == 1 ? "1 slot" : $"{Number(count)} slots";

    public override string HistoryTitle => "History";
    public override string Nothing => "empty";
    public override string GuestLabel => "Guest";
    public override string ArrivedLabel => "Already here";
    public override string CodeLabel => "Code";
    public override string BookingLabel => "Booking";
    public override string GuestProfile => "Guest profile";

    public override string Act(BookingAction action) =>
        action switch
        {
            BookingAction.Created => "Created",
            BookingAction.Confirmed => "Confirmed",
            BookingAction.Seated => "Seated",
            BookingAction.Completed => "Left",
            BookingAction.Canceled => "Cancelled",
            BookingAction.NoShow => "No-show",
            BookingAction.Moved => "Moved",
            BookingAction.Undone => "Undone",
            BookingAction.Resized => "Time changed",
            BookingAction.Arrived => "Part of the party arrived",
            BookingAction.Edited => "Edited",
            BookingAction.RunsLate => "Running late",
            BookingAction.Approved => "Approved",
            BookingAction.Declined => "Declined",
            BookingAction.ZoneChanged => "Time zone changed",
            BookingAction.Rated => "Rated the visit",
            BookingAction.DayEnded => "Closed at the end of the day",
            BookingAction.LookedAt => "Reviewed",
            BookingAction.Came => "Came after all",
            BookingAction.Restored => "Cancellation undone",
        };
}
