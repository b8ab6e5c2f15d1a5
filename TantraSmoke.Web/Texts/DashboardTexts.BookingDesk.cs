using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

// Filters, pages, export, forms and a booking's history.
public abstract partial class DashboardTexts
{
    public abstract string Tomorrow { get; }
    public abstract string NextDays(int count);
    public abstract string Upcoming { get; }
    public abstract string AnyDay { get; }
    public abstract string RangeFrom { get; }
    public abstract string RangeTo { get; }
    public abstract string SourceLabel { get; }
    public abstract string AnySource { get; }
    public abstract string HallLabel { get; }
    public abstract string AnyHall { get; }
    public abstract string AnyParty { get; }
    public abstract string GuestsOrMore(int count);
    public abstract string ResetFilters { get; }
    public abstract string Pages { get; }
    public abstract string PageOf(int first, int last, int total);
    public abstract string PageBefore { get; }
    public abstract string PageAfter { get; }
    public abstract string Export { get; }
    public abstract string ExportRows(int rows, int total);
    public abstract string ExportStop { get; }
    public abstract string ExportDone(int rows);
    public abstract string ExportStopped { get; }
    public abstract string DetailsAndHistory { get; }
    public abstract string Edit { get; }
    public abstract string EditTitle(string guest);
    public abstract string ConflictBy(string by);
    public abstract string ConflictHint { get; }
    public abstract string MoreGuests { get; }
    public abstract string SlotsLabel { get; }
    public abstract string SlotsInARow(int count);
    public abstract string HistoryTitle { get; }
    public abstract string Nothing { get; }
    public abstract string GuestLabel { get; }
    public abstract string ArrivedLabel { get; }
    public abstract string CodeLabel { get; }
    public abstract string BookingLabel { get; }
    public abstract string GuestProfile { get; }

    /// <summary>Heading of an action: "Moved".</summary>
    public abstract string Act(BookingAction action);

    /// <summary>"20 Nov 2026, 21:00" in venue time.</summary>
    public string Moment(VenueClock clock, DateTimeOffset instant) =>
        clock.ToLocal(instant).ToString("d MMM yyyy, HH:mm", Culture);
}
