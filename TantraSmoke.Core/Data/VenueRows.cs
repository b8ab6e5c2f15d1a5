namespace TantraSmoke.Core.Data;

/// <summary>A chat's session when Redis is not configured; the JSON is opaque to the core.</summary>
public sealed class ChatSessionRow
{
    public long ChatId { get; set; }
    public string Json { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A short-lived cached value when Redis is not configured.</summary>
public sealed class CachedValue
{
    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A Telegram update that takes long to handle, stored so that Telegram's offset can move on.</summary>
public sealed class PendingUpdateRow
{
    /// <summary>Telegram's update_id.</summary>
    public int UpdateId { get; set; }

    /// <summary>The update as Telegram sent it.</summary>
    public string Json { get; set; } = "";

    /// <summary>Lease of a process (UTC), renewed while it runs.</summary>
    public DateTimeOffset LockedUntil { get; set; }
}
