using TantraSmoke.Core.Entities;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class RussianTexts
{
    public override string PostedInTopic => "Сообщения для сотрудников теперь приходят в эту тему.";
    public override string PostedInGroup => "Сообщения для сотрудников теперь приходят сюда.";

    public override string StaffTitle(BookingStatus status) =>
        status switch
        {
            BookingStatus.Booked => "🆕 Новая бронь",
            BookingStatus.Confirmed => "✅ Бронь подтверждена",
            BookingStatus.Seated => "🪑 Гости за столом",
            BookingStatus.Completed => "🏁 Визит завершён",
            BookingStatus.Canceled => "❌ Бронь отменена",
            BookingStatus.NoShow => "🚫 Гости не пришли",
            BookingStatus.Requested => "⏳ Большая компания ждёт ответа",
        };

    protected override string AtTheTable => "за столом";

    public override string LastChange(BookingAction action, string by, string time) =>
        $"✏️ {Done(action)} в {time}{(by.Length > 0 ? ": " + by : "")}";

    public override string GuestWillCome => "👍 Гость ответил: буду";
    public override string ConfirmIt => "✅ Подтвердить";
    public override string SeatThem => "🪑 Посадить";
    public override string NeverCame => "🚫 Не пришли";
    public override string ApproveIt => "✅ Одобрить";
    public override string DeclineIt => "❌ Отказать";
    public override string AskDecline => "<b>Отказать этой компании?</b> Сообщим гостю и освободим столы.";
    public override string YesDecline => "❌ Да, отказать";
    public override string GuestCanceled => "<b>❌ Гость отменил бронь</b>";
    public override string GuestChanged => "<b>🔄 Гость изменил бронь</b>";

    public override string AnswerNeeded(string by) => $"<b>⏳ Большая компания ждёт вашего ответа</b>, до: {by}";

    public override string OnlyStaff =>
        "Эти кнопки для сотрудников. Если вы работаете здесь, попросите администратора добавить ваш Telegram в "
        + "список сотрудников.";

    public override string OpeningTitle(string day) => $"<b>🌅 Открываемся: {day}</b>";

    public override string Expected(int bookings, int guests) => $"Ждём: {Counted(bookings, guests)}";

    public override string AndMore(int bookings) => $"… и ещё {bookings}";

    public override string ClosingTitle(string day) => $"<b>🌙 Закрываемся: {day}</b>";

    public override string Came(int parties, int guests, int walkIns) =>
        $"🪑 Пришли: <b>{parties}</b> {Plural(parties, "компания", "компании", "компаний")}, <b>{guests}</b> "
        + $"{Plural(guests, "гость", "гостя", "гостей")}, без брони: {walkIns}";

    public override string DidNotCome(int bookings) => $"🚫 Не пришли: <b>{bookings}</b>";

    public override string WereCanceled(int bookings) => $"❌ Отменено: <b>{bookings}</b>";

    public override string Tonight => "🌙 Сегодня";
    public override string NobodyTonight => "На сегодня броней нет.";

    public override string TonightTitle(string day, int bookings, int guests) =>
        $"<b>🌙 {day}</b>: {Counted(bookings, guests)}";

    public override string ByDay => "<b>По дням:</b>";

    public override string DayCount(string day, int bookings, int guests) => $"• {day}: {Counted(bookings, guests)}";

    public override string FindByCode => "🔎 Найти по коду";
    public override string AskCode => "<b>Напишите код брони</b>\nШесть букв и цифр, например K7MP2R.";
    public override string AskAnotherCode => "🔎 Можно написать другой код.";

    public override string NoSuchCode(string code) =>
        $"Брони с кодом <code>{code}</code> нет. Проверьте код и напишите ещё раз.";

    public override string PauseOnline => "⏸ Онлайн-бронь";
    public override string AskPause =>
        "<b>На сколько поставить онлайн-бронь на паузу?</b>\nУже сделанные брони останутся.";
    public override string ErasedPost => "🗑 Удалено по просьбе гостя.";

    public override string PauseHours(int hours) => $"{hours} {Plural(hours, "час", "часа", "часов")}";

    public override string PauseToday => "До конца дня";
    public override string OpenOnline => "▶️ Открыть онлайн-бронь";

    public override string PausedUntil(string until) => $"⏸ Онлайн-бронь на паузе, откроется {until}.";

    public override string OnlineOpen => "🟢 Онлайн-бронь открыта.";

    private static string Counted(int bookings, int guests) =>
        $"<b>{bookings}</b> {Plural(bookings, "бронь", "брони", "броней")}, <b>{guests}</b> "
        + $"{Plural(guests, "гость", "гостя", "гостей")}";

    private static string Done(BookingAction action) =>
        action switch
        {
            BookingAction.Created => "забронировано",
            BookingAction.Confirmed => "подтверждено",
            BookingAction.Seated => "за столом",
            BookingAction.Completed => "завершено",
            BookingAction.Canceled => "отменено",
            BookingAction.NoShow => "отмечено «не пришли»",
            BookingAction.Moved => "перенесено",
            BookingAction.Undone => "изменение отменено",
            BookingAction.Resized => "изменено время",
            BookingAction.Arrived => "часть гостей пришла",
            BookingAction.Edited => "изменены данные",
            BookingAction.RunsLate => "гость предупредил об опоздании",
            BookingAction.Rated => "визит оценён",
            BookingAction.DayEnded => "закрыто в конце смены",
            BookingAction.LookedAt => "просмотрено",
            BookingAction.Came => "всё-таки пришли",
            BookingAction.Restored => "восстановлено",
            BookingAction.Approved => "одобрено",
            BookingAction.Declined => "отказано",
            BookingAction.ZoneChanged => "сменился часовой пояс",
        };
}
