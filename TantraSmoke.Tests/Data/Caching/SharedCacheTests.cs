using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using TantraSmoke.Bot.Caching;

namespace TantraSmoke.Tests.Data.Caching;

public sealed class SharedCacheTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Database_KeepsTheLast_UntilItsTimeIsOver(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var kept = new DatabaseCache(venue.Store, venue.Time);

        await kept.KeepAsync("a", "one", TimeSpan.FromHours(1), Cancel);
        await kept.KeepAsync("a", "two", TimeSpan.FromHours(1), Cancel);
        await kept.KeepAsync("b", "other", TimeSpan.FromHours(2), Cancel);
        Assert.False(await kept.TryKeepAsync("a", "three", TimeSpan.FromHours(1), Cancel));
        Assert.Equal(("two", "other"), (await kept.FindAsync("a", Cancel), await kept.FindAsync("b", Cancel)));

        venue.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((null, "other"), (await kept.FindAsync("a", Cancel), await kept.FindAsync("b", Cancel)));
        Assert.True(await kept.TryKeepAsync("a", "four", TimeSpan.FromHours(1), Cancel));
        await kept.ForgetAsync("b", Cancel);
        Assert.Equal(("four", null), (await kept.FindAsync("a", Cancel), await kept.FindAsync("b", Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task Database_OfManyAtOnce_OneKeeps(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var kept = new DatabaseCache(venue.Store, venue.Time);

        var won = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(n => Task.Run(() => kept.TryKeepAsync("a", $"{n}", TimeSpan.FromHours(1), Cancel), Cancel))
        );

        Assert.Equal(
            Array.IndexOf(won, true).ToString(System.Globalization.CultureInfo.InvariantCulture),
            await kept.FindAsync("a", Cancel)
        );
        Assert.Single(won, w => w);
    }

    [Fact]
    public async Task Redis_KeepsTheFirstOrTheLast_AsAsked()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var server = TestServers.NextRedis();
        var options = new ConfigurationOptions
        {
            DefaultDatabase = int.Parse(server["REDIS_DB"]!, System.Globalization.CultureInfo.InvariantCulture),
        };
        options.EndPoints.Add($"{server["REDIS_HOST"]}:{server["REDIS_PORT"]}");
        using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        var kept = new RedisCache(
            new RedisLine(redis, TimeProvider.System, NullLogger<RedisLine>.Instance),
            new DatabaseCache(venue.Store, venue.Time)
        );
        Assert.Null(await kept.FindAsync("a", Cancel));

        Assert.True(await kept.TryKeepAsync("a", "one", TimeSpan.FromHours(1), Cancel));
        Assert.False(await kept.TryKeepAsync("a", "two", TimeSpan.FromHours(1), Cancel));
        Assert.Equal("one", await kept.FindAsync("a", Cancel));
        await kept.KeepAsync("a", "три", TimeSpan.FromHours(1), Cancel);
        Assert.Equal("три", await kept.FindAsync("a", Cancel));
        Assert.InRange(
            (await redis.GetDatabase().KeyTimeToLiveAsync("tantrasmoke:kept:a"))!.Value.TotalMinutes,
            58,
            60
        );
        await kept.ForgetAsync("a", Cancel);
        Assert.Null(await kept.FindAsync("a", Cancel));
    }
}
