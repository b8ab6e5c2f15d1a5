using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.GuestRecords;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using TantraSmoke.Core.Talk;
using TantraSmoke.Core.Waitlist;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string Status(BookingStatus status) =>
        status switch
        {
            BookingStatus.Booked => "Забронировано",
            BookingStatus.Confirmed => "Подтверждено",
            BookingStatus.Seated => "В зале",
            BookingStatus.Completed => "Завершено",
            BookingStatus.Canceled => "Отменено",
            BookingStatus.NoShow => "Не пришли",
            BookingStatus.Requested => "Ждёт ответа",
        };

    public override string Source(BookingSource source) =>
        source switch
        {
            BookingSource.Telegram => "Telegram",
            BookingSource.Phone => "По телефону",
            BookingSource.WalkIn => "Без брони",
        };

    public override string Seat => "Посадить";
    public override string Complete => "Ушли";
    public override string NoShow => "Не пришли";
    public override string Cancel => "Отменить";
    public override string Move => "Пересадить";
    public override string TheyCame => "Гости пришли";
    public override string TakeCancellationBack => "Восстановить бронь";
    public override string CancelQuestion => "Отменить бронь?";

    public override string CancelWarning(bool isTold) =>
        isTold
            ? "Стол освободится, гость получит сообщение."
            : "Стол освободится. Гостя нет в Telegram, позвоните ему.";

    public override string CancelYes => "Да, отменить";
    public override string CancelNo => "Не отменять";
    public override string Undone => "Изменение отменено.";
    public override string TheSystem => "Автоматически";

    public override string WalkInDone(string tables) => $"гости без брони, {TableTitle(tables).ToLower(Culture)}";

    public override string Done(BookingAction action, string guest, string tables)
    {
        var table = TableTitle(tables).ToLower(Culture);
        return action switch
        {
            BookingAction.Created => $"новая бронь: {guest}, {table}",
            BookingAction.Confirmed => $"{guest}: бронь подтверждена, {table}",
            BookingAction.Seated => $"{guest}: за столом, {table}",
            BookingAction.Completed => $"{guest}: визит завершён, {table}",
            BookingAction.Canceled => $"{guest}: бронь отменена, {table}",
            BookingAction.NoShow => $"{guest}: не пришли, {table}",
            BookingAction.Moved => tables.Contains('+', StringComparison.Ordinal)
                ? $"{guest}: сдвинуты {table}"
                : $"{guest}: теперь {table}",
            BookingAction.Resized => $"{guest}: изменено время, {table}",
            BookingAction.Arrived => $"{guest}: часть гостей уже здесь, {table}",
            BookingAction.Edited => $"{guest}: бронь изменена, {table}",
            BookingAction.RunsLate => $"{guest}: опаздывают, {table}",
            BookingAction.Rated => $"{guest}: оценили визит, {table}",
            BookingAction.DayEnded => $"{guest}: закрыто в конце смены, {table}",
            BookingAction.LookedAt => $"{guest}: просмотрено, {table}",
            BookingAction.Came => $"{guest}: всё-таки пришли, {table}",
            BookingAction.Restored => $"{guest}: бронь восстановлена, {table}",
            BookingAction.Approved => $"{guest}: одобрено, {table}",
            BookingAction.Declined => $"{guest}: отказано, {table}",
            BookingAction.ZoneChanged => $"{guest}: то же время в новом часовом поясе, {table}",
            BookingAction.Undone => $"{guest}: последнее изменение отменено, {table}",
        };
    }

    public override string Refusal(Refusal error, VenueClock clock) =>
        error switch
        {
            AvailabilityRefusal.TableTaken { StillFree: [] } =>
                "Это место уже занято, и других на этот день нет. Выберите другой день.",
            AvailabilityRefusal.TableTaken taken =>
                $"Это место уже занято. Ещё свободно: {Times(clock, taken.StillFree)}.",
            BookingRefusal.TableOccupied { From: { } from, Until: { } until } occupied =>
                $"{Occupied(occupied)} {FromTo(Clock(clock, from), Clock(clock, until))}{By(occupied)}. "
                    + "Выберите другой стол или время.",
            BookingRefusal.TableOccupied { Until: { } until } occupied =>
                $"{Occupied(occupied)} до {Clock(clock, until)}. Выберите другой или подождите.",
            BookingRefusal.TableOccupied occupied => $"{Occupied(occupied)}. Выберите другой.",
            BookingRefusal.StillSeated there =>
                $"{TableTitle(string.Join('+', there.TableNumbers))}: там ещё сидят ({there.By ?? NoName}). "
                    + "Сначала отметьте, что они ушли.",
            AvailabilityRefusal.SlotPassed => "Это время уже прошло. Выберите другое.",
            AvailabilityRefusal.TooLate late =>
                $"Онлайн-бронь закрывается за {Minutes(late.LeadMinutes)} до начала. Выберите время позже.",
            AvailabilityRefusal.TooEarly early => $"Онлайн-бронь открыта на {Number(early.HorizonDays)} "
                + $"{Plural(early.HorizonDays, "день", "дня", "дней")} вперёд. Выберите день раньше.",
            AvailabilityRefusal.PartyTooLarge large =>
                $"Мест не больше {Number(large.Largest)}. Выберите стол побольше или сдвиньте два.",
            BookingRefusal.PlaceGone { WouldFit: [] } gone =>
                $"{TableTitle(string.Join('+', gone.TableNumbers))}: уже занято, "
                    + "а других свободных столов на это время нет.",
            BookingRefusal.PlaceGone gone =>
                $"{TableTitle(string.Join('+', gone.TableNumbers))}: уже занято. Выберите другой стол:",
            BookingRefusal.TablesRetired { WouldFit: [] } gone =>
                $"{TableTitle(string.Join('+', gone.TableNumbers))}: в зале больше нет, "
                    + "а других свободных столов на это время нет.",
            BookingRefusal.TablesRetired gone =>
                $"{TableTitle(string.Join('+', gone.TableNumbers))}: в зале больше нет. "
                    + $"На это время свободны: {TableNames(gone.WouldFit)}.",
            BookingRefusal.PartyOutgrows { WouldFit: [] } outgrows =>
                $"Мест не больше {Number(outgrows.Seats)}, а других свободных столов на это время нет.",
            BookingRefusal.PartyOutgrows outgrows => $"Мест не больше {Number(outgrows.Seats)}. "
                + $"Подойдёт: {TableTitle(outgrows.WouldFit[0].Name).ToLower(Culture)}.",
            AvailabilityRefusal.PartyTooSmall small => $"Этот стол — для компаний от {Number(small.Smallest)} "
                + $"{Plural(small.Smallest, "гостя", "гостей", "гостей")}.",
            BookingRefusal.TooManyActive many => $"У гостя уже {BookingsCount(many.Limit)}, больше нельзя.",
            GuestRefusal.GuestBlocked => "Гость заблокирован и не может бронировать сам.",
            CommonRefusal.CommentTooLong comment =>
                $"Комментарий длиннее {Number(comment.Limit)} знаков. Сократите его.",
            TalkRefusal.TooManyMessages flood => "Слишком много сообщений подряд. "
                + $"Напишите через {flood.Minutes} {Plural(flood.Minutes, "минуту", "минуты", "минут")}.",
            TalkRefusal.CannotBeReached => "Этому гостю нельзя написать: его нет в Telegram или он заблокировал бота.",
            CommonRefusal.TextTooLong text => $"Слишком длинный текст, до {Number(text.Limit)} знаков. Сократите его.",
            GuestRefusal.GuestNotFound => "Этого гостя больше нет в списке. Найдите его заново.",
            GuestRefusal.PhoneInUse phone =>
                $"Этот номер уже записан: {phone.Name}. Если это один человек, объедините карточки.",
            GuestRefusal.GuestChangedMeanwhile changed =>
                $"Эти данные только что изменили ({ByWhom(changed.By)}). Страница обновлена, ваши правки не потеряны.",
            GuestRecordRefusal.GuestExpected expected =>
                $"Гость сейчас за столом или ещё ожидается: {BookingsCount(expected.Bookings)}. "
                    + "Сначала завершите или отмените их.",
            RoomRefusal.RoomBroken { Problems: [var only] } => RoomProblem(only),
            RoomRefusal.RoomBroken broken => $"Не сохранено: сначала исправьте {Number(broken.Problems.Count)} "
                + $"{Plural(broken.Problems.Count, "ошибку", "ошибки", "ошибок")}.",
            RoomRefusal.HallChanged changed =>
                $"Этот зал только что изменили ({ByWhom(changed.By)}). Ничего не сохранено, ваш план остался.",
            RoomRefusal.HallGone => "Этого зала больше нет. Выберите другой.",
            RoomRefusal.HallHasTables hall => $"В зале ещё {TablesCount(hall.Tables)}, включая убранные. "
                + "Удалить можно только пустой зал: на столы ссылаются брони.",
            RoomRefusal.HallHasEvents => "Этот зал указан в особом дне расписания. Сначала измените тот день.",
            RoomRefusal.RoomInUse => "Уже есть брони, либо стол держат или закрыли: меняйте столы по одному на плане.",
            CommonRefusal.InvalidInput { Field: "photo" } =>
                "Такую картинку показать не получится. Выберите JPEG, PNG или WebP до 2 МБ.",
            RoomRefusal.TablesNeeded there =>
                $"Ничего не сохранено: эти столы нужны будущим броням ({BookingsCount(there.Bookings.Count)}).",
            CommonRefusal.NotFound => "Такой брони нет. Найдите её в списке.",
            AvailabilityRefusal.NoLongerOffered => "Это время или стол больше недоступны. Выберите другие.",
            CommonRefusal.NotAllowed => "У вашей роли нет на это прав. Попросите администратора.",
            BookingRefusal.NotToday other => $"Эта бронь на {ShortDay(other.ServiceDay)}. "
                + "Посадить можно только в её день; перенесите её на сегодня.",
            BookingRefusal.TooSoon soon => $"Время брони ещё не наступило: она в {Clock(clock, soon.StartsAt)}.",
            BookingRefusal.WrongStatus wrong =>
                $"Так уже не получится, статус брони: {Status(wrong.Status).ToLower(Culture)}.",
            BookingRefusal.ChangedMeanwhile changed =>
                $"Бронь только что изменили ({ByWhom(changed.By)}): {Status(changed.Status).ToLower(Culture)}. "
                    + "Страница обновлена.",
            WaitlistRefusal.WaitlistChanged changed =>
                $"{changed.Party}: только что изменили ({ByWhom(changed.By)}), теперь: "
                    + $"{WaitlistStatus(changed.Status).ToLower(Culture)}. Страница обновлена.",
            BookingRefusal.UndoExpired => "Вернуть уже нельзя: прошло больше 10 минут или бронь изменили снова.",
            CommonRefusal.InvalidInput { Field: "name" } => "Напишите имя гостя.",
            CommonRefusal.InvalidInput { Field: "phone" } => NoPhoneNumber,
            CommonRefusal.InvalidInput { Field: "minutes" } =>
                "Конец должен быть позже начала, но не больше чем на 24 часа.",
            CommonRefusal.InvalidInput { Field: "guests" } => "Столько гостей в этой брони нет.",
            CommonRefusal.InvalidInput { Field: "quote" } => "Укажите ожидание от 0 до 600 минут.",
            CommonRefusal.InvalidInput { Field: "reason" } => "Напишите коротко, почему стол закрыт.",
            CommonRefusal.InvalidInput { Field: "hours" } => "Укажите начало и конец: они не могут совпадать.",
            CommonRefusal.InvalidInput { Field: "days" } => "Выберите хотя бы один день недели.",
            CommonRefusal.InvalidInput { Field: "event" } => "Напишите короткое название дня: его увидят и гости.",
            ScheduleRefusal.AlreadySpecial already =>
                $"Уже особые дни: {Days(already.Days)}. Сначала измените или уберите их.",
            CommonRefusal.InvalidInput { Field: "range" } =>
                $"Последний день не может быть раньше первого, и дней не больше {SpecialDayRange.MostDays}.",
            CommonRefusal.InvalidInput { Field: "hall" } => "Выберите зал, в котором есть столы.",
            CommonRefusal.InvalidInput { Field: "pause" } => "Пауза должна закончиться в будущем, в пределах 30 дней.",
            AvailabilityRefusal.OnlinePaused paused => $"Онлайн-бронь на паузе до {ClockAndDay(clock, paused.Until)}.",
            AvailabilityRefusal.DayClosed closed =>
                $"В этот день закрыто: {closed.Name.In(Language)}. Выберите другой день.",
            AvailabilityRefusal.TimeIsFull { StillFree: [] } =>
                "На это время уже приходит слишком много гостей, и другого в этот день нет.",
            AvailabilityRefusal.TimeIsFull full =>
                $"На это время уже приходит слишком много гостей. Ещё свободно: {Times(clock, full.StillFree)}.",
            AvailabilityRefusal.PartyTooLargeOnline large =>
                $"Онлайн можно забронировать не больше чем на {Number(large.Largest)} "
                    + $"{Plural(large.Largest, "гостя", "гостей", "гостей")}. Примите эту бронь по телефону.",
            BookingRefusal.PhoneNeeded => "Гость ещё не оставил номер телефона.",
            WaitlistRefusal.AlreadyWaiting => "Гость уже в листе ожидания на этот день.",
            WaitlistRefusal.OfferOver => "Этот стол за ними больше не держим.",
            BookingRefusal.NotLate => "Отмечать опоздание ещё рано.",
            AvailabilityRefusal.CancelTooLate late =>
                $"Гость может отменить онлайн не позже чем за {Minutes(late.Minutes)} до начала.",
            BookingRefusal.BookingsInTheWay way =>
                $"В это время зал занят: {BookingsCount(way.Bookings.Count)}. Сначала перенесите их.",
            BookingRefusal.BookingsAffected affected =>
                $"Это затронет {BookingsCount(affected.Bookings.Count)}. Они останутся без изменений.",
            SettingsRefusal.InvalidSettings => "Не всё заполнено верно. Ошибки отмечены рядом с полями.",
            CommonRefusal.InvalidInput input when StaffInput(input.Field) is { } sentence => sentence,
            StaffRefusal.StaffNotFound => "Этого человека больше нет в списке сотрудников.",
            StaffRefusal.LastAdmin => "Это последний администратор. Сначала назначьте администратором кого-то ещё.",
            StaffRefusal.SignInInUse used =>
                $"Так уже входит {used.Name}.{(used.IsRemoved ? " Этот сотрудник удалён: верните его." : "")}",
            StaffRefusal.StaffChangedMeanwhile changed => $"Данные только что изменили ({ByWhom(changed.By)}). "
                + "Ниже то, что ввели вы; сохраните ещё раз, чтобы оставить это.",
            CommonRefusal.InvalidInput => "Проверьте введённое.",
            _ => "Не получилось. Обновите страницу и попробуйте ещё раз.",
        };

    private static string ByWhom(string by) => by == Actor.System.Instance.DisplayName ? "автоматически" : by;

    private string Occupied(BookingRefusal.TableOccupied occupied) =>
        $"{TableTitle(string.Join('+', occupied.TableNumbers))} "
        + $"{Plural(occupied.TableNumbers.Count, "занят", "заняты", "заняты")}";
}
