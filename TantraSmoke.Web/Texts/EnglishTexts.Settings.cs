using TantraSmoke.Core.Entities;
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
    public override string AboutTitle => "About us";
    public override string SettingsSections => "Sections of the settings";
    public override string MapLink => "Link to the map";
    public override string MapLinkHint =>
        "Paste a link from Google, Yandex, Apple, 2GIS or OpenStreetMap, or 55.7602, 37.6486: it fills in the place.";
    public override string MapLinkUnread =>
        "There is no place in it. Paste the long address of a map page, or the latitude and longitude.";
    public override string MapLinkShort =>
        "Short links do not say where they lead. Open it in a browser and paste the long address.";
    public override string ShowOnMap => "Show on the map";
    public override string ZoneIsFixed => "The time zone is set by the variable VENUE_TIMEZONE; change it there.";
    public override string CountryIsFixed => "The country is set by the variable VENUE_COUNTRY; change it there.";
    public override string ZoneWarning =>
        "Bookings keep the time of day agreed with the guests, in the new time zone too.";
    public override string Forget => "Discard changes";
    public override string SettingsSaved => "Settings saved and in effect.";

    public override string BotTitle => "The bot in Telegram";
    public override string BotLead =>
        "Guests scan the code to open the chat with the bot. The page to print has a code for every table.";
    public override string NoBot => "There is no bot yet: set BOT_TOKEN, and its link and QR code will appear here.";
    public override string NoBotToPrint =>
        "The codes lead guests to your bot in Telegram, and there is none yet. "
        + "Create one with @BotFather, enter its token, and open this page again.";
    public override string SetUpBot => "Set up the bot";
    public override string BotSilent =>
        "Telegram is not responding, so the bot's name is not known. Open this page again later.";
    public override string CampaignLinks => "Campaign links";
    public override string PrintCodes => "Print codes";
    public override string ScanToBook => "Point your camera here to book a table";

    public override string QrLabel(string url) => $"QR code: {url}";

    public override string SettingLabel(string name) =>
        name switch
        {
            nameof(VenueSettings.VenueName) => "Name",
            nameof(VenueSettings.Address) => "Address, in Russian",
            nameof(VenueSettings.AddressEn) => "Address, in English",
            nameof(VenueSettings.Phone) => "Phone for guests",
            nameof(VenueSettings.Latitude) => "Latitude",
            nameof(VenueSettings.Longitude) => "Longitude",
            nameof(VenueSettings.AboutRu) => "About us, in Russian",
            nameof(VenueSettings.AboutEn) => "About us, in English",
            nameof(VenueSettings.Country) => "Country",
            nameof(VenueSettings.TimeZone) => "Time zone",
            nameof(VenueSettings.ServiceDayEnds) => "Service day ends at",
            nameof(VenueSettings.HorizonDays) => "Guests can book ahead",
            nameof(VenueSettings.LeadMinutes) => "Online booking closes",
            nameof(VenueSettings.ActiveBookingsPerGuest) => "Active bookings per guest",
            nameof(VenueSettings.LargestPartyOnline) => "Largest party online",
            nameof(VenueSettings.ApprovalAbove) => "Approval needed above",
            nameof(VenueSettings.StaffLanguage) => "Language of the staff group",
            nameof(VenueSettings.CancelMinutes) => "Guests can cancel until",
            nameof(VenueSettings.HoldMinutes) => "Hold a table while a guest confirms",
            nameof(VenueSettings.NoShowMinutes) => "No-show after",
            nameof(VenueSettings.WalkInMinutes) => "A walk-in stays",
            nameof(VenueSettings.OfferMinutes) => "Hold a table for the waitlist",
            nameof(VenueSettings.NoShowFlagCount) => "Flag a guest after",
            nameof(VenueSettings.NoShowFlagMonths) => "Count no-shows of the last",
            nameof(VenueSettings.ReminderHours) => "Send reminders",
            nameof(VenueSettings.QuietFrom) => "No messages from",
            nameof(VenueSettings.QuietUntil) => "No messages until",
            nameof(VenueSettings.AsksRating) => "Ask guests to rate their visit",
            nameof(VenueSettings.Campaigns) => "Advertising campaigns",
            nameof(VenueSettings.PhoneWish) => "Phone number in the chat",
            nameof(VenueSettings.BufferMinutes) => "Gap between bookings at a table",
            nameof(VenueSettings.TurnTimes) => "How long parties stay",
            nameof(VenueSettings.PacingParties) => "Parties starting per 15 minutes",
            nameof(VenueSettings.PacingCovers) => "Guests starting per 15 minutes",
            _ => name,
        };

    public override string? SettingUnit(string name) =>
        name switch
        {
            nameof(VenueSettings.HorizonDays) => "days",
            nameof(VenueSettings.LeadMinutes) or nameof(VenueSettings.CancelMinutes) => "min before",
            nameof(VenueSettings.ActiveBookingsPerGuest) => "at most",
            nameof(VenueSettings.PacingParties) => "parties",
            nameof(VenueSettings.LargestPartyOnline)
            or nameof(VenueSettings.ApprovalAbove)
            or nameof(VenueSettings.PacingCovers) => "guests",
            nameof(VenueSettings.HoldMinutes)
            or nameof(VenueSettings.NoShowMinutes)
            or nameof(VenueSettings.WalkInMinutes)
            or nameof(VenueSettings.OfferMinutes)
            or nameof(VenueSettings.BufferMinutes) => "min",
            nameof(VenueSettings.NoShowFlagCount) => "no-shows",
            nameof(VenueSettings.NoShowFlagMonths) => "months",
            nameof(VenueSettings.ReminderHours) => "h before",
            nameof(VenueSettings.Latitude) or nameof(VenueSettings.Longitude) => "°",
            _ => null,
        };

    public override string? SettingHint(string name) =>
        name switch
        {
            nameof(VenueSettings.VenueName) => "Guests read it in the chat and in reminders.",
            nameof(VenueSettings.Phone) => "For those who have to call, for example +7 495 000-00-00.",
            nameof(VenueSettings.Address) => "Guests see it with the map.",
            nameof(VenueSettings.AddressEn) => "For example Pokrovka 1, Moscow.",
            nameof(VenueSettings.Country) => "Phone numbers without a + are read as numbers of this country.",
            nameof(VenueSettings.TimeZone) => "Start typing a city: Europe/London, Asia/Tbilisi.",
            nameof(VenueSettings.ServiceDayEnds) =>
                "Everything before this hour belongs to the evening before: with 06:00, "
                    + "a guest at 01:30 on Saturday is Friday’s.",
            nameof(VenueSettings.AboutRu) => "What the bot answers to “О нас”.",
            nameof(VenueSettings.AboutEn) => "What the bot answers to “About us”.",
            nameof(VenueSettings.HorizonDays) => "With 14, a guest can book today for any day of the next two weeks.",
            nameof(VenueSettings.LeadMinutes) => "With 30, the slot at 20:00 can be booked in the chat until 19:30.",
            nameof(VenueSettings.ActiveBookingsPerGuest) =>
                "With 3, a fourth booking has to wait until one is over or cancelled.",
            nameof(VenueSettings.LargestPartyOnline) => "With 8, a party of nine is asked to call. Empty: any size.",
            nameof(VenueSettings.ApprovalAbove) =>
                "With 6, a table for seven is held until you answer. Empty: no approval needed.",
            nameof(VenueSettings.CancelMinutes) =>
                "With 60, a booking for 20:00 can be cancelled in the chat until 19:00; later the guest has to call. "
                    + "Empty: at any time.",
            nameof(VenueSettings.HoldMinutes) =>
                "With 5, nobody else gets the table for five minutes once a guest has chosen it.",
            nameof(VenueSettings.NoShowMinutes) =>
                "With 20, a guest booked for 20:00 is a no-show at 20:20 and the table is free.",
            nameof(VenueSettings.WalkInMinutes) =>
                "With 120, a table seated at 19:00 without a booking counts as taken until 21:00.",
            nameof(VenueSettings.OfferMinutes) => "With 10, the next party on the waitlist gets ten minutes to answer.",
            nameof(VenueSettings.NoShowFlagCount) =>
                "With 2, hosts see a warning with a guest’s next booking after two no-shows.",
            nameof(VenueSettings.NoShowFlagMonths) => "With 6, older no-shows are forgiven.",
            nameof(VenueSettings.ReminderHours) =>
                "Several with spaces: 24 3 reminds the day before and three hours before. Empty: none.",
            nameof(VenueSettings.QuietFrom) =>
                "Nothing is sent from then on, for example 22:00, unless the booking is close.",
            nameof(VenueSettings.QuietUntil) => "From then on messages are sent again, for example 10:00.",
            nameof(VenueSettings.AsksRating) =>
                "The bot asks for one to five stars after the visit; reports show the average.",
            nameof(VenueSettings.Campaigns) =>
                "Names with spaces: insta flyer2. Each gets its own link to the bot, and reports show whom it brought.",
            nameof(VenueSettings.PhoneWish) =>
                "Whether the bot asks for the number when somebody books for the first time.",
            nameof(VenueSettings.StaffLanguage) =>
                "For cards and notes in the group; private chats follow each person’s Telegram.",
            nameof(VenueSettings.BufferMinutes) =>
                "With 15, a table that is booked until 20:00 is offered again from 20:15. "
                    + "A host may seat parties closer together.",
            nameof(VenueSettings.TurnTimes) => "For example, two guests stay 90 minutes. "
                + "Counts where it is shorter than the slot; without lines, a booking lasts the whole slot.",
            nameof(VenueSettings.PacingParties) =>
                "With 4, the fifth party for the same time is offered another. Empty: no limit.",
            nameof(VenueSettings.PacingCovers) =>
                "With 16, the kitchen gets no more than 16 guests at once. Empty: no limit.",
            _ => null,
        };

    public override string SettingProblem(string name) =>
        name switch
        {
            nameof(VenueSettings.ReminderHours) => "Up to 4 numbers from 1 to 168, separated by spaces.",
            nameof(VenueSettings.Campaigns) =>
                "Names separated by spaces, no repeats: lower-case Latin letters and digits, "
                    + $"up to {Number(VenueSettings.CampaignLimit)}.",
            nameof(VenueSettings.QuietFrom) or nameof(VenueSettings.QuietUntil) => "A time, for example 22:00.",
            nameof(VenueSettings.VenueName) => $"Enter a name of up to {Number(SettingsCheck.NameLimit)} characters.",
            nameof(VenueSettings.Address) or nameof(VenueSettings.AddressEn) =>
                $"The address is longer than {Number(SettingsCheck.AddressLimit)} characters.",
            nameof(VenueSettings.Phone) => "Enter a number guests can reach, at least 3 digits.",
            nameof(VenueSettings.Latitude) => "A number from −90 to 90, together with the longitude.",
            nameof(VenueSettings.Longitude) => "A number from −180 to 180, together with the latitude.",
            nameof(VenueSettings.AboutRu) or nameof(VenueSettings.AboutEn) =>
                $"The text is longer than {Number(SettingsCheck.AboutLimit)} characters.",
            nameof(VenueSettings.Country) => "There is no such country. Choose one from the list.",
            nameof(VenueSettings.TimeZone) =>
                "There is no such time zone. Choose from the list, for example Europe/London.",
            nameof(VenueSettings.ServiceDayEnds) => "A time from 00:00 to 12:00.",
            nameof(VenueSettings.TurnTimes) =>
                "Each line: guests from 1 to 100, no repeats, and minutes from 15 to 1440.",
            _ => $"A whole number, {Limits(name)}.",
        };

    private string Limits(string name) =>
        name switch
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
            nameof(VenueSettings.LargestPartyOnline) or nameof(VenueSettings.ApprovalAbove) =>
                $"{Between(1, 100)}, or empty",
            _ => Between(1, 100),
        };
}
