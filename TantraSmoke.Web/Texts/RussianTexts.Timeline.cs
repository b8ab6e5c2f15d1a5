using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string Timeline => "Таймлайн";

    public override string TimelineOf(string day) => $"Столы по часам, {day}";

    public override string BarState(BarState state) =>
        state switch
        {
            Core.Floor.BarState.Requested => "Ждёт ответа",
            Core.Floor.BarState.Booked => "Забронировано",
            Core.Floor.BarState.Confirmed => "Подтверждено",
            Core.Floor.BarState.Late => "Опаздывают",
            Core.Floor.BarState.Seated => "Сидят",
            Core.Floor.BarState.Overrunning => "Сверх времени",
            Core.Floor.BarState.Completed => "Ушли",
            Core.Floor.BarState.NoShow => "Не пришли",
            Core.Floor.BarState.Held => "Держим",
            Core.Floor.BarState.Offered => "Держим для листа ожидания",
            Core.Floor.BarState.Blocked => "Закрыт",
        };

    public override string ZoomIn => "Крупнее";
    public override string ZoomOut => "Мельче";
    public override string TimelineHint =>
        "Перетащите бронь на другой стол или время, потяните за край, чтобы изменить длительность. "
        + "На сенсорном экране сначала подержите палец.";
    public override string BarKeys =>
        "Стрелки двигают бронь на 15 минут или на другой стол, с Shift меняют её конец. "
        + "Enter сохраняет, Escape отменяет. Без изменений Enter открывает бронь.";

    public override string NowLine(string time) => $"Сейчас {time}";

    public override string BarPlace => "Стол {0}, {1}–{2}";
    public override string BarOverlaps => "занято: {0}";
    public override string BarIsBack => "Вернулось на место.";
    public override string BarCannotMove =>
        "Завершённые визиты, закрытые столы и столы, которые держим, двигать нельзя.";
    public override string BarTimeIsFixed => "Гости уже сидят: можно изменить только стол и конец.";

    public override string Stretched(string guest, string span) => $"{guest}: теперь {span}";

    public override string ClaimUntil(string time) => $"до {time}";

    public override string PrintShift => "Лист смены";
}
