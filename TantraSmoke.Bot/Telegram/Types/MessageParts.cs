using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A formatted or special part of a text.</summary>
public class MessageEntity
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public MessageEntityType Type { get; set; }
    /// <summary>In UTF-16 code units, as .NET counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Offset { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Length { get; set; }
    public string? Url { get; set; }
    public User? User { get; set; }
    public string? Language { get; set; }
    public string? CustomEmojiId { get; set; }
    public DateTime? UnixTime { get; set; }
    public string? DateTimeFormat { get; set; }
}

/// <summary>A phone contact; only with the sender's own UserId is it the sender's number.</summary>
public class Contact
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string PhoneNumber { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string FirstName { get; set; } = default!;
    public string? LastName { get; set; }
    public long? UserId { get; set; }
    public string? Vcard { get; set; }
}

/// <summary>A point on the map.</summary>
public class Location
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double Latitude { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double Longitude { get; set; }
    public double? HorizontalAccuracy { get; set; }
    public int? LivePeriod { get; set; }
    public int? Heading { get; set; }
    public int? ProximityAlertRadius { get; set; }
}

/// <summary>A place with a name.</summary>
public class Venue
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Location Location { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Title { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Address { get; set; } = default!;
    public string? FoursquareId { get; set; }
    public string? FoursquareType { get; set; }
    public string? GooglePlaceId { get; set; }
    public string? GooglePlaceType { get; set; }
}

/// <summary>What a Mini App sent.</summary>
public class WebAppData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Data { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string ButtonText { get; set; } = default!;
}
