using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Bot.Caching;

/// <summary>A cache of short values shared by all replicas. A lost value costs work, not correctness.</summary>
public interface ISharedCache
{
    /// <summary>Null when the key is missing or expired.</summary>
    Task<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Stores the value, replacing an existing one.</summary>
    Task KeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Stores the value unless the key exists; of two concurrent calls one returns true.</summary>
    Task<bool> TryKeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken);

    Task ForgetAsync(string key, CancellationToken cancellationToken);
}

/// <summary>Stored in the database; used without Redis.</summary>
public sealed class DatabaseCache(VenueStore store, TimeProvider time) : ISharedCache
{
    private const int SweepEvery = 200;
    private int _writes;

    public Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.ReadAsync(
            db =>
                db.CachedValues.Where(k => k.Key == key && k.ExpiresAt > now)
                    .Select(k => (string?)k.Value)
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );
    }

    public Task KeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken) =>
        WriteAsync(key, value, lifetime, replaces: true, cancellationToken);

    public Task<bool> TryKeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken) =>
        WriteAsync(key, value, lifetime, replaces: false, cancellationToken);

    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            Actor.System.Instance,
            db => db.CachedValues.Where(k => k.Key == key).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );

    private async Task<bool> WriteAsync(
        string key,
        string value,
        TimeSpan lifetime,
        bool replaces,
        CancellationToken cancellationToken
    )
    {
        var isKept = false;
        // Concurrent writes conflict at the primary key; the store retries the second.
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var now = time.GetUtcNow();
                await db
                    .CachedValues.Where(k => k.Key == key && (replaces || k.ExpiresAt <= now))
                    .ExecuteDeleteAsync(cancellationToken);
                isKept = !await db.CachedValues.AnyAsync(k => k.Key == key, cancellationToken);
                if (isKept)
                {
                    db.CachedValues.Add(
                        new CachedValue
                        {
                            Key = key,
                            Value = value,
                            ExpiresAt = now + lifetime,
                        }
                    );
                    await db.SaveChangesAsync(cancellationToken);
                }

                if (Interlocked.Increment(ref _writes) % SweepEvery == 0)
                    await db.CachedValues.Where(k => k.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken
        );
        return isKept;
    }
}

/// <summary>Stored in Redis, or in the database while Redis is down.</summary>
public sealed class RedisCache(RedisLine redis, DatabaseCache database) : ISharedCache
{
    private const string Prefix = "tantrasmoke:kept:";

    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        (string?)(await redis.TryAsync(db => db.StringGetAsync(Prefix + key), cancellationToken)).Answer
        ?? await database.FindAsync(key, cancellationToken);

    public async Task KeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (
            !(
                await redis.TryAsync(db => db.StringSetAsync(Prefix + key, value, lifetime), cancellationToken)
            ).IsAnswered
        )
            await database.KeepAsync(key, value, lifetime, cancellationToken);
    }

    public async Task<bool> TryKeepAsync(
        string key,
        string value,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    )
    {
        // The value may have been stored while Redis was down.
        if (await database.FindAsync(key, cancellationToken) is not null)
            return false;
        var (isAnswered, isKept) = await redis.TryAsync(
            db => db.StringSetAsync(Prefix + key, value, lifetime, When.NotExists),
            cancellationToken
        );
        return isAnswered ? isKept : await database.TryKeepAsync(key, value, lifetime, cancellationToken);
    }

    public async Task ForgetAsync(string key, CancellationToken cancellationToken)
    {
        await redis.TryAsync(db => db.KeyDeleteAsync(Prefix + key), cancellationToken);
        await database.ForgetAsync(key, cancellationToken);
    }
}
