using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

// Guests' messages, as staff see them.
public abstract partial class DashboardTexts
{
    public abstract string MessagesTitle { get; }
    public abstract string NoReminders { get; }
    public abstract string PhoneWish(PhoneWish wish);
    public abstract string StaffLanguage(StaffLanguage language);
    public abstract string NotNeeded { get; }

    // Requests that await approval
    public abstract string Approve { get; }
    public abstract string Decline { get; }
    public abstract string DeclineParty(string guest);
    public abstract string DeclineAsk { get; }
    public abstract string DeclineYes { get; }
    public abstract string NotNow { get; }
    public abstract string AwaitsAnswer(string until);
    public abstract string Requests(int requests);
    public abstract string RequestsWait { get; }

    public abstract string GuestWillCome { get; }
    public abstract string FriendsLabel { get; }
    public abstract string Heads(int coming, int party);
    public abstract string Declined(int friends);
    public abstract string SaidLate(int minutes);
    public abstract string RatingLabel { get; }
    public abstract string RatingsTitle { get; }
    public abstract string RatingsOfGuest { get; }
    public abstract string OutOfFive(int rating);
    public abstract string WaitsFor(string range);
    public abstract string LetAnOfferPass { get; }
    public abstract string WaitingLater { get; }
    public abstract string TimeOfferedUntil(string tables, string time, string until);
}
