namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string Shortcuts => "Горячие клавиши";
    public override string ShortcutsOn => "Горячие клавиши включены";
    public override string WalkInShortcut => "Без брони: первый свободный стол";
    public override string SearchShortcut => "Поиск";
    public override string UndoLast => "Вернуть моё последнее действие";
    public override string NothingToUndo => "За последние 10 минут у вас нет изменений, которые можно вернуть.";
    public override string ClosePanel => "Закрыть панель, отменить пересадку";

    public override string BellLabel => "Когда приходит новая бронь";
    public override string BellSound => "Звук новой брони";
    public override string BellFlash => "Подсветить экран";

    public override string ShiftSheetTitle(string venue) => $"{venue}: лист смены";

    public override string Print => "Печать";

    public override string PrintedAt(string time) => $"На {time}";

    public override string TimeColumn => "Время";
    public override string GuestColumn => "Гость";
    public override string GuestsColumn => "Гостей";
    public override string NotesColumn => "Пометки";
    public override string StatusColumn => "Статус";
    public override string SignatureColumn => "Подпись";

    public override string ShiftTotals(int bookings, int guests) => $"{BookingsCount(bookings)}, {Guests(guests)}";

    public override string EmptyShift => "На этот день пока никто не забронировал.";

    public override string SeveralChanges(int changes, string tables) =>
        $"Изменений в зале: {Number(changes)}{(tables.Length > 0 ? $", {TableTitle(tables).ToLower(Culture)}" : "")}.";
}
