using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string MessagesTitle => "Messages to guests";
    public override string NoReminders => "none";

    public override string PhoneWish(PhoneWish wish) =>
        wish switch
        {
            Core.Entities.PhoneWish.Never => "Not asked for",
            Core.Entities.PhoneWish.Optional => "Optional",
            Core.Entities.PhoneWish.Required => "Required to book",
        };

    public override string StaffLanguage(StaffLanguage language) =>
        language switch
        {
            Core.Entities.StaffLanguage.Russian => "Russian",
            Core.Entities.StaffLanguage.English => "English",
        };

    public override string NotNeeded => "not needed";
    public override string Approve => "Approve";
    public override string Decline => "Decline";

    public override string DeclineParty(string guest) => $"Decline: {guest}";

    public override string DeclineAsk => "Decline this party?";
    public override string DeclineYes => "Yes, decline";
    public override string NotNow => "Not now";

    public override string AwaitsAnswer(string until) => $"Waiting for your answer until {until}";

    public override string Requests(int requests) => requests == 1 ? "1 request" : $"{requests} requests";

    public override string RequestsWait => "Large parties waiting for your answer";
    public override string FriendsLabel => "Friends";

    public override string Heads(int coming, int party) => $"{Number(coming)} of {Number(party)} are coming";

    public override string Declined(int friends) => $"{Number(friends)} can't";

    public override string GuestWillCome => "The guest says they'll be there";

    public override string SaidLate(int minutes) => $"says they're {Minutes(minutes)} late";

    public override string RatingLabel => "rating";
    public override string RatingsTitle => "Guest ratings";
    public override string RatingsOfGuest => "Their ratings";

    public override string OutOfFive(int rating) => $"{rating} out of 5";

    public override string WaitsFor(string range) => $"waiting for {range}";

    public override string LetAnOfferPass => "missed an offer";
    public override string WaitingLater => "Waiting for other days";

    public override string TimeOfferedUntil(string tables, string time, string until) =>
        $"{TableTitle(tables)}, {time}: held for them until {until}";
}
