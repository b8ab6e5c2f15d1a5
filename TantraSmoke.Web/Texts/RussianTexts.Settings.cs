using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string SettingsTitle => "Настройки заведения";
    public override string SettingsHint => "Название, адрес, правила брони, QR-код бота";
    public override string SettingsLead => "Изменения действуют сразу, перезапуск не нужен.";
    public override string VenueTitle => "Заведение";
    public override string BookingRulesTitle => "Правила для гостей";
    public override string StaffRulesTitle => "Правила зала";
    public override string ZoneIsFixed => "Часовой пояс задан переменной VENUE_TIMEZONE и меняется там.";
    public override string CountryIsFixed => "Страна задана переменной VENUE_COUNTRY и меняется там.";
    public override string ZoneWarning => "Брони сохранят время, о котором договорились с гостями, и в новом часовом поясе.";
    public override string Forget => "Отменить изменения";
    public override string SettingsSaved => "Настройки сохранены и уже действуют.";

    public override string BotTitle => "Бот в Telegram";
    public override string BotLead => "Гость наводит камеру на код и попадает в чат с ботом. На странице для печати есть код для каждого стола.";
    public override string NoBot => "Бота ещё нет: задайте BOT_TOKEN, и здесь появятся ссылка и QR-код.";
    public override string BotSilent => "Telegram сейчас не отвечает, имя бота неизвестно. Откройте страницу чуть позже.";
    public override string CampaignLinks => "Ссылки рекламных кампаний";
    public override string PrintCodes => "Напечатать коды";
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
        nameof(VenueSettings.ServiceDayEnds) => "Смена заканчивается в",
        nameof(VenueSettings.HorizonDays) => "Бронь открыта вперёд (дней)",
        nameof(VenueSettings.LeadMinutes) => "Закрывать приём за (минут до начала)",
        nameof(VenueSettings.ActiveBookingsPerGuest) => "Активных броней у гостя, до",
        nameof(VenueSettings.LargestPartyOnline) => "Гостей в онлайн-брони, до",
        nameof(VenueSettings.ApprovalAbove) => "Одобрять брони больше (гостей)",
        nameof(VenueSettings.StaffLanguage) => "Язык группы сотрудников",
        nameof(VenueSettings.CancelMinutes) => "Гость может отменить за (минут до начала)",
        nameof(VenueSettings.HoldMinutes) => "Держать стол, пока гость подтверждает (минут)",
        nameof(VenueSettings.NoShowMinutes) => "Считать неявкой через (минут)",
        nameof(VenueSettings.WalkInMinutes) => "Гости без брони сидят (минут)",
        nameof(VenueSettings.OfferMinutes) => "Держать стол для листа ожидания (минут)",
        nameof(VenueSettings.NoShowFlagCount) => "Помечать гостя после (неявок)",
        nameof(VenueSettings.NoShowFlagMonths) => "Считать неявки за последние (месяцев)",
        nameof(VenueSettings.ReminderHours) => "Напоминать за (часов)",
        nameof(VenueSettings.QuietFrom) => "Не писать с",
        nameof(VenueSettings.QuietUntil) => "Не писать до",
        nameof(VenueSettings.AsksRating) => "Спрашивать, как прошёл визит",
        nameof(VenueSettings.Campaigns) => "Рекламные кампании",
        nameof(VenueSettings.PhoneWish) => "Телефон гостя в чате",
        nameof(VenueSettings.BufferMinutes) => "Перерыв между бронями за столом (минут)",
        nameof(VenueSettings.TurnTimes) => "Сколько гости сидят за столом",
        nameof(VenueSettings.PacingParties) => "Компаний, приходящих за 15 минут, до",
        nameof(VenueSettings.PacingCovers) => "Гостей, приходящих за 15 минут, до",
        _ => name,
    };

    public override string? SettingHint(string name) => name switch
    {
        nameof(VenueSettings.ReminderHours) => "Можно несколько через пробел: 24 3. Пусто: не напоминать.",
        nameof(VenueSettings.Campaigns) => "Названия через пробел: у каждой своя ссылка на бота, в отчётах видно, кого она привела.",
        nameof(VenueSettings.QuietFrom) => "В эти часы не пишем, если только бронь не совсем скоро.",
        nameof(VenueSettings.Country) => "Номера без «+» считаем номерами этой страны.",
        nameof(VenueSettings.TimeZone) => "Начните вводить город: Europe/Moscow, Asia/Yekaterinburg.",
        nameof(VenueSettings.ServiceDayEnds) => "Всё до этого часа относится к предыдущему вечеру.",
        nameof(VenueSettings.LargestPartyOnline) => "Компании больше бронируют по телефону.",
        nameof(VenueSettings.ApprovalAbove) => "Стол держим, пока вы не ответите. Пусто: одобрять не нужно.",
        nameof(VenueSettings.StaffLanguage) => "Для карточек и заметок в группе; в личном чате язык как в Telegram.",
        nameof(VenueSettings.CancelMinutes) => "Позже гостю нужно звонить.",
        nameof(VenueSettings.BufferMinutes) => "Чтобы убрать стол. Хостес может посадить и плотнее.",
        nameof(VenueSettings.TurnTimes) => "Если это короче слота. Без строк бронь длится весь слот.",
        nameof(VenueSettings.PacingParties) or nameof(VenueSettings.PacingCovers) => "Сколько может прийти одновременно, если бронируют онлайн.",
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
