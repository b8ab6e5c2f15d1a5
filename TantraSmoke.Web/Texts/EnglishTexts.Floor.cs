using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string TableState(TableState state) =>
        state switch
        {
            Core.Floor.TableState.Free => "Free",
            Core.Floor.TableState.Soon => "Expected soon",
            Core.Floor.TableState.Held => "Held",
            Core.Floor.TableState.Booked => "Expected now",
            Core.Floor.TableState.Late => "Late",
            Core.Floor.TableState.Seated => "Seated",
            Core.Floor.TableState.Overrunning => "Over time",
            Core.Floor.TableState.Blocked => "Blocked",
        };

    public override string TableTitle(string names) =>
        names.Contains('+', StringComparison.Ordinal) ? $"Tables {BotTexts.Listed(names, "and")}" : $"Table {names}";

    public override string FreeTables(int free, int all) => $"{Number(free)} of {Number(all)} free";

    public override string GuestsSeated(int guests) => $"{Guests(guests)} seated";

    public override string Legend => "Legend";
    public override string Plan => "Floor plan";
    public override string Close => "Close";

    public override string Arrivals => "Expected today";
    public override string NoArrivals => "Nobody else is expected";
    public override string NoArrivalsHint => "New bookings appear here by themselves. For walk-ins, tap a free table.";

    public override string LateBy(int minutes) => $"{Minutes(minutes)} late";

    public override string DueIn(int minutes) => $"in {Minutes(minutes)}";

    public override string DueNow => "now";
    public override string NoName => "No name";

    public override string WalkIn => "Seat a walk-in";

    public override string SeatWalkIn(int guests) => $"Seat a walk-in: {Guests(guests)}";

    public override string TodayAtTable => "Today at this table";
    public override string NothingTodayAtTable => "No more bookings today.";

    public override string SinceUntil(string since, string until) => $"since {since}, until {until}";

    public override string Till(string time) => $"until {time}";

    public override string At(string time) => $"at {time}";

    public override string MoveTitle(string guest) => $"Move {guest}";

    public override string MoveHint => "Tap a table on the plan.";
    public override string MoveBestTable => "Find a table";
    public override string MoveFull => "full";
    public override string MoveOtherTime => "Or another time";
    public override string StopMoving => "Cancel the move";

    public override string Moved(string guest, string tables, string time) =>
        tables.Contains('+', StringComparison.Ordinal)
            ? $"{guest}: joined {TableTitle(tables).ToLower(Culture)}, {time}"
            : $"{guest}: moved to {TableTitle(tables).ToLower(Culture)}, {time}";

    public override string WalkInSeated(int guests, string table, string until) =>
        $"Table {table}: {Guests(guests)} until {until}";

    public override string Asked(StaffQuestion question) =>
        question switch
        {
            StaffQuestion.StillSeated => "Still seated when the day ended",
            StaffQuestion.Unattended => "Expected while the system was down",
        };

    public override string AskedHint(StaffQuestion question) =>
        question switch
        {
            StaffQuestion.StillSeated =>
                "The day ended before anyone marked them as left, so they count as having left when their time was up.",
            StaffQuestion.Unattended => "Nobody was marked as a no-show, and no guest was messaged. Did they come?",
        };

    public override string LookedAt => "Mark as reviewed";

    public override string OverSince(string time) => $"over time since {time}";

    public override string Recent => "Just now";
    public override string Undo => "Undo";
    public override string NoHalls => "There are no tables yet";
    public override string NoHallsHint => "Start from a template, a file or your own drawing.";
    public override string PlanScrolls => "Swipe to see the whole plan";

    public override string JoinedWith(string tables) => $"joined with {TableTitle(tables).ToLower(Culture)}";

    public override string PlanKeys => "Arrow keys go from table to table, Enter opens one.";
    public override string TimeNow => "Venue time";
}
