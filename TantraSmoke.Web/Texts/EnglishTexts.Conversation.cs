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

    public override string GuestWillCome => "The guest says: we will be there";
    public override string SaidLate(int minutes) => $"says: {Minutes(minutes)} late";
    public override string RatingLabel => "rating";
    public override string RatingsTitle => "What guests thought";
    public override string OutOfFive(int rating) => $"{rating} of 5";
    public override string WaitsFor(string range) => $"waits for {range}";
    public override string LetAnOfferPass => "let an offer pass";
    public override string WaitingLater => "Waiting for other days";
    public override string TimeOfferedUntil(string tables, string time, string until) => $"{TableTitle(tables)}, {time}: kept for them until {until}";
}
