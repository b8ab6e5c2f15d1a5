using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string GuideTitle => "Настройте заведение";
    public override string GuideLeave => "Пока пропустить";
    public override string GuideStepsLabel => "Шаги";
    public override string GuideIsDone => "готово";
    public override string GuideUnfinished => "Заведение ещё не настроено";
    public override string GuideAgain => "Пройти настройку ещё раз";
    public override string GuideVenue => "Название и место";
    public override string GuideHours => "Часы";
    public override string GuideTables => "Залы и столы";
    public override string GuideBot => "Бот";
    public override string GuideStaff => "Сотрудники";
    public override string GuideReady => "Готово";
    public override string GuideGoOn => "Продолжить";
    public override string GuideSaveAndGoOn => "Сохранить и продолжить";
    public override string GuideVenueLead =>
        "Пока здесь пример. Гости читают это в чате; всё можно изменить позже в «Настройке».";

    public override string GuideZoneHere(string zone) => $"Как на этом устройстве: {zone}";

    public override string GuideHoursNow => "Сейчас можно бронировать";
    public override string GuideKeepHours => "Оставить эти часы";
    public override string GuideHoursLead =>
        "Когда можно забронировать стол, например каждые 2 часа с 12:00 до 02:00. "
        + "Дни с другими часами добавите позже в расписании.";
    public override string GuideOpenDays => "Открыто в эти дни, в остальные закрыто";
    public override string GuideTablesLead => "Начните с зала, похожего на ваш, а потом подвиньте всё на плане.";

    public override string GuideTablesNow(int tables, int seats) => $"{TablesCount(tables)}, {Seats(seats)}";

    public override string GuideKeepTables => "Продолжить с этими";
    public override string GuideEditTables => "Изменить на плане";
    public override string GuideRoomInUse =>
        "Брони уже есть, поэтому эти столы остаются. Измените их на плане или добавьте ещё один зал.";
    public override string GuideReplace => "Заменить";

    public override string GuideReplaceAsk(int tables, string halls) =>
        $"Будет удалено: {TablesCount(tables)} ({halls}). Броней ещё не было.";

    public override string GuideFromTemplate => "Из шаблона";
    public override string GuideTakeTemplate => "Взять этот";
    public override string GuideDrawBeside => "Добавить как ещё один зал";

    public override string GuideTemplateHas(int tables, int seats) => $"{TablesCount(tables)}, {Seats(seats)}";

    public override string GuideOwn => "Свой план";
    public override string GuideOwnLead => "Загрузите файл в формате TABLES_JSON или нарисуйте сами на пустом плане.";
    public override string GuideDraw => "Нарисовать с нуля";
    public override string GuideImportLead => "Столы из файла заменят все нынешние.";

    public override string PlanOf(string hall, int tables) => $"{hall}: {TablesCount(tables)}";

    public override string GuideBotIsSet => "BOT_TOKEN задан. Спрашиваем у Telegram, какой это бот.";
    public override string GuideCheckAgain => "Проверить ещё раз";
    public override string GuideBotLead =>
        "Отправьте @BotFather в Telegram команду /newbot, выберите имя и вставьте токен, который он даст. "
        + "Здесь он только проверяется и нигде не хранится.";
    public override string GuideToken => "Токен";
    public override string GuideCheckToken => "Проверить";

    public override string GuideTokenWorks(string name, string username) => $"Работает: {name}, t.me/{username}";

    public override string GuideTokenGoesToEnv =>
        "Чтобы бот заработал, впишите эту строку с полным токеном в файл .env рядом с программой и запустите "
        + "TantraSmoke заново.";
    public override string GuideNoToken => "Это не похоже на токен: в нём число, двоеточие, затем буквы и цифры.";
    public override string GuideTokenRefused =>
        "Telegram не знает такого токена. Получите его у @BotFather ещё раз командой /token.";

    public override string GuideTelegramSilent(string reason) => $"Telegram не отвечает: {reason}";

    public override string GuideSimulator => "А пока вместо бота работает симулятор:";
    public override string GuideWithoutBot => "Продолжить без бота";
    public override string GuideStaffLead =>
        "Хостес ведут зал, менеджеры ещё смотрят отчёты и меняют столы и часы, администраторам можно всё. "
        + "Каждый, кого вы добавите, получит одноразовую ссылку для входа.";
    public override string GuideNoWayBack =>
        "Вы вошли по одноразовой ссылке, второй раз она не сработает. Пока администраторы не могут входить через "
        + "Google или Telegram, сервер при каждом запуске печатает в консоли новую ссылку.";
    public override string GuideMe => "Моё имя и вход";

    public override string GuideBookable(string venue, string when, string table) =>
        $"{venue}: можно бронировать. Первый свободный стол на двоих: {when}, стол {table}.";

    public override string GuideNotBookable => "Гостям пока нечего предложить: нет столов или часов.";
    public override string GuideLeft => "Пока пропущено:";
    public override string GuideTryIt => "Забронировать как гость в симуляторе";
    public override string GuideMoreRules => "Другие правила";
    public override string GuideFinish => "Завершить";

    public override string GuideDone(int done, int all) => $"Готово {Number(done)} из {Number(all)}";

    public override string TablePhoto => "Фото";
    public override string PhotoHint => "Сохраняется сразу. Гости и хостес увидят, как выглядит стол.";
    public override string PhotoAfterSaving => "Фото нового стола можно добавить после сохранения зала.";

    public override string PhotoOf(string table) => $"{table}: фото";

    public override string PhotoKept => "Фото сохранено.";
    public override string PhotoGone => "Фото удалено.";
    public override string RemovePhoto => "Удалить фото";

    public override string TemplateName(RoomTemplate template) =>
        template switch
        {
            RoomTemplate.Bar => "Бар",
            RoomTemplate.Lounge => "Лаундж",
            RoomTemplate.Restaurant => "Ресторан с террасой",
        };
}
