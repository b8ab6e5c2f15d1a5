using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string AuditTitle => "Audit";
    public override string AuditHint => "Who changed what and when, and who signed in";
    public override string AuditFilter => "What to show";
    public override string AuditWhat => "What";
    public override string AuditWho => "Who";
    public override string AuditKind => "What happened";
    public override string AuditEverything => "Everything";
    public override string AuditEverybody => "Everybody";
    public override string AuditNoStaff => "Guests and the system";
    public override string AuditAnyKind => "Any change";
    public override string AuditNewest => "Newest";
    public override string AuditOlder => "Older";
    public override string AuditNothingHint => "Nothing matches. Try other days or remove a filter.";
    public override string AuditEach => "One by one";
    protected override string AuditSignIn => "Sign-in";

    public override string AuditAreaName(AuditArea area) =>
        area switch
        {
            AuditArea.Bookings => "Bookings",
            AuditArea.Guests => "Guests",
            AuditArea.Waitlist => "Waitlist",
            AuditArea.Tables => "Halls and tables",
            AuditArea.Schedule => "Schedule",
            AuditArea.Settings => "Settings",
            AuditArea.Staff => "Staff",
            AuditArea.SignIns => "Sign-ins",
            AuditArea.Refusals => "Access denied",
        };

    protected override string AuditChange(string action) =>
        action switch
        {
            AuditEntry.Added => "added",
            AuditEntry.Changed => "changed",
            AuditEntry.Removed => "removed",
            AuditEntry.SignedIn => "signed in",
            AuditEntry.SignedOut => "signed out",
            AuditEntry.Refused => "refused",
            _ => action,
        };

    protected override string Subject(string table) =>
        table switch
        {
            "booking_history" => "Booking",
            "users" => "Guest",
            "halls" => "Hall",
            "tables" => "Table",
            "table_combinations" => "Joinable tables",
            "table_claims" => "Blocked tables",
            "time_slots" => "Slot",
            "special_days" => "Special day",
            "settings" => "Settings",
            "staff" => "Staff",
            "staff_sessions" => "Device",
            "waitlist_entries" => "Waitlist",
            _ => table.Replace('_', ' '),
        };

    protected override string? ColumnName(string column) =>
        column switch
        {
            "setup_done" => "Set-up steps",
            "email" => "E-mail",
            "telegram_id" => "Telegram ID",
            "is_active" => "Active",
            "is_blocked" => "Blocked",
            "is_online" => "Bookable online",
            "about_ru" => "About, in Russian",
            "about_en" => "About, in English",
            "way" => "How",
            "who" => "Who",
            "problem" => "Reason",
            "min_party" => "Smallest party",
            "table_ids" => "Tables",
            "hall_id" => "Hall",
            "phone" => "Phone",
            "is_unreachable" => "Cannot be messaged",
            "merged_into_id" => "Merged into",
            "anonymized_at" => "Data deleted",
            "quoted_minutes" => "Quoted wait (minutes)",
            "offered_until" => "Held until",
            "offered_table_ids" => "Held tables",
            "name_ru" => "Name, in Russian",
            "name_en" => "Name, in English",
            "description_ru" => "Description, in Russian",
            "description_en" => "Description, in English",
            "zone_ru" => "Zone, in Russian",
            "zone_en" => "Zone, in English",
            "address_en" => "Address, in English",
            _ => null,
        };
}
