namespace TantraSmoke.Core.Data;

/// <summary>A chat's conversation state where no Redis is configured; the bot alone knows what is in the JSON.</summary>
public sealed class ChatSessionRow
{
    public long ChatId { get; set; }
    public string Json { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>Something short that is remembered for a while, where no Redis is configured.</summary>
public sealed class KeptValueRow
{
    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}
