using System.Globalization;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts : BotTexts
{
    protected override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    public override string Book => "🍽️ Book a table";
    public override string MyBookings => "📅 My bookings";
    public override string About => "ℹ️ About us";
    public override string AdminPanel => "🔐 Admin panel";
    public override string Welcome(string guest, string venue) => $"Hello, {guest}! 👋\nThis is <b>{venue}</b>. Shall we book you a table? It takes half a minute.";
    public override string WordsHint => "You can also just write: “tomorrow 8pm for 2 people”.";

    public override string StartCommand => "Menu: book a table, my bookings, about us";

    public override string BookCommand => "Book a table";
    public override string MyCommand => "My bookings";
    public override string HelpCommand => "What I can do";
    public override string LanguageCommand => "Language / Язык";
    public override string AdminCommand => "Admin panel";
    public override string LanguageName => "🇬🇧 English";
    public override string AskLanguage => "<b>Which language shall we speak?</b>";
    public override string AsInTelegram => "As in Telegram";
    public override string LanguageChosen => "We speak English";
    public override string ChooseLanguage => "🌐 Language";
    public override string HelpText => "<b>What I can do</b>\n/book — book a table\n/my — see, change or cancel a booking\n/language — change the language";
    public override string GroupHint => "I book tables in a private chat, so as not to disturb you here 🙂";
    public override string CopyCode(string code) => $"📋 Copy code {code}";
    public override string OtherTable(int wished) => $"Table {wished} is taken then or too small for you, so here is another.";

    public override string Back => "⬅️ Back";
    public override string Cancel => "✖️ Cancel";
    public override string ToMenu => "🏠 Menu";
    public override string Canceled => "Cancelled, nothing was booked";
    public override string StaleButton => "That button is out of date, here is the current menu";
    public override string StartedOver => "It has been a while, let us start over";
    public override string UseButtons => "Please choose a button below 👇";
    public override string OnlyTextAndButtons => "I understand only buttons and text. Please choose below 👇";
    public override string UnknownCommand => "I do not know that command. Here is what I can do 👇";
    public override string Apology => "Sorry, something went wrong. Please try again in a minute.";

    public override string TooManyMessages =>
        "That is too many messages at once, and I have not read the last ones. Please write again in half a minute.";

    public override string AskParty => "<b>How many of you will there be?</b>";
    public override string AskLargeParty => "<b>A large party, lovely!</b>\nHow many of you will there be?";
    public override string AskDay(int party) => $"{Party(party)}.\n<b>Which day?</b>";
    public override string FullDayMark => "full";
    public override string DayIsFull => "Nothing is free on that day any more. Please choose another one.";
    public override string NoDays(string phone) => $"Nothing is free in the coming days. {Call(phone)}";
    public override string AskTime(string day) => $"{day}.\n<b>What time?</b>";
    public override string NoTimes(string day) => $"{day}: no time is free any more. Have a look at another day.";
    public override string OtherDay => "📆 Another day";
    public override string Check => "<b>Please check:</b>";
    public override string HeldUntil(string time) => $"⏳ We keep the table for you until {time}.";
    public override string CommentHint => "You may send a wish as an ordinary message.";
    public override string CommentLine(string comment) => $"💬 {comment}";
    public override string Confirm => "✅ All correct";
    public override string ChooseTable => "🪑 Choose the table";
    public override string AskTable => "<b>Tables free at that time:</b>";
    public override string TableLine(string numbers, int seats, string description) => $"🪑 Table {numbers} ({Seats(seats)}){(description.Length > 0 ? ": " + description : "")}";
    public override string TableButton(string numbers, int seats, string description) => $"{numbers} · {Seats(seats)}{(description.Length > 0 ? " · " + description : "")}";
    public override string Party(int party) => $"👥 {party} {(party == 1 ? "guest" : "guests")}";
    public override string Booked => "<b>✅ Your table is booked!</b>";
    public override string Code(string code) => $"Booking code: <code>{code}</code>";
    public override string BookedHint => "You can see or cancel it under \"My bookings\". See you soon!";
    public override string JustTaken => "Somebody has just taken that place 😔 This is still free:";

    public override string NoBookings => "You have no bookings yet. Shall we make one?";
    public override string Upcoming => "<b>Upcoming bookings</b>";
    public override string PickBooking => "Tap a booking to open it.";
    public override string CancelBooking => "❌ Cancel the booking";
    public override string AskCancel => "<b>Really cancel this booking?</b>";
    public override string YesCancel => "❌ Yes, cancel it";
    public override string KeepIt => "Keep it";
    public override string BookingCanceled => "The booking is cancelled";

    public override string Status(BookingStatus status) => status switch
    {
        BookingStatus.Booked => "booked",
        BookingStatus.Confirmed => "confirmed",
        BookingStatus.Seated => "you are at the table",
        BookingStatus.Completed => "visited",
        BookingStatus.Canceled => "cancelled",
        BookingStatus.NoShow => "no-show",
        BookingStatus.Requested => "awaiting confirmation",
    };

    public override string AboutText(VenueSettings settings) => settings.AboutEn;
    public override string Address(string address) => $"📍 {address}";
    public override string Phone(string phone) => $"📞 {phone}";

    public override string AdminTitle => "<b>🔐 Admin panel</b>";
    public override string GuestCount(int guests) => $"Guests: <b>{guests}</b>";
    public override string ComingBookings => "📋 Coming bookings";
    public override string NoComing => "No bookings are coming.";
    public override string InitTables => "🪑 Load the tables";
    public override string DashboardLink => "🖥 Sign in to the dashboard";
    public override string DashboardLinkText(string url) => $"Your sign-in link. It works once, within 5 minutes:\n{url}";
    public override string Page(int page, int pages) => $"Page {page} of {pages}";
    public override string SeedResult(SeedReport report) => $"Tables loaded: {report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged.";
    public override SeedTexts Seed => SeedTexts.English;
    public override string SeedRefused(string problem) => $"The tables were not loaded, nothing has changed.\n<code>{problem}</code>";

    public override string GuestNewBooking => "<b>✅ We have booked a table for you</b>";
    public override string GuestRestoredBooking => "<b>Your booking is on again: the cancellation was a mistake. See you soon.</b>";
    public override string GuestCanceledBooking(string phone) => $"<b>The venue had to cancel your booking.</b> {Call(phone)}";
    public override string GuestMovedBooking => "<b>🔄 Your booking has changed. It is now:</b>";

    public override string Source(BookingSource source) => source switch
    {
        BookingSource.Telegram => "Telegram",
        BookingSource.Phone => "phone",
        BookingSource.WalkIn => "walk-in",
    };

    public override string Refusal(BookingError error, VenueClock clock) => error switch
    {
        BookingError.TableTaken { StillFree: [] } => "Somebody has just taken that place, and nothing else is free on that day. Have a look at another day.",
        BookingError.TableTaken taken => $"Somebody has just taken that place. Still free: {FreeTimes(taken.StillFree, clock)}.",
        BookingError.TableOccupied { Until: { } until } occupied => $"Table {Tables(occupied.TableNumbers)} is taken until {Time(clock, until)}. Please choose another.",
        BookingError.TableOccupied occupied => $"Table {Tables(occupied.TableNumbers)} is taken. Please choose another.",
        BookingError.StillSeated there => $"Table {Tables(there.TableNumbers)} is still taken. Please choose another.",
        BookingError.WaitlistChanged => "The waitlist has changed meanwhile. Please look again.",
        BookingError.SlotPassed => "That time is already past. Please choose another.",
        BookingError.TooLate late => $"Online booking closes {late.LeadMinutes} {(late.LeadMinutes == 1 ? "minute" : "minutes")} before. Please choose a later time.",
        BookingError.TooEarly early => $"We take bookings at most {early.HorizonDays} {(early.HorizonDays == 1 ? "day" : "days")} ahead.",
        BookingError.PartyTooLarge large => $"At most {large.Largest} {(large.Largest == 1 ? "guest fits" : "guests fit")} at that table.",
        BookingError.PartyTooSmall small => $"That table is for parties of {small.Smallest} or more. Please choose another.",
        BookingError.TooManyActive many => $"You already have {many.Limit} active {(many.Limit == 1 ? "booking" : "bookings")}. Cancel one under \"My bookings\" to book another.",
        BookingError.GuestBlocked blocked => $"Online booking is not available to you. {Call(blocked.Phone)}",
        BookingError.CommentTooLong comment => $"That wish is too long: at most {comment.Limit} characters, please.",
        BookingError.NotFound => "There is no such booking. Perhaps it was cancelled already.",
        BookingError.NoLongerOffered => "That is no longer offered. Please choose something else.",
        BookingError.NotAllowed => "You may not do that.",
        BookingError.NotToday other => $"That booking is for another day: {ShortDay(other.ServiceDay)}.",
        BookingError.TooSoon soon => $"Its time has not come yet: {Time(clock, soon.StartsAt)}.",
        BookingError.WrongStatus wrong => $"That is not possible now: {Status(wrong.Status)}.",
        BookingError.ChangedMeanwhile changed => $"{changed.By} has changed the booking meanwhile: {Status(changed.Status)}.",
        BookingError.UndoExpired => "It is too late to take that back: more than 10 minutes have passed.",
        BookingError.PlaceGone => "That table has gone to somebody else. Please choose another.",
        BookingError.PartyOutgrows outgrows => $"The party is larger than its table, which seats {outgrows.Seats}.",
        BookingError.TooManyMessages flood => $"That is too many messages in a row. Please write again in {flood.Minutes} minutes.",
        BookingError.CannotBeReached => "This guest cannot be written to: not in Telegram, or the bot is blocked.",
        BookingError.TextTooLong text => $"That text is too long: at most {text.Limit} characters, please.",
        BookingError.GuestNotFound => "There is no such guest any more. Send /start to begin anew.",
        BookingError.PhoneInUse phone => $"That number belongs to another guest already ({phone.Name}).",
        BookingError.GuestChangedMeanwhile changed => $"That was changed meanwhile ({changed.By}).",
        BookingError.TwoTelegrams => "Two Telegram accounts cannot become one guest.",
        BookingError.GuestExpected => "First cancel the bookings still to come.",
        BookingError.OnlinePaused paused => Paused(Opens(clock, paused.Until)),
        BookingError.DayClosed closed => $"We are closed on that day: {Html.Shorten(closed.Name, 80)}. Please choose another.",
        BookingError.TimeIsFull { StillFree: [] } => "We cannot take another party at that time, and no other time is free on that day. Have a look at another day.",
        BookingError.TimeIsFull full => $"We cannot take another party at that time. Still free: {FreeTimes(full.StillFree, clock)}.",
        BookingError.PartyTooLargeOnline large => $"We take parties of more than {large.Largest} by phone. {Call(large.Phone)}",
        BookingError.CancelTooLate late => $"Online you can cancel or change it until {Duration(late.Minutes)} before your time. {Call(late.Phone)}",
        BookingError.BookingsInTheWay => "Bookings are in the way. Please move them first.",
        BookingError.BookingsAffected => "There are bookings for that already. They stay as they are.",
        BookingError.InvalidSettings => "Those settings cannot be like that.",
        BookingError.StaffNotFound => "There is nobody like that on the staff.",
        BookingError.LastAdmin => "Somebody has to stay admin.",
        BookingError.SignInInUse => "Somebody else signs in with that already.",
        BookingError.StaffChangedMeanwhile => "The staff were changed meanwhile.",
        BookingError.RoomBroken => "The hall cannot be drawn like that.",
        BookingError.HallChanged => "The hall was changed meanwhile.",
        BookingError.HallGone => "That hall is gone.",
        BookingError.HallHasTables => "There are tables in that hall still.",
        BookingError.HallHasEvents => "There are events in that hall still.",
        BookingError.RoomInUse => "Somebody has booked already.",
        BookingError.TablesNeeded => "There are bookings for those tables.",
        BookingError.PhoneNeeded => "To book, please leave your phone number.",
        BookingError.AlreadyWaiting waiting => $"You are on the waitlist for {ShortDay(waiting.ServiceDay)} already. See “My bookings”.",
        BookingError.OfferOver => "That table has been offered to somebody else.",
        BookingError.NotLate soon => $"You can tell us that you run late from {Time(clock, soon.From)} on.",
        BookingError.InvalidInput { Field: "phone" } => "That is not a valid phone number. Please check it in your Telegram settings.",
        BookingError.InvalidInput => "Please check what you have entered.",
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "a refusal without words"),
    };

    protected override string Night(string from, string to) => $"night of {from} → {to}";
    protected override string Today => "Today";
    protected override string Tomorrow => "Tomorrow";

    private static string Call(string phone) => phone.Length > 0 ? $"Please call us: {phone}" : "Please call us.";

    private static string Seats(int seats) => seats == 1 ? "1 seat" : $"{seats} seats";
}
