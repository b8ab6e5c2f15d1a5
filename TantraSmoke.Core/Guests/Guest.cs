namespace TantraSmoke.Core.Guests;

/// <summary>Somebody who books: known from Telegram, from the phone, or both. Table <c>users</c>.</summary>
public sealed class Guest
{
    public const int NameLimit = 120;

    private Guest()
    {
    }

    public Guest(string name, DateTimeOffset now)
    {
        Name = Trimmed(name);
        CreatedAt = now;
    }

    public long Id { get; private set; }
    public long? TelegramId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Telegram @username without the @.</summary>
    public string? Username { get; private set; }

    /// <summary>Digits with a leading + where the caller gave one.</summary>
    public string? Phone { get; private set; }

    /// <summary>IETF language code Telegram reports, for example "ru".</summary>
    public string? Language { get; private set; }

    public bool IsBlocked { get; private set; }
    public string? BlockReason { get; private set; }

    /// <summary>The guest blocked the bot or deleted the account: nothing is sent any more until they write again.</summary>
    public bool IsUnreachable { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void KnownFromTelegram(long telegramId, string name, string? username, string? language)
    {
        TelegramId = telegramId;
        Name = Trimmed(name);
        Username = username;
        Language = language;
        IsUnreachable = false;
    }

    public void KnownByPhone(string phone) => Phone = phone;

    public void Block(string reason)
    {
        IsBlocked = true;
        BlockReason = reason;
    }

    public void Unblock()
    {
        IsBlocked = false;
        BlockReason = null;
    }

    public void Unreachable() => IsUnreachable = true;

    internal static string Trimmed(string name)
    {
        name = name.Trim();
        return name.Length <= NameLimit ? name : name[..NameLimit];
    }
}
