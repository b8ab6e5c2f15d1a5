namespace TantraSmoke.Web.Texts;

// Keyboard shortcuts, the bell, and the printed sheet.
public abstract partial class DashboardTexts
{
    public abstract string Shortcuts { get; }
    public abstract string ShortcutsOn { get; }
    public abstract string WalkInShortcut { get; }
    public abstract string SearchShortcut { get; }
    public abstract string UndoLast { get; }
    public abstract string NothingToUndo { get; }
    public abstract string ClosePanel { get; }

    public abstract string BellLabel { get; }
    public abstract string BellSound { get; }
    public abstract string BellFlash { get; }

    public abstract string ShiftSheetTitle(string venue);
    public abstract string Print { get; }
    public abstract string PrintedAt(string time);
    public abstract string TimeColumn { get; }
    public abstract string GuestColumn { get; }
    public abstract string GuestsColumn { get; }
    public abstract string NotesColumn { get; }
    public abstract string StatusColumn { get; }
    public abstract string SignatureColumn { get; }
    public abstract string ShiftTotals(int bookings, int guests);
    public abstract string EmptyShift { get; }
    public abstract string SeveralChanges(int changes, string tables);
}
