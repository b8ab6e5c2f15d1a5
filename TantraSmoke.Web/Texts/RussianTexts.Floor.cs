using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string TableState(TableState state) =>
        state switch
        {
            Core.Floor.TableState.Free => "Свободен",
            Core.Floor.TableState.Soon => "Скоро придут",
            Core.Floor.TableState.Held => "Держим",
            Core.Floor.TableState.Booked => "Ждём",
            Core.Floor.TableState.Late => "Опаздывают",
            Core.Floor.TableState.Seated => "Сидят",
            Core.Floor.TableState.Overrunning => "Сверх времени",
            Core.Floor.TableState.Blocked => "Закрыт",
        };

    public override string TableTitle(string names) =>
        names.Contains('+', StringComparison.Ordinal) ? $"Столы {BotTexts.Listed(names, "и")}" : $"Стол {names}";

    public override string FreeTables(int free, int all) => $"Свободно {Number(free)} из {Number(all)}";

    public override string GuestsSeated(int guests) => $"{Guests(guests)} в зале";

    public override string Legend => "Обозначения";
    public override string Plan => "План зала";
    public override string Close => "Закрыть";

    public override string Arrivals => "Сегодня ждём";
    public override string NoArrivals => "Больше никого не ждём";
    public override string NoArrivalsHint =>
        "Новые брони появятся здесь сами. Гости без брони: нажмите на свободный стол.";

    public override string LateBy(int minutes) => $"опаздывают на {Minutes(minutes)}";

    public override string DueIn(int minutes) => $"через {Minutes(minutes)}";

    public override string DueNow => "пора";
    public override string NoName => "Без имени";

    public override string WalkIn => "Посадить без брони";

    public override string SeatWalkIn(int guests) => $"Посадить без брони: {Guests(guests)}";

    public override string TodayAtTable => "Сегодня за этим столом";
    public override string NothingTodayAtTable => "На сегодня броней больше нет.";

    public override string SinceUntil(string since, string until) => $"с {since} до {until}";

    public override string Till(string time) => $"до {time}";

    public override string At(string time) => $"в {time}";

    public override string MoveTitle(string guest) => $"Пересадить: {guest}";

    public override string MoveHint => "Нажмите на стол на плане.";
    public override string MoveBestTable => "Подобрать стол";
    public override string MoveFull => "мест нет";
    public override string MoveOtherTime => "Или другое время";
    public override string StopMoving => "Отменить пересадку";

    public override string Moved(string guest, string tables, string time) =>
        tables.Contains('+', StringComparison.Ordinal)
            ? $"{guest}: сдвинуты {TableTitle(tables).ToLower(Culture)}, {time}"
            : $"{guest}: теперь {TableTitle(tables).ToLower(Culture)}, {time}";

    public override string WalkInSeated(int guests, string table, string until) =>
        $"Стол {table}: {Guests(guests)} до {until}";

    public override string Asked(StaffQuestion question) =>
        question switch
        {
            StaffQuestion.StillSeated => "Не отмечен уход гостей",
            StaffQuestion.Unattended => "Ждали гостей, пока система не работала",
        };

    public override string AskedHint(StaffQuestion question) =>
        question switch
        {
            StaffQuestion.StillSeated =>
                "Смена закончилась, а гостей не отметили как ушедших. Считаем, что они ушли к концу своего времени.",
            StaffQuestion.Unattended => "Мы никого не отметили и гостям ничего не сообщали. Они пришли?",
        };

    public override string LookedAt => "Отметить просмотренным";

    public override string OverSince(string time) => $"сверх времени с {time}";

    public override string Recent => "Только что";
    public override string Undo => "Вернуть";
    public override string NoHalls => "Столов пока нет";
    public override string NoHallsHint => "Возьмите шаблон, загрузите файл или нарисуйте сами.";
    public override string PlanScrolls => "Проведите по плану, чтобы увидеть весь зал";

    public override string JoinedWith(string tables) =>
        $"{(tables.Contains('+', StringComparison.Ordinal) ? "сдвинуты столы" : "сдвинут со столом")} "
        + $"{BotTexts.Listed(tables, "и")}";

    public override string PlanKeys => "Стрелки — переход от стола к столу, Enter открывает стол.";
    public override string TimeNow => "Время заведения";
}
