using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Settings;

/// <summary>Validates settings; problems are named by property. Pure.</summary>
public static class SettingsCheck
{
    public const int NameLimit = 80;
    public const int AddressLimit = 200;
    public const int PhoneLimit = 40;

    /// <summary>Telegram allows 4,096 characters per message, including address and phone.</summary>
    public const int AboutLimit = 3000;

    /// <summary>A longer gap would exceed the range that is read around a day.</summary>
    public const int LongestBuffer = 180;

    public const int MostReminders = 4;

    /// <summary>In hours.</summary>
    public const int LongestReminder = 168;

    public static IReadOnlyList<string> Wrong(VenueSettings settings)
    {
        (string Field, bool IsRight)[] checks =
        [
            (nameof(VenueSettings.VenueName), settings.VenueName.Trim().Length is > 0 and <= NameLimit),
            (nameof(VenueSettings.Address), settings.Address.Length <= AddressLimit),
            (nameof(VenueSettings.AddressEn), settings.AddressEn.Length <= AddressLimit),
            (
                nameof(VenueSettings.Phone),
                settings.Phone.Length <= PhoneLimit
                    && (settings.Phone.Length == 0 || settings.Phone.Count(char.IsDigit) is >= 3 and <= 20)
            ),
            (nameof(VenueSettings.AboutRu), settings.AboutRu.Length <= AboutLimit),
            (nameof(VenueSettings.AboutEn), settings.AboutEn.Length <= AboutLimit),
            (
                nameof(VenueSettings.Latitude),
                settings.Latitude is null or (>= -90 and <= 90)
                    && settings.Latitude.HasValue == settings.Longitude.HasValue
            ),
            (
                nameof(VenueSettings.Longitude),
                settings.Longitude is null or (>= -180 and <= 180)
                    && settings.Latitude.HasValue == settings.Longitude.HasValue
            ),
            (
                nameof(VenueSettings.TimeZone),
                TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone) && zone.HasIanaId
            ),
            (nameof(VenueSettings.Country), PhoneNumber.Countries.ContainsKey(settings.Country)),
            (nameof(VenueSettings.ServiceDayEnds), settings.ServiceDayEnds <= new TimeOnly(12, 0)),
            (nameof(VenueSettings.HorizonDays), settings.HorizonDays is >= 1 and <= 365),
            (nameof(VenueSettings.LeadMinutes), settings.LeadMinutes is >= 0 and <= 10_080),
            (nameof(VenueSettings.ActiveBookingsPerGuest), settings.ActiveBookingsPerGuest is >= 1 and <= 100),
            (nameof(VenueSettings.HoldMinutes), settings.HoldMinutes is >= 1 and <= 60),
            (nameof(VenueSettings.NoShowMinutes), settings.NoShowMinutes is >= 1 and <= 720),
            (nameof(VenueSettings.WalkInMinutes), settings.WalkInMinutes is >= 15 and <= 1440),
            (nameof(VenueSettings.OfferMinutes), settings.OfferMinutes is >= 1 and <= 120),
            (nameof(VenueSettings.NoShowFlagCount), settings.NoShowFlagCount is >= 1 and <= 100),
            (nameof(VenueSettings.NoShowFlagMonths), settings.NoShowFlagMonths is >= 1 and <= 120),
            (nameof(VenueSettings.LargestPartyOnline), settings.LargestPartyOnline is null or (>= 1 and <= 100)),
            (nameof(VenueSettings.ApprovalAbove), settings.ApprovalAbove is null or (>= 1 and <= 100)),
            (nameof(VenueSettings.CancelMinutes), settings.CancelMinutes is null or (>= 0 and <= 10_080)),
            (nameof(VenueSettings.BufferMinutes), settings.BufferMinutes is >= 0 and <= LongestBuffer),
            (nameof(VenueSettings.PacingParties), settings.PacingParties is null or (>= 1 and <= 1000)),
            (nameof(VenueSettings.PacingCovers), settings.PacingCovers is null or (>= 1 and <= 10_000)),
            (nameof(VenueSettings.TurnTimes), IsTurnTimes(settings.TurnTimes)),
            (nameof(VenueSettings.ReminderHours), IsReminders(settings.ReminderHours)),
            (nameof(VenueSettings.Campaigns), AreCampaigns(settings)),
        ];
        return [.. checks.Where(check => !check.IsRight).Select(check => check.Field)];
    }

    private static bool IsReminders(string text) =>
        text.Length <= VenueSettings.ReminderHoursLimit
        && ReminderPlanner.Hours(text) is var hours
        && hours.Count == text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
        && hours.Count <= MostReminders
        && hours.All(h => h <= LongestReminder);

    /// <summary>Campaign names are part of links, for which Telegram allows few characters.</summary>
    private static bool AreCampaigns(VenueSettings settings) =>
        settings.Campaigns.Length <= VenueSettings.CampaignsLimit
        && settings.CampaignNames is var names
        && names.Distinct().Count() == names.Count
        && names.All(name =>
            name.Length <= VenueSettings.CampaignLimit
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        );

    private static bool IsTurnTimes(string text)
    {
        var rows = TurnTimes.Read(text);
        return text.Length <= VenueSettings.TurnTimesLimit
            && rows.Count == text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
            && rows.All(row => row.UpTo is >= 1 and <= 100 && row.Minutes is >= 15 and <= 1440)
            && rows.DistinctBy(row => row.UpTo).Count() == rows.Count;
    }
}
