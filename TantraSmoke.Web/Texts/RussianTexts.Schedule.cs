using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Schedule;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string ScheduleTitle => "Расписание";
    public override string ScheduleHint => "Слоты по дням недели, особые дни, длительность визита";
    public override string ScheduleLead =>
        "Когда можно забронировать стол. Изменения сразу видны гостям; уже сделанные брони не меняются.";
    public override string WeekTitle => "Неделя";
    public override string WeekdaysLabel => "Дни недели";
    public override string Generate => "Задать всю неделю";
    public override string EveryMinutes => "И начинается каждые";
    public override string LengthMinutes => "Слот длится";

    public override string WillBe(int slots) =>
        $"Получится {Number(slots)} {Plural(slots, "слот", "слота", "слотов")} в день.";

    public override string AddSlot => "Добавить слот";
    public override string RemoveSlot => "Убрать";
    public override string FromTime => "С какого времени";
    public override string UntilTime => "До какого времени";
    public override string OnDays => "В какие дни";
    public override string HoursLead => "Гости увидят изменения сразу. Невыбранные дни останутся как есть.";
    public override string EveryDay => "Каждый день";
    public override string Closed => "Закрыто";

    public override string ChangeHoursOf(string days, string hours) => $"{days}: {hours}. Изменить";

    public override string BandLabel(int number) => $"Часы, {Number(number)}";

    public override string AddBand => "Добавить часы после перерыва";
    public override string RemoveBand => "Убрать эти часы";
    public override string NoHours => "В эти дни закрыто.";
    public override string LeaveOut => "Убрать этот слот";
    public override string PutBack => "Вернуть этот слот";
    public override string LeaveOutHint => "Нажмите на слот, чтобы убрать его.";

    protected override string BandSlots(HoursBand band) =>
        band.Slots.Count == 1 ? "один слот"
        : band.Every == band.Length ? $"слоты по {Lasting(band.Length)}"
        : $"слоты по {Lasting(band.Length)}, шаг {Lasting(band.Every)}";

    public override string FirstDay => "Первый день";
    public override string LastDay => "Последний день";
    public override string LastDayHint => "Для одного дня оставьте пустым.";

    public override string ScheduleChanged(int kept) =>
        kept == 0 ? "Расписание изменено." : $"Расписание изменено. Без изменений: {BookingsCount(kept)}.";

    public override string ChangeAllTheSame => "Всё равно изменить";
    public override string SeeBookings => "Показать в списке броней";

    public override string PreviewTitle => "Что видит гость";
    public override string PreviewLead => "Выберите день и число гостей: прямо сейчас бот предложит то же самое.";
    public override string PreviewNothing => "Гостю нечего предложить.";

    public override string PreviewFull(string times) => $"Мест нет: {times}";

    public override string PauseTitle => "Пауза онлайн-брони";
    public override string PauseLead => "Гости увидят, когда онлайн-бронь откроется снова. Вы бронируете как обычно.";
    public override string PauseFor => "На сколько";

    public override string PausedUntil(string when) => $"Онлайн-бронь на паузе до {when}";

    public override string ResumeNow => "Открыть сейчас";
    public override string Resumed => "Гости снова могут бронировать.";

    public override string Hours(int count) => $"{Number(count)} ч";

    public override string SpecialDaysTitle => "Особые дни";
    public override string AddSpecialDay => "Добавить особый день";
    public override string NoSpecialDays =>
        "Впереди только обычные дни. Праздник, санитарный день или банкет добавьте здесь.";
    public override string SpecialKindLabel => "Тип дня";

    public override string SpecialKind(SpecialDayKind kind) =>
        kind switch
        {
            SpecialDayKind.Closed => "Закрыто",
            SpecialDayKind.OtherHours => "Другие часы",
            SpecialDayKind.PrivateEvent => "Мероприятие",
        };

    public override string SpecialName => "Название";
    public override string SpecialNameHint => "Например, корпоратив";
    public override string SpecialHours => "Слоты в этот день";
    public override string SpecialHall => "Зал мероприятия";
    public override string EventHint =>
        "Все столы зала будут закрыты на это время. Остальные залы работают как обычно.";
    public override string MakeOrdinary => "Сделать обычным днём";

    public override string RulesTitle => "Правила";
    public override string UpToGuests => "До скольких гостей";
    public override string StayMinutes => "минут за столом";
    public override string AddTurnTime => "Добавить строку";
    public override string RemoveTurnTime => "Убрать строку";
    public override string Unlimited => "без ограничения";
}
