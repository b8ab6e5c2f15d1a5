using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TantraSmoke.Bot.Caching;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Features.MiniApp;

/// <summary>A guest using the hall map.</summary>
public sealed record MiniAppGuest(TelegramPerson Person, long GuestId, string? Language)
{
    public Actor.Guest Actor => new(GuestId, Person.Name) { ChatId = Person.Id };
    public BotTexts Texts => BotTexts.For(Language);
}

/// <summary>
/// Exchanges Telegram's initData once for a session key that the page sends with every request. A repeated initData is
/// refused unless the page has the key, as after a reload; a leaked initData is thereby useless.
/// </summary>
public sealed class MiniAppSessions(
    ISharedCache kept,
    GuestService guests,
    InstallationSettings installation,
    TimeProvider time
)
{
    private static readonly TimeSpan Lives = TimeSpan.FromHours(1);

    /// <summary>Longer than the validity of initData plus clock differences.</summary>
    private static readonly TimeSpan Remembered = InitData.Lives * 2;

    /// <param name="key">Key of the page's former session, if any.</param>
    /// <returns>The session's key and guest; null if initData is invalid.</returns>
    public async Task<(string Key, MiniAppGuest Guest)?> BeginAsync(
        string initData,
        string? key,
        CancellationToken cancellationToken
    )
    {
        if (InitData.Read(initData, installation.BotToken!, time.GetUtcNow()).Data is not { } data)
            return null;
        var fresh = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (!await kept.TryKeepAsync($"init.{Hash(data.Proof)}", Hash(fresh), Remembered, cancellationToken))
        {
            var first = await kept.FindAsync($"init.{Hash(data.Proof)}", cancellationToken);
            if (
                key is null
                || first is null
                || !CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(first),
                    Encoding.ASCII.GetBytes(Hash(key))
                )
            )
                return null;
            return await FindAsync(key, cancellationToken) is { } known ? (key, known) : null;
        }

        var guest = await guests.RegisterAsync(data.Person, cancellationToken);
        var session = new MiniAppGuest(data.Person, guest.Id, guest.ChosenLanguage ?? data.Person.Language);
        await kept.KeepAsync($"app.{Hash(fresh)}", JsonSerializer.Serialize(session), Lives, cancellationToken);
        return (fresh, session);
    }

    /// <summary>The session's guest; null if the key is expired or unknown.</summary>
    public async Task<MiniAppGuest?> FindAsync(string? key, CancellationToken cancellationToken) =>
        key is { Length: 64 } && await kept.FindAsync($"app.{Hash(key)}", cancellationToken) is { } json
            ? JsonSerializer.Deserialize<MiniAppGuest>(json)
            : null;

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
