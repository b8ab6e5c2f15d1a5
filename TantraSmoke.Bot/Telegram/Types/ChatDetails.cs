using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A chat's picture.</summary>
public class ChatPhoto
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string SmallFileId { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string SmallFileUniqueId { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string BigFileId { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string BigFileUniqueId { get; set; } = default!;
}

/// <summary>Somebody's birthday.</summary>
public class Birthdate
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Day { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Month { get; set; }
    public int? Year { get; set; }
}

/// <summary>Where a business is.</summary>
public class BusinessLocation
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Address { get; set; } = default!;
    public Location? Location { get; set; }
}

/// <summary>Where a supergroup is.</summary>
public class ChatLocation
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Location Location { get; set; } = default!;
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Address { get; set; } = default!;
}
