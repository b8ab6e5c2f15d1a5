using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string FromTo(string from, string to) => $"с {from} до {to}";

    public override string Halls => "Залы";

    public override string CoversOfDay(int guests) => $"{Guests(guests)} за смену";

    public override string Panels => "Что показать";
    public override string TabArrivals => "Ждём";
    public override string TabSeated => "Сидят";
    public override string TabWaitlist => "Ожидание";
    public override string NextTwoHours => "Ближайшие два часа";
    public override string LaterToday => "Позже";

    public override string TableStillTaken(string table) => $"{TableTitle(table).ToLower(Culture)} ещё занят";

    public override string SomeAreHere => "Часть уже здесь";

    public override string HowManyAreHere(string guest) => $"Сколько гостей уже здесь: {guest}";

    public override string NobodyYet => "Ещё никого";

    public override string AreHere(int here, int party) => $"{Number(here)} из {Number(party)} здесь";

    public override string NobodySeated => "В зале никого";
    public override string NobodySeatedHint => "Гости без брони: нажмите на свободный стол, затем число гостей.";

    public override string Remaining(int minutes) => $"ещё {Minutes(minutes)}";

    public override string OverBy(int minutes) => $"сверх времени {Minutes(minutes)}";

    public override string NextParty(string time, string guest) => $"следующие в {time}: {guest}";

    public override string ExtendTo(string time) => $"+30 мин, до {time}";

    public override string ExtendedTo(string guest, string time) => $"{guest}: теперь до {time}";

    public override string ExtendShort => "+30 мин";
    public override string JoinTables => "Сдвинуть столы";

    public override string JoinTitle(string guest) => $"Столы: {guest}";

    public override string JoinHint => "Нажимайте на столы, чтобы добавить или убрать. Время остаётся прежним.";

    public override string JoinChosen(string tables, int seats) => $"{TableTitle(tables)}, {Seats(seats)}";

    public override string JoinTooFew(int party) =>
        $"Не хватает мест: нужно на {Number(party)} {Plural(party, "гостя", "гостей", "гостей")}.";

    public override string JoinDone(string tables) =>
        tables.Contains('+', StringComparison.Ordinal)
            ? $"Сдвинуть {TableTitle(tables).ToLower(Culture)}"
            : $"Занять {TableTitle(tables).ToLower(Culture)}";

    public override string FreeAllEvening(string until) => $"Свободен весь вечер. Пока посадим до {until}.";

    public override string FreeUntilShort(string until) => $"Свободен до {until}.";

    public override string FreeUntilLong(string until, string seated) =>
        $"Свободен до {until}. Пока посадим до {seated}.";

    public override string TooShort(string time) => $"Стол нужен в {time}: посадить других уже не успеть.";

    public override string BlockTable => "Закрыть стол";

    public override string BlockTitle(string table) => $"Закрыть {TableTitle(table).ToLower(Culture)}";

    public override string BlockReason => "Причина";
    public override string BlockUntil => "До какого времени";
    public override string BlockFrom => "С какого времени";
    public override string BlockEndOfDay => "До конца смены";
    public override string Block => "Закрыть стол";
    public override string Unblock => "Открыть стол";

    public override string Blocked(string table, string until) => $"{TableTitle(table)}: закрыт до {until}";

    public override string Unblocked(string table) => $"{TableTitle(table)}: снова открыт";

    public override string More(int count) => $"Ещё {Number(count)}";

    public override string OtherTime => "Другое время";
    public override string TimeOfDay => "Время дня";
    public override string BackToNow => "Текущее время";

    public override string AsItWas(string when) => $"Как было: {when}";

    public override string AsPlanned(string when) => $"Как будет: {when}";

    public override string AtThatTable => "В этот день за этим столом";
    public override string NothingThatDay => "В этот день за этим столом броней нет.";

    public override string SeatHere(string tables) => $"Посадить: {TableTitle(tables).ToLower(Culture)}";

    public override IReadOnlyList<string> BlockReasons { get; } =
    ["Поломка", "Уборка", "Мероприятие", "Резерв заведения"];
}
