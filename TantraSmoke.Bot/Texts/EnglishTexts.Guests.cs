using Celebrated = TantraSmoke.Core.Bookings.Occasion;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts
{
    public override string Repeat(string when, string party) => $"🔁 As last time: {when}, {party}";
    public override string UsualTableTaken => "Your last table is taken, so we found another.";
    public override string FullnessLegend => "▱▱▱ free · ▰▰▱ nearly full";
    public override string TablesLegend => "🪑 how many tables are free";
    public override string TimeButton(string times, int tables) => $"{times} · 🪑 {tables}";
    public override string NotFreeThen => "There is no such table at that time. This is free:";
    public override string WaitForTime => "🔔 My time is not here";
    public override string StayLonger => "⏱ Stay longer";
    public override string StayUntil(string time) => $"until {time}";
    public override string AskStay => "<b>Until when will you stay?</b>";
    public override string NoLongerStay => "No table is free for longer: what follows is booked.";
    public override string HoldOver => "⏳ The time to confirm is over and the table is free for everybody again. No harm done: just pick a time once more.";

    public override string NotFreeAt(string times) => $"There is no table at {times}. This is free:";
    public override string DayIsOver => "That day is over. Please choose another 👇";
    public override string PleaseChoose(IReadOnlyList<string> unclear) => $"Just to be sure: please choose {string.Join(" and ", unclear)} 👇";
    public override string UnclearParty => "how many you are";
    public override string UnclearDay => "the day";
    public override string UnclearTime => "the time";

    public override string PassedOn => "💬 Passed on to the staff, their answer comes here.";
    public override string CaptionPassedOn => "💬 Your caption is passed on to the staff. Pictures and files themselves I cannot pass on.";
    public override string OnlyTextToGuests => "Only text can be passed on to a guest.";
    public override string AnswerOnItsWay => "📨 On its way to the guest. If it does not come through, we say so here.";
    public override string AnswerUndelivered(string guest) => $"<b>⚠️ The answer did not come through: {guest}</b>";
    public override string WithoutBooking => "no booking";
    public override string ReplyToAnswer => "<i>To answer the guest, reply to this message.</i>";

    public override string InviteFriends => "👥 Invite friends";
    public override string InviteTitle => "<b>👥 Invite your friends</b>";
    public override string InviteHint => "Send the link to those you expect. They see where and when you meet, and say whether they come.";
    public override string NoLinkYet => "Telegram does not answer at the moment, the link will be here a little later.";
    public override string SendToFriends => "📤 Send to friends";
    public override string CopyLink => "📋 Copy the link";
    public override string InviteWords(string venue, string when) => $"We meet at {venue}: {when}. Will you come?";
    public override string Heads(int coming, int declined) => $"👥 Coming: {coming}, with you{(declined > 0 ? $". Cannot: {declined}" : "")}";
    public override string Outgrown(int heads, int party) => $"The booking is for {party}, and you are {heads} now. Change it?";
    public override string WeAre(int heads) => $"✅ We are {heads}";
    public override string YouAreInvited(string venue) => $"<b>🎉 You are invited to {venue}</b>";
    public override string AskComing => "<b>Will you come?</b>";
    public override string IAmComing => "✅ I'm coming";
    public override string ICannot => "❌ I can't";
    public override string ComingThanks => "Great, see you there!";
    public override string CannotThanks => "A pity, we will pass it on.";
    public override string MayChangeAnswer => "You can change your answer until it begins.";
    public override string InvitationOver => "This invitation is no longer valid.";
    public override string FriendReminder(string when) => $"<b>🔔 A reminder: you are expected {when}</b>";
    public override string FriendMoved => "<b>🔄 Your meeting has changed. Now it is:</b>";
    public override string FriendCanceled => "<b>Your meeting is canceled.</b>";

    public override string AddPhone => "📱 Add my phone number";
    public override string AskPhone => "<b>Please leave your phone number</b>\nPress “📱 Send my number” below, so that we can call you if anything changes.";
    public override string ShareNumber => "📱 Send my number";
    public override string ShareNumberHint => "👇 The button under the text field";
    public override string OnlyOwnPhone => "That is somebody else's contact. We need your own: press “📱 Send my number”.";
    public override string OnlySharedPhone => "Please use the button “📱 Send my number”: that tells us that it is yours.";
    public override string PhoneKept => "📱 Thank you, we have your number.";
    public override string KeyboardGone => "👌";

    public override string NothingComing => "You have no bookings to come.";
    public override string WaitingMark => "🔔 waitlist";
    public override string PastMark => "🕘 past";
    public override string MoveBooking => "🔄 Change";
    public override string Wish => "💬 Request";
    public override string Occasion => "🎉 Occasion";
    public override string RunningLate => "⏰ I'm running late";
    public override string Directions => "🗺 Directions";
    public override string ToCalendar => "📆 To my calendar";
    public override string CalendarHint => "Open the file to add the booking to your calendar, or to bring it up to date.";
    public override string CalendarTitle(string venue, int party) => $"{venue}: table for {party}";
    public override string CalendarText(string tables, string code) => $"Table {tables}. Booking code: {code}";
    public override string AskChange => "<b>What would you like to change?</b>\nYou keep your place until you confirm the new one.";
    public override string ChangeDay => "📅 Day";
    public override string ChangeTime => "🕗 Time";
    public override string ChangeParty => "👥 Party size";
    public override string ChangeTable => "🪑 Table";
    public override string Was => "<b>Now:</b>";
    public override string Becomes => "<b>Will be:</b>";
    public override string ConfirmMove => "✅ Change it";
    public override string Moved => "Your booking is changed";
    public override string AskLate => "<b>How late will you be?</b>\nWe tell the host, and the table waits.";
    public override string LateBy(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";
    public override string LateLine(int minutes) => $"⏰ Running late: {LateBy(minutes)}";
    public override string LateKnown(int minutes, string until) => $"Thank you for telling us: we expect you {LateBy(minutes)} later. The table is yours until {until}.";
    public override string AskWish => "<b>Send your request as a message</b>\nFor example: by the window, a high chair.";
    public override string NoWish => "No requests";
    public override string Noted => "Noted";
    public override string AskOccasion => "<b>What are you celebrating?</b>";
    public override string NoOccasion => "Nothing special";
    public override string OccasionName(Celebrated occasion) => occasion switch
    {
        Celebrated.Birthday => "🎂 Birthday",
        Celebrated.Anniversary => "💍 Anniversary",
        Celebrated.Date => "❤️ Date",
        Celebrated.Business => "💼 Business",
        Celebrated.Other => "🎉 Something else",
    };

    public override string WillBeAsked => "📨 A large party is confirmed by the venue itself: we keep the table meanwhile and write to you.";
    public override string RequestReceived => "<b>📨 Your request was received</b>\nThe venue confirms large parties itself. The table is kept for you meanwhile, and we write to you here.";
    public override string RequestMark => "⏳ the venue has yet to confirm";
    public override string AwaitsAnswer(string by) => $"⏳ Awaiting confirmation, the answer comes by {by}";
    public override string AskedAgain => "Request sent: the venue has to confirm the change";
    public override string RequestAgain => "<b>📨 Your request is with the venue again</b>";
    public override string RequestApproved => "<b>✅ The venue has confirmed your booking</b>\nWe look forward to seeing you!";
    public override string RequestDeclined(string phone) => $"<b>Sorry, we cannot take your party then.</b>\nAnother day or time may do, or a smaller party. {Call(phone)}";
    public override string RequestExpired(string phone) => $"<b>Sorry, we did not answer your request in time</b>, and the table is free for others again. Please pick another time. {Call(phone)}";
    public override string BookAnother => "🍽️ Pick another time";

    public override string ReminderTitle(string when) => $"<b>🔔 A reminder: {when}, your table is waiting</b>";
    public override string AskWillCome => "Will you be there?";
    public override string WillCome => "Yes, I'll be there";
    public override string MoveIt => "Change";
    public override string CancelIt => "Cancel";
    public override string SeeYou => "✅ Thank you, see you!";
    public override string SeeYouToast => "Thank you, see you!";
    public override string BookingHasChanged => "The booking has changed since, here is how it stands";
    public override string HowWasIt(string venue, string when) => $"<b>How was it?</b>\n{venue}, {when}. Please rate your visit from 1 to 5.";
    public override string RatedThanks(int rating) => $"<b>Thank you! You gave us {rating} ⭐</b>";
    public override string AddWords => "✍️ Add a few words";
    public override string AskWords => "You can add a few words as a message.";
    public override string RateVisit => "⭐ Rate the visit";
    public override string RateAgain => "⭐ Change the rating";
    public override string StarsFirst => "Please pick the stars first 👇";
    public override string ThankYou => "Thank you!";

    public override string AskWaitFrom(string party, string day) => $"<b>🔔 Waitlist</b>\n{party}, {day}.\n<b>From when on would a table do?</b>";
    public override string AskWaitUntil => "<b>And starting no later than?</b>";
    public override string AnyTime => "Any time";
    public override string FromTime(string time) => $"from {time}";
    public override string UntilTime(string time) => $"until {time}";
    public override string WaitHint(int minutes) => $"As soon as a table comes free we offer it to the first in line and keep it for {LateBy(minutes)}.";
    public override string Joined => "✅ You are on the waitlist. We write as soon as a table comes free.";
    public override string StillWaiting => "<b>🔔 You are on the waitlist</b>";
    public override string StillWaitingToast => "Still waiting";
    public override string StopWaiting => "❌ No longer waiting";
    public override string NoLongerWaiting => "You are no longer on the waitlist.";
    public override string WaitOn => "🔔 I'm still waiting";
    public override string WaitDayClosed(string name) => $"<b>We are closed that day after all: {name}.</b>\nYou are off the waitlist. If we open, we will ask you again.";
    public override string WaitNotOffered(string phone) => $"<b>We can no longer seat a party of your size at that time.</b>\nYou are off the waitlist. {Call(phone)}";
    public override string WaitAskedAgain => "<b>The time you waited for can be booked again.</b>\nAre you still waiting?";
    public override string OfferTitle => "<b>🎉 A table has come free!</b>";
    public override string OfferUntil(string time, int minutes) => $"⏳ It is yours until {time} ({LateBy(minutes)} left), then we offer it to the next.";
    public override string TakeOffer => "✅ I'll take it";
    public override string DeclineOffer => "Not this one";
    public override string OfferPassed => "<b>The table was offered to the next in line.</b>\nAre you still waiting?";
    public override string OfferChanged => "The offer has changed, here is how it stands";
    public override string WaitingIsOver => "<b>Sorry, no table has come free.</b> We would love to see you another day.";

}
