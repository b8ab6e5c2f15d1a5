using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string Waitlist => "Лист ожидания";
    public override string WaitlistEmpty => "Никто не ждёт";
    public override string WaitlistEmptyHint => "Когда всё занято, запишите, кто ждёт и сколько вы обещали.";
    public override string WaitlistAdd => "Добавить гостей";
    public override string WaitlistSave => "Добавить в лист ожидания";
    public override string WaitlistEdit => "Изменить";
    public override string Save => "Сохранить";
    public override string PhoneOptional => "Телефон (необязательно)";
    public override string KnownGuests => "Знакомые гости";
    public override string Quote => "Сколько ждать";

    public override string QuoteSuggestion(int minutes) => $"Примерно {Minutes(minutes)}, судя по столам и очереди.";

    public override string QuoteFreeNow(string tables) => $"{TableTitle(tables)}: свободно, можно сажать сразу.";

    public override string QuoteNone => "В ближайшие часы подходящего стола нет.";

    public override string Waits(int minutes, int quoted) => $"ждут {Minutes(minutes)} из {Number(quoted)}";

    public override string OverQuote(int minutes) => $"дольше обещанного на {Minutes(minutes)}";

    public override string Offer => "Придержать стол";

    public override string OfferTable(string tables) => $"Придержать {TableTitle(tables).ToLower(Culture)}";

    public override string OfferedUntil(string tables, string until) => $"{TableTitle(tables)}: держим до {until}";

    public override string Withdraw => "Больше не держать";
    public override string LeftWaitlist => "Не дождались";
    public override string NoTableFits => "Подходящего свободного стола сейчас нет.";
    public override string ChooseTable => "Выбрать стол";

    public override string FreeFor(string tables, string until) => $"{TableTitle(tables)}, до {until}";

    public override string WaitlistAdded(string party) => $"{party}: в листе ожидания";

    public override string WaitlistEdited(string party) => $"{party}: изменено в листе ожидания";

    public override string WaitlistOffered(string party, string tables) =>
        $"{party}: держим {TableTitle(tables).ToLower(Culture)}";

    public override string WaitlistWithdrawn(string party) => $"{party}: снова ждут";

    public override string WaitlistSeated(string party, string tables) =>
        $"{party}: за столом, {TableTitle(tables).ToLower(Culture)}";

    public override string WaitlistLeft(string party) => $"{party}: не дождались";

    public override string WaitlistStatus(WaitlistStatus status) =>
        status switch
        {
            Core.Entities.WaitlistStatus.Waiting => "Ждут",
            Core.Entities.WaitlistStatus.Offered => "Держим стол",
            Core.Entities.WaitlistStatus.Seated => "За столом",
            Core.Entities.WaitlistStatus.Left => "Не дождались",
            Core.Entities.WaitlistStatus.Booked => "Забронировали",
        };

    public override string CannotBeAsked => "Автоматически не спросим: гостям нельзя написать в Telegram.";

    public override string AskedAfterPause(string until) => $"Онлайн-бронь на паузе: спросим после {until}.";

    public override string AskedInTheMorning(string time) => $"Тихие часы: спросим с {time}, место в очереди за ними.";

    public override string FreeNow => "Свободны сейчас";
    public override string FreeNext => "Скоро освободятся";
    public override string NobodyFits => "никому из ожидающих не подходит";
    public override string NoTableNext => "В ближайшие часы столы не освободятся.";
    public override string NoTableNow => "Все столы заняты.";

    public override string AboutTime(string time) => $"около {time}";

    public override string InMinutes(int minutes) => $"через {Minutes(minutes)}";

    public override string WaitsUnpromised(int minutes) => $"ждут {Minutes(minutes)}, время не обещали";
}
