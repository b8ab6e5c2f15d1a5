using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Texts;

// Drawing of halls and tables.
public abstract partial class DashboardTexts
{
    public abstract string TablesTitle { get; }
    public abstract string TablesHint { get; }
    public abstract string NewHall { get; }
    public abstract string HallName { get; }
    public abstract string WidthCm { get; }
    public abstract string DepthCm { get; }
    public abstract string Rotation { get; }
    public abstract string TableNumber { get; }
    public abstract string TableSeats { get; }
    public abstract string TableMinParty { get; }
    public abstract string TableShapeLabel { get; }
    public abstract string TableDescription { get; }
    public abstract string TableZone { get; }
    public abstract string TableIsOnline { get; }
    public abstract string TableIsOnlineHint { get; }
    public abstract string RetireTable { get; }
    public abstract string RetireHint { get; }
    public abstract string RetiredTables { get; }
    public abstract string ReviveTable { get; }
    public abstract string Delete { get; }
    public abstract string MarkText { get; }
    public abstract string AlignLabel { get; }
    public abstract string DistributeSideways { get; }
    public abstract string DistributeDown { get; }
    public abstract string OfferTogether { get; }
    public abstract string RemoveChosen { get; }
    public abstract string TablesTogether { get; }
    public abstract string CombinationName { get; }
    public abstract string RoomHint { get; }
    public abstract string EditorTools { get; }
    public abstract string UndoStep { get; }
    public abstract string RedoStep { get; }
    public abstract string Duplicate { get; }
    public abstract string ChooseSeveral { get; }
    public abstract string DiscardDrawing { get; }
    public abstract string DrawingIsBack { get; }
    public abstract string TakeTheirs { get; }
    public abstract string KeepMine { get; }
    public abstract string RoomProblemsLabel { get; }
    public abstract string EditorKeys { get; }
    public abstract string AffectedTitle { get; }
    public abstract string MoveThemAndSave { get; }
    public abstract string GoBack { get; }
    public abstract string NotANumber { get; }
    public abstract string NotSaved { get; }
    public abstract string CopyHall { get; }
    public abstract string HallEarlier { get; }
    public abstract string HallLater { get; }
    public abstract string RemoveHall { get; }
    public abstract string HallIsGone { get; }
    public abstract string ImportTables { get; }
    public abstract string ExportTables { get; }
    public abstract string ImportLead { get; }
    public abstract string ImportFile { get; }
    public abstract string ImportText { get; }
    public abstract string ImportTooLarge { get; }
    public abstract string ImportDo { get; }
    public abstract string ImportIsNew { get; }
    public abstract string ImportIsChanged { get; }
    public abstract string TableShape(TableShape shape);
    public abstract string AddTable(TableShape shape);
    public abstract string MarkKind(MarkKind kind);
    public abstract string AddMark(MarkKind kind);
    public abstract string Align(Alignment alignment);
    public abstract string SeveralChosen(int count);
    public abstract string TakeApart(string name);
    public abstract string HallChangedBy(string name);
    public abstract string ItemIsAt(string item, int x, int y);
    public abstract string AffectedLead(int count);
    public abstract string AffectedMoved(int count);
    public abstract string AffectedStuck(int count);
    public abstract string UndoMoves { get; }

    /// <param name="codes">Codes of the bookings.</param>
    public abstract string NotMovedBack(IEnumerable<string> codes);
    public abstract string AffectedReason(AffectedReason reason);
    public abstract string LeftBehind(int count);
    public abstract string HallSaved(string name);
    public abstract string HallRemoved(string name);
    public abstract string RemoveHallAsk(string name);
    public abstract string TablesCount(int count);
    public abstract string ImportReport(SeedReport report);
    public abstract string ImportHalls(string names);
    public abstract SeedTexts Seed { get; }
    public abstract string ImportBroken(string reason);

    /// <summary>A broken rule of a drawing and what breaks it.</summary>
    public abstract string RoomProblem(RoomProblem problem);
    public abstract string TablesOverlap(string one, string other);
    public abstract string OverlapsLabel { get; }
    public abstract string UndoShort { get; }
    public abstract string RedoShort { get; }
    public abstract string DuplicateShort { get; }
    public abstract string SeveralShort { get; }
    public abstract string DiscardShort { get; }
}
