using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string Waitlist => "Waitlist";
    public override string WaitlistEmpty => "Nobody is waiting";
    public override string WaitlistEmptyHint =>
        "When every table is taken, add who is waiting and the wait you quoted.";
    public override string WaitlistAdd => "Add a party";
    public override string WaitlistSave => "Add to the waitlist";
    public override string WaitlistEdit => "Edit";
    public override string Save => "Save";
    public override string PhoneOptional => "Phone (optional)";
    public override string KnownGuests => "Known guests";
    public override string Quote => "Quoted wait";

    public override string QuoteSuggestion(int minutes) =>
        $"About {Minutes(minutes)}, judging by who is seated and who is waiting.";

    public override string QuoteFreeNow(string tables) => $"{TableTitle(tables)}: free now, seat them at once.";

    public override string QuoteNone => "No suitable table comes free in the next few hours.";

    public override string Waits(int minutes, int quoted) => $"waiting {Minutes(minutes)} of {Number(quoted)}";

    public override string OverQuote(int minutes) => $"{Minutes(minutes)} over the quoted wait";

    public override string Offer => "Hold table";

    public override string OfferTable(string tables) => $"Hold {TableTitle(tables).ToLower(Culture)}";

    public override string OfferedUntil(string tables, string until) =>
        $"{TableTitle(tables)}: held for them until {until}";

    public override string Withdraw => "Release table";
    public override string LeftWaitlist => "Gave up waiting";
    public override string NoTableFits => "No suitable table is free now.";
    public override string ChooseTable => "Choose a table";

    public override string FreeFor(string tables, string until) => $"{TableTitle(tables)}, until {until}";

    public override string WaitlistAdded(string party) => $"{party}: on the waitlist";

    public override string WaitlistEdited(string party) => $"{party}: waitlist entry changed";

    public override string WaitlistOffered(string party, string tables) =>
        $"{party}: {TableTitle(tables).ToLower(Culture)} held";

    public override string WaitlistWithdrawn(string party) => $"{party}: waiting again";

    public override string WaitlistSeated(string party, string tables) =>
        $"{party}: seated, {TableTitle(tables).ToLower(Culture)}";

    public override string WaitlistLeft(string party) => $"{party}: gave up waiting";

    public override string WaitlistStatus(WaitlistStatus status) =>
        status switch
        {
            Core.Entities.WaitlistStatus.Waiting => "Waiting",
            Core.Entities.WaitlistStatus.Offered => "Table held",
            Core.Entities.WaitlistStatus.Seated => "Seated",
            Core.Entities.WaitlistStatus.Left => "Gave up waiting",
            Core.Entities.WaitlistStatus.Booked => "Booked",
        };

    public override string CannotBeAsked => "Not asked automatically: they cannot be reached on Telegram.";

    public override string AskedAfterPause(string until) => $"Online booking is paused: they are asked after {until}.";

    public override string AskedInTheMorning(string time) =>
        $"Quiet hours: they are asked from {time}, keeping their place in the queue.";

    public override string FreeNow => "Free now";
    public override string FreeNext => "Free next";
    public override string NobodyFits => "no match on the waitlist";
    public override string NoTableNext => "No table comes free in the next few hours.";
    public override string NoTableNow => "Every table is taken.";

    public override string AboutTime(string time) => $"about {time}";

    public override string InMinutes(int minutes) => $"in {Minutes(minutes)}";

    public override string WaitsUnpromised(int minutes) => $"waiting {Minutes(minutes)}, no time quoted";
}
