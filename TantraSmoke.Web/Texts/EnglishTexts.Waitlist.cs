using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string Waitlist => "Waitlist";
    public override string WaitlistEmpty => "Nobody is waiting";
    public override string WaitlistEmptyHint => "When everything is full, write down who waits and how long you told them.";
    public override string WaitlistAdd => "Add a party";
    public override string WaitlistSave => "Put on the list";
    public override string WaitlistEdit => "Edit";
    public override string Save => "Save";
    public override string PhoneOptional => "Phone, if they give it";
    public override string KnownGuests => "Known guests";
    public override string Quote => "How long to wait";
    public override string QuoteSuggestion(int minutes) => $"About {Minutes(minutes)}, going by who sits and who waits.";
    public override string QuoteFreeNow(string tables) => $"{TableTitle(tables)} is free: seat them at once.";
    public override string QuoteNone => "Nothing that fits comes free in the next hours.";
    public override string Waits(int minutes, int quoted) => $"waits {Minutes(minutes)} of {Number(quoted)}";
    public override string OverQuote(int minutes) => $"{Minutes(minutes)} longer than told";
    public override string Offer => "Offer";
    public override string OfferTable(string tables) => $"Offer {TableTitle(tables).ToLower(Culture)}";
    public override string OfferedUntil(string tables, string until) => $"{TableTitle(tables)} is kept for them until {until}";
    public override string Withdraw => "Take the offer back";
    public override string LeftWaitlist => "Left";
    public override string NoTableFits => "No table that fits is free now.";
    public override string ChooseTable => "Choose a table";
    public override string FreeFor(string tables, string until) => $"{TableTitle(tables)}, until {until}";
    public override string WaitlistAdded(string party) => $"{party}: on the waitlist";
    public override string WaitlistEdited(string party) => $"{party}: changed on the waitlist";
    public override string WaitlistOffered(string party, string tables) => $"{party}: offered {TableTitle(tables).ToLower(Culture)}";
    public override string WaitlistWithdrawn(string party) => $"{party}: waiting again";
    public override string WaitlistSeated(string party, string tables) => $"{party}: seated, {TableTitle(tables).ToLower(Culture)}";
    public override string WaitlistLeft(string party) => $"{party}: left the waitlist";

    public override string WaitlistStatus(WaitlistStatus status) => status switch
    {
        Core.Waitlist.WaitlistStatus.Waiting => "Waiting",
        Core.Waitlist.WaitlistStatus.Offered => "Offered a table",
        Core.Waitlist.WaitlistStatus.Seated => "Seated",
        Core.Waitlist.WaitlistStatus.Left => "Left",
        Core.Waitlist.WaitlistStatus.Booked => "Booked",
    };
    public override string CannotBeAsked => "Not asked automatically: they cannot be reached in Telegram.";
    public override string AskedAfterPause(string until) => $"Online booking is paused: asked from {until} on.";
    public override string AskedInTheMorning(string time) => $"Quiet hours: asked from {time} on, at their place in line.";
}
