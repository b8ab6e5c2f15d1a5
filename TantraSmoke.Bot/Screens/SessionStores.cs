using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using StackExchange.Redis;
using TantraSmoke.Bot.Caching;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Bot.Screens;

/// <summary>Keeps sessions between updates for <see cref="ChatSession.Lifetime"/>.</summary>
public interface ISessionStore
{
    /// <summary>The stored JSON, or null when there is none or it has expired.</summary>
    Task<string?> LoadAsync(long chatId, CancellationToken cancellationToken);

    Task SaveAsync(long chatId, string json, CancellationToken cancellationToken);
}

/// <summary>Sessions in the database; used without Redis.</summary>
public sealed class DatabaseSessionStore(VenueStore store, TimeProvider time) : ISessionStore
{
    private const int SweepEvery = 200;
    private int _saves;

    public Task<string?> LoadAsync(long chatId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.ReadAsync(
            db =>
                db.ChatSessions.Where(s => s.ChatId == chatId && s.ExpiresAt > now)
                    .Select(s => (string?)s.Json)
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );
    }

    public Task SaveAsync(long chatId, string json, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var now = time.GetUtcNow();
                var expiresAt = now + ChatSession.Lifetime;
                var updated = await db
                    .ChatSessions.Where(s => s.ChatId == chatId)
                    .ExecuteUpdateAsync(
                        s => s.SetProperty(x => x.Json, json).SetProperty(x => x.ExpiresAt, expiresAt),
                        cancellationToken
                    );
                if (updated == 0)
                {
                    db.ChatSessions.Add(
                        new ChatSessionRow
                        {
                            ChatId = chatId,
                            Json = json,
                            ExpiresAt = expiresAt,
                        }
                    );
                    await db.SaveChangesAsync(cancellationToken);
                }

                if (Interlocked.Increment(ref _saves) % SweepEvery == 0)
                    await db.ChatSessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Whether the database has any live session.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.ReadAsync(
            db => db.ChatSessions.AnyAsync(s => s.ExpiresAt > now, cancellationToken),
            cancellationToken
        );
    }

    public Task ForgetAsync(long chatId, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            Actor.System.Instance,
            db => db.ChatSessions.Where(s => s.ChatId == chatId).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
}

/// <summary>
/// Sessions in Redis, or in the database while Redis is down. A session in the database is newer than the one in Redis
/// and returns there with the next step. A session only in Redis continues from this process's memory.
/// </summary>
public sealed class RedisSessionStore(RedisLine redis, DatabaseSessionStore database, TimeProvider time)
    : ISessionStore,
        IDisposable
{
    private const int MostRemembered = 5000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _recent = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    private readonly Lock _use = new();

    // An earlier process may have stored sessions there.
    private volatile bool _isDatabaseInUse = true;
    private long _checked,
        _written;

    public async Task<string?> LoadAsync(long chatId, CancellationToken cancellationToken)
    {
        if (
            await IsDatabaseInUseAsync(cancellationToken)
            && await database.LoadAsync(chatId, cancellationToken) is { } newer
        )
            return newer;
        var (isAnswered, json) = await redis.TryAsync(db => db.StringGetAsync(Key(chatId)), cancellationToken);
        if (isAnswered)
            return json;
        MarkDatabaseInUse();
        return await database.LoadAsync(chatId, cancellationToken) ?? _recent.Get<string>(chatId);
    }

    public async Task SaveAsync(long chatId, string json, CancellationToken cancellationToken)
    {
        _recent.Set(chatId, json, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = RememberedFor });
        var (isSaved, _) = await redis.TryAsync(
            db => db.StringSetAsync(Key(chatId), json, ChatSession.Lifetime),
            cancellationToken
        );
        if (!isSaved)
        {
            await database.SaveAsync(chatId, json, cancellationToken);
            MarkDatabaseInUse();
        }
        else if (_isDatabaseInUse)
        {
            await database.ForgetAsync(chatId, cancellationToken);
        }
    }

    public void Dispose() => _recent.Dispose();

    /// <summary>
    /// After an outage the database is asked first, until all sessions written meanwhile are back in Redis.
    /// </summary>
    private async Task<bool> IsDatabaseInUseAsync(CancellationToken cancellationToken)
    {
        if (!_isDatabaseInUse)
            return false;
        if (redis.IsAway || (_checked != 0 && time.GetElapsedTime(_checked) < CheckEvery))
            return true;
        _checked = time.GetTimestamp();
        var written = Interlocked.Read(ref _written);
        var isAnyThere = await database.AnyAsync(cancellationToken);
        lock (_use)
            _isDatabaseInUse = isAnyThere || written != _written;
        return _isDatabaseInUse;
    }

    /// <summary>Counts writes, so that a check under way does not miss a new row.</summary>
    private void MarkDatabaseInUse()
    {
        lock (_use)
            (_isDatabaseInUse, _written) = (true, _written + 1);
    }

    private static RedisKey Key(long chatId) => "tantrasmoke:chat:" + chatId.ToString(CultureInfo.InvariantCulture);
}
