using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string AuditTitle => "Журнал";
    public override string AuditHint => "Кто, что и когда изменил, кто входил";
    public override string AuditFilter => "Что показать";
    public override string AuditWhat => "Что";
    public override string AuditWho => "Кто";
    public override string AuditKind => "Что произошло";
    public override string AuditEverything => "Всё";
    public override string AuditEverybody => "Все";
    public override string AuditNoStaff => "Гости и система";
    public override string AuditAnyKind => "Любое изменение";
    public override string AuditNewest => "К новым";
    public override string AuditOlder => "Раньше";
    public override string AuditNothingHint => "Ничего не нашлось. Выберите другие дни или уберите фильтр.";
    public override string AuditEach => "По одному";
    protected override string AuditSignIn => "Вход";

    public override string AuditAreaName(AuditArea area) =>
        area switch
        {
            AuditArea.Bookings => "Брони",
            AuditArea.Guests => "Гости",
            AuditArea.Waitlist => "Лист ожидания",
            AuditArea.Tables => "Залы и столы",
            AuditArea.Schedule => "Расписание",
            AuditArea.Settings => "Настройки",
            AuditArea.Staff => "Сотрудники",
            AuditArea.SignIns => "Входы",
            AuditArea.Refusals => "Отказы в доступе",
        };

    protected override string AuditChange(string action) =>
        action switch
        {
            AuditEntry.Added => "добавлено",
            AuditEntry.Changed => "изменено",
            AuditEntry.Removed => "удалено",
            AuditEntry.SignedIn => "вход",
            AuditEntry.SignedOut => "выход",
            AuditEntry.Refused => "отказано",
            _ => action,
        };

    protected override string Subject(string table) =>
        table switch
        {
            "booking_history" => "Бронь",
            "users" => "Гость",
            "halls" => "Зал",
            "tables" => "Стол",
            "table_combinations" => "Сдвигаемые столы",
            "table_claims" => "Закрытые столы",
            "time_slots" => "Слот",
            "special_days" => "Особый день",
            "settings" => "Настройки",
            "staff" => "Сотрудник",
            "staff_sessions" => "Устройство",
            "waitlist_entries" => "Лист ожидания",
            _ => table.Replace('_', ' '),
        };

    protected override string? ColumnName(string column) =>
        column switch
        {
            "name" => "Имя",
            "role" => "Роль",
            "email" => "Почта",
            "telegram_id" => "Telegram ID",
            "is_active" => "Действует",
            "phone" => "Телефон",
            "username" => "Имя в Telegram",
            "language" => "Язык",
            "notes" => "Заметки",
            "tags" => "Метки",
            "is_blocked" => "Заблокирован",
            "block_reason" => "Причина блокировки",
            "is_unreachable" => "Не получает сообщений",
            "merged_into_id" => "Объединён с",
            "anonymized_at" => "Данные удалены",
            "device" => "Устройство",
            "way" => "Как",
            "who" => "Кто",
            "problem" => "Причина",
            "ended_at" => "Завершён",
            "photo" => "Фото",
            "setup_done" => "Первые шаги",
            "number" => "Номер",
            "seats" => "Мест",
            "min_party" => "Минимум гостей",
            "description" => "Описание",
            "x" => "Слева",
            "y" => "Сверху",
            "width" => "Ширина",
            "height" => "Высота",
            "rotation" => "Поворот",
            "shape" => "Форма",
            "zone" => "Зона",
            "is_online" => "Онлайн-бронь",
            "hall_id" => "Зал",
            "order" => "Порядок",
            "start" => "Начало",
            "end" => "Конец",
            "table_ids" => "Столы",
            "offered_table_ids" => "Столы, которые держим",
            "offered_until" => "Держим до",
            "from" => "С",
            "until" => "До",
            "reason" => "Причина",
            "holder" => "Отметка",
            "service_day" => "День",
            "guest_id" => "Гость",
            "party_size" => "Гостей",
            "quoted_minutes" => "Ожидание, мин",
            "comment" => "Комментарий",
            "status" => "Статус",
            "booking_id" => "Бронь",
            "address" => "Адрес",
            "weekdays" => "Дни недели",
            "online_paused_until" => "Онлайн-бронь на паузе до",
            "day" => "День",
            "kind" => "Вид",
            "starts_at" => "Начало",
            "ends_at" => "Конец",
            "name_ru" => "Название, по-русски",
            "name_en" => "Название, по-английски",
            "description_ru" => "Описание, по-русски",
            "description_en" => "Описание, по-английски",
            "zone_ru" => "Зона, по-русски",
            "zone_en" => "Зона, по-английски",
            "address_en" => "Адрес, по-английски",
            _ => null,
        };
}
