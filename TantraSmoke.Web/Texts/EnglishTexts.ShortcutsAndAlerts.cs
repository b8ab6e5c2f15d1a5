namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string Shortcuts => "Keyboard shortcuts";
    public override string ShortcutsOn => "Shortcuts on";
    public override string WalkInShortcut => "Walk-in: first free table";
    public override string SearchShortcut => "Search";
    public override string UndoLast => "Undo my last change";
    public override string NothingToUndo => "You have no changes from the last 10 minutes to undo.";
    public override string ClosePanel => "Close the panel, cancel the move";

    public override string BellLabel => "When a new booking comes in";
    public override string BellSound => "Sound for a new booking";
    public override string BellFlash => "Flash the screen";

    public override string ShiftSheetTitle(string venue) => $"{venue}: shift sheet";

    public override string Print => "Print";

    public override string PrintedAt(string time) => $"As of {time}";

    public override string TimeColumn => "Time";
    public override string GuestColumn => "Guest";
    public override string GuestsColumn => "Party";
    public override string NotesColumn => "Notes";
    public override string StatusColumn => "Status";
    public override string SignatureColumn => "Signed";

    public override string ShiftTotals(int bookings, int guests) => $"{BookingsCount(bookings)}, {Guests(guests)}";

    public override string EmptyShift => "No bookings for this day yet.";

    public override string SeveralChanges(int changes, string tables) =>
        $"{Counted(changes, "change")} on the floor"
        + $"{(tables.Length > 0 ? $": {TableTitle(tables).ToLower(Culture)}" : "")}.";
}
