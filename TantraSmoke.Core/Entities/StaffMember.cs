using TantraSmoke.Core.Installation;

namespace TantraSmoke.Core.Entities;

/// <summary>Somebody who works here and may sign in to the dashboard.</summary>
public sealed class StaffMember
{
    private StaffMember() { }

    public StaffMember(string name, StaffRole role, long? telegramId, string? email, DateTimeOffset now)
    {
        Name = name;
        Role = role;
        TelegramId = telegramId;
        Email = email;
        CreatedAt = now;
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public StaffRole Role { get; private set; }
    public string? Email { get; private set; }

    /// <summary>Telegram user id; <c>/admin</c> in the bot gives this person a sign-in link.</summary>
    public long? TelegramId { get; private set; }

    /// <summary>False for somebody who was removed: what they did keeps their name.</summary>
    public bool IsActive { get; private set; } = true;
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>
    /// How they sign in by themselves, as the installation is configured: an address needs Google, a number needs the
    /// bot. Nothing: only by a link that somebody makes for them.
    /// </summary>
    public IReadOnlyList<SignInWay> WaysIn(InstallationSettings installation) =>
        [
            .. Email is not null && installation.Google is not null ? [SignInWay.Google] : Array.Empty<SignInWay>(),
            .. TelegramId is not null && installation.BotToken is not null
                ? [SignInWay.Telegram]
                : Array.Empty<SignInWay>(),
        ];

    /// <summary>What an admin can change.</summary>
    public StaffFacts Facts => new(Name, Role, Email, TelegramId);

    public void Describe(StaffFacts facts) => (Name, Role, Email, TelegramId) = facts;

    public void Remove() => IsActive = false;

    public void Restore() => IsActive = true;

    public Actor.Staff ToActor() => new(Id, Role, Name);
}

/// <summary>
/// What an admin says of somebody on the staff: how they are called, what they may do, and how they sign in.
/// </summary>
public sealed record StaffFacts(string Name, StaffRole Role, string? Email, long? TelegramId);

/// <summary>A sign-in link: single use, short-lived, kept only as a hash.</summary>
public sealed class SignInLink
{
    private SignInLink() { }

    public SignInLink(string tokenHash, int? staffId, DateTimeOffset expiresAt)
    {
        TokenHash = tokenHash;
        StaffId = staffId;
        ExpiresAt = expiresAt;
    }

    public int Id { get; private set; }

    /// <summary>SHA-256 of the token, hex.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>Whom it signs in; null is a link at start that creates the first admin.</summary>
    public int? StaffId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(DateTimeOffset now) => UsedAt ??= now;
}
