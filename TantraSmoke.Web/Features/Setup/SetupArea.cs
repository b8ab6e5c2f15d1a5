using TantraSmoke.Web.Texts;
using static MudBlazor.Icons.Material;

namespace TantraSmoke.Web.Features.Setup;

/// <summary>A part of the setup with its own page.</summary>
/// <param name="Route">Without the leading slash, like <c>staff</c>.</param>
/// <param name="Icon">A MudBlazor icon.</param>
/// <param name="Right">Required right, the same as on the page itself.</param>
public sealed record SetupArea(
    string Route,
    string Icon,
    Func<DashboardTexts, string> Title,
    Func<DashboardTexts, string> Hint,
    Right Right
)
{
    /// <summary>In display order.</summary>
    public static IReadOnlyList<SetupArea> All { get; } =
    [
        new(
            "tables",
            Outlined.TableRestaurant,
            texts => texts.TablesTitle,
            texts => texts.TablesHint,
            Right.EditTables
        ),
        new(
            "schedule",
            Outlined.CalendarMonth,
            texts => texts.ScheduleTitle,
            texts => texts.ScheduleHint,
            Right.EditSchedule
        ),
        new(
            "settings",
            Outlined.Storefront,
            texts => texts.SettingsTitle,
            texts => texts.SettingsHint,
            Right.EditSettings
        ),
        new("staff", Outlined.Badge, texts => texts.StaffTitle, texts => texts.StaffHint, Right.ManageStaff),
        new("audit", Outlined.History, texts => texts.AuditTitle, texts => texts.AuditHint, Right.ViewAudit),
    ];

    /// <summary>The areas this person may use.</summary>
    public static IReadOnlyList<SetupArea> For(Actor? actor) =>
        actor is null ? [] : [.. All.Where(area => actor.May(area.Right))];
}
