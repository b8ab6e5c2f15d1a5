using static TantraSmoke.Bot.Texts.RussianNumerals;
using Celebrated = TantraSmoke.Core.Entities.Occasion;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class RussianTexts
{
    public override string Repeat(string when, string party) => $"🔁 Как в прошлый раз: {when}, {party}";

    public override string UsualTableTaken => "Ваш прошлый столик занят, подобрали другой.";
    public override string FullnessLegend => "▱▱▱ свободно · ▰▰▱ почти занято";
    public override string TablesLegend => "🪑 — сколько столов свободно";

    public override string TimeButton(string times, int tables) => $"{times} · 🪑 {tables}";

    public override string NotFreeThen => "На это время нужного столика нет. Вот что свободно:";
    public override string WaitForTime => "🔔 Нужного времени нет";
    public override string StayLonger => "⏱ Остаться дольше";

    public override string StayUntil(string time) => $"до {time}";

    public override string AskStay => "<b>До какого времени останетесь?</b>";
    public override string NoLongerStay => "Дольше свободных столов нет: дальше всё забронировано.";
    public override string HoldOver =>
        "⏳ Время на подтверждение вышло, и столик снова доступен всем. Ничего страшного: выберите время ещё раз.";

    public override string NothingBeginsAt(string times) => $"С {times} забронировать нельзя. Выберите время начала:";

    public override string NotFreeAt(string times) => $"На {times} столика нет. Вот что свободно:";

    public override string DayIsOver => "Этот день уже прошёл. Выберите, пожалуйста, другой 👇";

    public override string PleaseChoose(IReadOnlyList<string> unclear) =>
        $"Не хочу ошибиться: выберите, пожалуйста, {string.Join(" и ", unclear)} 👇";

    public override string UnclearParty => "сколько вас будет";
    public override string UnclearDay => "день";
    public override string UnclearTime => "время";

    public override string YouAreWelcome => "Пожалуйста! Если понадобится столик, напишите.";
    public override string HelloAgain =>
        "Здравствуйте! Напишите, на какой день, время и на сколько гостей нужен столик, или выберите ниже 👇";
    public override string GoodBye => "До встречи!";
    public override string Understood => "Хорошо! Если что-нибудь понадобится, выберите ниже или напишите.";
    public override string PressConfirm => $"Чтобы забронировать, нажмите «{Confirm}».";
    public override string OpeningHours => "<b>🕗 Принимаем гостей:</b>";

    public override string ClosedOn(string day) => $"{day}: закрыто";

    public override string AskByPhone(string phone) =>
        phone.Length > 0 ? $"Адрес подскажут по телефону {phone}." : "Адрес здесь не указан.";

    public override string PassedOn => "💬 Передали сотрудникам, ответ придёт сюда.";
    public override string CaptionPassedOn =>
        "💬 Передали сотрудникам вашу подпись. Сами картинки и файлы я передать не могу.";
    public override string CaptionOnItsWay =>
        "Передаём гостю вашу подпись. Передать можно только текст, без картинки или файла.";
    public override string OnlyTextToGuests => "Гостю можно передать только текст.";
    public override string AnswerOnItsWay => "📨 Передаём гостю. Если не дойдёт, напишем здесь.";

    public override string AnswerUndelivered(string guest) => $"<b>⚠️ Ответ не дошёл: {guest}</b>";

    public override string WithoutBooking => "без брони";
    public override string ReplyToAnswer => "<i>Чтобы ответить гостю, ответьте на это сообщение.</i>";

    public override string InviteFriends => "👥 Позвать друзей";
    public override string InviteTitle => "<b>👥 Позовите друзей</b>";
    public override string InviteHint =>
        "Отправьте ссылку тем, кого ждёте. Они увидят, где и когда встреча, и ответят, придут ли.";
    public override string NoLinkYet => "Telegram сейчас не отвечает, ссылка появится чуть позже.";
    public override string SendToFriends => "📤 Отправить друзьям";
    public override string CopyLink => "📋 Скопировать ссылку";

    public override string InviteWords(string venue, string when) => $"Встречаемся: {venue}, {when}. Придёшь?";

    public override string Heads(int coming, int declined) =>
        $"👥 Придут: {coming}, включая вас{(declined > 0 ? $". Не смогут: {declined}" : "")}";

    public override string Outgrown(int heads, int party) =>
        $"Бронь на {party} {Plural(party, "гостя", "гостей", "гостей")}, а вас уже {heads}. Изменить?";

    public override string WeAre(int heads) => $"✅ Нас будет {heads}";

    public override string YouAreInvited(string venue) => $"<b>🎉 Вас приглашают: {venue}</b>";

    public override string AskComing => "<b>Придёте?</b>";
    public override string IAmComing => "✅ Приду";
    public override string ICannot => "❌ Не смогу";
    public override string ComingThanks => "Отлично, ждём вас!";
    public override string CannotThanks => "Жаль! Передадим, что вас не будет.";
    public override string MayChangeAnswer => "Ответ можно изменить до начала.";
    public override string InvitationOver => "Это приглашение больше не действует.";

    public override string FriendReminder(string when) => $"<b>🔔 Напоминаем: {when} вас ждут</b>";

    public override string FriendMoved => "<b>🔄 Встреча изменилась. Теперь так:</b>";
    public override string FriendCanceled => "<b>Встреча отменена.</b>";

    public override string AddPhone => "📱 Добавить телефон";
    public override string AskPhone =>
        "<b>Оставьте, пожалуйста, телефон</b>\nНажмите кнопку «📱 Отправить мой номер» внизу: так мы сможем "
        + "позвонить, если что-то изменится.";
    public override string ShareNumber => "📱 Отправить мой номер";
    public override string ShareNumberHint => "👇 Кнопка под полем ввода";
    public override string OnlyOwnPhone =>
        "Это чужой контакт. Нужен ваш номер: нажмите кнопку «📱 Отправить мой номер».";
    public override string OnlySharedPhone =>
        "Номер нужно отправить кнопкой «📱 Отправить мой номер»: так мы знаем, что он ваш.";
    public override string PhoneKept => "📱 Спасибо, номер записан.";
    public override string KeyboardGone => "👌";

    public override string NothingComing => "Предстоящих броней нет.";
    public override string WaitingMark => "🔔 — лист ожидания";
    public override string PastMark => "🕘 — прошедшие";
    public override string MoveBooking => "🔄 Перенести";
    public override string Wish => "💬 Пожелание";
    public override string Occasion => "🎉 Повод";
    public override string RunningLate => "⏰ Опаздываю";
    public override string Directions => "🗺 Как добраться";
    public override string CalendarAnew => "📆 Обновить в календаре";
    public override string CalendarAgain => $"Если бронь уже у вас в календаре, обновите её там: «{ToCalendar}».";
    public override string ToCalendar => "📆 В календарь";
    public override string CalendarHint => "Откройте файл, чтобы добавить или обновить запись в календаре.";

    public override string CalendarTitle(string venue, int party) =>
        $"{venue}: столик, {party} {Plural(party, "гость", "гостя", "гостей")}";

    public override string CalendarText(string tables, string code) => $"{Table(tables)}. Код брони: {code}";

    public override string AskChange =>
        "<b>Что изменить?</b>\nПрежнее место останется за вами, пока не подтвердите новое.";
    public override string ChangeDay => "📅 День";
    public override string ChangeTime => "🕗 Время";
    public override string ChangeParty => "👥 Число гостей";
    public override string ChangeTable => "🪑 Стол";
    public override string Was => "<b>Сейчас:</b>";
    public override string Becomes => "<b>Будет:</b>";
    public override string ConfirmMove => "✅ Перенести";
    public override string Moved => "Бронь изменена";
    public override string AskLate => "<b>На сколько опоздаете?</b>\nСкажем хостес, столик подождёт.";

    public override string LateBy(int minutes) => $"{minutes} {Plural(minutes, "минуту", "минуты", "минут")}";

    public override string LateLine(int minutes) =>
        $"⏰ Опоздание: {minutes} {Plural(minutes, "минута", "минуты", "минут")}";

    public override string LateKnown(int minutes, string until) =>
        $"Спасибо, что предупредили: ждём вас на {LateBy(minutes)} позже. Столик ваш до {until}.";

    public override string AskWish =>
        "<b>Напишите пожелание сообщением</b>\nНапример: у окна, детский стул, кальян без табака.";
    public override string NoWish => "Без пожеланий";
    public override string Noted => "Записали";
    public override string AskOccasion => "<b>Что отмечаете?</b>";
    public override string NoOccasion => "Без повода";

    public override string OccasionName(Celebrated occasion) =>
        occasion switch
        {
            Celebrated.Birthday => "🎂 День рождения",
            Celebrated.Anniversary => "💍 Годовщина",
            Celebrated.Date => "❤️ Свидание",
            Celebrated.Business => "💼 Деловая встреча",
            Celebrated.Other => "🎉 Другой повод",
        };

    public override string WillBeAsked =>
        "📨 Брони больших компаний подтверждает заведение: стол пока держим за вами, ответ пришлём сюда.";
    public override string RequestReceived =>
        "<b>📨 Заявка принята</b>\nБрони больших компаний подтверждает заведение. Стол пока держим за вами, ответ "
        + "придёт сюда.";
    public override string RequestMark => "⏳ ещё не подтверждено";

    public override string AwaitsAnswer(string by) => $"⏳ Ждёт подтверждения, ответ до: {by}";

    public override string AskedAgain => "Заявка отправлена: заведение подтвердит изменение";
    public override string RequestAgain => "<b>📨 Ваша заявка снова ждёт подтверждения</b>";
    public override string RequestApproved => "<b>✅ Заведение подтвердило вашу бронь</b>\nЖдём вас!";

    public override string RequestDeclined(string phone) =>
        "<b>К сожалению, принять вашу компанию в это время не получится.</b>\nВозможно, подойдёт другой день, "
        + $"другое время или компания поменьше. {Call(phone)}";

    public override string RequestExpired(string phone) =>
        "<b>Простите, мы не успели ответить на вашу заявку</b>, и стол снова свободен для всех. Выберите, "
        + $"пожалуйста, другое время. {Call(phone)}";

    public override string BookAnother => "🍽️ Выбрать другое время";

    public override string ReminderTitle(string when) => $"<b>🔔 Напоминаем: {when} вас ждёт столик</b>";

    public override string AskWillCome => "Вы придёте?";
    public override string WillCome => "Да, буду";
    public override string MoveIt => "Перенести";
    public override string CancelIt => "Отменить";
    public override string SeeYou => "✅ Спасибо, ждём вас!";
    public override string SeeYouToast => "Спасибо, ждём вас!";
    public override string BookingHasChanged => "Бронь изменилась. Вот как она выглядит сейчас";

    public override string HowWasIt(string venue, string when) =>
        $"<b>Как вам у нас?</b>\n{venue}, {when}. Оцените визит от 1 до 5.";

    public override string RatedThanks(int rating) => $"<b>Спасибо! Ваша оценка: {rating} ⭐</b>";

    public override string AddWords => "✍️ Добавить пару слов";
    public override string AskWords => "Пару слов можно написать сообщением.";
    public override string RateVisit => "⭐ Оценить визит";
    public override string RateAgain => "⭐ Изменить оценку";
    public override string StarsFirst => "Сначала выберите оценку ниже 👇";
    public override string ThankYou => "Спасибо!";

    public override string AskWaitFrom(string party, string day) =>
        $"<b>🔔 Лист ожидания</b>\n{party}, {day}.\n<b>С какого времени вам подойдёт?</b>";

    public override string AskWaitUntil => "<b>И не позже какого времени?</b>";
    public override string AnyTime => "Любое время";

    public override string FromTime(string time) => $"с {time}";

    public override string UntilTime(string time) => $"до {time}";

    public override string WaitHint(int minutes) =>
        $"Как только столик освободится, предложим его первому в очереди и подержим {minutes} "
        + $"{Plural(minutes, "минуту", "минуты", "минут")}.";

    public override string Joined => "✅ Готово! Напишем, как только столик освободится.";
    public override string StillWaiting => "<b>🔔 Вы в листе ожидания</b>";
    public override string StillWaitingToast => "Вы по-прежнему в листе ожидания";
    public override string StopWaiting => "❌ Больше не жду";
    public override string NoLongerWaiting => "Вы больше не в листе ожидания.";
    public override string WaitOn => "🔔 Жду дальше";

    public override string WaitDayClosed(string name) =>
        $"<b>В этот день мы всё-таки закрыты: {name}.</b>\nВ листе ожидания вас больше нет. Если откроемся, спросим "
        + "вас снова.";

    public override string WaitNotOffered(string phone) =>
        "<b>На это время мы больше не сможем посадить такую компанию.</b>\nВ листе ожидания вас больше нет. "
        + $"{Call(phone)}";

    public override string WaitAskedAgain =>
        "<b>Время, которого вы ждали, снова можно забронировать.</b>\nВы ещё ждёте?";
    public override string OfferTitle => "<b>🎉 Столик освободился!</b>";

    public override string OfferUntil(string time, int minutes) =>
        $"⏳ Держим его за вами до {time} (ещё {minutes} {Plural(minutes, "минута", "минуты", "минут")}), потом "
        + "предложим следующему.";

    public override string TakeOffer => "✅ Беру";
    public override string DeclineOffer => "Не подходит";
    public override string OfferPassed => "<b>Столик предложили следующему в очереди.</b>\nВы ещё ждёте?";
    public override string OfferChanged => "Предложение изменилось. Вот какое оно сейчас";
    public override string WaitingIsOver =>
        "<b>К сожалению, столик так и не освободился.</b> Будем рады вам в другой день.";
}
