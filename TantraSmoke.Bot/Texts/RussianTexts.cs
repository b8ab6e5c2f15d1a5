using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Talk;
using TantraSmoke.Core.Waitlist;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class RussianTexts : BotTexts
{
    protected override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("ru-RU");

    public override string Book => "🍽️ Забронировать столик";
    public override string MyBookings => "📅 Мои брони";
    public override string About => "ℹ️ О нас";
    public override string AdminPanel => "🔐 Админ-панель";

    public override string Welcome(string guest, string venue) =>
        $"Здравствуйте, {guest}! 👋\nЭто <b>{venue}</b>. Забронируем столик? Это займёт полминуты.";

    public override string WordsHint => "Можно и просто написать: «завтра в 20:00 вдвоём».";

    public override string StartCommand => "Меню: столик, мои брони, о нас";

    public override string BookCommand => "Забронировать столик";
    public override string MyCommand => "Мои брони";
    public override string HelpCommand => "Что я умею";
    public override string LanguageCommand => "Язык / Language";
    public override string AdminCommand => "Админ-панель";
    public override string LanguageName => "🇷🇺 Русский";
    public override string AskLanguage => "<b>На каком языке вам удобнее?</b>";
    public override string AsInTelegram => "Как в Telegram";
    public override string LanguageChosen => "Говорим по-русски";
    public override string ChooseLanguage => "🌐 Язык";
    public override string HelpText =>
        "<b>Что я умею</b>\n/book — забронировать столик\n/my — посмотреть, перенести или отменить бронь\n/language "
        + "— сменить язык";
    public override string GroupHint => "Столик я бронирую в личном чате, чтобы здесь не мешать 🙂";

    public override string CopyCode(string code) => $"📋 Скопировать код {code}";

    public override string OtherTable(int wished) =>
        $"Стол №{wished} на это время занят или мал для вашей компании, подобрали другой.";

    public override string Back => "⬅️ Назад";
    public override string Cancel => "✖️ Отмена";
    public override string ToMenu => "🏠 В меню";
    public override string Canceled => "Отменено, ничего не забронировано";
    public override string BookedToast => "Столик забронирован";
    public override string RequestedToast => "Заявка отправлена";
    public override string StaleButton => "Эта кнопка устарела. Вот что можно сделать сейчас";
    public override string StartedOver => "Мы давно не общались, начнём сначала";
    public override string UseButtons => "Пожалуйста, нажмите одну из кнопок ниже 👇";
    public override string OnlyTextAndButtons => "Я понимаю только кнопки и текст. Выберите, пожалуйста, ниже 👇";
    public override string UnknownCommand => "Такой команды я не знаю. Вот что я умею 👇";
    public override string Apology => "Извините, что-то пошло не так. Попробуйте ещё раз через минуту.";

    public override string TooManyMessages =>
        "Слишком много сообщений подряд: последние я не прочитал. Напишите, пожалуйста, через полминуты.";

    public override string AskParty => "<b>Сколько вас будет?</b>";
    public override string AskLargeParty => "<b>Большая компания — отлично!</b>\nСколько вас будет?";

    public override string TooManyGuests(int largest, string phone) =>
        $"Одной компанией можем принять до {largest} {Plural(largest, "гостя", "гостей", "гостей")}. Для большей "
        + $"позвоните{(phone.Length > 0 ? $": {phone}" : " нам, пожалуйста.")}";

    public override string NoTablesYet(string phone) =>
        $"Столиков для онлайн-брони пока нет. Позвоните{(phone.Length > 0 ? $": {phone}" : " нам, пожалуйста.")}";

    public override string AskDay(int party) => $"{Party(party)}.\n<b>На какой день?</b>";

    public override string FullDayMark => "мест нет";
    public override string DayIsFull => "В этот день свободных мест не осталось. Выберите, пожалуйста, другой.";

    public override string NoDays(string phone) => $"На ближайшие дни свободных мест не осталось. {Call(phone)}";

    public override string AskTime(string day) => $"{day}.\n<b>На какое время?</b>";

    public override string NoTimes(string day) => $"{day}: свободного времени уже не осталось. Посмотрите другой день.";

    public override string OtherDay => "📆 Другой день";
    public override string Check => "<b>Проверьте, пожалуйста:</b>";

    public override string HeldUntil(string time) => $"⏳ Столик держим за вами до {time}.";

    public override string CommentHint => "Есть пожелания? Просто напишите их сообщением.";

    public override string CommentLine(string comment) => $"💬 {comment}";

    public override string Confirm => "✅ Всё верно";
    public override string ChooseTable => "🪑 Выбрать стол";
    public override string AskTable => "<b>Свободные столы на это время:</b>";

    public override string TableLine(string numbers, int seats, string description) =>
        $"🪑 {Table(numbers)} ({Seats(seats)}){(description.Length > 0 ? ": " + description : "")}";

    public override string TableLabel(string numbers) => TableNumber(numbers);

    public override string TableButton(string numbers, int seats, string description) =>
        $"{TableNumber(numbers)} · {Seats(seats)}{(description.Length > 0 ? " · " + description : "")}";

    public override string Party(int party) => $"👥 {party} {Plural(party, "гость", "гостя", "гостей")}";

    public override string Booked => "<b>✅ Столик забронирован!</b>";

    public override string Code(string code) => $"Код брони: <code>{code}</code>";

    public override string BookedHint => "Посмотреть или отменить бронь можно в «Мои брони». Ждём вас!";
    public override string JustTaken => "Это место только что заняли 😔 Вот что ещё свободно:";

    public override string NoBookings => "У вас пока нет броней. Забронируем?";
    public override string Upcoming => "<b>Предстоящие брони</b>";
    public override string PickBooking => "Нажмите на бронь, чтобы открыть её.";
    public override string CancelBooking => "❌ Отменить бронь";
    public override string AskCancel => "<b>Отменить эту бронь?</b>";
    public override string YesCancel => "❌ Да, отменить";
    public override string KeepIt => "Оставить";
    public override string BookingCanceled => "Бронь отменена";

    public override string Status(BookingStatus status) =>
        status switch
        {
            BookingStatus.Booked => "забронировано",
            BookingStatus.Confirmed => "подтверждено",
            BookingStatus.Seated => "вы за столом",
            BookingStatus.Completed => "визит завершён",
            BookingStatus.Canceled => "отменено",
            BookingStatus.NoShow => "не пришли",
            BookingStatus.Requested => "ждёт подтверждения",
        };

    public override string Address(string address) => $"📍 {address}";

    public override string Phone(string phone) => $"📞 {phone}";

    public override string AdminTitle => "<b>🔐 Админ-панель</b>";

    public override string GuestCount(int guests) => $"Гостей: <b>{guests}</b>";

    public override string ComingBookings => "📋 Ближайшие брони";
    public override string NoComing => "Предстоящих броней нет.";
    public override string InitTables => "🪑 Загрузить столы";
    public override string DashboardLink => "🖥 Войти в панель";

    public override string DashboardLinkText(string url) =>
        $"Ваша ссылка для входа. Она одноразовая и действует 5 минут:\n{url}";

    public override string Page(int page, int pages) => $"Страница {page} из {pages}";

    public override string SeedResult(SeedReport report) =>
        $"Столы загружены: добавлено {report.Added}, изменено {report.Changed}, без изменений {report.Unchanged}.";

    public override SeedTexts Seed => SeedTexts.Russian;

    public override string SeedRefused(string problem) =>
        $"Столы не загружены, ничего не изменилось.\n<code>{problem}</code>";

    public override string GuestNewBooking => "<b>✅ Мы забронировали для вас столик</b>";
    public override string GuestRestoredBooking => "<b>Ваша бронь снова в силе: её отменили по ошибке. Ждём вас.</b>";

    public override string GuestCanceledBooking(string phone) =>
        $"<b>К сожалению, нам пришлось отменить вашу бронь.</b> {Call(phone)}";

    public override string GuestMovedBooking => "<b>🔄 Ваша бронь изменена. Теперь так:</b>";

    public override string Source(BookingSource source) =>
        source switch
        {
            BookingSource.Telegram => "Telegram",
            BookingSource.Phone => "телефон",
            BookingSource.WalkIn => "без брони",
        };

    protected override string Worded(IChatFacing refusal, VenueClock clock) =>
        refusal switch
        {
            AvailabilityRefusal.TableTaken { StillFree: [] } =>
                "Это место только что заняли, и в этот день больше ничего не свободно. Посмотрите другой день.",
            AvailabilityRefusal.TableTaken taken =>
                $"Это место только что заняли. Ещё свободно: {FreeTimes(taken.StillFree, clock)}.",
            BookingRefusal.TableOccupied { Until: { } until } occupied =>
                $"{TakenTable(occupied.TableNumbers)} до {Time(clock, until)}. Выберите другой.",
            BookingRefusal.TableOccupied occupied => $"{TakenTable(occupied.TableNumbers)}. Выберите другой.",
            BookingRefusal.StillSeated there => $"{TakenTable(there.TableNumbers, "ещё ")}. Выберите другой.",
            WaitlistRefusal.WaitlistChanged => "Лист ожидания только что изменился. Посмотрите ещё раз.",
            AvailabilityRefusal.SlotPassed => "Это время уже прошло. Выберите, пожалуйста, другое.",
            AvailabilityRefusal.TooLate late =>
                $"Онлайн-бронь закрывается за {Duration(late.LeadMinutes)} до начала. Выберите время попозже.",
            AvailabilityRefusal.TooEarly early =>
                $"Бронируем не дальше чем на {early.HorizonDays} {Plural(early.HorizonDays, "день", "дня", "дней")} "
                    + "вперёд. Выберите день поближе.",
            AvailabilityRefusal.PartyTooLarge large => $"За этим столом поместится не больше {large.Largest} "
                + $"{Plural(large.Largest, "гостя", "гостей", "гостей")}. Выберите другой или позвоните нам.",
            AvailabilityRefusal.PartyTooSmall small =>
                $"Этот стол для компании от {small.Smallest} {Plural(small.Smallest, "гостя", "гостей", "гостей")}. "
                    + "Выберите другой.",
            BookingRefusal.TooManyActive many =>
                $"У вас уже {many.Limit} {Plural(many.Limit, "активная бронь", "активные брони", "активных броней")}. "
                    + "Отмените одну в разделе «Мои брони», чтобы забронировать ещё.",
            GuestRefusal.GuestBlocked blocked => $"Онлайн-бронь для вас недоступна. {Call(blocked.Phone)}",
            CommonRefusal.CommentTooLong comment =>
                $"Пожелание слишком длинное: до {comment.Limit} символов, пожалуйста.",
            CommonRefusal.NotFound => "Такой брони нет. Возможно, её уже отменили.",
            AvailabilityRefusal.NoLongerOffered => "Этот вариант больше недоступен. Выберите, пожалуйста, другой.",
            CommonRefusal.NotAllowed => "У вас нет прав на это действие. Обратитесь к администратору.",
            BookingRefusal.NotToday other => $"Эта бронь на другой день: {ShortDay(other.ServiceDay)}.",
            BookingRefusal.TooSoon soon => $"Время брони ещё не наступило: {Time(clock, soon.StartsAt)}.",
            BookingRefusal.WrongStatus wrong => $"Сейчас это невозможно: {Status(wrong.Status)}.",
            BookingRefusal.ChangedMeanwhile changed =>
                $"Бронь только что изменили ({changed.By}): {Status(changed.Status)}.",
            TalkRefusal.TooManyMessages flood =>
                $"Слишком много сообщений подряд. Напишите, пожалуйста, через {flood.Minutes} "
                    + $"{Plural(flood.Minutes, "минуту", "минуты", "минут")}.",
            TalkRefusal.CannotBeReached => "Этому гостю нельзя написать: его нет в Telegram или он заблокировал бота.",
            CommonRefusal.TextTooLong text => $"Слишком длинный текст: до {text.Limit} символов, пожалуйста.",
            GuestRefusal.GuestNotFound => "Такого гостя больше нет. Отправьте /start, чтобы начать заново.",
            AvailabilityRefusal.OnlinePaused paused => Paused(Opens(clock, paused.Until), paused.Phone),
            AvailabilityRefusal.DayClosed closed =>
                $"В этот день закрыто: {Html.Shorten(closed.Name.In(Language), 80)}. Выберите, пожалуйста, другой.",
            AvailabilityRefusal.TimeIsFull { StillFree: [] } =>
                "На это время мы больше не успеем никого принять, и другого в этот день не осталось. Посмотрите "
                    + "другой день.",
            AvailabilityRefusal.TimeIsFull full =>
                $"На это время мы больше не успеем никого принять. Ещё свободно: {FreeTimes(full.StillFree, clock)}.",
            AvailabilityRefusal.PartyTooLargeOnline large =>
                $"Компании больше {large.Largest} {Plural(large.Largest, "гостя", "гостей", "гостей")} бронируем по "
                    + $"телефону. {Call(large.Phone)}",
            AvailabilityRefusal.CancelTooLate late =>
                $"Отменить или перенести онлайн можно не позже чем за {Duration(late.Minutes)} до начала. "
                    + $"{Call(late.Phone)}",
            BookingRefusal.PhoneNeeded => "Чтобы забронировать, оставьте, пожалуйста, номер телефона.",
            WaitlistRefusal.AlreadyWaiting waiting =>
                $"Вы уже в листе ожидания на {ShortDay(waiting.ServiceDay)}. Смотрите «Мои брони».",
            WaitlistRefusal.OfferOver => "Этот столик уже предложен другому гостю.",
            BookingRefusal.NotLate soon => $"Предупредить об опоздании можно с {Time(clock, soon.From)}.",
            CommonRefusal.InvalidInput { Field: "phone" } =>
                "Похоже, в номере ошибка. Проверьте его, пожалуйста, в настройках Telegram.",
            CommonRefusal.InvalidInput => "Проверьте, пожалуйста, введённые данные.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without words"),
        };

    protected override string Night(string from, string to) => $"ночь с {from} на {to}";

    protected override string InTheNight(string night) => $"в {night}";

    protected override string Today => "Сегодня";
    protected override string Tomorrow => "Завтра";
    protected override string ThisNight => "Этой ночью";

    private static string Call(string phone) =>
        phone.Length > 0 ? $"Позвоните нам: {phone}" : "Позвоните нам, пожалуйста.";

    private static string Table(string numbers) =>
        $"{(numbers.Contains('+', StringComparison.Ordinal) ? "Столы" : "Стол")} {Listed(numbers, "и", "№")}";

    private string TakenTable(IReadOnlyList<int> numbers, string still = "") =>
        $"{Table(Names(numbers))} {still}{(numbers.Count > 1 ? "заняты" : "занят")}";

    private static string Seats(int seats) => $"{seats} {Plural(seats, "место", "места", "мест")}";
}
