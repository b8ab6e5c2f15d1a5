using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string MessagesTitle => "Messages to guests";
    public override string NoReminders => "never";

    public override string PhoneWish(PhoneWish wish) => wish switch
    {
        Core.Settings.PhoneWish.Never => "Not asked",
        Core.Settings.PhoneWish.Optional => "Asked, may be left out",
        Core.Settings.PhoneWish.Required => "Needed to book",
    };

    public override string StaffLanguage(StaffLanguage language) => language switch
    {
        Core.Settings.StaffLanguage.Russian => "Russian",
        Core.Settings.StaffLanguage.English => "English",
    };

    public override string NotNeeded => "not needed";
    public override string Approve => "Approve";
    public override string Decline => "Decline";
    public override string DeclineParty(string guest) => $"Decline: {guest}";
    public override string DeclineAsk => "Decline this party?";
    public override string DeclineYes => "Yes, decline";
    public override string NotNow => "Not now";
    public override string AwaitsAnswer(string until) => $"Awaits your answer until {until}";
    public override string Requests(int requests) => requests == 1 ? "1 request" : $"{requests} requests";
    public override string RequestsWait => "Large parties that await your answer";
    public override string FriendsLabel => "By the link";
    public override string Heads(int coming, int party) => $"{Number(coming)} of {Number(party)} say they come";
    public override string Declined(int friends) => $"{Number(friends)} cannot";
    public override string GuestWillCome => "The guest says: we will be there";
    public override string SaidLate(int minutes) => $"says: {Minutes(minutes)} late";
    public override string RatingLabel => "rating";
    public override string RatingsTitle => "What guests thought";
    public override string RatingsOfGuest => "What they thought";
    public override string OutOfFive(int rating) => $"{rating} of 5";
    public override string WaitsFor(string range) => $"waits for {range}";
    public override string LetAnOfferPass => "let an offer pass";
    public override string WaitingLater => "Waiting for other days";
    public override string TimeOfferedUntil(string tables, string time, string until) => $"{TableTitle(tables)}, {time}: kept for them until {until}";
}
