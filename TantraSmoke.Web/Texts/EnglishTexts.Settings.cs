using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string SettingsTitle => "Venue settings";
    public override string SettingsHint => "Name, address, booking rules, the bot's QR code";
    public override string SettingsLead => "Changes count at once, without a restart.";
    public override string VenueTitle => "Venue";
    public override string BookingRulesTitle => "Rules for guests";
    public override string StaffRulesTitle => "Rules in the room";
    public override string ZoneIsFixed => "The variable VENUE_TIMEZONE sets the time zone; change it there.";
    public override string CountryIsFixed => "The variable VENUE_COUNTRY sets the country; change it there.";
    public override string ZoneWarning => "Bookings keep the time of day agreed with their guests, in the new time zone too.";
    public override string Forget => "Leave as it was";
    public override string SettingsSaved => "Settings saved, they count from now on.";

    public override string BotTitle => "The bot in Telegram";
    public override string BotLead => "A guest points the camera at the code and is in the bot's chat. The page to print has a code for every table.";
    public override string NoBot => "There is no bot yet: set BOT_TOKEN, and its link and QR code appear here.";
    public override string BotSilent => "Telegram does not answer, so the bot's name is not known. Open this page a little later.";
    public override string CampaignLinks => "Links of campaigns";
    public override string PrintCodes => "Codes to print";
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
        nameof(VenueSettings.ServiceDayEnds) => "When the service day ends",
        nameof(VenueSettings.HorizonDays) => "Days ahead",
        nameof(VenueSettings.LeadMinutes) => "Closes before the start, minutes",
        nameof(VenueSettings.ActiveBookingsPerGuest) => "Bookings per guest",
        nameof(VenueSettings.LargestPartyOnline) => "Guests in an online booking, up to",
        nameof(VenueSettings.ApprovalAbove) => "Parties over this wait for approval",
        nameof(VenueSettings.StaffLanguage) => "Language of the staff group",
        nameof(VenueSettings.CancelMinutes) => "Cancelling ends before, minutes",
        nameof(VenueSettings.HoldMinutes) => "Table kept while confirming, minutes",
        nameof(VenueSettings.NoShowMinutes) => "Late parties are awaited, minutes",
        nameof(VenueSettings.WalkInMinutes) => "Walk-ins stay, minutes",
        nameof(VenueSettings.OfferMinutes) => "Table kept for the waitlist, minutes",
        nameof(VenueSettings.NoShowFlagCount) => "No-shows until the flag",
        nameof(VenueSettings.NoShowFlagMonths) => "No-shows of the last months",
        nameof(VenueSettings.ReminderHours) => "Reminders, hours before",
        nameof(VenueSettings.QuietFrom) => "Quiet from",
        nameof(VenueSettings.QuietUntil) => "Quiet until",
        nameof(VenueSettings.AsksRating) => "Ask how the visit was",
        nameof(VenueSettings.Campaigns) => "Advertising campaigns",
        nameof(VenueSettings.PhoneWish) => "Phone number in the chat",
        nameof(VenueSettings.BufferMinutes) => "Gap between bookings at a table, minutes",
        nameof(VenueSettings.TurnTimes) => "How long parties stay",
        nameof(VenueSettings.PacingParties) => "Parties per 15 minutes online, up to",
        nameof(VenueSettings.PacingCovers) => "Guests per 15 minutes online, up to",
        _ => name,
    };

    public override string? SettingHint(string name) => name switch
    {
        nameof(VenueSettings.ReminderHours) => "Several with a space between: 24 3. Empty: none.",
        nameof(VenueSettings.Campaigns) => "Names with spaces between: each has a link of its own to the bot, and reports show whom it brought.",
        nameof(VenueSettings.QuietFrom) => "Nothing is sent meanwhile, unless the booking is near.",
        nameof(VenueSettings.Country) => "Phone numbers without a + are read as numbers of this country.",
        nameof(VenueSettings.TimeZone) => "Begin to type a city: Europe/London, Asia/Tbilisi.",
        nameof(VenueSettings.ServiceDayEnds) => "Everything before that hour of the night belongs to the evening before.",
        nameof(VenueSettings.LargestPartyOnline) => "Larger parties call.",
        nameof(VenueSettings.ApprovalAbove) => "Their table is kept until you answer. Empty: nobody waits.",
        nameof(VenueSettings.StaffLanguage) => "Of cards and notes in the group; a person's chat follows their Telegram.",
        nameof(VenueSettings.CancelMinutes) => "Before the booking starts; later the guest calls.",
        nameof(VenueSettings.BufferMinutes) => "To clear the table. A host may put parties closer.",
        nameof(VenueSettings.TurnTimes) => "Where that is less than the booked time lasts. Without lines a booking lasts all of it.",
        nameof(VenueSettings.PacingParties) or nameof(VenueSettings.PacingCovers) => "So many may begin at once where a guest books.",
        _ => null,
    };

    public override string SettingProblem(string name) => name switch
    {
        nameof(VenueSettings.ReminderHours) => "At most 4 numbers of 1 to 168 hours, with a space between.",
        nameof(VenueSettings.Campaigns) => $"Names with spaces between, each once: lower-case Latin letters and digits, up to {Number(VenueSettings.CampaignLimit)}.",
        nameof(VenueSettings.QuietFrom) or nameof(VenueSettings.QuietUntil) => "A time, for example 22:00.",
        nameof(VenueSettings.VenueName) => $"Write a name of at most {Number(SettingsCheck.NameLimit)} characters.",
        nameof(VenueSettings.Address) => $"The address is longer than {Number(SettingsCheck.AddressLimit)} characters.",
        nameof(VenueSettings.Phone) => "Write a number guests can reach, at least 3 digits.",
        nameof(VenueSettings.Latitude) => "A number from −90 to 90, together with the longitude.",
        nameof(VenueSettings.Longitude) => "A number from −180 to 180, together with the latitude.",
        nameof(VenueSettings.AboutRu) or nameof(VenueSettings.AboutEn) => $"The text is longer than {Number(SettingsCheck.AboutLimit)} characters.",
        nameof(VenueSettings.Country) => "There is no such country. Choose one from the list.",
        nameof(VenueSettings.TimeZone) => "There is no such zone. Choose from the list, for example Europe/London.",
        nameof(VenueSettings.ServiceDayEnds) => "A time from 00:00 to 12:00.",
        nameof(VenueSettings.TurnTimes) => "Each line: how many guests, 1 to 100 and none twice, and how many minutes, 15 to 1440.",
        _ => $"A whole number, {Limits(name)}.",
    };

    private string Limits(string name) => name switch
    {
        nameof(VenueSettings.HorizonDays) => Between(1, 365),
        nameof(VenueSettings.LeadMinutes) => Between(0, 10_080),
        nameof(VenueSettings.CancelMinutes) => $"{Between(0, 10_080)}, or nothing",
        nameof(VenueSettings.HoldMinutes) => Between(1, 60),
        nameof(VenueSettings.NoShowMinutes) => Between(1, 720),
        nameof(VenueSettings.WalkInMinutes) => Between(15, 1440),
        nameof(VenueSettings.OfferMinutes) or nameof(VenueSettings.NoShowFlagMonths) => Between(1, 120),
        nameof(VenueSettings.BufferMinutes) => Between(0, SettingsCheck.LongestBuffer),
        nameof(VenueSettings.PacingParties) => $"{Between(1, 1000)}, or nothing",
        nameof(VenueSettings.PacingCovers) => $"{Between(1, 10_000)}, or nothing",
        nameof(VenueSettings.LargestPartyOnline) or nameof(VenueSettings.ApprovalAbove) => $"{Between(1, 100)}, or nothing",
        _ => Between(1, 100),
    };
}
