namespace TantraSmoke.Bot.Texts;

internal sealed partial class RussianTexts
{
    public override string HallMap => "🗺 План зала";
    public override string AppGuests => "Гостей";
    public override string AppDay => "День";
    public override string AppTime => "Время";
    public override string AppPlan => "План зала";
    public override string AppFits => "свободен и подходит";
    public override string AppFree => "свободен, другого размера";
    public override string AppTaken => "занят";
    public override string AppChoose => "Выберите стол на плане или в списке";
    public override string AppNoTimes => "На этот день свободного времени не осталось. Посмотрите другой.";
    public override string AppIsTaken => "На это время стол занят. Зелёные — свободны.";
    public override string AppIsUnfit => "Этот стол не подходит вашей компании по размеру. Подходящие — зелёные.";
    public override string AppBook => "Забронировать";
    public override string AppClose => "Закрыть";
    public override string AppDoneHint => "Бронь уже в чате: там её можно изменить или отменить.";
    public override string AppOffline => "Нет связи. Пробуем ещё раз…";
    public override string AppReopen =>
        "Страница устарела или открыта по чужой ссылке. Закройте её и откройте план зала из чата.";
    public override string AppOnlyInTelegram => "План зала открывается из чата с ботом.";
    public override string AppTooFast => "Слишком много нажатий. Подождите минуту, пожалуйста.";

    public override string AppSeats(int seats) => Seats(seats);

    public override string AppGone(string table) => $"{table}: только что заняли. Остальные зелёные ещё свободны.";

    public override string AppTooLate(string numbers, string others) =>
        $"{Table(numbers)} только что заняли 😔 На это время ещё свободны: {others}.";
}
