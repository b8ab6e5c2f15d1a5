using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Bot.Screens;

/// <summary>Keeps sessions between updates for <see cref="ChatSession.Lifetime"/>.</summary>
public interface ISessionStore
{
    /// <summary>The stored JSON, or null when there is none or it has expired.</summary>
    Task<string?> LoadAsync(long chatId, CancellationToken cancellationToken);

    Task SaveAsync(long chatId, string json, CancellationToken cancellationToken);
}

/// <summary>Sessions in the venue's own database, where no Redis is configured.</summary>
public sealed class DatabaseSessionStore(VenueStore store, TimeProvider time) : ISessionStore
{
    private const int SweepEvery = 200;
    private int _saves;

    public Task<string?> LoadAsync(long chatId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.ReadAsync(
            db => db.ChatSessions.Where(s => s.ChatId == chatId && s.ExpiresAt > now).Select(s => (string?)s.Json).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
    }

    public Task SaveAsync(long chatId, string json, CancellationToken cancellationToken) =>
        store.ChangeAsync(Actor.System.Instance, async db =>
        {
            var now = time.GetUtcNow();
            var expiresAt = now + ChatSession.Lifetime;
            var updated = await db.ChatSessions.Where(s => s.ChatId == chatId).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.Json, json).SetProperty(x => x.ExpiresAt, expiresAt), cancellationToken);
            if (updated == 0)
            {
                db.ChatSessions.Add(new ChatSessionRow { ChatId = chatId, Json = json, ExpiresAt = expiresAt });
                await db.SaveChangesAsync(cancellationToken);
            }

            if (Interlocked.Increment(ref _saves) % SweepEvery == 0)
                await db.ChatSessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        }, cancellationToken);
}

/// <summary>Sessions in Redis.</summary>
public sealed class RedisSessionStore(IConnectionMultiplexer redis) : ISessionStore
{
    public async Task<string?> LoadAsync(long chatId, CancellationToken cancellationToken) =>
        await redis.GetDatabase().StringGetAsync(Key(chatId)).WaitAsync(cancellationToken);

    public async Task SaveAsync(long chatId, string json, CancellationToken cancellationToken) =>
        await redis.GetDatabase().StringSetAsync(Key(chatId), json, ChatSession.Lifetime).WaitAsync(cancellationToken);

    private static string Key(long chatId) => "tantrasmoke:chat:" + chatId.ToString(CultureInfo.InvariantCulture);
}
