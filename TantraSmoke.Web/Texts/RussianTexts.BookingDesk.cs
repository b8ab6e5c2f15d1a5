using TantraSmoke.Core.Entities;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string Tomorrow => "Завтра";

    public override string NextDays(int count) => $"{Number(count)} {Plural(count, "день", "дня", "дней")}";

    public override string Upcoming => "Все будущие";
    public override string AnyDay => "За всё время";
    public override string RangeFrom => "С какого дня";
    public override string RangeTo => "По какой день";
    public override string SourceLabel => "Откуда бронь";
    public override string AnySource => "Любой источник";
    public override string HallLabel => "Зал";
    public override string AnyHall => "Любой зал";
    public override string AnyParty => "Любое число гостей";

    public override string GuestsOrMore(int count) => $"{Guests(count)} и больше";

    public override string ResetFilters => "Сбросить";
    public override string Pages => "Страницы";

    public override string PageOf(int first, int last, int total) =>
        $"{first.ToString("N0", Culture)}–{last.ToString("N0", Culture)} из {total.ToString("N0", Culture)}";

    public override string PageBefore => "Предыдущая страница";
    public override string PageAfter => "Следующая страница";
    public override string Export => "Скачать";

    public override string ExportRows(int rows, int total) =>
        $"{rows.ToString("N0", Culture)} из {total.ToString("N0", Culture)} строк";

    public override string ExportStop => "Остановить";

    public override string ExportDone(int rows) =>
        $"Готово: {rows.ToString("N0", Culture)} {Plural(rows, "строка", "строки", "строк")}";

    public override string ExportStopped => "Остановлено, файл неполный.";
    public override string DetailsAndHistory => "Подробности и история";
    public override string Edit => "Изменить";

    public override string EditTitle(string guest) => $"Бронь: {guest}";

    public override string ConflictBy(string by) => $"Пока вы редактировали, бронь изменили ({ByWhom(by)}):";

    public override string ConflictHint => "Ваши правки сохранены на экране. Проверьте их и сохраните ещё раз.";
    public override string MoreGuests => "больше";
    public override string SlotsLabel => "Сколько слотов подряд";

    public override string SlotsInARow(int count) => $"{Number(count)} {Plural(count, "слот", "слота", "слотов")}";

    public override string HistoryTitle => "История";
    public override string Nothing => "пусто";
    public override string GuestLabel => "Гость";
    public override string ArrivedLabel => "Уже здесь";
    public override string CodeLabel => "Код";
    public override string BookingLabel => "Бронь";
    public override string GuestProfile => "Карточка гостя";

    public override string Act(BookingAction action) =>
        action switch
        {
            BookingAction.Created => "Создана",
            BookingAction.Confirmed => "Подтверждена",
            BookingAction.Seated => "Посадили",
            BookingAction.Completed => "Ушли",
            BookingAction.Canceled => "Отменена",
            BookingAction.NoShow => "Не пришли",
            BookingAction.Moved => "Перенесена",
            BookingAction.Undone => "Изменение отменено",
            BookingAction.Resized => "Изменено время",
            BookingAction.Arrived => "Пришла часть гостей",
            BookingAction.Edited => "Изменена",
            BookingAction.RunsLate => "Опаздывают",
            BookingAction.Approved => "Одобрена",
            BookingAction.Declined => "Отказано",
            BookingAction.ZoneChanged => "Сменился часовой пояс",
            BookingAction.Rated => "Оценили визит",
            BookingAction.DayEnded => "Закрыто в конце смены",
            BookingAction.LookedAt => "Просмотрено",
            BookingAction.Came => "Всё-таки пришли",
            BookingAction.Restored => "Восстановлена",
        };
}
