namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string NewBooking => "Новая бронь";
    public override string Search => "Поиск";
    public override string SearchHint => "Имя, телефон, @username, код";
    public override string StatusLabel => "Статус";
    public override string AllStatuses => "Все";
    public override string NoBookings => "На этот день броней нет";
    public override string NoBookingsHint =>
        "Гость позвонил? Нажмите «Новая бронь». Брони из Telegram появятся здесь сами.";
    public override string NothingFound => "Ничего не нашлось";
    public override string NothingFoundHint => "Измените запрос или статус.";

    public override string FoundOnOtherDays(int bookings) => $"Показать найденное в другие дни: {bookings}";

    public override string EarlierToday => "Раньше сегодня";
    public override string NowAndLater => "Сейчас и позже";
    public override string BookedAtLabel => "Создана";
    public override string ColumnsLabel => "Столбцы";

    public override string DetailsOf(string guest) => $"{guest}: подробнее";

    public override string DayLabel => "День";
    public override string DayBefore => "Предыдущий день";
    public override string DayAfter => "Следующий день";
    public override string Today => "Сегодня";
    public override string DateFormat => "ddd, d MMM yyyy";
    public override string GuestName => "Имя гостя";
    public override string Phone => "Телефон";
    public override string NoPhoneNumber =>
        "Похоже, это не номер телефона. Напишите его целиком, номер другой страны — с «+» и её кодом.";
    public override string PartySize => "Сколько гостей";
    public override string TimeLabel => "Время";
    public override string NoTimes => "На этот день свободного времени не осталось. Выберите другой.";
    public override string TableLabel => "Стол";
    public override string Comment => "Комментарий";
    public override string ChooseTime => "Выберите время";

    public override string BestTable(string name) => $"Лучший: {name}";

    public override string SameTable(string name) => $"Оставить {name}";

    public override string SaveAndMove(string when) => $"Сохранить и перенести: {when}";

    public override string BookFor(string when) => $"Забронировать: {when}";

    public override string Booked(string guest, string tables, string when, string code) =>
        $"{guest}: {TableTitle(tables).ToLower(Culture)}, {when}. Код {code}";
}
