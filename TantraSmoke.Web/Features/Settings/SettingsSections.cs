using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Settings;

/// <summary>Sections of the settings page: one is shown at a time, all are saved together.</summary>
public static class SettingsSections
{
    public const string Venue = "venue",
        About = "about",
        Rules = "booking-rules",
        Messages = "messages",
        Floor = "floor-rules",
        Bot = "bot";

    private static readonly string[] AboutNames = [nameof(VenueSettings.AboutRu), nameof(VenueSettings.AboutEn)];

    private static readonly string[] MessageNames =
    [
        nameof(VenueSettings.ReminderHours),
        nameof(VenueSettings.AsksRating),
        nameof(VenueSettings.QuietFrom),
        nameof(VenueSettings.QuietUntil),
        nameof(VenueSettings.PhoneWish),
        nameof(VenueSettings.Campaigns),
        nameof(VenueSettings.StaffLanguage),
    ];

    /// <summary>Numeric settings of bookings, in display order.</summary>
    public static IReadOnlyList<string> RuleNames { get; } =
    [
        nameof(VenueSettings.HorizonDays),
        nameof(VenueSettings.LeadMinutes),
        nameof(VenueSettings.ActiveBookingsPerGuest),
        nameof(VenueSettings.LargestPartyOnline),
        nameof(VenueSettings.ApprovalAbove),
        nameof(VenueSettings.CancelMinutes),
        nameof(VenueSettings.HoldMinutes),
    ];

    /// <summary>Numeric settings of the floor, in display order.</summary>
    public static IReadOnlyList<string> FloorNames { get; } =
    [
        nameof(VenueSettings.NoShowMinutes),
        nameof(VenueSettings.WalkInMinutes),
        nameof(VenueSettings.OfferMinutes),
        nameof(VenueSettings.NoShowFlagCount),
        nameof(VenueSettings.NoShowFlagMonths),
    ];

    public static IEnumerable<(string Id, string Title)> Titles(DashboardTexts texts) =>
        [
            (Venue, texts.VenueTitle),
            (About, texts.AboutTitle),
            (Rules, texts.BookingRulesTitle),
            (Messages, texts.MessagesTitle),
            (Floor, texts.StaffRulesTitle),
            (Bot, texts.BotTitle),
        ];

    public static string Address(string section) => section == Venue ? "/settings" : $"/settings/{section}";

    /// <summary>The section of a setting.</summary>
    public static string Of(string setting) =>
        AboutNames.Contains(setting) ? About
        : RuleNames.Contains(setting) ? Rules
        : MessageNames.Contains(setting) ? Messages
        : FloorNames.Contains(setting) ? Floor
        : Venue;
}
