namespace TantraSmoke.Core.Data;

/// <summary>
/// A chat's conversation state where no Redis is configured; the bot alone knows what is in the JSON.
/// </summary>
public sealed class ChatSessionRow
{
    public long ChatId { get; set; }
    public string Json { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>Something short that is remembered for a while, where no Redis is configured.</summary>
public sealed class CachedValue
{
    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>An update of Telegram that takes long to handle: kept so that Telegram may forget it.</summary>
public sealed class PendingUpdateRow
{
    /// <summary>Telegram's update_id.</summary>
    public int UpdateId { get; set; }

    /// <summary>The update as Telegram sent it.</summary>
    public string Json { get; set; } = "";

    /// <summary>A process has it until then (UTC); it renews this while it lives.</summary>
    public DateTimeOffset LockedUntil { get; set; }
}
