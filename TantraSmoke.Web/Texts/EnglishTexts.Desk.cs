namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string FromTo(string from, string to) => $"from {from} to {to}";

    public override string Halls => "Halls";

    public override string CoversOfDay(int guests) => $"{Counted(guests, "cover")} today";

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
    public override string NobodySeatedHint => "Walk-ins: tap a free table, then the party size.";

    public override string Remaining(int minutes) => $"{Minutes(minutes)} left";

    public override string OverBy(int minutes) => $"{Minutes(minutes)} over";

    public override string NextParty(string time, string guest) => $"next at {time}: {guest}";

    public override string ExtendTo(string time) => $"+30 min, until {time}";

    public override string ExtendedTo(string guest, string time) => $"{guest}: now until {time}";

    public override string ExtendShort => "+30 min";
    public override string JoinTables => "Join tables";

    public override string JoinTitle(string guest) => $"Tables for {guest}";

    public override string JoinHint => "Tap tables to add or remove them. The party keeps its time.";

    public override string JoinChosen(string tables, int seats) => $"{TableTitle(tables)}, {Seats(seats)}";

    public override string JoinTooFew(int party) => $"Not enough seats for {Guests(party)}.";

    public override string JoinDone(string tables) =>
        tables.Contains('+', StringComparison.Ordinal)
            ? $"Join {TableTitle(tables).ToLower(Culture)}"
            : $"Use {TableTitle(tables).ToLower(Culture)}";

    public override string FreeAllEvening(string until) => $"Free all evening. Seating until {until} for now.";

    public override string FreeUntilShort(string until) => $"Free until {until}.";

    public override string FreeUntilLong(string until, string seated) =>
        $"Free until {until}. Seating until {seated} for now.";

    public override string TooShort(string time) => $"Needed at {time}: too soon to seat anyone else.";

    public override string BlockTable => "Block table";

    public override string BlockTitle(string table) => $"Block {TableTitle(table).ToLower(Culture)}";

    public override string BlockReason => "Reason";
    public override string BlockUntil => "Until";
    public override string BlockFrom => "From";
    public override string BlockEndOfDay => "Until the end of the day";
    public override string Block => "Block table";
    public override string Unblock => "Unblock table";

    public override string Blocked(string table, string until) => $"{TableTitle(table)}: blocked until {until}";

    public override string Unblocked(string table) => $"{TableTitle(table)}: unblocked";

    public override string More(int count) => $"{Number(count)} more";

    public override string OtherTime => "Another time";
    public override string TimeOfDay => "Time of day";
    public override string BackToNow => "Back to now";

    public override string AsItWas(string when) => $"As it was: {when}";

    public override string AsPlanned(string when) => $"As planned: {when}";

    public override string AtThatTable => "At this table that day";
    public override string NothingThatDay => "No bookings at this table that day.";

    public override string SeatHere(string tables) => $"Seat: {TableTitle(tables).ToLower(Culture)}";

    public override IReadOnlyList<string> BlockReasons { get; } =
    ["Broken", "Cleaning", "Private event", "Reserved by the house"];
}
