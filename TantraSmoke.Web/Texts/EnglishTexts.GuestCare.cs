using TantraSmoke.Core.Guests;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string AnotherGuest => "Another guest";
    public override string GuestIsBlocked => "Blocked";

    public override string FlagWarning(int noShows) =>
        $"{NoShowsCount(noShows)} recently. Confirm this booking by phone.";

    public override string GuestSearchHint => "Name, phone, @username";
    public override string FilterLabel => "Which guests to show";
    public override string NoGuests => "No guests yet";
    public override string NoGuestsHint => "They appear here with their first booking, from Telegram or by phone.";
    public override string LastVisit => "Last visit";
    public override string NextVisit => "Next visit";
    public override string VisitsLabel => "visits";
    public override string NoShowsLabel => "no-shows";
    public override string CancellationsLabel => "cancellations";
    public override string AveragePartyLabel => "average party";
    public override string FavouriteTable => "Favourite table";
    public override string GuestSince => "Guest since";
    public override string OtherPhones => "Other numbers";
    public override string WasMerged => "This guest was merged into another";
    public override string WasErased => "Personal data was deleted at the guest’s request. Only figures remain.";

    public override string BlockedBecause(string reason) => $"Cannot book online: {reason}";

    public override string NoBookingsYet => "No bookings so far.";
    public override string GuestData => "Guest data";
    public override string FromTelegram => "Name and language come from Telegram.";
    public override string TagsLabel => "Tags";
    public override string TagsHint => "separated by commas: regular, press";
    public override string GuestSaved => "Guest saved.";

    public override string GuestEditedBy(string who) => $"{who}: profile changed";

    public override string NowItSays(string facts) => $"Now: {facts}.";

    public override string GuestCare => "Actions";
    public override string UnblockGuest => "Unblock";
    public override string BlockGuest => "Block";
    public override string GuestBlockReason => "Reason";
    public override string GuestBlockHint => "In the chat they are asked to call. Only staff see the reason.";

    public override string Namesakes(int others) =>
        others == 1 ? "Another guest has the same name" : $"{others} other guests have the same name";

    public override string Merge => "Merge";
    public override string MergeTitle => "Merge with whom?";

    public override string MergeWill(string gone, string keep, int bookings) =>
        $"{gone} is merged into {keep}: {BookingsCount(bookings)}, notes and tags move over. This cannot be undone.";

    public override string MergeWaiting(int count) =>
        count == 1 ? "And 1 place on the waitlist." : $"And {Number(count)} places on the waitlist.";

    public override string MergeChats(string keep) =>
        $"Both have Telegram. Messages and reminders will go to the chat of {keep}; they can write from either.";

    public override string MergeOtherChat(string gone) => $"Send messages to {gone} instead";

    public override string MergeYes => "Yes, merge";
    public override string MergeDone => "The guests are merged.";
    public override string Never => "Cancel";
    public override string Erase => "Delete data";
    public override string EraseQuestion => "Delete personal data for good?";

    public override string EraseCancels(int bookings) =>
        $"{BookingsCount(bookings)} will be cancelled without a message to the guest.";

    public override string EraseYes => "Yes, delete";
    public override string EraseDone => "Personal data deleted.";

    public override string GuestFilterName(GuestFilter filter) =>
        filter switch
        {
            GuestFilter.All => "All",
            GuestFilter.Flagged => "Repeat no-shows",
            GuestFilter.Blocked => "Blocked",
        };
}
