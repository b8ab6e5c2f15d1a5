namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string StaffTitle => "Сотрудники";
    public override string StaffHint => "Кто здесь работает, роли и где выполнен вход";
    public override string AddStaff => "Добавить сотрудника";
    public override string StaffName => "Имя";
    public override string LastSeenLabel => "Активность";
    public override string RoleLabel => "Роль";
    public override string Email => "Почта";
    public override string TelegramNumber => "Telegram ID";
    public override string TelegramNumberHint => "Только цифры. Свой ID подскажет @userinfobot.";
    public override string SignInHow => "Хотя бы одно из двух: так человек будет входить.";

    protected override string NoWayIn(bool hasEmail, bool hasTelegram) =>
        "Без ссылки не войдёт: "
        + (hasEmail, hasTelegram) switch
        {
            (true, true) => "здесь не настроены ни Google, ни бот (GOOGLE_CLIENT_ID, BOT_TOKEN).",
            (true, false) => "по почте входят через Google, а он здесь не настроен (GOOGLE_CLIENT_ID).",
            (false, true) => "по Telegram ID входят через бота, а он здесь не настроен (BOT_TOKEN).",
            (false, false) => "нет ни почты, ни Telegram ID.",
        };

    public override string NoSignIn => "нет ни почты, ни Telegram";
    public override string WasRemoved => "Удалён";
    public override string RemovedStaff => "Больше не работают";
    public override string You => "это вы";

    public override string StaffAdded(string name) => $"{name} теперь в списке сотрудников.";

    public override string StaffSaved(string name) => $"{name}: сохранено.";

    public override string RemoveStaff => "Удалить из сотрудников";

    public override string RemoveStaffSure(string name) =>
        $"{name}: вход сразу завершится везде. Всё сделанное останется в истории.";

    public override string RemoveStaffYes => "Да, удалить";

    public override string StaffRemoved(string name) => $"{name} больше не в списке сотрудников.";

    public override string RestoreStaff => "Вернуть";

    public override string StaffRestored(string name) => $"{name} снова в списке сотрудников.";

    public override string Invite => "Создать ссылку для входа";
    public override string InviteHint =>
        "Для первого входа или если нет Google. "
        + "Сработает один раз в течение суток; прежняя ссылка перестанет работать.";

    public override string InviteReady(string name) => $"Отправьте эту ссылку только одному человеку: {name}";

    public override string CopyLink => "Скопировать ссылку";
    public override string RightsTitle => "Что может каждая роль";
    public override string RightLabel => "Может";
    public override string Yes => "да";
    public override string No => "нет";

    public override string Role(StaffRole role) =>
        role switch
        {
            StaffRole.Host => "Хостес",
            StaffRole.Manager => "Менеджер",
            StaffRole.Admin => "Администратор",
        };

    public override string RoleHint(StaffRole role) =>
        role switch
        {
            StaffRole.Host => "встреча гостей и зал",
            StaffRole.Manager => "ещё столы, расписание, отчёты",
            StaffRole.Admin => "всё, включая сотрудников и настройки",
        };

    public override string RightName(Right right) =>
        right switch
        {
            Right.ViewFloor => "Видеть зал и брони",
            Right.TakeBookings => "Принимать брони",
            Right.ChangeBookings => "Менять и отменять брони",
            Right.SeatGuests => "Сажать гостей, вести лист ожидания",
            Right.UndoChanges => "Отменять изменения",
            Right.BlockTables => "Закрывать и открывать столы",
            Right.EditGuests => "Записывать имена, телефоны и заметки о гостях",
            Right.TalkToGuests => "Отвечать на сообщения гостей",
            Right.ManageGuests => "Блокировать и объединять гостей",
            Right.ExportBookings => "Выгружать брони в файл",
            Right.CorrectPast => "Исправлять, кто пришёл в прошедший день",
            Right.EraseGuests => "Удалять личные данные гостя",
            Right.ViewStatistics => "Смотреть отчёты",
            Right.EditTables => "Настраивать залы и столы",
            Right.EditSchedule => "Настраивать расписание",
            Right.EditSettings => "Менять настройки заведения",
            Right.ManageStaff => "Добавлять и удалять сотрудников, менять роли",
            Right.ViewAudit => "Видеть, кто что изменил",
        };

    protected override string? StaffInput(string field) =>
        field switch
        {
            "staff-name" => "Напишите имя, до 100 знаков.",
            "email" => "Это не адрес почты. Он выглядит так: anna@lounge.example.",
            "telegram" => "Telegram ID состоит только из цифр, например 123456789.",
            "sign-in" => "Укажите почту или Telegram ID: так человек будет входить.",
            "role" => "Выберите роль.",
            _ => null,
        };
}
