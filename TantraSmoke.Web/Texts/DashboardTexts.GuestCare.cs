using TantraSmoke.Core.Guests;

namespace TantraSmoke.Web.Texts;

// Lists and profiles of guests, and actions on them.
public abstract partial class DashboardTexts
{
    public abstract string AnotherGuest { get; }
    public abstract string GuestIsBlocked { get; }
    public abstract string FlagWarning(int noShows);
    public abstract string GuestSearchHint { get; }
    public abstract string FilterLabel { get; }
    public abstract string NoGuests { get; }
    public abstract string NoGuestsHint { get; }
    public abstract string LastVisit { get; }
    public abstract string NextVisit { get; }
    public abstract string VisitsLabel { get; }
    public abstract string NoShowsLabel { get; }
    public abstract string CancellationsLabel { get; }
    public abstract string AveragePartyLabel { get; }
    public abstract string FavouriteTable { get; }
    public abstract string GuestSince { get; }
    public abstract string OtherPhones { get; }
    public abstract string WasMerged { get; }
    public abstract string WasErased { get; }
    public abstract string BlockedBecause(string reason);
    public abstract string NoBookingsYet { get; }
    public abstract string GuestData { get; }
    public abstract string FromTelegram { get; }
    public abstract string TagsLabel { get; }
    public abstract string TagsHint { get; }
    public abstract string GuestSaved { get; }
    public abstract string GuestEditedBy(string who);
    public abstract string NowItSays(string facts);
    public abstract string GuestCare { get; }
    public abstract string UnblockGuest { get; }
    public abstract string BlockGuest { get; }
    public abstract string GuestBlockReason { get; }
    public abstract string GuestBlockHint { get; }
    public abstract string Namesakes(int others);
    public abstract string Merge { get; }
    public abstract string MergeTitle { get; }
    public abstract string MergeWill(string gone, string keep, int bookings);
    public abstract string MergeWaiting(int count);
    public abstract string MergeChats(string keep);
    public abstract string MergeOtherChat(string gone);
    public abstract string MergeYes { get; }
    public abstract string MergeDone { get; }
    public abstract string Never { get; }
    public abstract string Erase { get; }
    public abstract string EraseQuestion { get; }
    public abstract string EraseCancels(int bookings);
    public abstract string EraseYes { get; }
    public abstract string EraseDone { get; }

    public abstract string GuestFilterName(GuestFilter filter);
}
