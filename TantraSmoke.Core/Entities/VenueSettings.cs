namespace TantraSmoke.Core.Entities;

/// <summary>Settings that an admin can change while the venue runs: one row of table <c>settings</c>.</summary>
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

    /// <summary>ISO 3166 code of the venue's country, the default for phone numbers without a country code.</summary>
    public string Country { get; set; } = DefaultCountry;

    /// <summary>Venue time at which a service day ends.</summary>
    public TimeOnly ServiceDayEnds { get; set; } = new(6, 0);

    /// <summary>Booking horizon for guests in service days, today included.</summary>
    public int HorizonDays { get; set; } = 14;

    /// <summary>Minimum minutes between an online booking and its start.</summary>
    public int LeadMinutes { get; set; } = 30;

    public int ActiveBookingsPerGuest { get; set; } = 3;
    public int HoldMinutes { get; set; } = 5;

    /// <summary>Minutes after the start at which an expected booking becomes a no-show.</summary>
    public int NoShowMinutes { get; set; } = 30;

    /// <summary>Maximum stay of a walk-in in minutes.</summary>
    public int WalkInMinutes { get; set; } = 120;

    /// <summary>Minutes for which an offered table is kept.</summary>
    public int OfferMinutes { get; set; } = 10;

    /// <summary>Number of no-shows within <see cref="NoShowFlagMonths"/> from which staff are warned.</summary>
    public int NoShowFlagCount { get; set; } = 3;

    public int NoShowFlagMonths { get; set; } = 12;

    /// <summary>End of the online booking pause (UTC); null or past if not paused.</summary>
    public DateTimeOffset? OnlinePausedUntil { get; set; }

    /// <summary>Largest party that can book online; null for no limit beyond the tables' seats.</summary>
    public int? LargestPartyOnline { get; set; }

    /// <summary>Larger online parties need approval; null if none do.</summary>
    public int? ApprovalAbove { get; set; }

    /// <summary>Minutes before the start until which guests can cancel; null for until the booking ends.</summary>
    public int? CancelMinutes { get; set; }

    /// <summary>Gap in minutes between two bookings of a table; staff may move a booking closer.</summary>
    public int BufferMinutes { get; set; }

    /// <summary>
    /// Turn times by party size in the format of <see cref="Entities.TurnTimes"/>; empty for the whole slot.
    /// </summary>
    public string TurnTimes { get; set; } = "";

    /// <summary>
    /// Maximum number of parties that can start online within a quarter of an hour; null for no limit.
    /// </summary>
    public int? PacingParties { get; set; }

    /// <summary>The same limit in guests.</summary>
    public int? PacingCovers { get; set; }

    /// <summary>Completed steps of the first-run guide.</summary>
    public SetupSteps SetupDone { get; private set; }

    /// <summary>Hours before the start at which guests are reminded, as "24 3"; empty for never.</summary>
    public string ReminderHours { get; set; } = "24 3";

    /// <summary>
    /// Venue time from which reminders and rating requests are held back, unless the booking is near.
    /// </summary>
    public TimeOnly QuietFrom { get; set; } = new(22, 0);

    public TimeOnly QuietUntil { get; set; } = new(10, 0);

    /// <summary>Whether guests are asked to rate their visit.</summary>
    public bool AsksRating { get; set; } = true;

    /// <summary>Whether guests are asked for a phone number in the chat.</summary>
    public PhoneWish PhoneWish { get; set; } = PhoneWish.Optional;

    /// <summary>The bot's language in staff chats without one of their own, such as the group.</summary>
    public StaffLanguage StaffLanguage { get; set; }

    /// <summary>Names of the campaigns, as "newyear flyer2"; others are not counted.</summary>
    public string Campaigns { get; set; } = "";

    /// <summary>The venue's address in that language.</summary>
    public string AddressIn(string language) => new LocalText(Address, AddressEn).In(language);

    /// <summary>The venue's description in that language.</summary>
    public string AboutIn(string language) => new LocalText(AboutRu, AboutEn).In(language);

    public IReadOnlyList<string> CampaignNames => Campaigns.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool HasCampaign(string name) => CampaignNames.Contains(name);

    public bool HasPacing => PacingParties is not null || PacingCovers is not null;

    /// <summary>Turn time for that party size; null for the whole slot.</summary>
    public TimeSpan? TurnTime(int partySize) =>
        TurnTimes.Length == 0 ? null : Entities.TurnTimes.Of(Entities.TurnTimes.Read(TurnTimes), partySize);

    public void Settle(SetupSteps steps) => SetupDone |= steps;

    /// <summary>A copy to modify; the original stays unchanged.</summary>
    public VenueSettings Copy() => (VenueSettings)MemberwiseClone();

    public VenueClock Clock => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), ServiceDayEnds);
}

/// <summary>The bot's language in staff chats.</summary>
public enum StaffLanguage
{
    Russian,
    English,
}

/// <summary>Whether guests who book in the chat give a phone number.</summary>
public enum PhoneWish
{
    Never,

    /// <summary>Asked for, may be skipped.</summary>
    Optional,

    /// <summary>Required before the first booking.</summary>
    Required,
}
