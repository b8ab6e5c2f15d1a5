using TantraSmoke.Core.Catalog;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Web.Texts;

// Actions of the host on the floor.
public abstract partial class DashboardTexts
{
    public abstract string FromTo(string from, string to);
    public abstract string Halls { get; }
    public abstract string CoversOfDay(int guests);
    public abstract string Panels { get; }
    public abstract string TabArrivals { get; }
    public abstract string TabSeated { get; }
    public abstract string TabWaitlist { get; }
    public abstract string NextTwoHours { get; }
    public abstract string LaterToday { get; }
    public abstract string TableStillTaken(string table);
    public abstract string SomeAreHere { get; }
    public abstract string HowManyAreHere(string guest);
    public abstract string NobodyYet { get; }
    public abstract string AreHere(int here, int party);
    public abstract string NobodySeated { get; }
    public abstract string NobodySeatedHint { get; }
    public abstract string Remaining(int minutes);
    public abstract string OverBy(int minutes);
    public abstract string NextParty(string time, string guest);
    public abstract string ExtendTo(string time);
    public abstract string ExtendedTo(string guest, string time);
    public abstract string ExtendShort { get; }
    public abstract string JoinTables { get; }
    public abstract string JoinTitle(string guest);
    public abstract string JoinHint { get; }
    public abstract string JoinChosen(string tables, int seats);
    public abstract string JoinTooFew(int party);
    public abstract string JoinDone(string tables);
    public abstract string FreeAllEvening(string until);
    public abstract string FreeUntilShort(string until);
    public abstract string FreeUntilLong(string until, string seated);
    public abstract string TooShort(string time);
    public abstract string BlockTable { get; }
    public abstract string BlockTitle(string table);
    public abstract string BlockReason { get; }
    public abstract string BlockUntil { get; }
    public abstract string BlockFrom { get; }
    public abstract string BlockEndOfDay { get; }
    public abstract string Block { get; }
    public abstract string Unblock { get; }
    public abstract string Blocked(string table, string until);
    public abstract string Unblocked(string table);
    public abstract string More(int count);
    public abstract string OtherTime { get; }
    public abstract string TimeOfDay { get; }
    public abstract string BackToNow { get; }
    public abstract string AsItWas(string when);
    public abstract string AsPlanned(string when);
    public abstract string AtThatTable { get; }
    public abstract string NothingThatDay { get; }
    public abstract string SeatHere(string tables);

    /// <summary>Another person's change of a block or the waitlist: "Maria: Table 5: closed until 21:00".</summary>
    public string News(RecentNote note, VenueCatalog catalog, DateOnly today)
    {
        var (party, tables) = (
            note.Party?.Name ?? "",
            catalog.TableNames(note.Block?.TableIds ?? note.Party!.OfferedTableIds)
        );
        var done = note.Kind switch
        {
            RecentNoteKind.Blocked => Blocked(tables, ClockOrDate(catalog.Clock, today, note.Block!.Until)),
            RecentNoteKind.Unblocked => Unblocked(tables),
            RecentNoteKind.Waiting => WaitlistAdded(party),
            RecentNoteKind.Edited => WaitlistEdited(party),
            // An ended offer has no tables.
            RecentNoteKind.Offered => tables.Length == 0 ? WaitlistEdited(party) : WaitlistOffered(party, tables),
            RecentNoteKind.WaitingAgain => WaitlistWithdrawn(party),
            RecentNoteKind.Left => WaitlistLeft(party),
        };
        return $"{Who(note.ActorName)}: {done}";
    }

    /// <summary>Predefined reasons, few enough to read at a glance.</summary>
    public abstract IReadOnlyList<string> BlockReasons { get; }
}
