using Celebrated = TantraSmoke.Core.Entities.Occasion;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts
{
    public override string Repeat(string when, string party) => $"🔁 Same as last time: {when}, {party}";

    public override string UsualTableTaken => "Your last table is taken, so we’ve found you another.";
    public override string FullnessLegend => "▱▱▱ free · ▰▰▱ nearly full";
    public override string TablesLegend => "🪑 how many tables are free";

    public override string TimeButton(string times, int tables) => $"{times} · 🪑 {tables}";

    public override string NotFreeThen => "No suitable table at that time. Here’s what is free:";
    public override string WaitForTime => "🔔 My time isn’t listed";
    public override string StayLonger => "⏱ Stay longer";

    public override string StayUntil(string time) => $"until {time}";

    public override string AskStay => "<b>How late would you like to stay?</b>";
    public override string NoLongerStay => "No table is free for longer: later times are booked.";
    public override string HoldOver =>
        "⏳ The time to confirm has run out, so the table is free for others again. No harm done: just pick a time "
        + "again.";

    public override string NothingBeginsAt(string times) => $"Bookings don’t start at {times}. Choose a start time:";

    public override string NotFreeAt(string times) => $"No table at {times}. Here’s what is free:";

    public override string DayIsOver => "That day has passed. Please choose another 👇";

    public override string PleaseChoose(IReadOnlyList<string> unclear) =>
        $"Just to be sure, please choose {string.Join(" and ", unclear)} 👇";

    public override string UnclearParty => "how many of you there are";
    public override string UnclearDay => "the day";
    public override string UnclearTime => "the time";

    public override string YouAreWelcome => "You’re welcome! Write whenever you need a table.";
    public override string HelloAgain =>
        "Hello! Tell me the day, time and number of guests you need a table for, or choose below 👇";
    public override string GoodBye => "See you!";
    public override string Understood => "All right! If you need anything, choose below or write.";
    public override string PressConfirm => $"To book, press “{Confirm}”.";
    public override string OpeningHours => "<b>🕗 Tables can be booked:</b>";

    public override string ClosedOn(string day) => $"{day}: closed";

    public override string AskByPhone(string phone) =>
        phone.Length > 0 ? $"Please call {phone} for the address." : "The address is not given here.";

    public override string PassedOn => "💬 We’ve passed this on to the staff. Their answer will come here.";
    public override string CaptionPassedOn =>
        "💬 We’ve passed your caption on to the staff. I can’t forward pictures or files.";
    public override string CaptionOnItsWay =>
        "Your caption is on its way to the guest. Only text can be sent, not the picture or file.";
    public override string OnlyTextToGuests => "Only text can be sent to a guest.";
    public override string AnswerOnItsWay => "📨 On its way to the guest. If it isn’t delivered, we’ll tell you here.";

    public override string AnswerUndelivered(string guest) => $"<b>⚠️ The answer was not delivered: {guest}</b>";

    public override string WithoutBooking => "no booking";
    public override string ReplyToAnswer => "<i>To answer the guest, reply to this message.</i>";

    public override string InviteFriends => "👥 Invite friends";
    public override string InviteTitle => "<b>👥 Invite your friends</b>";
    public override string InviteHint =>
        "Send the link to the people you’re expecting. They’ll see where and when, and can say whether they’re coming.";
    public override string NoLinkYet => "Telegram isn’t responding right now. The link will be here shortly.";
    public override string SendToFriends => "📤 Send to friends";
    public override string CopyLink => "📋 Copy link";

    public override string InviteWords(string venue, string when) =>
        $"We’re meeting at {venue}: {when}. Are you coming?";

    public override string Heads(int coming, int declined) =>
        $"👥 Coming: {coming}, including you{(declined > 0 ? $". Can’t come: {declined}" : "")}";

    public override string Outgrown(int heads, int party) =>
        $"Your booking is for {party}, but there are now {heads} of you. Change it?";

    public override string WeAre(int heads) => $"✅ We’ll be {heads}";

    public override string YouAreInvited(string venue) => $"<b>🎉 You’re invited to {venue}</b>";

    public override string AskComing => "<b>Are you coming?</b>";
    public override string IAmComing => "✅ I’m coming";
    public override string ICannot => "❌ I can’t";
    public override string ComingThanks => "Great, see you there!";
    public override string CannotThanks => "Sorry you can’t make it, we’ll let them know.";
    public override string MayChangeAnswer => "You can change your answer until the start.";
    public override string InvitationOver => "This invitation is no longer valid.";

    public override string FriendReminder(string when) => $"<b>🔔 Reminder: you have plans for {when}</b>";

    public override string FriendMoved => "<b>🔄 The booking has changed. It is now:</b>";
    public override string FriendCanceled => "<b>The booking has been cancelled.</b>";

    public override string AddPhone => "📱 Add my phone number";
    public override string AskPhone =>
        "<b>Please leave your phone number</b>\nTap “📱 Send my number” below, so that we can call you if anything "
        + "changes.";
    public override string ShareNumber => "📱 Send my number";
    public override string ShareNumberHint => "👇 The button under the text field";
    public override string OnlyOwnPhone =>
        "That’s someone else’s contact. We need your own number: tap “📱 Send my number”.";
    public override string OnlySharedPhone => "Please use the button “📱 Send my number”, so that we know it’s yours.";
    public override string PhoneKept => "📱 Thank you, we’ve got your number.";
    public override string KeyboardGone => "👌";

    public override string NothingComing => "You have no upcoming bookings.";
    public override string WaitingMark => "🔔 waitlist";
    public override string PastMark => "🕘 past";
    public override string MoveBooking => "🔄 Change";
    public override string Wish => "💬 Request";
    public override string Occasion => "🎉 Occasion";
    public override string RunningLate => "⏰ I'm running late";
    public override string Directions => "🗺 Directions";
    public override string CalendarAnew => "📆 Update my calendar";
    public override string CalendarAgain => $"If the booking is in your calendar, update it there: “{ToCalendar}”.";
    public override string ToCalendar => "📆 Add to calendar";
    public override string CalendarHint => "Open the file to add the booking to your calendar or update it.";

    public override string CalendarTitle(string venue, int party) => $"{venue}: table for {party}";

    public override string CalendarText(string tables, string code) => $"{Table(tables)}. Booking code: {code}";

    public override string AskChange =>
        "<b>What would you like to change?</b>\nYou keep your table until you confirm the new one.";
    public override string ChangeDay => "📅 Day";
    public override string ChangeTime => "🕗 Time";
    public override string ChangeParty => "👥 Party size";
    public override string ChangeTable => "🪑 Table";
    public override string Was => "<b>Now:</b>";
    public override string Becomes => "<b>Will be:</b>";
    public override string ConfirmMove => "✅ Change it";
    public override string Moved => "Booking changed";
    public override string AskLate => "<b>How late will you be?</b>\nWe’ll tell the host and hold the table.";

    public override string LateBy(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";

    public override string LateLine(int minutes) => $"⏰ Running late: {LateBy(minutes)}";

    public override string LateKnown(int minutes, string until) =>
        $"Thank you for letting us know: we’ll expect you {LateBy(minutes)} later. The table is yours until {until}.";

    public override string AskWish =>
        "<b>Send your request as a message</b>\nFor example: a table by the window, a high chair.";
    public override string NoWish => "No requests";
    public override string Noted => "Noted";
    public override string AskOccasion => "<b>What are you celebrating?</b>";
    public override string NoOccasion => "Nothing special";

    public override string OccasionName(Celebrated occasion) =>
        occasion switch
        {
            Celebrated.Birthday => "🎂 Birthday",
            Celebrated.Anniversary => "💍 Anniversary",
            Celebrated.Date => "❤️ Date",
            Celebrated.Business => "💼 Business",
            Celebrated.Other => "🎉 Something else",
        };

    public override string WillBeAsked =>
        "📨 The venue confirms large parties itself. We’ll hold the table and answer you here.";
    public override string RequestReceived =>
        "<b>📨 Request received</b>\nThe venue confirms large parties itself. We’re holding the table for you and "
        + "will answer here.";
    public override string RequestMark => "⏳ not confirmed yet";

    public override string AwaitsAnswer(string by) => $"⏳ Awaiting confirmation, answer due by {by}";

    public override string AskedAgain => "Request sent: the venue needs to confirm the change";
    public override string RequestAgain => "<b>📨 Your request is awaiting confirmation again</b>";
    public override string RequestApproved =>
        "<b>✅ The venue has confirmed your booking</b>\nWe look forward to seeing you!";

    public override string RequestDeclined(string phone) =>
        "<b>Sorry, we can’t seat your party at that time.</b>\nAnother day, another time or a smaller party may "
        + $"work. {Call(phone)}";

    public override string RequestExpired(string phone) =>
        "<b>Sorry, we didn’t answer your request in time</b>, and the table is free for others again. Please pick "
        + $"another time. {Call(phone)}";

    public override string BookAnother => "🍽️ Pick another time";

    public override string ReminderTitle(string when) => $"<b>🔔 Reminder: your table is booked for {when}</b>";

    public override string AskWillCome => "Will you be there?";
    public override string WillCome => "Yes, I’ll be there";
    public override string MoveIt => "Change";
    public override string CancelIt => "Cancel";
    public override string SeeYou => "✅ Thank you, see you soon!";
    public override string SeeYouToast => "Thank you, see you soon!";
    public override string BookingHasChanged => "The booking has changed. Here it is now";

    public override string HowWasIt(string venue, string when) =>
        $"<b>How was it?</b>\n{venue}, {when}. Please rate your visit from 1 to 5.";

    public override string RatedThanks(int rating) => $"<b>Thank you! You gave us {rating} ⭐</b>";

    public override string AddWords => "✍️ Add a few words";
    public override string AskWords => "You can add a few words in a message.";
    public override string RateVisit => "⭐ Rate your visit";
    public override string RateAgain => "⭐ Change rating";
    public override string StarsFirst => "Please choose a rating first 👇";
    public override string ThankYou => "Thank you!";

    public override string AskWaitFrom(string party, string day) =>
        $"<b>🔔 Waitlist</b>\n{party}, {day}.\n<b>Earliest time that suits you?</b>";

    public override string AskWaitUntil => "<b>And the latest?</b>";
    public override string AnyTime => "Any time";

    public override string FromTime(string time) => $"from {time}";

    public override string UntilTime(string time) => $"until {time}";

    public override string WaitHint(int minutes) =>
        $"As soon as a table comes free, we offer it to the first in the queue and hold it for {LateBy(minutes)}.";

    public override string Joined => "✅ Done! We’ll write as soon as a table comes free.";
    public override string StillWaiting => "<b>🔔 You’re on the waitlist</b>";
    public override string StillWaitingToast => "You’re still on the waitlist";
    public override string StopWaiting => "❌ Leave the waitlist";
    public override string NoLongerWaiting => "You’re no longer on the waitlist.";
    public override string WaitOn => "🔔 I’m still waiting";

    public override string WaitDayClosed(string name) =>
        $"<b>We’re closed that day after all: {name}.</b>\nYou’re off the waitlist. If we open, we’ll ask you again.";

    public override string WaitNotOffered(string phone) =>
        $"<b>We can no longer seat a party of your size at that time.</b>\nYou’re off the waitlist. {Call(phone)}";

    public override string WaitAskedAgain =>
        "<b>The time you were waiting for can be booked again.</b>\nAre you still waiting?";
    public override string OfferTitle => "<b>🎉 A table has come free!</b>";

    public override string OfferUntil(string time, int minutes) =>
        $"⏳ It’s yours until {time} ({LateBy(minutes)} left), then we’ll offer it to the next guest.";

    public override string TakeOffer => "✅ I’ll take it";
    public override string DeclineOffer => "Not this one";
    public override string OfferPassed =>
        "<b>The table has been offered to the next guest.</b>\nAre you still waiting?";
    public override string OfferChanged => "The offer has changed. Here it is now";
    public override string WaitingIsOver =>
        "<b>Sorry, no table has come free.</b> We would love to see you another day.";
}
