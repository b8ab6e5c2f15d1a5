using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Talk;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts : BotTexts
{
    protected override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    public override string Book => "🍽️ Book a table";
    public override string MyBookings => "📅 My bookings";
    public override string About => "ℹ️ About us";
    public override string AdminPanel => "🔐 Admin panel";

    public override string Welcome(string guest, string venue) =>
        $"Hello, {guest}! 👋\nWelcome to <b>{venue}</b>. Shall we book you a table? It takes half a minute.";

    public override string WordsHint => "Or simply type: “tomorrow 8pm for 2 people”.";

    public override string StartCommand => "Menu: book a table, my bookings, about us";

    public override string BookCommand => "Book a table";
    public override string MyCommand => "My bookings";
    public override string HelpCommand => "What I can do";
    public override string LanguageCommand => "Language / Язык";
    public override string AdminCommand => "Admin panel";
    public override string LanguageName => "🇬🇧 English";
    public override string AskLanguage => "<b>Which language do you prefer?</b>";
    public override string AsInTelegram => "Same as Telegram";
    public override string LanguageChosen => "English it is";
    public override string ChooseLanguage => "🌐 Language";
    public override string HelpText =>
        "<b>What I can do</b>\n/book — book a table\n/my — see, change or cancel a booking\n/language — change the "
        + "language";
    public override string GroupHint => "I take bookings in a private chat, so as not to disturb the group 🙂";

    public override string CopyCode(string code) => $"📋 Copy code {code}";

    public override string OtherTable(int wished) =>
        $"Table {wished} is taken at that time or too small for your party, so here is another.";

    public override string Back => "⬅️ Back";
    public override string Cancel => "✖️ Cancel";
    public override string ToMenu => "🏠 Menu";
    public override string Canceled => "Cancelled. Nothing was booked";
    public override string BookedToast => "Your table is booked";
    public override string RequestedToast => "Your request has been sent";
    public override string StaleButton => "That button has expired. Here’s what you can do now";
    public override string StartedOver => "It’s been a while, so let’s start again";
    public override string UseButtons => "Please tap one of the buttons below 👇";
    public override string OnlyTextAndButtons => "I only understand text and buttons. Please choose below 👇";
    public override string UnknownCommand => "I don’t know that command. Here’s what I can do 👇";
    public override string Apology => "Sorry, something went wrong. Please try again in a minute.";

    public override string TooManyMessages =>
        "That’s a lot of messages at once, and I have missed the last ones. Please write again in half a minute.";

    public override string AskParty => "<b>How many of you will there be?</b>";
    public override string AskLargeParty => "<b>A large party, lovely!</b>\nHow many of you will there be?";

    public override string TooManyGuests(int largest, string phone) =>
        $"We can seat parties of up to {largest}. For a larger one, please call "
        + $"us{(phone.Length > 0 ? $": {phone}" : ".")}";

    public override string NoTablesYet(string phone) =>
        $"There are no tables to book online yet. Please call us{(phone.Length > 0 ? $": {phone}" : ".")}";

    public override string AskDay(int party) => $"{Party(party)}.\n<b>Which day?</b>";

    public override string FullDayMark => "full";
    public override string DayIsFull => "That day is now full. Please choose another.";

    public override string NoDays(string phone) => $"We’re fully booked for the coming days. {Call(phone)}";

    public override string AskTime(string day) => $"{day}.\n<b>What time?</b>";

    public override string NoTimes(string day) => $"{day}: no times left. Please try another day.";

    public override string OtherDay => "📆 Another day";
    public override string Check => "<b>Please check:</b>";

    public override string HeldUntil(string time) => $"⏳ We’re holding the table for you until {time}.";

    public override string CommentHint => "Any requests? Just type them.";

    public override string CommentLine(string comment) => $"💬 {comment}";

    public override string Confirm => "✅ Confirm";
    public override string ChooseTable => "🪑 Choose a table";
    public override string AskTable => "<b>Tables free at that time:</b>";

    public override string TableLine(string numbers, int seats, string description) =>
        $"🪑 {Table(numbers)} ({Seats(seats)}){(description.Length > 0 ? ": " + description : "")}";

    public override string TableLabel(string numbers) => Table(numbers);

    public override string TableButton(string numbers, int seats, string description) =>
        $"{Table(numbers)} · {Seats(seats)}{(description.Length > 0 ? " · " + description : "")}";

    public override string Party(int party) => $"👥 {party} {(party == 1 ? "guest" : "guests")}";

    public override string Booked => "<b>✅ Your table is booked!</b>";

    public override string Code(string code) => $"Booking code: <code>{code}</code>";

    public override string BookedHint => "You can view or cancel it under “My bookings”. See you soon!";
    public override string JustTaken => "That has just been taken 😔 Here’s what is still free:";

    public override string NoBookings => "You have no bookings yet. Shall we make one?";
    public override string Upcoming => "<b>Upcoming bookings</b>";
    public override string PickBooking => "Tap a booking to open it.";
    public override string CancelBooking => "❌ Cancel booking";
    public override string AskCancel => "<b>Cancel this booking?</b>";
    public override string YesCancel => "❌ Yes, cancel it";
    public override string KeepIt => "Keep it";
    public override string BookingCanceled => "Booking cancelled";

    public override string Status(BookingStatus status) =>
        status switch
        {
            BookingStatus.Booked => "booked",
            BookingStatus.Confirmed => "confirmed",
            BookingStatus.Seated => "you’re at your table",
            BookingStatus.Completed => "completed",
            BookingStatus.Canceled => "cancelled",
            BookingStatus.NoShow => "no-show",
            BookingStatus.Requested => "awaiting confirmation",
        };

    public override string Address(string address) => $"📍 {address}";

    public override string Phone(string phone) => $"📞 {phone}";

    public override string AdminTitle => "<b>🔐 Admin panel</b>";

    public override string GuestCount(int guests) => $"Guests: <b>{guests}</b>";

    public override string ComingBookings => "📋 Upcoming bookings";
    public override string NoComing => "No upcoming bookings.";
    public override string InitTables => "🪑 Load tables";
    public override string DashboardLink => "🖥 Sign in to the dashboard";

    public override string DashboardLinkText(string url) =>
        $"Your sign-in link. It works once and expires in 5 minutes:\n{url}";

    public override string Page(int page, int pages) => $"Page {page} of {pages}";

    public override string SeedResult(SeedReport report) =>
        $"Tables loaded: {report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged.";

    public override SeedTexts Seed => SeedTexts.English;

    public override string SeedRefused(string problem) =>
        $"The tables were not loaded; nothing has changed.\n<code>{problem}</code>";

    public override string GuestNewBooking => "<b>✅ We have booked a table for you</b>";
    public override string GuestRestoredBooking =>
        "<b>Your booking is on again: it was cancelled by mistake. See you soon.</b>";

    public override string GuestCanceledBooking(string phone) =>
        $"<b>Sorry, we had to cancel your booking.</b> {Call(phone)}";

    public override string GuestMovedBooking => "<b>🔄 Your booking has changed. It is now:</b>";

    public override string Source(BookingSource source) =>
        source switch
        {
            BookingSource.Telegram => "Telegram",
            BookingSource.Phone => "phone",
            BookingSource.WalkIn => "walk-in",
        };

    protected override string Worded(IChatFacing refusal, VenueClock clock) =>
        refusal switch
        {
            AvailabilityRefusal.TableTaken { StillFree: [] } =>
                "That has just been taken, and nothing else is free that day. Please try another day.",
            AvailabilityRefusal.TableTaken taken =>
                $"That has just been taken. Still free: {FreeTimes(taken.StillFree, clock)}.",
            BookingRefusal.TableOccupied { Until: { } until } occupied =>
                $"{TakenTable(occupied.TableNumbers)} taken until {Time(clock, until)}. Please choose another.",
            BookingRefusal.TableOccupied occupied =>
                $"{TakenTable(occupied.TableNumbers)} taken. Please choose another.",
            BookingRefusal.StillSeated there =>
                $"{TakenTable(there.TableNumbers)} still occupied. Please choose another.",
            WaitlistRefusal.WaitlistChanged => "The waitlist has just changed. Please look again.",
            AvailabilityRefusal.SlotPassed => "That time has passed. Please choose another.",
            AvailabilityRefusal.TooLate late =>
                $"Online booking closes {Duration(late.LeadMinutes)} before the start. Please choose a later time.",
            AvailabilityRefusal.TooEarly early =>
                $"We take bookings up to {early.HorizonDays} {(early.HorizonDays == 1 ? "day" : "days")} ahead. "
                    + "Please choose an earlier day.",
            AvailabilityRefusal.PartyTooLarge large =>
                $"That table seats {large.Largest} at most. Please choose another or call us.",
            AvailabilityRefusal.PartyTooSmall small =>
                $"That table is for parties of {small.Smallest} or more. Please choose another.",
            BookingRefusal.TooManyActive many =>
                $"You already have {many.Limit} active {(many.Limit == 1 ? "booking" : "bookings")}. Cancel one "
                    + "under “My bookings” to make another.",
            GuestRefusal.GuestBlocked blocked => $"Online booking isn’t available to you. {Call(blocked.Phone)}",
            CommonRefusal.CommentTooLong comment =>
                $"That request is too long: up to {comment.Limit} characters, please.",
            CommonRefusal.NotFound => "There is no such booking. It may have been cancelled already.",
            AvailabilityRefusal.NoLongerOffered => "That is no longer available. Please choose something else.",
            CommonRefusal.NotAllowed => "You don’t have permission for that. Please ask an admin.",
            BookingRefusal.NotToday other => $"That booking is for another day: {ShortDay(other.ServiceDay)}.",
            BookingRefusal.TooSoon soon => $"The booking hasn’t started yet: it is at {Time(clock, soon.StartsAt)}.",
            BookingRefusal.WrongStatus wrong => $"That isn’t possible now: {Status(wrong.Status)}.",
            BookingRefusal.ChangedMeanwhile changed =>
                $"{changed.By} just changed this booking: {Status(changed.Status)}.",
            TalkRefusal.TooManyMessages flood =>
                $"That’s a lot of messages in a row. Please write again in {LateBy(flood.Minutes)}.",
            TalkRefusal.CannotBeReached =>
                "This guest can’t be messaged: they are not on Telegram, or they have blocked the bot.",
            CommonRefusal.TextTooLong text => $"That text is too long: up to {text.Limit} characters, please.",
            GuestRefusal.GuestNotFound => "There is no such guest any more. Send /start to begin again.",
            AvailabilityRefusal.OnlinePaused paused => Paused(Opens(clock, paused.Until), paused.Phone),
            AvailabilityRefusal.DayClosed closed =>
                $"We’re closed that day: {Html.Shorten(closed.Name.In(Language), 80)}. Please choose another.",
            AvailabilityRefusal.TimeIsFull { StillFree: [] } =>
                "We can’t seat another party at that time, and nothing else is free that day. Please try another day.",
            AvailabilityRefusal.TimeIsFull full =>
                $"We can’t seat another party at that time. Still free: {FreeTimes(full.StillFree, clock)}.",
            AvailabilityRefusal.PartyTooLargeOnline large =>
                $"We take parties of more than {large.Largest} by phone. {Call(large.Phone)}",
            AvailabilityRefusal.CancelTooLate late =>
                $"You can cancel or change online until {Duration(late.Minutes)} before the start. {Call(late.Phone)}",
            BookingRefusal.PhoneNeeded => "To book, please leave your phone number.",
            WaitlistRefusal.AlreadyWaiting waiting =>
                $"You’re already on the waitlist for {ShortDay(waiting.ServiceDay)}. See “My bookings”.",
            WaitlistRefusal.OfferOver => "That table has been offered to another guest.",
            BookingRefusal.NotLate soon => $"You can tell us you’re running late from {Time(clock, soon.From)}.",
            CommonRefusal.InvalidInput { Field: "phone" } =>
                "That is not a valid phone number. Please check it in your Telegram settings.",
            CommonRefusal.InvalidInput => "Please check what you entered.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without words"),
        };

    protected override string Night(string from, string to) => $"night of {from} → {to}";

    protected override string InTheNight(string night) => $"the {night}";

    protected override string Today => "Today";
    protected override string Tomorrow => "Tomorrow";
    protected override string ThisNight => "Tonight";

    private static string Call(string phone) => phone.Length > 0 ? $"Please call us: {phone}" : "Please call us.";

    private static string Table(string numbers) =>
        $"{(numbers.Contains('+', StringComparison.Ordinal) ? "Tables" : "Table")} {Listed(numbers, "and")}";

    private string TakenTable(IReadOnlyList<int> numbers) =>
        $"{Table(Names(numbers))} {(numbers.Count > 1 ? "are" : "is")}";

    private static string Seats(int seats) => seats == 1 ? "1 seat" : $"{seats} seats";
}
