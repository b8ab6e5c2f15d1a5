using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.Texts;

// Texts for guests beside booking: longer stays, changes, reminders, the waitlist.
public abstract partial class BotTexts
{
    // Booking
    public abstract string Repeat(string when, string party);
    public abstract string UsualTableTaken { get; }
    public abstract string FullnessLegend { get; }
    public abstract string TablesLegend { get; }
    public abstract string TimeButton(string times, int tables);
    public abstract string NotFreeThen { get; }
    public abstract string WaitForTime { get; }
    public abstract string StayLonger { get; }
    public abstract string StayUntil(string time);
    public abstract string AskStay { get; }
    public abstract string NoLongerStay { get; }
    public abstract string HoldOver { get; }

    // Plain words
    /// <summary>"на 19:30": no table begins then, or none is free.</summary>
    public abstract string NotFreeAt(string times);

    /// <summary>No sitting begins at that hour, free or taken.</summary>
    public abstract string NothingBeginsAt(string times);
    public abstract string DayIsOver { get; }
    public abstract string PleaseChoose(IReadOnlyList<string> unclear);
    public abstract string UnclearParty { get; }
    public abstract string UnclearDay { get; }
    public abstract string UnclearTime { get; }

    // Talk
    public abstract string PassedOn { get; }
    public abstract string YouAreWelcome { get; }
    public abstract string HelloAgain { get; }
    public abstract string GoodBye { get; }
    public abstract string Understood { get; }
    public abstract string PressConfirm { get; }
    public abstract string OpeningHours { get; }
    public abstract string ClosedOn(string day);
    public abstract string AskByPhone(string phone);
    public abstract string CaptionPassedOn { get; }
    public abstract string OnlyTextToGuests { get; }
    public abstract string CaptionOnItsWay { get; }
    public abstract string AnswerOnItsWay { get; }
    public abstract string AnswerUndelivered(string guest);
    public abstract string WithoutBooking { get; }
    public abstract string ReplyToAnswer { get; }

    // Friends
    public abstract string InviteFriends { get; }
    public abstract string InviteTitle { get; }
    public abstract string InviteHint { get; }
    public abstract string NoLinkYet { get; }
    public abstract string SendToFriends { get; }
    public abstract string CopyLink { get; }

    /// <summary>What goes with the link; plain text.</summary>
    public abstract string InviteWords(string venue, string when);

    /// <summary>How many come, the host among them, and how many cannot.</summary>
    public abstract string Heads(int coming, int declined);
    public abstract string Outgrown(int heads, int party);
    public abstract string WeAre(int heads);
    public abstract string YouAreInvited(string venue);
    public abstract string AskComing { get; }
    public abstract string IAmComing { get; }
    public abstract string ICannot { get; }
    public abstract string ComingThanks { get; }
    public abstract string CannotThanks { get; }
    public abstract string MayChangeAnswer { get; }
    public abstract string InvitationOver { get; }
    public abstract string FriendReminder(string when);
    public abstract string FriendMoved { get; }
    public abstract string FriendCanceled { get; }

    // Phone
    public abstract string AddPhone { get; }
    public abstract string AskPhone { get; }
    public abstract string ShareNumber { get; }
    public abstract string ShareNumberHint { get; }
    public abstract string OnlyOwnPhone { get; }
    public abstract string OnlySharedPhone { get; }
    public abstract string PhoneKept { get; }
    public abstract string KeyboardGone { get; }

