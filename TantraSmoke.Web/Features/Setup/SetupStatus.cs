using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Schedule;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Setup;

/// <summary>Short summary of what is set up in an area, or what is missing.</summary>
public static class SetupStatus
{
    /// <param name="staff">Number of staff; null if unknown.</param>
    public static string? Of(string route, VenueCatalog catalog, int? staff, DashboardTexts texts) =>
        route switch
        {
            "tables" => Tables([.. catalog.Tables.Where(table => table.IsActive).Select(table => table.Seats)], texts),
            "schedule" => string.Join("; ", WeekRow.Of(catalog.Slots, catalog.Clock).Select(row => Hours(row, texts))),
            "settings" => Missing(catalog.Settings, texts) is { Count: > 0 } missing
                ? texts.SettingsMissing(string.Join(", ", missing))
                : texts.SettingsComplete,
            "staff" => staff is { } people ? texts.StaffCount(people) : null,
            _ => null,
        };

    private static string Tables(IReadOnlyCollection<int> seats, DashboardTexts texts) =>
        texts.GuideTablesNow(seats.Count, seats.Sum());

    // From the first start to the last end; details are on the page itself.
    private static string Hours(WeekRow row, DashboardTexts texts) =>
        row.Slots.Count == 0
            ? $"{texts.DaysOf(row.Days)}: {texts.Closed.ToLower(texts.Culture)}"
            : $"{texts.DaysOf(row.Days)} {texts.SlotHours(new SlotHours(row.Slots[0].Start, row.Slots[^1].End))}";

    private static List<string> Missing(VenueSettings settings, DashboardTexts texts)
    {
        (string Name, bool IsThere)[] wanted =
        [
            (nameof(VenueSettings.Phone), settings.Phone.Length > 0),
            (nameof(VenueSettings.Address), settings.Address.Length > 0),
            (nameof(VenueSettings.AboutRu), settings.AboutRu.Length > 0),
            (nameof(VenueSettings.AboutEn), settings.AboutEn.Length > 0),
        ];
        var missing = wanted
            .Where(one => !one.IsThere)
            .Select(one => texts.SettingLabel(one.Name).ToLower(texts.Culture));
        return [.. settings.Latitude is null ? missing.Append(texts.PlaceOnMap) : missing];
    }
}
