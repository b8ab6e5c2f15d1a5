namespace TantraSmoke.Web.Texts;

// The list of bookings and the form for guests who call.
public abstract partial class DashboardTexts
{
    public abstract string NewBooking { get; }
    public abstract string Search { get; }
    public abstract string SearchHint { get; }
    public abstract string StatusLabel { get; }
    public abstract string AllStatuses { get; }
    public abstract string NoBookings { get; }
    public abstract string NoBookingsHint { get; }
    public abstract string NothingFound { get; }
    public abstract string NothingFoundHint { get; }
    public abstract string FoundOnOtherDays(int bookings);
    public abstract string EarlierToday { get; }
    public abstract string NowAndLater { get; }
    public abstract string BookedAtLabel { get; }
    public abstract string ColumnsLabel { get; }
    public abstract string DetailsOf(string guest);
    public abstract string DayLabel { get; }
    public abstract string DayBefore { get; }
    public abstract string DayAfter { get; }
    public abstract string Today { get; }

    /// <summary>.NET date format.</summary>
    public abstract string DateFormat { get; }
    public abstract string GuestName { get; }
    public abstract string Phone { get; }
    public abstract string NoPhoneNumber { get; }
    public abstract string PartySize { get; }
    public abstract string TimeLabel { get; }
    public abstract string NoTimes { get; }
    public abstract string TableLabel { get; }

    /// <summary>The host's note about a waiting party.</summary>
    public abstract string Comment { get; }

    public abstract string ChooseTime { get; }
    public abstract string BestTable(string name);
    public abstract string SameTable(string name);
    public abstract string SaveAndMove(string when);
    public abstract string BookFor(string when);
    public abstract string Booked(string guest, string tables, string when, string code);
}