    // My bookings
    public abstract string NothingComing { get; }
    public abstract string WaitingMark { get; }
    public abstract string PastMark { get; }
    public abstract string MoveBooking { get; }
    public abstract string Wish { get; }
    public abstract string Occasion { get; }
    public abstract string RunningLate { get; }
    public abstract string Directions { get; }
    public abstract string CalendarAnew { get; }
    public abstract string CalendarAgain { get; }
    public abstract string ToCalendar { get; }
    public abstract string CalendarHint { get; }
    public abstract string CalendarTitle(string venue, int party);
    public abstract string CalendarText(string tables, string code);
    public abstract string AskChange { get; }
    public abstract string ChangeDay { get; }
    public abstract string ChangeTime { get; }
    public abstract string ChangeParty { get; }
    public abstract string ChangeTable { get; }
    public abstract string Was { get; }
    public abstract string Becomes { get; }
    public abstract string ConfirmMove { get; }
    public abstract string Moved { get; }
    public abstract string AskLate { get; }
    public abstract string LateBy(int minutes);
    public abstract string LateLine(int minutes);
    public abstract string LateKnown(int minutes, string until);
    public abstract string AskWish { get; }
    public abstract string NoWish { get; }
    public abstract string Noted { get; }
    public abstract string AskOccasion { get; }
    public abstract string NoOccasion { get; }
    public abstract string OccasionName(Occasion occasion);

    // Large parties: the venue says yes or no
    public abstract string WillBeAsked { get; }
    public abstract string RequestReceived { get; }
    public abstract string RequestMark { get; }

    /// <summary>A line among the facts of a booking; the same for guests and staff.</summary>
    public abstract string AwaitsAnswer(string by);
    public abstract string AskedAgain { get; }
    public abstract string RequestAgain { get; }
    public abstract string RequestApproved { get; }
    public abstract string RequestDeclined(string phone);
    public abstract string RequestExpired(string phone);
    public abstract string BookAnother { get; }

    // Reminders and the question after the visit
    public abstract string ReminderTitle(string when);
    public abstract string AskWillCome { get; }
    public abstract string WillCome { get; }
    public abstract string MoveIt { get; }
    public abstract string CancelIt { get; }
    public abstract string SeeYou { get; }
    public abstract string SeeYouToast { get; }
    public abstract string BookingHasChanged { get; }
    public abstract string HowWasIt(string venue, string when);
    public abstract string RatedThanks(int rating);
    public abstract string AddWords { get; }
    public abstract string AskWords { get; }
    public abstract string RateVisit { get; }
    public abstract string RateAgain { get; }
    public abstract string StarsFirst { get; }
    public abstract string ThankYou { get; }

    // Waitlist
    public abstract string AskWaitFrom(string party, string day);
    public abstract string AskWaitUntil { get; }
    public abstract string AnyTime { get; }
    public abstract string FromTime(string time);
    public abstract string UntilTime(string time);
    public abstract string WaitHint(int minutes);
    public abstract string Joined { get; }
    public abstract string StillWaiting { get; }
    public abstract string StillWaitingToast { get; }
    public abstract string StopWaiting { get; }
    public abstract string NoLongerWaiting { get; }
    public abstract string WaitOn { get; }
    public abstract string WaitDayClosed(string name);
    public abstract string WaitNotOffered(string phone);
    public abstract string WaitAskedAgain { get; }
    public abstract string OfferTitle { get; }
    public abstract string OfferUntil(string time, int minutes);
    public abstract string TakeOffer { get; }
    public abstract string DeclineOffer { get; }
    public abstract string OfferPassed { get; }
    public abstract string OfferChanged { get; }
    public abstract string WaitingIsOver { get; }

    /// <summary>"Fri 20 Nov, 20:00" of any instant, or the night it is in.</summary>
    public string ShortWhen(VenueClock clock, DateTimeOffset at) => ShortWhen(clock, clock.ServiceDayOf(at), at);

    /// <summary>"tomorrow, Fri 20 Nov, at 20:00", or the night it is in; in the middle of a sentence.</summary>
    public string Nearly(VenueClock clock, DateOnly day, DateTimeOffset start, DateTimeOffset now)
    {
        var at = At(Time(clock, start));
        if (clock.IsAfterMidnight(day, start))
            return $"{InTheNight(Night(ShortDay(day), ShortDay(day.AddDays(1))))}, {at}";
        var named = DayButton(clock, day, now);
        return $"{(named == ShortDay(day) ? named : Uncapitalized(named))}, {at}";
    }

    private string Uncapitalized(string text) => text[..1].ToLower(Culture) + text[1..];

    protected abstract string InTheNight(string night);
}
