namespace TantraSmoke.Core.Entities;

/// <summary>What an admin may change while the venue runs: one row of table <c>settings</c>.</summary>
public sealed class VenueSettings
{
    public const int TurnTimesLimit = 200;
    public const int ReminderHoursLimit = 40;
    public const int CampaignsLimit = 600;
    public const int CampaignLimit = 24;

    public const string DefaultCountry = "RU";

    public int Id { get; private set; } = 1;

    public string VenueName { get; set; } = "TantraSmoke";
    public string Address { get; set; } = "";
    public string AddressEn { get; set; } = "";
    public string Phone { get; set; } = "";
    public string AboutRu { get; set; } = "";
    public string AboutEn { get; set; } = "";
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }

    /// <summary>IANA name of the venue's time zone.</summary>
    public string TimeZone { get; set; } = "Europe/Moscow";

    /// <summary>ISO 3166 code of the venue's country: phone numbers without a country's code are its.</summary>
    public string Country { get; set; } = DefaultCountry;

    /// <summary>Venue time at which a service day ends.</summary>
    public TimeOnly ServiceDayEnds { get; set; } = new(6, 0);

    /// <summary>How many service days ahead guests may book, today included.</summary>
    public int HorizonDays { get; set; } = 14;

    /// <summary>How many minutes before its start a slot is still offered to guests.</summary>
    public int LeadMinutes { get; set; } = 30;

    public int ActiveBookingsPerGuest { get; set; } = 3;
    public int HoldMinutes { get; set; } = 5;

    /// <summary>Minutes after its start at which a booking nobody came for becomes a no-show.</summary>
    public int NoShowMinutes { get; set; } = 30;

    /// <summary>Minutes a walk-in keeps a table when nothing ends it sooner.</summary>
    public int WalkInMinutes { get; set; } = 120;

    /// <summary>Minutes a table offered to a waiting party is kept for them.</summary>
    public int OfferMinutes { get; set; } = 10;

    /// <summary>This many no-shows within <see cref="NoShowFlagMonths"/> and staff are warned of the guest.</summary>
    public int NoShowFlagCount { get; set; } = 3;

    public int NoShowFlagMonths { get; set; } = 12;

    /// <summary>Guests cannot book until then (UTC); null or past: they can.</summary>
    public DateTimeOffset? OnlinePausedUntil { get; set; }

    /// <summary>The largest party that guests may book themselves; null: as many as a table seats.</summary>
    public int? LargestPartyOnline { get; set; }

    /// <summary>Larger parties than this that book themselves wait until staff say yes; null: none do.</summary>
    public int? ApprovalAbove { get; set; }

    /// <summary>
    /// Guests cancel themselves until this many minutes before the start; null: until their time is over.
    /// </summary>
    public int? CancelMinutes { get; set; }

    /// <summary>
    /// Minutes that a table stays empty between two bookings, where a booking is made; staff may move one closer.
    /// </summary>
    public int BufferMinutes { get; set; }

    /// <summary>
    /// How long parties stay by size, as <see cref="Entities.TurnTimes"/> writes it; empty: as long as the slot lasts.
    /// </summary>
    public string TurnTimes { get; set; } = "";

    /// <summary>
    /// So many parties, at most, may begin within a quarter of an hour where a guest books; null: any number.
    /// </summary>
    public int? PacingParties { get; set; }

    /// <summary>The same in guests.</summary>
    public int? PacingCovers { get; set; }

    /// <summary>What of the first-run guide somebody has settled.</summary>
    public SetupSteps SetupDone { get; private set; }

    /// <summary>Hours before their time at which guests are reminded, as "24 3"; empty: never.</summary>
    public string ReminderHours { get; set; } = "24 3";

    /// <summary>Venue time from which on nobody is reminded or asked, unless their booking is near.</summary>
    public TimeOnly QuietFrom { get; set; } = new(22, 0);

    public TimeOnly QuietUntil { get; set; } = new(10, 0);

    /// <summary>Whether guests are asked after their visit how it was.</summary>
    public bool AsksRating { get; set; } = true;

    /// <summary>Whether guests are asked for their phone number in the chat.</summary>
    public PhoneWish PhoneWish { get; set; } = PhoneWish.Optional;

    /// <summary>What the bot speaks in staff chats that have no language of their own, as the group.</summary>
    public StaffLanguage StaffLanguage { get; set; }

    /// <summary>
    /// Names of campaigns whose links bring guests, as "newyear flyer2"; what is not among them counts nowhere.
    /// </summary>
    public string Campaigns { get; set; } = "";

    /// <summary>Where the venue is, as it is read in a language.</summary>
    public string AddressIn(string language) => new LocalText(Address, AddressEn).In(language);

    /// <summary>A few words about the venue, as they are read in a language.</summary>
    public string AboutIn(string language) => new LocalText(AboutRu, AboutEn).In(language);

    public IReadOnlyList<string> CampaignNames => Campaigns.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool HasCampaign(string name) => CampaignNames.Contains(name);

    public bool HasPacing => PacingParties is not null || PacingCovers is not null;

    /// <summary>How long a party of that size stays; null: as long as the slot lasts.</summary>
    public TimeSpan? TurnTime(int partySize) =>
        TurnTimes.Length == 0 ? null : Entities.TurnTimes.Of(Entities.TurnTimes.Read(TurnTimes), partySize);

    public void Settle(SetupSteps steps) => SetupDone |= steps;

    /// <summary>A copy to be changed: what others hold stays as it is.</summary>
    public VenueSettings Copy() => (VenueSettings)MemberwiseClone();

    public VenueClock Clock => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), ServiceDayEnds);
}

/// <summary>What the bot speaks in the staff's chats.</summary>
public enum StaffLanguage
{
    Russian,
    English,
}

/// <summary>Whether a guest who books in the chat gives a phone number.</summary>
public enum PhoneWish
{
    Never,

    /// <summary>They may.</summary>
    Optional,

    /// <summary>They must, before their first booking.</summary>
    Required,
}
