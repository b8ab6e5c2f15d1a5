using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string TablesTitle => "Tables and halls";
    public override string TablesHint => "Draw the halls, number the tables, choose what guests can book online.";
    public override string NewHall => "New hall";
    public override string HallName => "Hall name";
    public override string WidthCm => "Width, cm";
    public override string DepthCm => "Depth, cm";
    public override string Rotation => "Rotation, °";
    public override string TableNumber => "Number";
    public override string TableSeats => "Seats";
    public override string TableMinParty => "Smallest party";
    public override string TableShapeLabel => "Shape";
    public override string TableDescription => "Description for guests";
    public override string TableZone => "Zone (VIP, terrace…)";
    public override string TableIsOnline => "Guests can book it online";
    public override string TableIsOnlineHint => "Otherwise only staff can seat guests here.";
    public override string RetireTable => "Retire table";
    public override string RetireHint => "A retired table keeps its past bookings and can be brought back.";
    public override string RetiredTables => "Retired tables";
    public override string ReviveTable => "Bring back";
    public override string Delete => "Delete";
    public override string MarkText => "Text";
    public override string AlignLabel => "Align";
    public override string DistributeSideways => "Distribute horizontally";
    public override string DistributeDown => "Distribute vertically";
    public override string OfferTogether => "Make joinable";
    public override string RemoveChosen => "Remove selected";
    public override string TablesTogether => "Joinable tables";
    public override string CombinationName => "Name";
    public override string RoomHint =>
        "Select something on the plan to change it, or drag it. Nobody else sees the drawing until it is saved.";
    public override string EditorTools => "Drawing tools";
    public override string UndoStep => "Undo (Ctrl+Z)";
    public override string RedoStep => "Redo (Ctrl+Shift+Z)";
    public override string Duplicate => "Duplicate (Ctrl+D)";
    public override string ChooseSeveral => "Select several by tapping";
    public override string DiscardDrawing => "Discard unsaved changes";
    public override string DrawingIsBack => "Your unsaved drawing is back.";
    public override string TakeTheirs => "Show theirs, discard mine";
    public override string KeepMine => "Keep mine";
    public override string RoomProblemsLabel => "To fix";
    public override string EditorKeys =>
        "Arrow keys move by 10 cm, with Shift by 50. Shift-click or drag a frame to select several. "
        + "Delete removes; Alt drags without snapping.";
    public override string AffectedTitle => "Bookings need these tables";
    public override string MoveThemAndSave => "Move them and save";
    public override string GoBack => "Go back";
    public override string NotANumber => "Enter a whole number.";
    public override string NotSaved => "Not saved";
    public override string CopyHall => "Copy hall";
    public override string HallEarlier => "Show earlier";
    public override string HallLater => "Show later";
    public override string RemoveHall => "Remove hall";
    public override string HallIsGone => "There is no such hall";
    public override string ImportTables => "Import";
    public override string ExportTables => "Export";
    public override string ImportLead =>
        "Import tables from a TABLES_JSON file. They are matched by number; nothing is deleted. "
        + "You see the changes first.";
    public override string ImportFile => "File";
    public override string ImportText => "or paste it here";
    public override string ImportTooLarge => "The file is larger than 1 MB. Choose another.";
    public override string ImportDo => "Import this";
    public override string ImportIsNew => "new";
    public override string ImportIsChanged => "changed";

    public override string TableShape(TableShape shape) =>
        shape switch
        {
            Core.Entities.TableShape.Round => "Round",
            Core.Entities.TableShape.Square => "Square",
            Core.Entities.TableShape.Rectangle => "Long",
            Core.Entities.TableShape.Sofa => "Sofa",
        };

    public override string AddTable(TableShape shape) => $"Add a table: {TableShape(shape).ToLower(Culture)}";

    public override string MarkKind(MarkKind kind) =>
        kind switch
        {
            Core.Entities.MarkKind.Wall => "Wall",
            Core.Entities.MarkKind.Label => "Label",
        };

    public override string AddMark(MarkKind kind) => $"Add: {MarkKind(kind).ToLower(Culture)}";

    public override string Align(Alignment alignment) =>
        alignment switch
        {
            Alignment.Left => "Align left",
            Alignment.Centre => "Align centres in a column",
            Alignment.Right => "Align right",
            Alignment.Top => "Align top",
            Alignment.Middle => "Align centres in a row",
            Alignment.Bottom => "Align bottom",
        };

    public override string SeveralChosen(int count) => $"{Number(count)} selected";

    public override string TakeApart(string name) => $"No longer join {name}";

    public override string HallChangedBy(string name) =>
        name.Length == 0 ? "Someone else just saved this hall." : $"{name} just saved this hall. Your drawing is kept.";

    public override string ItemIsAt(string item, int x, int y) =>
        $"{item}: {Number(x)} cm from the left, {Number(y)} cm from the top";

    public override string AffectedLead(int count) =>
        $"{BookingsCount(count)} would lose a table or seats. Nothing has changed yet.";

    public override string AffectedMoved(int count) =>
        count == 1 ? "1 booking was moved." : $"{Number(count)} bookings were moved.";

    public override string UndoMoves => "Undo the moves";

    public override string NotMovedBack(IEnumerable<string> codes) =>
        $"These bookings could not be moved back: {string.Join(", ", codes)}. They stay at their new tables.";

    public override string AffectedStuck(int count) =>
        $"{Counted(count, "booking")} cannot be moved: no suitable table is free at that time, or the party is already "
        + "seated. They stay where they are, and the hall is not saved. Move or cancel them, then save again.";

    public override string AffectedReason(AffectedReason reason) =>
        reason switch
        {
            Core.Rooms.AffectedReason.TableRetired => "the table is retired",
            Core.Rooms.AffectedReason.TooFewSeats => "too few seats",
            Core.Rooms.AffectedReason.NotTogether => "the tables are no longer joinable",
        };

    public override string LeftBehind(int count) =>
        $"Retired tables of this hall still have {BookingsCount(count)}. Move them.";

    public override string HallSaved(string name) => $"{name}: saved.";

    public override string HallRemoved(string name) => $"{name}: removed.";

    public override string RemoveHallAsk(string name) => $"Remove hall {name}? This cannot be undone.";

    public override string TablesCount(int count) => count == 1 ? "1 table" : $"{Number(count)} tables";

    public override string ImportReport(SeedReport report) =>
        $"New: {Number(report.Added)}, changed: {Number(report.Changed)}, unchanged: {Number(report.Unchanged)}.";

    public override string ImportHalls(string names) => $"New halls: {names}.";

    public override SeedTexts Seed => SeedTexts.English;

    public override string ImportBroken(string reason) => $"Nothing was loaded. {Sentence(reason)}.";

    public override string RoomProblem(RoomProblem problem) =>
        problem.Fault switch
        {
            RoomFault.HallNameMissing => "Enter a name for the hall.",
            RoomFault.HallNameTooLong => $"The hall's name is longer than {Number(HallDraft.NameLimit)} characters.",
            RoomFault.HallNameTaken => $"There is already a hall called {problem.Subject}.",
            RoomFault.HallSize => "The hall must be 200 to 10,000 cm wide and deep.",
            RoomFault.Number => "The table number must be 1 to 9999.",
            RoomFault.NumberTwice => $"Two tables of this hall have number {problem.Subject}.",
            RoomFault.NumberTaken =>
                $"Number {problem.Subject} is taken by a table in hall {problem.Hall.In(Language)}.",
            RoomFault.Seats => $"Table {problem.Subject}: 1 to 50 seats.",
            RoomFault.MinParty => $"Table {problem.Subject}: smallest party from 1 to {problem.Detail}.",
            RoomFault.TableSize => $"Table {problem.Subject}: 20 to 2000 cm wide and deep.",
            RoomFault.TableOutside => $"Table {problem.Subject} is outside the hall.",
            RoomFault.DescriptionTooLong => $"Table {problem.Subject}: the description is longer than 500 characters.",
            RoomFault.ZoneTooLong => $"Table {problem.Subject}: the zone name is longer than 40 characters.",
            RoomFault.CombinationTables => $"{problem.Subject}: 2 to 6 tables of this hall, none of them retired.",
            RoomFault.CombinationTwice => $"{problem.Subject}: these tables are already joinable.",
            RoomFault.CombinationSeats => $"{problem.Subject}: 1 to {problem.Detail} seats.",
            RoomFault.CombinationMinParty => $"{problem.Subject}: smallest party from 1 to {problem.Detail}.",
            RoomFault.CombinationName => "Enter a name of up to 40 characters.",
            RoomFault.CombinationNameTaken => $"The name {problem.Subject} is taken.",
            RoomFault.MarkSize => "At least 5 cm wide and deep.",
            RoomFault.MarkOutside => "A wall or label is outside the hall.",
            RoomFault.LabelEmpty => "Enter the text or delete the label.",
            RoomFault.MarkTextTooLong => "The label is longer than 40 characters.",
        };

    public override string TablesOverlap(string one, string other) => $"Tables {one} and {other} overlap";

    public override string OverlapsLabel => "Worth checking";
    public override string UndoShort => "Undo";
    public override string RedoShort => "Redo";
    public override string DuplicateShort => "Copy";
    public override string SeveralShort => "Several";
    public override string DiscardShort => "Discard";
}
