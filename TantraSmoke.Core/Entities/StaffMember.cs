using TantraSmoke.Core.Installation;

namespace TantraSmoke.Core.Entities;

/// <summary>A person on the staff who may sign in to the dashboard.</summary>
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

    /// <summary>False for a removed person; their past actions keep the name.</summary>
    public bool IsActive { get; private set; } = true;
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>
    /// Sign-in methods available with the current configuration: an e-mail address needs Google, a Telegram id needs
    /// the bot. Empty if only a one-time link works.
    /// </summary>
    public IReadOnlyList<SignInWay> WaysIn(InstallationSettings installation) =>
        [
            .. Email is not null && installation.Google is not null ? [SignInWay.Google] : Array.Empty<SignInWay>(),
            .. TelegramId is not null && installation.BotToken is not null
                ? [SignInWay.Telegram]
                : Array.Empty<SignInWay>(),
        ];

    /// <summary>The facts that an admin can change.</summary>
    public StaffFacts Facts => new(Name, Role, Email, TelegramId);

    public void Describe(StaffFacts facts) => (Name, Role, Email, TelegramId) = facts;

    public void Remove() => IsActive = false;

    public void Restore() => IsActive = true;

    public Actor.Staff ToActor() => new(Id, Role, Name);
}

/// <summary>Name, role and sign-in methods of a staff member, as an admin edits them.</summary>
public sealed record StaffFacts(string Name, StaffRole Role, string? Email, long? TelegramId);

/// <summary>A one-time sign-in link, short-lived and stored only as a hash.</summary>
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

    /// <summary>The staff member it signs in; null for the first-run link that creates the first admin.</summary>
    public int? StaffId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(DateTimeOffset now) => UsedAt ??= now;
}
