using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts
{
    public override string PostedInTopic => "Messages for staff are now posted in this topic.";
    public override string PostedInGroup => "Messages for staff are now posted here.";

    public override string StaffTitle(BookingStatus status) =>
        status switch
        {
            BookingStatus.Booked => "🆕 New booking",
            BookingStatus.Confirmed => "✅ Booking confirmed",
            BookingStatus.Seated => "🪑 Party seated",
            BookingStatus.Completed => "🏁 Visit completed",
            BookingStatus.Canceled => "❌ Booking cancelled",
            BookingStatus.NoShow => "🚫 No-show",
            BookingStatus.Requested => "⏳ Large party request",
        };

    protected override string AtTheTable => "seated";

    public override string LastChange(BookingAction action, string by, string time) =>
        $"✏️ {Done(action)} at {time}{(by.Length > 0 ? " by " + by : "")}";

    public override string GuestWillCome => "👍 The guest says they’ll be there";
    public override string ConfirmIt => "✅ Confirm";
    public override string SeatThem => "🪑 Seat";
    public override string NeverCame => "🚫 No-show";
    public override string ApproveIt => "✅ Approve";
    public override string DeclineIt => "❌ Decline";
    public override string AskDecline => "<b>Decline this party?</b> We’ll tell the guest and free the tables.";
    public override string YesDecline => "❌ Yes, decline";
    public override string GuestCanceled => "<b>❌ The guest has cancelled</b>";
    public override string GuestChanged => "<b>🔄 The guest has changed the booking</b>";

    public override string AnswerNeeded(string by) => $"<b>⏳ A large party is waiting for your answer</b>, by {by}";

    public override string OnlyStaff =>
        "These buttons are for staff. If you work here, ask an admin to add your Telegram to the staff list.";

    public override string OpeningTitle(string day) => $"<b>🌅 Opening: {day}</b>";

    public override string Expected(int bookings, int guests) => $"Expected: {Counted(bookings, guests)}";

    public override string AndMore(int bookings) => $"… and {bookings} more";

    public override string ClosingTitle(string day) => $"<b>🌙 Closing: {day}</b>";

    public override string Came(int parties, int guests, int walkIns) =>
        $"🪑 Came: <b>{parties}</b> {(parties == 1 ? "party" : "parties")}, <b>{guests}</b> "
        + $"{(guests == 1 ? "guest" : "guests")}, walk-ins: {walkIns}";

    public override string DidNotCome(int bookings) => $"🚫 No-shows: <b>{bookings}</b>";

    public override string WereCanceled(int bookings) => $"❌ Cancelled: <b>{bookings}</b>";

    public override string Tonight => "🌙 Tonight";
    public override string NobodyTonight => "No bookings for today.";

    public override string TonightTitle(string day, int bookings, int guests) =>
        $"<b>🌙 {day}</b>: {Counted(bookings, guests)}";

    public override string ByDay => "<b>By day:</b>";

    public override string DayCount(string day, int bookings, int guests) => $"• {day}: {Counted(bookings, guests)}";

    public override string FindByCode => "🔎 Find by code";
    public override string AskCode => "<b>Type the booking code</b>\nSix letters and digits, for example K7MP2R.";
    public override string AskAnotherCode => "🔎 You can type another code.";

    public override string NoSuchCode(string code) =>
        $"There is no booking <code>{code}</code>. Check the code and type it again.";

    public override string PauseOnline => "⏸ Online booking";
    public override string AskPause => "<b>Pause online booking for how long?</b>\nExisting bookings stay.";
    public override string ErasedPost => "🗑 Deleted at the guest’s request.";

    public override string PauseHours(int hours) => hours == 1 ? "1 hour" : $"{hours} hours";

    public override string PauseToday => "Until the end of the day";
    public override string OpenOnline => "▶️ Open online booking";

    public override string PausedUntil(string until) => $"⏸ Online booking is paused and opens {until}.";

    public override string OnlineOpen => "🟢 Online booking is open.";

    private static string Counted(int bookings, int guests) =>
        $"<b>{bookings}</b> {(bookings == 1 ? "booking" : "bookings")}, <b>{guests}</b> "
        + $"{(guests == 1 ? "guest" : "guests")}";

    private static string Done(BookingAction action) =>
        action switch
        {
            BookingAction.Created => "booked",
            BookingAction.Confirmed => "confirmed",
            BookingAction.Seated => "seated",
            BookingAction.Completed => "completed",
            BookingAction.Canceled => "cancelled",
            BookingAction.NoShow => "marked as a no-show",
            BookingAction.Moved => "moved",
            BookingAction.Undone => "undone",
            BookingAction.Resized => "time changed",
            BookingAction.Arrived => "part of the party has arrived",
            BookingAction.Edited => "details changed",
            BookingAction.RunsLate => "running late, says the guest",
            BookingAction.Rated => "visit rated",
            BookingAction.DayEnded => "closed at the end of the day",
            BookingAction.LookedAt => "reviewed",
            BookingAction.Came => "came after all",
            BookingAction.Restored => "cancellation undone",
            BookingAction.Approved => "approved",
            BookingAction.Declined => "declined",
            BookingAction.ZoneChanged => "time zone changed",
        };
}
