using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Texts;

// Texts of the audit.
public abstract partial class DashboardTexts
{
    private static readonly Dictionary<string, BookingAction> BookingActions = Enum.GetValues<BookingAction>()
        .ToDictionary(action => SnakeCase.Of(action));

    private static readonly Dictionary<string, string> Settings = typeof(VenueSettings)
        .GetProperties()
        .ToDictionary(p => SnakeCase.Of(p.Name), p => p.Name);

    public abstract string AuditTitle { get; }
    public abstract string AuditHint { get; }
    public abstract string AuditFilter { get; }
    public abstract string AuditWhat { get; }
    public abstract string AuditWho { get; }
    public abstract string AuditKind { get; }
    public abstract string AuditEverything { get; }
    public abstract string AuditEverybody { get; }
    public abstract string AuditNoStaff { get; }
    public abstract string AuditAnyKind { get; }
    public abstract string AuditNewest { get; }
    public abstract string AuditOlder { get; }
    public abstract string AuditNothingHint { get; }
    public abstract string AuditAreaName(AuditArea area);

    /// <summary>"added", "signed in", "moved".</summary>
    public string AuditAction(string action) =>
        BookingActions.TryGetValue(action, out var booking) ? Act(booking).ToLower(Culture) : AuditChange(action);

    /// <summary>Subject of a line with its name, if any: "Staff: Vera".</summary>
    public string AuditSubject(AuditLine line) =>
        line.Name is { IsEmpty: false } name ? $"{AuditKindOf(line)}: {name.In(Language)}" : AuditKindOf(line);

    /// <summary>Kind of a line's subject without the name: "Staff".</summary>
    public string AuditKindOf(AuditLine line) =>
        line.Subject switch
        {
            AuditEntry.Rights => Enum.TryParse<Right>(line.SubjectId, out var right)
                ? RightName(right)
                : line.SubjectId,
            AuditEntry.SignIns => AuditSignIn,
            _ => Subject(line.Subject),
        };

    public abstract string AuditEach { get; }

    /// <summary>Display name of a column.</summary>
    public string Column(string column) =>
        ColumnName(column)
        ?? (
            Settings.TryGetValue(column, out var setting) && SettingName(setting) is var label && label != setting
                ? label
                : Capitalized(column.Replace('_', ' '))
        );

    protected abstract string AuditSignIn { get; }
    protected abstract string AuditChange(string action);
    protected abstract string Subject(string table);
    protected abstract string? ColumnName(string column);
}
