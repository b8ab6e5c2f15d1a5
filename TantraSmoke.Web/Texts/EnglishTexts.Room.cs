using TantraSmoke.Core.Data;
using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string TablesTitle => "Tables and halls";
    public override string TablesHint => "Draw the halls, number the tables, say what guests find online.";
    public override string NewHall => "New hall";
    public override string HallName => "Name of the hall";
    public override string WidthCm => "Width, cm";
    public override string DepthCm => "Depth, cm";
    public override string Rotation => "Turned, °";
    public override string TableNumber => "Number";
    public override string TableSeats => "Seats";
    public override string TableMinParty => "From guests";
    public override string TableShapeLabel => "Shape";
    public override string TableDescription => "Description for guests";
    public override string TableZone => "Room (VIP, terrace …)";
    public override string TableIsOnline => "Guests can book it themselves";
    public override string TableIsOnlineHint => "Otherwise only staff put somebody here.";
    public override string RetireTable => "Retire the table";
    public override string RetireHint => "A retired table keeps its bookings of the past and can come back.";
    public override string RetiredTables => "Retired tables";
    public override string ReviveTable => "Bring back";
    public override string Delete => "Delete";
    public override string MarkText => "Words";
    public override string AlignLabel => "Bring into line";
    public override string DistributeSideways => "Same gaps sideways";
    public override string DistributeDown => "Same gaps downwards";
    public override string OfferTogether => "Offer these together";
    public override string RemoveChosen => "Remove what is chosen";
    public override string TablesTogether => "Tables that join";
    public override string CombinationName => "Name";
    public override string RoomHint => "Choose something on the plan to change it, or drag it. Nobody sees the drawing before it is saved.";
    public override string EditorTools => "Drawing tools";
    public override string UndoStep => "Undo (Ctrl+Z)";
    public override string RedoStep => "Redo (Ctrl+Shift+Z)";
    public override string Duplicate => "Duplicate (Ctrl+D)";
    public override string ChooseSeveral => "Choose several by tapping";
    public override string DiscardDrawing => "Discard unsaved changes";
    public override string DrawingIsBack => "Your unsaved drawing is back.";
    public override string TakeTheirs => "Show theirs, drop mine";
    public override string KeepMine => "Keep mine";
    public override string RoomProblemsLabel => "To be put right";
    public override string EditorKeys => "Arrow keys move by 10 cm, with Shift by 50. Shift-click or a frame chooses several. Delete removes, Alt drags without snapping.";
    public override string AffectedTitle => "Bookings need these tables";
    public override string MoveThemAndSave => "Move them and save";
    public override string GoBack => "Go back";
    public override string NotANumber => "Write a whole number.";
    public override string NotSaved => "Not saved yet";
    public override string CopyHall => "Copy the hall";
    public override string HallEarlier => "Show earlier";
    public override string HallLater => "Show later";
    public override string RemoveHall => "Remove the hall";
    public override string HallIsGone => "There is no such hall";
    public override string ImportTables => "Import";
    public override string ExportTables => "Export";
    public override string ImportLead => "Tables as a TABLES_JSON file. They are recognised by number; nothing is deleted. You see what changes before it does.";
    public override string ImportFile => "File";
    public override string ImportText => "or paste it here";
    public override string ImportTooLarge => "The file is larger than 1 MB. Choose another.";
    public override string ImportDo => "Import this";
    public override string ImportIsNew => "new";
    public override string ImportIsChanged => "changed";

    public override string TableShape(TableShape shape) => shape switch
    {
        Core.Floor.TableShape.Round => "Round",
        Core.Floor.TableShape.Square => "Square",
        Core.Floor.TableShape.Rectangle => "Long",
        Core.Floor.TableShape.Sofa => "Sofa",
    };

    public override string AddTable(TableShape shape) => $"Add a table: {TableShape(shape).ToLower(Culture)}";

    public override string MarkKind(MarkKind kind) => kind switch
    {
        Core.Floor.MarkKind.Wall => "Wall",
        Core.Floor.MarkKind.Label => "Words",
    };

    public override string AddMark(MarkKind kind) => $"Add: {MarkKind(kind).ToLower(Culture)}";

    public override string Align(Alignment alignment) => alignment switch
    {
        Alignment.Left => "Left edges in line",
        Alignment.Centre => "Centres in one column",
        Alignment.Right => "Right edges in line",
        Alignment.Top => "Upper edges in line",
        Alignment.Middle => "Centres in one row",
        Alignment.Bottom => "Lower edges in line",
    };

    public override string SeveralChosen(int count) => $"{Number(count)} chosen";
    public override string TakeApart(string name) => $"Do not offer {name} together";
    public override string HallChangedBy(string name) => name.Length == 0 ? "Somebody else has saved this hall meanwhile." : $"{name} has saved this hall meanwhile. Your drawing is kept.";
    public override string ItemIsAt(string item, int x, int y) => $"{item}: {Number(x)} cm from the left, {Number(y)} cm from the top";
    public override string AffectedLead(int count) => $"{BookingsCount(count)} to come would lose their table or their seats. Nothing has been changed yet.";
    public override string AffectedMoved(int count) => count == 1 ? "1 booking was moved." : $"{Number(count)} bookings were moved.";
    public override string AffectedStuck(int count) => $"For {BookingsCount(count)} nothing suitable is free at that time, or the party sits already. They stay where they are, and so does the hall. Move or cancel them, then save again.";

    public override string AffectedReason(AffectedReason reason) => reason switch
    {
        Core.Floor.AffectedReason.TableRetired => "the table is retired",
        Core.Floor.AffectedReason.TooFewSeats => "too few seats",
        Core.Floor.AffectedReason.NotTogether => "no longer offered together",
    };

    public override string LeftBehind(int count) => $"At retired tables of this hall there is still: {BookingsCount(count)}. Move them.";
    public override string HallSaved(string name) => $"{name}: saved.";
    public override string HallRemoved(string name) => $"{name}: removed.";
    public override string RemoveHallAsk(string name) => $"Remove the hall {name}? This cannot be undone.";
    public override string TablesCount(int count) => count == 1 ? "1 table" : $"{Number(count)} tables";
    public override string ImportReport(SeedReport report) => $"New: {Number(report.Added)}, changed: {Number(report.Changed)}, the same: {Number(report.Unchanged)}.";
    public override string ImportHalls(string names) => $"New halls: {names}.";
    public override SeedTexts Seed => SeedTexts.English;
    public override string ImportBroken(string reason) => $"Nothing was loaded. {Sentence(reason)}.";

    public override string RoomProblem(RoomProblem problem) => problem.Fault switch
    {
        RoomFault.HallNameMissing => "Write a name for the hall.",
        RoomFault.HallNameTooLong => $"The hall's name is longer than {Number(HallDraft.NameLimit)} characters.",
        RoomFault.HallNameTaken => $"There is a hall called {problem.Subject} already.",
        RoomFault.HallSize => "A hall is 200 to 10,000 cm wide and deep.",
        RoomFault.Number => "A table's number is 1 to 9999.",
        RoomFault.NumberTwice => $"Number {problem.Subject} is given to two tables of this hall.",
        RoomFault.NumberTaken => $"Number {problem.Subject} belongs to a table in the hall {problem.Detail}.",
        RoomFault.Seats => $"Table {problem.Subject}: 1 to 50 seats.",
        RoomFault.MinParty => $"Table {problem.Subject}: from 1 to {problem.Detail} guests.",
        RoomFault.TableSize => $"Table {problem.Subject}: 20 to 2000 cm wide and deep.",
        RoomFault.TableOutside => $"Table {problem.Subject} stands outside the hall.",
        RoomFault.DescriptionTooLong => $"Table {problem.Subject}: the description is longer than 500 characters.",
        RoomFault.ZoneTooLong => $"Table {problem.Subject}: the room's name is longer than 40 characters.",
        RoomFault.CombinationTables => $"{problem.Subject}: 2 to 6 tables of this hall that are in use.",
        RoomFault.CombinationTwice => $"{problem.Subject}: these tables are offered together already.",
        RoomFault.CombinationSeats => $"{problem.Subject}: 1 to {problem.Detail} seats.",
        RoomFault.CombinationMinParty => $"{problem.Subject}: from 1 to {problem.Detail} guests.",
        RoomFault.CombinationName => "Write a name of up to 40 characters.",
        RoomFault.CombinationNameTaken => $"The name {problem.Subject} is taken.",
        RoomFault.MarkSize => "At least 5 cm wide and deep.",
        RoomFault.MarkOutside => "A wall or words stand outside the hall.",
        RoomFault.LabelEmpty => "Write the words, or delete the label.",
        RoomFault.MarkTextTooLong => "The words are longer than 40 characters.",
    };
}
