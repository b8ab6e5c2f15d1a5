using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

// The waitlist.
public abstract partial class DashboardTexts
{
    public abstract string Waitlist { get; }
    public abstract string WaitlistEmpty { get; }
    public abstract string WaitlistEmptyHint { get; }
    public abstract string WaitlistAdd { get; }
    public abstract string WaitlistSave { get; }
    public abstract string WaitlistEdit { get; }
    public abstract string Save { get; }
    public abstract string PhoneOptional { get; }
    public abstract string KnownGuests { get; }
    public abstract string Quote { get; }
    public abstract string QuoteSuggestion(int minutes);
    public abstract string QuoteFreeNow(string tables);
    public abstract string QuoteNone { get; }
    public abstract string Waits(int minutes, int quoted);
    public abstract string OverQuote(int minutes);
    public abstract string Offer { get; }
    public abstract string OfferTable(string tables);
    public abstract string OfferedUntil(string tables, string until);
    public abstract string Withdraw { get; }
    public abstract string LeftWaitlist { get; }
    public abstract string NoTableFits { get; }
    public abstract string ChooseTable { get; }
    public abstract string FreeFor(string tables, string until);
    public abstract string WaitlistAdded(string party);
    public abstract string WaitlistEdited(string party);
    public abstract string WaitlistOffered(string party, string tables);
    public abstract string WaitlistWithdrawn(string party);
    public abstract string WaitlistSeated(string party, string tables);
    public abstract string WaitlistLeft(string party);
    public abstract string WaitlistStatus(WaitlistStatus status);
    public abstract string CannotBeAsked { get; }
    public abstract string AskedAfterPause(string until);
    public abstract string AskedInTheMorning(string time);
    public abstract string FreeNow { get; }
    public abstract string FreeNext { get; }
    public abstract string NobodyFits { get; }
    public abstract string NoTableNext { get; }
    public abstract string NoTableNow { get; }
    public abstract string AboutTime(string time);
    public abstract string InMinutes(int minutes);
    public abstract string WaitsUnpromised(int minutes);
}
