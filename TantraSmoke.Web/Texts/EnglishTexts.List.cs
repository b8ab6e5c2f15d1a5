namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string NewBooking => "New booking";
    public override string Search => "Search";
    public override string SearchHint => "Name, phone, @username, code";
    public override string StatusLabel => "Status";
    public override string AllStatuses => "All";
    public override string NoBookings => "No bookings for this day";
    public override string NoBookingsHint =>
        "Is somebody calling? Tap “New booking”. Bookings from Telegram appear here by themselves.";
    public override string NothingFound => "Nothing found";
    public override string NothingFoundHint => "Try other words or another status.";

    public override string FoundOnOtherDays(int bookings) => $"Show {bookings} found on other days";

    public override string EarlierToday => "Earlier today";
    public override string NowAndLater => "Now and later";
    public override string BookedAtLabel => "Booked at";
    public override string ColumnsLabel => "Columns";

    public override string DetailsOf(string guest) => $"{guest}: details";

    public override string DayLabel => "Day";
    public override string DayBefore => "Previous day";
    public override string DayAfter => "Next day";
    public override string Today => "Today";
    public override string DateFormat => "ddd, d MMM yyyy";
    public override string GuestName => "Guest’s name";
    public override string Phone => "Phone";
    public override string NoPhoneNumber =>
        "That is not a phone number. Enter it in full; for another country start with + and the country code.";
    public override string PartySize => "Party size";
    public override string TimeLabel => "Time";
    public override string NoTimes => "No times left on this day. Choose another.";
    public override string TableLabel => "Table";
    public override string Comment => "Comment";
    public override string ChooseTime => "Choose a time";

    public override string BestTable(string name) => $"Best fit: {name}";

    public override string SameTable(string name) => $"Keep {name}";

    public override string SaveAndMove(string when) => $"Save and move to {when}";

    public override string BookFor(string when) => $"Book {when}";

    public override string Booked(string guest, string tables, string when, string code) =>
        $"{guest}: {TableTitle(tables).ToLower(Culture)}, {when}. Code {code}";
}
