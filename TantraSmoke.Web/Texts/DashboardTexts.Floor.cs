using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

// The floor and its side panel.
public abstract partial class DashboardTexts
{
    public abstract string TableState(TableState state);
    public abstract string TableTitle(string names);
    public abstract string FreeTables(int free, int all);
    public abstract string GuestsSeated(int guests);
    public abstract string Legend { get; }
    public abstract string Plan { get; }
    public abstract string Close { get; }

    public abstract string Arrivals { get; }
    public abstract string NoArrivals { get; }
    public abstract string NoArrivalsHint { get; }
    public abstract string LateBy(int minutes);
    public abstract string DueIn(int minutes);
    public abstract string DueNow { get; }
    public abstract string NoName { get; }

    public abstract string WalkIn { get; }
    public abstract string SeatWalkIn(int guests);
    public abstract string TodayAtTable { get; }
    public abstract string NothingTodayAtTable { get; }
    public abstract string SinceUntil(string since, string until);

    /// <summary>"till 21:00", in its shortest form.</summary>
    public abstract string Till(string time);
    public abstract string At(string time);

    public abstract string MoveTitle(string guest);
    public abstract string MoveHint { get; }
    public abstract string MoveBestTable { get; }
    public abstract string MoveFull { get; }
    public abstract string MoveOtherTime { get; }
    public abstract string StopMoving { get; }
    public abstract string Moved(string guest, string tables, string time);
    public abstract string WalkInSeated(int guests, string table, string until);

    public abstract string Asked(StaffQuestion question);
    public abstract string AskedHint(StaffQuestion question);
    public abstract string LookedAt { get; }
    public abstract string OverSince(string time);

    public abstract string Recent { get; }
    public abstract string Undo { get; }
    public abstract string NoHalls { get; }
    public abstract string NoHallsHint { get; }

    /// <summary>The day in the floor's heading; after midnight it names the night.</summary>
    public string FloorDay(VenueClock clock, DateOnly serviceDay, DateTimeOffset now) =>
        Sentence(clock.IsAfterMidnight(serviceDay, now) ? Night(serviceDay) : ShortDay(serviceDay));

    public abstract string PlanScrolls { get; }
    public abstract string JoinedWith(string tables);
    public abstract string PlanKeys { get; }
    public abstract string TimeNow { get; }
}
