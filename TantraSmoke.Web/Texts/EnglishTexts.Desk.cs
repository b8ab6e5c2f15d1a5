namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string FromTo(string from, string to) => $"from {from} to {to}";
    public override string Halls => "Halls";
    public override string CoversOfDay(int guests) => $"{Guests(guests)} tonight";
    public override string Panels => "What to show";
    public override string TabArrivals => "Expected";
    public override string TabSeated => "Seated";
    public override string TabWaitlist => "Waitlist";
    public override string NextTwoHours => "Next two hours";
    public override string LaterToday => "Later";
    public override string TableStillTaken(string table) => $"{TableTitle(table).ToLower(Culture)} is still taken";
    public override string SomeAreHere => "Some are here";
    public override string HowManyAreHere(string guest) => $"How many of the party are here: {guest}";
    public override string NobodyYet => "Nobody yet";
    public override string AreHere(int here, int party) => $"{Number(here)} of {Number(party)} here";
    public override string NobodySeated => "Nobody is seated";
    public override string NobodySeatedHint => "Guests without a booking: tap a free table, then how many they are.";
    public override string Remaining(int minutes) => $"{Minutes(minutes)} left";
    public override string OverBy(int minutes) => $"{Minutes(minutes)} over time";
    public override string NextParty(string time, string guest) => $"next at {time}: {guest}";
    public override string ExtendTo(string time) => $"+30 min, until {time}";
    public override string ExtendedTo(string guest, string time) => $"{guest}: until {time} now";
    public override string ExtendShort => "+30 min";
    public override string JoinTables => "Tables";
    public override string JoinTitle(string guest) => $"Tables for {guest}";
    public override string JoinHint => "Tap tables to add them or take them away. The party keeps its time.";
    public override string JoinChosen(string tables, int seats) => $"{TableTitle(tables)}, {Seats(seats)}";
    public override string JoinTooFew(int party) => $"Too few seats for {Guests(party)}.";
    public override string JoinDone(string tables) => $"Put at {TableTitle(tables).ToLower(Culture)}";
    public override string FreeAllEvening(string until) => $"Free all evening. Seated until {until} at first.";
    public override string FreeUntilShort(string until) => $"Free until {until}.";
    public override string FreeUntilLong(string until, string seated) => $"Free until {until}. Seated until {seated} at first.";
    public override string TooShort(string time) => $"Needed at {time}: too soon to seat somebody else.";
    public override string BlockTable => "Close the table";
    public override string BlockTitle(string table) => $"Close {TableTitle(table).ToLower(Culture)}";
    public override string BlockReason => "Why";
    public override string BlockUntil => "Until";
    public override string BlockFrom => "From";
    public override string BlockEndOfDay => "To the end of the day";
    public override string Block => "Close it";
    public override string Unblock => "Open the table";
    public override string Blocked(string table, string until) => $"{TableTitle(table)}: closed until {until}";
    public override string Unblocked(string table) => $"{TableTitle(table)}: open again";
    public override string More(int count) => $"{Number(count)} more";
    public override string OtherTime => "Another time";
    public override string TimeOfDay => "Time of the day";
    public override string BackToNow => "Back to now";
    public override string AsItWas(string when) => $"As it was: {when}";
    public override string AsPlanned(string when) => $"As planned: {when}";
    public override string AtThatTable => "That day at this table";
    public override string NothingThatDay => "Nobody is noted for this table that day.";
    public override string SeatHere(string tables) => $"Seat: {TableTitle(tables).ToLower(Culture)}";

    public override IReadOnlyList<string> BlockReasons { get; } = ["Broken", "Cleaning", "Private event", "Kept by the house"];
}
