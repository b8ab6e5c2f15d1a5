using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string SettingsTitle => "Настройки заведения";
    public override string SettingsHint => "Название, адрес, правила брони, QR-код бота";
    public override string SettingsLead => "Изменения действуют сразу, перезапуск не нужен.";
    public override string VenueTitle => "Заведение";
    public override string BookingRulesTitle => "Правила для гостей";
    public override string StaffRulesTitle => "Правила в зале";
    public override string ZoneIsFixed => "Часовой пояс задан переменной VENUE_TIMEZONE и меняется там.";
    public override string CountryIsFixed => "Страна задана переменной VENUE_COUNTRY и меняется там.";
    public override string ZoneWarning => "Брони сохранят время на часах, о котором договорились с гостями, и в новом часовом поясе.";
    public override string Forget => "Не менять";
    public override string SettingsSaved => "Настройки сохранены и уже действуют.";

    public override string BotTitle => "Бот в Telegram";
    public override string BotLead => "Гость наводит камеру на код и попадает в чат с ботом. На странице для печати есть код для каждого стола.";
    public override string NoBot => "Бота ещё нет: задайте BOT_TOKEN, и здесь появятся ссылка и QR-код.";
    public override string BotSilent => "Telegram сейчас не отвечает, имя бота неизвестно. Откройте страницу чуть позже.";
    public override string CampaignLinks => "Ссылки кампаний";
    public override string PrintCodes => "Коды для печати";
    public override string ScanToBook => "Наведите камеру, чтобы забронировать стол";
    public override string QrLabel(string url) => $"QR-код: {url}";

    public override string SettingLabel(string name) => name switch
    {
        nameof(VenueSettings.VenueName) => "Название",
        nameof(VenueSettings.Address) => "Адрес",
        nameof(VenueSettings.Phone) => "Телефон для гостей",
        nameof(VenueSettings.Latitude) => "Широта на карте",
        nameof(VenueSettings.Longitude) => "Долгота на карте",
        nameof(VenueSettings.AboutRu) => "О нас, по-русски",
        nameof(VenueSettings.AboutEn) => "О нас, по-английски",
        nameof(VenueSettings.Country) => "Страна",
        nameof(VenueSettings.TimeZone) => "Часовой пояс",
        nameof(VenueSettings.ServiceDayEnds) => "Когда заканчивается рабочий день",
        nameof(VenueSettings.HorizonDays) => "На сколько дней вперёд",
        nameof(VenueSettings.LeadMinutes) => "Не позже чем за, минут",
        nameof(VenueSettings.ActiveBookingsPerGuest) => "Броней у одного гостя",
        nameof(VenueSettings.LargestPartyOnline) => "Гостей в брони онлайн, до",
        nameof(VenueSettings.ApprovalAbove) => "Компании больше ждут одобрения",
        nameof(VenueSettings.StaffLanguage) => "Язык группы сотрудников",
        nameof(VenueSettings.CancelMinutes) => "Отмена не позже чем за, минут",
        nameof(VenueSettings.HoldMinutes) => "Держим стол при подтверждении, минут",
        nameof(VenueSettings.NoShowMinutes) => "Ждём опоздавших, минут",
        nameof(VenueSettings.WalkInMinutes) => "Гости без брони сидят, минут",
        nameof(VenueSettings.OfferMinutes) => "Держим стол для очереди, минут",
        nameof(VenueSettings.NoShowFlagCount) => "Флажок после неявок",
        nameof(VenueSettings.NoShowFlagMonths) => "Неявки за последние месяцы",
        nameof(VenueSettings.ReminderHours) => "Напоминать за, часов",
        nameof(VenueSettings.QuietFrom) => "Тишина с",
        nameof(VenueSettings.QuietUntil) => "Тишина до",
        nameof(VenueSettings.AsksRating) => "Спрашивать, как прошёл визит",
        nameof(VenueSettings.Campaigns) => "Рекламные кампании",
        nameof(VenueSettings.PhoneWish) => "Телефон гостя в чате",
        nameof(VenueSettings.BufferMinutes) => "Пауза между бронями за столом, минут",
        nameof(VenueSettings.TurnTimes) => "Сколько гости сидят за столом",
        nameof(VenueSettings.PacingParties) => "Компаний за 15 минут онлайн, до",
        nameof(VenueSettings.PacingCovers) => "Гостей за 15 минут онлайн, до",
        _ => name,
    };

    public override string? SettingHint(string name) => name switch
    {
        nameof(VenueSettings.ReminderHours) => "Можно несколько через пробел: 24 3. Пусто — не напоминать.",
        nameof(VenueSettings.Campaigns) => "Названия через пробел: у каждой своя ссылка на бота, в отчётах видно, кого она привела.",
        nameof(VenueSettings.QuietFrom) => "В это время не пишем, если только бронь не вот-вот.",
        nameof(VenueSettings.Country) => "Номера без «+» считаем номерами этой страны.",
        nameof(VenueSettings.TimeZone) => "Начните печатать город: Europe/Moscow, Asia/Yekaterinburg.",
        nameof(VenueSettings.ServiceDayEnds) => "Всё до этого часа ночи считается предыдущим вечером.",
        nameof(VenueSettings.LargestPartyOnline) => "Больше бронируют по телефону.",
        nameof(VenueSettings.ApprovalAbove) => "Стол держим, пока вы не ответите. Пусто: никто не ждёт.",
        nameof(VenueSettings.StaffLanguage) => "Карточки и заметки в группе; в личном чате язык как в Telegram.",
        nameof(VenueSettings.CancelMinutes) => "До начала брони; позже гость звонит.",
        nameof(VenueSettings.BufferMinutes) => "Чтобы убрать стол. Хост может посадить и плотнее.",
        nameof(VenueSettings.TurnTimes) => "Если меньше, чем длится время брони. Без строк бронь длится всё время.",
        nameof(VenueSettings.PacingParties) or nameof(VenueSettings.PacingCovers) => "Столько может начаться одновременно, если бронирует гость.",
        _ => null,
    };

    public override string SettingProblem(string name) => name switch
    {
        nameof(VenueSettings.ReminderHours) => "Не больше 4 чисел от 1 до 168 часов через пробел.",
        nameof(VenueSettings.Campaigns) => $"Названия через пробел, без повторов: строчные латинские буквы и цифры, до {Number(VenueSettings.CampaignLimit)} знаков.",
        nameof(VenueSettings.QuietFrom) or nameof(VenueSettings.QuietUntil) => "Время, например 22:00.",
        nameof(VenueSettings.VenueName) => $"Напишите название, до {Number(SettingsCheck.NameLimit)} знаков.",
        nameof(VenueSettings.Address) => $"Адрес длиннее {Number(SettingsCheck.AddressLimit)} знаков.",
        nameof(VenueSettings.Phone) => "Напишите номер, по которому гости дозвонятся, хотя бы 3 цифры.",
        nameof(VenueSettings.Latitude) => "Широта: число от −90 до 90, вместе с долготой.",
        nameof(VenueSettings.Longitude) => "Долгота: число от −180 до 180, вместе с широтой.",
        nameof(VenueSettings.AboutRu) or nameof(VenueSettings.AboutEn) => $"Текст длиннее {Number(SettingsCheck.AboutLimit)} знаков.",
        nameof(VenueSettings.Country) => "Такой страны нет. Выберите из списка.",
        nameof(VenueSettings.TimeZone) => "Такого пояса нет. Выберите из списка, например Europe/Moscow.",
        nameof(VenueSettings.ServiceDayEnds) => "Время от 00:00 до 12:00.",
        nameof(VenueSettings.TurnTimes) => "В каждой строке: сколько гостей, от 1 до 100 и без повторов, и сколько минут, от 15 до 1440.",
        _ => $"Целое число, {Limits(name)}.",
    };

    private string Limits(string name) => name switch
    {
        nameof(VenueSettings.HorizonDays) => Between(1, 365),
        nameof(VenueSettings.LeadMinutes) => Between(0, 10_080),
        nameof(VenueSettings.CancelMinutes) => $"{Between(0, 10_080)}, или пусто",
        nameof(VenueSettings.HoldMinutes) => Between(1, 60),
        nameof(VenueSettings.NoShowMinutes) => Between(1, 720),
        nameof(VenueSettings.WalkInMinutes) => Between(15, 1440),
        nameof(VenueSettings.OfferMinutes) or nameof(VenueSettings.NoShowFlagMonths) => Between(1, 120),
        nameof(VenueSettings.BufferMinutes) => Between(0, SettingsCheck.LongestBuffer),
        nameof(VenueSettings.PacingParties) => $"{Between(1, 1000)}, или пусто",
        nameof(VenueSettings.PacingCovers) => $"{Between(1, 10_000)}, или пусто",
        nameof(VenueSettings.LargestPartyOnline) or nameof(VenueSettings.ApprovalAbove) => $"{Between(1, 100)}, или пусто",
        _ => Between(1, 100),
    };
}
