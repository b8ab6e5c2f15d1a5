using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string SettingsTitle => "Venue settings";
    public override string SettingsHint => "Name, address, booking rules, the bot's QR code";
    public override string SettingsLead => "Changes take effect at once, without a restart.";
    public override string VenueTitle => "Venue";
    public override string BookingRulesTitle => "Rules for guests";
    public override string StaffRulesTitle => "Rules on the floor";
    public override string ZoneIsFixed => "The time zone is set by the variable VENUE_TIMEZONE; change it there.";
    public override string CountryIsFixed => "The country is set by the variable VENUE_COUNTRY; change it there.";
    public override string ZoneWarning => "Bookings keep the time of day agreed with the guests, in the new time zone too.";
    public override string Forget => "Discard changes";
    public override string SettingsSaved => "Settings saved and in effect.";

    public override string BotTitle => "The bot in Telegram";
    public override string BotLead => "Guests scan the code to open the chat with the bot. The page to print has a code for every table.";
    public override string NoBot => "There is no bot yet: set BOT_TOKEN, and its link and QR code will appear here.";
    public override string BotSilent => "Telegram is not responding, so the bot's name is not known. Open this page again later.";
    public override string CampaignLinks => "Campaign links";
    public override string PrintCodes => "Print codes";
    public override string ScanToBook => "Point your camera here to book a table";
    public override string QrLabel(string url) => $"QR code: {url}";

    public override string SettingLabel(string name) => name switch
    {
        nameof(VenueSettings.VenueName) => "Name",
        nameof(VenueSettings.Address) => "Address",
        nameof(VenueSettings.Phone) => "Phone for guests",
        nameof(VenueSettings.Latitude) => "Latitude on the map",
        nameof(VenueSettings.Longitude) => "Longitude on the map",
        nameof(VenueSettings.AboutRu) => "About us, in Russian",
        nameof(VenueSettings.AboutEn) => "About us, in English",
        nameof(VenueSettings.Country) => "Country",
        nameof(VenueSettings.TimeZone) => "Time zone",
        nameof(VenueSettings.ServiceDayEnds) => "Service day ends at",
        nameof(VenueSettings.HorizonDays) => "Guests can book ahead (days)",
        nameof(VenueSettings.LeadMinutes) => "Online booking closes (minutes before)",
        nameof(VenueSettings.ActiveBookingsPerGuest) => "Active bookings per guest, up to",
        nameof(VenueSettings.LargestPartyOnline) => "Largest party online (guests)",
        nameof(VenueSettings.ApprovalAbove) => "Approval needed above (guests)",
        nameof(VenueSettings.StaffLanguage) => "Language of the staff group",
        nameof(VenueSettings.CancelMinutes) => "Guests can cancel until (minutes before)",
        nameof(VenueSettings.HoldMinutes) => "Hold a table while a guest confirms (minutes)",
        nameof(VenueSettings.NoShowMinutes) => "No-show after (minutes)",
        nameof(VenueSettings.WalkInMinutes) => "A walk-in stays (minutes)",
        nameof(VenueSettings.OfferMinutes) => "Hold a table for the waitlist (minutes)",
        nameof(VenueSettings.NoShowFlagCount) => "Flag a guest after (no-shows)",
        nameof(VenueSettings.NoShowFlagMonths) => "Count no-shows of the last (months)",
        nameof(VenueSettings.ReminderHours) => "Send reminders (hours before)",
        nameof(VenueSettings.QuietFrom) => "No messages from",
        nameof(VenueSettings.QuietUntil) => "No messages until",
        nameof(VenueSettings.AsksRating) => "Ask guests to rate their visit",
        nameof(VenueSettings.Campaigns) => "Advertising campaigns",
        nameof(VenueSettings.PhoneWish) => "Phone number in the chat",
        nameof(VenueSettings.BufferMinutes) => "Gap between bookings at a table (minutes)",
        nameof(VenueSettings.TurnTimes) => "How long parties stay",
        nameof(VenueSettings.PacingParties) => "Parties starting per 15 minutes, up to",
        nameof(VenueSettings.PacingCovers) => "Guests starting per 15 minutes, up to",
        _ => name,
    };

    public override string? SettingHint(string name) => name switch
    {
        nameof(VenueSettings.ReminderHours) => "Several, separated by spaces: 24 3. Empty: none.",
        nameof(VenueSettings.Campaigns) => "Names separated by spaces. Each gets its own link to the bot, and reports show whom it brought.",
        nameof(VenueSettings.QuietFrom) => "Nothing is sent in these hours unless the booking is close.",
        nameof(VenueSettings.Country) => "Phone numbers without a + are read as numbers of this country.",
        nameof(VenueSettings.TimeZone) => "Start typing a city: Europe/London, Asia/Tbilisi.",
        nameof(VenueSettings.ServiceDayEnds) => "Everything before this hour belongs to the evening before.",
        nameof(VenueSettings.LargestPartyOnline) => "Larger parties have to call.",
        nameof(VenueSettings.ApprovalAbove) => "Their table is held until you answer. Empty: no approval needed.",
        nameof(VenueSettings.StaffLanguage) => "For cards and notes in the group; private chats follow each person's Telegram.",
        nameof(VenueSettings.CancelMinutes) => "After that, the guest has to call.",
        nameof(VenueSettings.BufferMinutes) => "Time to clear the table. A host may seat parties closer together.",
        nameof(VenueSettings.TurnTimes) => "Where that is shorter than the slot. Without lines, a booking lasts the whole slot.",
        nameof(VenueSettings.PacingParties) or nameof(VenueSettings.PacingCovers) => "How many may start at the same time when guests book online.",
        _ => null,
    };

    public override string SettingProblem(string name) => name switch
    {
        nameof(VenueSettings.ReminderHours) => "Up to 4 numbers from 1 to 168, separated by spaces.",
        nameof(VenueSettings.Campaigns) => $"Names separated by spaces, no repeats: lower-case Latin letters and digits, up to {Number(VenueSettings.CampaignLimit)}.",
        nameof(VenueSettings.QuietFrom) or nameof(VenueSettings.QuietUntil) => "A time, for example 22:00.",
        nameof(VenueSettings.VenueName) => $"Enter a name of up to {Number(SettingsCheck.NameLimit)} characters.",
        nameof(VenueSettings.Address) => $"The address is longer than {Number(SettingsCheck.AddressLimit)} characters.",
        nameof(VenueSettings.Phone) => "Enter a number guests can reach, at least 3 digits.",
        nameof(VenueSettings.Latitude) => "A number from −90 to 90, together with the longitude.",
        nameof(VenueSettings.Longitude) => "A number from −180 to 180, together with the latitude.",
        nameof(VenueSettings.AboutRu) or nameof(VenueSettings.AboutEn) => $"The text is longer than {Number(SettingsCheck.AboutLimit)} characters.",
        nameof(VenueSettings.Country) => "There is no such country. Choose one from the list.",
        nameof(VenueSettings.TimeZone) => "There is no such time zone. Choose from the list, for example Europe/London.",
        nameof(VenueSettings.ServiceDayEnds) => "A time from 00:00 to 12:00.",
        nameof(VenueSettings.TurnTimes) => "Each line: guests from 1 to 100, no repeats, and minutes from 15 to 1440.",
        _ => $"A whole number, {Limits(name)}.",
    };

    private string Limits(string name) => name switch
    {
        nameof(VenueSettings.HorizonDays) => Between(1, 365),
        nameof(VenueSettings.LeadMinutes) => Between(0, 10_080),
        nameof(VenueSettings.CancelMinutes) => $"{Between(0, 10_080)}, or empty",
        nameof(VenueSettings.HoldMinutes) => Between(1, 60),
        nameof(VenueSettings.NoShowMinutes) => Between(1, 720),
        nameof(VenueSettings.WalkInMinutes) => Between(15, 1440),
        nameof(VenueSettings.OfferMinutes) or nameof(VenueSettings.NoShowFlagMonths) => Between(1, 120),
        nameof(VenueSettings.BufferMinutes) => Between(0, SettingsCheck.LongestBuffer),
        nameof(VenueSettings.PacingParties) => $"{Between(1, 1000)}, or empty",
        nameof(VenueSettings.PacingCovers) => $"{Between(1, 10_000)}, or empty",
        nameof(VenueSettings.LargestPartyOnline) or nameof(VenueSettings.ApprovalAbove) => $"{Between(1, 100)}, or empty",
        _ => Between(1, 100),
    };
}
