using System.Globalization;
using System.Text.Json;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Audit;

/// <summary>The changes of an audit line in words.</summary>
public static class AuditDifference
{
    /// <summary>Columns that are not shown: keys and derived values.</summary>
    private static readonly HashSet<string> Unread =
    [
        "id",
        "search_text",
        "idempotency_key",
        "version",
        "created_at",
        "last_seen_at",
        "joined_at",
    ];

    /// <summary>Ids shown by name or known to people.</summary>
    private static readonly HashSet<string> ReadIds = ["hall_id", "telegram_id"];

    public static IReadOnlyList<BookingDifference> Of(AuditLine line, VenueCatalog catalog, DashboardTexts texts)
    {
        if (line.Booking is { } booking)
            return BookingDifference.Of(booking, catalog, texts);
        var (before, after) = (Read(line.Before), Read(line.After));
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(IsRead)
                .Select(column => new BookingDifference(
                    texts.Column(column),
                    Text(before, column),
                    Text(after, column)
                ))
                .Where(difference => difference.Before != difference.After && !IsSilent(difference, texts)),
        ];

        static bool IsRead(string column) =>
            !Unread.Contains(column) && (!column.EndsWith("_id", StringComparison.Ordinal) || ReadIds.Contains(column));

        string Text(Dictionary<string, JsonElement> values, string column) =>
            values.TryGetValue(column, out var value) ? Value(line.Subject, column, value, catalog, texts) : "";
    }

    /// <summary>Whether it only says that something new is not blocked, or something removed was not.</summary>
    private static bool IsSilent(BookingDifference difference, DashboardTexts texts) =>
        (difference.Before.Length == 0 && difference.After == texts.No)
        || (difference.After.Length == 0 && difference.Before == texts.No);

    private static Dictionary<string, JsonElement> Read(string? json)
    {
        if (json is null)
            return [];
        using var document = JsonDocument.Parse(json);
        // Blocks are stored with property names.
        return document
            .RootElement.EnumerateObject()
            .ToDictionary(p => Core.Data.SnakeCase.Of(p.Name), p => p.Value.Clone());
    }

    private static string Value(
        string subject,
        string column,
        JsonElement value,
        VenueCatalog catalog,
        DashboardTexts texts
    ) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True => texts.Yes,
            JsonValueKind.False => texts.No,
            JsonValueKind.Array when column.EndsWith("table_ids", StringComparison.Ordinal) => catalog.TableNames([
                .. value.EnumerateArray().Select(id => id.GetInt32()),
            ]),
            JsonValueKind.Array => string.Join(
                ", ",
                value.EnumerateArray().Select(item => Value(subject, "", item, catalog, texts))
            ),
            JsonValueKind.Number when value.TryGetInt32(out var number) => Number(
                subject,
                column,
                number,
                catalog,
                texts
            ),
            JsonValueKind.String
                when column == "problem" && Enum.TryParse<Auth.SignInProblem>(value.GetString(), out var problem) =>
                texts.SignInRefusal(problem),
            JsonValueKind.String when column == "phone" && subject != "settings" => PhoneNumber.Written(
                value.GetString()!
            ),
            // Times of day ("20:00:00") are not instants.
            JsonValueKind.String
                when value.GetString() is { Length: > 18 } text
                    && DateTimeOffset.TryParse(
                        text,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal,
                        out var instant
                    ) => texts.Moment(catalog.Clock, instant),
            _ => value.ToString(),
        };

    // Enums are stored as numbers.
    private static string Number(
        string subject,
        string column,
        int number,
        VenueCatalog catalog,
        DashboardTexts texts
    ) =>
        (subject, column) switch
        {
            ("staff", "role") when Enum.IsDefined((StaffRole)number) => texts.Role((StaffRole)number),
            (AuditEntry.Sessions, "way") when Enum.IsDefined((SignInWay)number) => texts.SignedInBy((SignInWay)number),
            (AuditEntry.Waitlist, "status") when Enum.IsDefined((WaitlistStatus)number) => texts.WaitlistStatus(
                (WaitlistStatus)number
            ),
            ("tables", "shape") when Enum.IsDefined((TableShape)number) => texts.TableShape((TableShape)number),
            ("time_slots", "weekdays") => string.Join(
                ", ",
                Enum.GetValues<DayOfWeek>()
                    .OrderBy(day => ((int)day + 6) % 7)
                    .Where(day => (number & (1 << (((int)day + 6) % 7))) != 0)
                    .Select(day => texts.Culture.DateTimeFormat.GetAbbreviatedDayName(day))
            ),
            ("settings", "setup_done") => string.Join(
                ", ",
                Setup
                    .GuideStep.All.Where(step =>
                        step.Step != SetupSteps.None && ((SetupSteps)number).HasFlag(step.Step)
                    )
                    .Select(step => step.Title(texts))
            ),
            ("tables", "hall_id") => catalog.Halls.FirstOrDefault(hall => hall.Id == number)?.Name.In(texts.Language)
                ?? number.ToString(texts.Culture),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
}
