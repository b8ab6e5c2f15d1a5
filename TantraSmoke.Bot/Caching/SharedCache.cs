using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Bot.Caching;

/// <summary>Short values that all replicas remember for a while, by name. Losing one costs work, never truth.</summary>
public interface ISharedCache
{
    /// <summary>Null when it was never kept or its time is over.</summary>
    Task<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps it, in the place of what was there.</summary>
    Task KeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Keeps it if nothing is there; false when something is. Of two at once one succeeds.</summary>
    Task<bool> TryKeepAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken);

    Task ForgetAsync(string key, CancellationToken cancellationToken);
}

/// <summary>In the venue's own database, where no Redis is configured.</summary>
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
        // Two who keep the same at once meet at the primary key; the store then lets the second try again.
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

/// <summary>In Redis, and in the database while Redis does not answer.</summary>
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
        // It may have been kept while Redis was away.
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
