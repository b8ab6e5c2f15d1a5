using TantraSmoke.Core.Entities;
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
    public override string AboutTitle => "О нас";
    public override string SettingsSections => "Разделы настроек";
    public override string MapLink => "Ссылка на карту";
    public override string MapLinkHint =>
        "Вставьте ссылку из Яндекс Карт, 2ГИС, Google, Apple или OpenStreetMap либо 55.7602, 37.6486: "
        + "координаты заполнятся сами.";
    public override string MapLinkUnread =>
        "Здесь нет координат. Вставьте длинный адрес страницы карты или широту и долготу.";
    public override string MapLinkShort =>
        "По короткой ссылке место не узнать. Откройте её в браузере и вставьте длинный адрес.";
    public override string ShowOnMap => "Показать на карте";
    public override string ZoneIsFixed => "Часовой пояс задан переменной VENUE_TIMEZONE и меняется там.";
    public override string CountryIsFixed => "Страна задана переменной VENUE_COUNTRY и меняется там.";
    public override string ZoneWarning =>
        "Брони сохранят время, о котором договорились с гостями, и в новом часовом поясе.";
    public override string Forget => "Отменить изменения";
    public override string SettingsSaved => "Настройки сохранены и уже действуют.";

    public override string BotTitle => "Бот в Telegram";
    public override string BotLead =>
        "Гость наводит камеру на код и попадает в чат с ботом. На странице для печати есть код для каждого стола.";
    public override string NoBot => "Бота ещё нет: задайте BOT_TOKEN, и здесь появятся ссылка и QR-код.";
    public override string NoBotToPrint =>
        "Коды ведут гостей в ваш бот в Telegram, а его ещё нет. "
        + "Создайте бота у @BotFather, задайте его токен и откройте эту страницу снова.";
    public override string SetUpBot => "Настроить бота";
    public override string BotSilent =>
        "Telegram сейчас не отвечает, имя бота неизвестно. Откройте страницу чуть позже.";
    public override string CampaignLinks => "Ссылки рекламных кампаний";
    public override string PrintCodes => "Напечатать коды";
    public override string ScanToBook => "Наведите камеру, чтобы забронировать стол";

    public override string QrLabel(string url) => $"QR-код: {url}";

    public override string SettingLabel(string name) =>
        name switch
        {
            nameof(VenueSettings.VenueName) => "Название",
            nameof(VenueSettings.Address) => "Адрес, по-русски",
            nameof(VenueSettings.AddressEn) => "Адрес, по-английски",
            nameof(VenueSettings.Phone) => "Телефон для гостей",
            nameof(VenueSettings.Latitude) => "Широта",
            nameof(VenueSettings.Longitude) => "Долгота",
            nameof(VenueSettings.AboutRu) => "О нас, по-русски",
            nameof(VenueSettings.AboutEn) => "О нас, по-английски",
            nameof(VenueSettings.Country) => "Страна",
            nameof(VenueSettings.TimeZone) => "Часовой пояс",
            nameof(VenueSettings.ServiceDayEnds) => "Смена заканчивается в",
            nameof(VenueSettings.HorizonDays) => "Бронь открыта вперёд на",
            nameof(VenueSettings.LeadMinutes) => "Онлайн-бронь закрывается за",
            nameof(VenueSettings.ActiveBookingsPerGuest) => "Активных броней у гостя",
            nameof(VenueSettings.LargestPartyOnline) => "Гостей в онлайн-брони",
            nameof(VenueSettings.ApprovalAbove) => "Одобрять брони больше чем на",
            nameof(VenueSettings.StaffLanguage) => "Язык группы сотрудников",
            nameof(VenueSettings.CancelMinutes) => "Гость может отменить за",
            nameof(VenueSettings.HoldMinutes) => "Держать стол, пока гость подтверждает",
            nameof(VenueSettings.NoShowMinutes) => "Считать неявкой через",
            nameof(VenueSettings.WalkInMinutes) => "Гости без брони сидят",
            nameof(VenueSettings.OfferMinutes) => "Держать стол для листа ожидания",
            nameof(VenueSettings.NoShowFlagCount) => "Помечать гостя после",
            nameof(VenueSettings.NoShowFlagMonths) => "Считать неявки за последние",
            nameof(VenueSettings.ReminderHours) => "Напоминать за",
            nameof(VenueSettings.QuietFrom) => "Не писать с",
            nameof(VenueSettings.QuietUntil) => "Не писать до",
            nameof(VenueSettings.AsksRating) => "Просить оценить визит",
            nameof(VenueSettings.Campaigns) => "Рекламные кампании",
            nameof(VenueSettings.PhoneWish) => "Телефон гостя в чате",
            nameof(VenueSettings.BufferMinutes) => "Перерыв между бронями за столом",
            nameof(VenueSettings.TurnTimes) => "Сколько гости сидят за столом",
            nameof(VenueSettings.PacingParties) => "Компаний за 15 минут",
            nameof(VenueSettings.PacingCovers) => "Гостей за 15 минут",
            _ => name,
        };

    public override string? SettingUnit(string name) =>
        name switch
        {
            nameof(VenueSettings.HorizonDays) => "дней",
            nameof(VenueSettings.LeadMinutes) or nameof(VenueSettings.CancelMinutes) => "мин до начала",
            nameof(VenueSettings.ActiveBookingsPerGuest) => "не больше",
            nameof(VenueSettings.PacingParties) => "не больше",
            nameof(VenueSettings.LargestPartyOnline) or nameof(VenueSettings.PacingCovers) => "не больше",
            nameof(VenueSettings.ApprovalAbove) => "гостей",
            nameof(VenueSettings.HoldMinutes)
            or nameof(VenueSettings.NoShowMinutes)
            or nameof(VenueSettings.WalkInMinutes)
            or nameof(VenueSettings.OfferMinutes)
            or nameof(VenueSettings.BufferMinutes) => "мин",
            nameof(VenueSettings.NoShowFlagCount) => "неявок",
            nameof(VenueSettings.NoShowFlagMonths) => "месяцев",
            nameof(VenueSettings.ReminderHours) => "ч до начала",
            nameof(VenueSettings.Latitude) or nameof(VenueSettings.Longitude) => "°",
            _ => null,
        };

    public override string? SettingHint(string name) =>
        name switch
        {
            nameof(VenueSettings.VenueName) => "Гости читают его в чате и в напоминаниях.",
            nameof(VenueSettings.Phone) => "Для тех, кому нужно позвонить, например +7 495 000-00-00.",
            nameof(VenueSettings.Address) => "Гости видят его вместе с картой, например Москва, ул. Покровка, 1.",
            nameof(VenueSettings.AddressEn) => "Например, Pokrovka 1, Moscow.",
            nameof(VenueSettings.Country) => "Номера без «+» считаем номерами этой страны.",
            nameof(VenueSettings.TimeZone) => "Начните вводить город: Europe/Moscow, Asia/Yekaterinburg.",
            nameof(VenueSettings.ServiceDayEnds) => "Всё до этого часа относится к предыдущему вечеру: если 06:00, "
                + "гость в 01:30 субботы записан на пятницу.",
            nameof(VenueSettings.AboutRu) => "Что бот отвечает на «О нас».",
            nameof(VenueSettings.AboutEn) => "Что бот отвечает на About us.",
            nameof(VenueSettings.HorizonDays) =>
                "Если 14, сегодня можно забронировать на любой день ближайших двух недель.",
            nameof(VenueSettings.LeadMinutes) => "Если 30, слот в 20:00 в чате можно забронировать до 19:30.",
            nameof(VenueSettings.ActiveBookingsPerGuest) =>
                "Если 3, четвёртую бронь гость сделает, когда одна из трёх пройдёт или будет отменена.",
            nameof(VenueSettings.LargestPartyOnline) => "Если 8, девятерых попросим позвонить. Пусто: без ограничения.",
            nameof(VenueSettings.ApprovalAbove) =>
                "Если 6, стол на семерых держим, пока вы не ответите. Пусто: одобрять не нужно.",
            nameof(VenueSettings.CancelMinutes) =>
                "Если 60, бронь на 20:00 можно отменить в чате до 19:00, позже гостю нужно звонить. "
                    + "Пусто: в любое время.",
            nameof(VenueSettings.HoldMinutes) =>
                "Если 5, выбранный гостем стол пять минут не достанется никому другому.",
            nameof(VenueSettings.NoShowMinutes) =>
                "Если 20, бронь на 20:00 в 20:20 станет неявкой, и стол освободится.",
            nameof(VenueSettings.WalkInMinutes) => "Если 120, стол, за который сели в 19:00 без брони, занят до 21:00.",
            nameof(VenueSettings.OfferMinutes) => "Если 10, у следующих в листе ожидания десять минут на ответ.",
            nameof(VenueSettings.NoShowFlagCount) =>
                "Если 2, после двух неявок хостес увидит предупреждение у следующей брони гостя.",
            nameof(VenueSettings.NoShowFlagMonths) => "Если 6, более давние неявки не считаем.",
            nameof(VenueSettings.ReminderHours) =>
                "Можно несколько через пробел: 24 3 — за день и за три часа. Пусто: не напоминать.",
            nameof(VenueSettings.QuietFrom) =>
                "С этого часа не пишем, например с 22:00, если только бронь не совсем скоро.",
            nameof(VenueSettings.QuietUntil) => "С этого часа пишем снова, например с 10:00.",
            nameof(VenueSettings.AsksRating) =>
                "После визита бот просит от одной до пяти звёзд; среднее видно в отчётах.",
            nameof(VenueSettings.Campaigns) => "Названия через пробел: insta flyer2. "
                + "У каждого своя ссылка на бота, в отчётах видно, кого она привела.",
            nameof(VenueSettings.PhoneWish) => "Спрашивает ли бот номер при первой брони.",
            nameof(VenueSettings.StaffLanguage) =>
                "Для карточек и заметок в группе; в личном чате язык как в Telegram.",
            nameof(VenueSettings.BufferMinutes) =>
                "Если 15, стол с бронью до 20:00 предложим снова с 20:15. Хостес может посадить и плотнее.",
            nameof(VenueSettings.TurnTimes) =>
                "Например, двое сидят 90 минут. Действует, если это короче слота; без строк бронь длится весь слот.",
            nameof(VenueSettings.PacingParties) =>
                "Если 4, пятой компании на то же время предложим другое. Пусто: без ограничения.",
            nameof(VenueSettings.PacingCovers) =>
                "Если 16, кухня не получит больше 16 гостей сразу. Пусто: без ограничения.",
            _ => null,
        };

    public override string SettingProblem(string name) =>
        name switch
        {
            nameof(VenueSettings.ReminderHours) => "Не больше 4 чисел от 1 до 168 часов через пробел.",
            nameof(VenueSettings.Campaigns) => "Названия через пробел, без повторов: строчные латинские буквы и цифры, "
                + $"до {Number(VenueSettings.CampaignLimit)} знаков.",
            nameof(VenueSettings.QuietFrom) or nameof(VenueSettings.QuietUntil) => "Время, например 22:00.",
            nameof(VenueSettings.VenueName) => $"Напишите название, до {Number(SettingsCheck.NameLimit)} знаков.",
            nameof(VenueSettings.Address) or nameof(VenueSettings.AddressEn) =>
                $"Адрес длиннее {Number(SettingsCheck.AddressLimit)} знаков.",
            nameof(VenueSettings.Phone) => "Напишите номер, по которому гости дозвонятся, хотя бы 3 цифры.",
            nameof(VenueSettings.Latitude) => "Широта: число от −90 до 90, вместе с долготой.",
            nameof(VenueSettings.Longitude) => "Долгота: число от −180 до 180, вместе с широтой.",
            nameof(VenueSettings.AboutRu) or nameof(VenueSettings.AboutEn) =>
                $"Текст длиннее {Number(SettingsCheck.AboutLimit)} знаков.",
            nameof(VenueSettings.Country) => "Такой страны нет. Выберите из списка.",
            nameof(VenueSettings.TimeZone) => "Такого пояса нет. Выберите из списка, например Europe/Moscow.",
            nameof(VenueSettings.ServiceDayEnds) => "Время от 00:00 до 12:00.",
            nameof(VenueSettings.TurnTimes) =>
                "В каждой строке: сколько гостей, от 1 до 100 и без повторов, и сколько минут, от 15 до 1440.",
            _ => $"Целое число, {Limits(name)}.",
        };

    private string Limits(string name) =>
        name switch
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
            nameof(VenueSettings.LargestPartyOnline) or nameof(VenueSettings.ApprovalAbove) =>
                $"{Between(1, 100)}, или пусто",
            _ => Between(1, 100),
        };
}
