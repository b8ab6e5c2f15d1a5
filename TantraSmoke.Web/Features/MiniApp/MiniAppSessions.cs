using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TantraSmoke.Bot.Caching;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Features.MiniApp;

/// <summary>A guest at the hall map.</summary>
public sealed record MiniAppGuest(TelegramPerson Person, long GuestId, string? Language)
{
    public Actor.Guest Actor => new(GuestId, Person.Name) { ChatId = Person.Id };
    public BotTexts Texts => BotTexts.For(Language);
}

/// <summary>
/// Telegram's initData is exchanged once for a key that the page keeps and sends with every request. The same initData
/// a second time is refused, unless by the page that has the key: a page that was loaded again, not somebody who has
/// found it in a log.
/// </summary>
public sealed class MiniAppSessions(
    ISharedCache kept,
    GuestService guests,
    InstallationSettings installation,
    TimeProvider time
)
{
    private static readonly TimeSpan Lives = TimeSpan.FromHours(1);

    /// <summary>Beyond the time for which the initData itself is believed, clocks that differ included.</summary>
    private static readonly TimeSpan Remembered = InitData.Lives * 2;

    /// <param name="key">The key of an earlier session of the same page, where it has one.</param>
    /// <returns>The key of the session and whose it is; null when the initData is not believed.</returns>
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

    /// <summary>Whose session that key opens; null when its time is over or it never was one.</summary>
    public async Task<MiniAppGuest?> FindAsync(string? key, CancellationToken cancellationToken) =>
        key is { Length: 64 } && await kept.FindAsync($"app.{Hash(key)}", cancellationToken) is { } json
            ? JsonSerializer.Deserialize<MiniAppGuest>(json)
            : null;

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
