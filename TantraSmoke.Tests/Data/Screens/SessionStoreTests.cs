using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using TantraSmoke.Bot.Caching;
using TantraSmoke.Bot.Screens;

namespace TantraSmoke.Tests.Data.Screens;

public sealed class SessionStoreTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Database_KeepsTheLastOfEachChat_For24Hours(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var store = new DatabaseSessionStore(venue.Store, venue.Time);
        Assert.Null(await store.LoadAsync(1, Cancel));

        await store.SaveAsync(1, "first", Cancel);
        await store.SaveAsync(2, "other", Cancel);
        venue.Time.Advance(TimeSpan.FromHours(12));
        await store.SaveAsync(1, "second", Cancel);
        venue.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(("second", "other"), (await store.LoadAsync(1, Cancel), await store.LoadAsync(2, Cancel)));

        // The step in between has prolonged the first only.
        venue.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("second", null), (await store.LoadAsync(1, Cancel), await store.LoadAsync(2, Cancel)));
        venue.Time.Advance(TimeSpan.FromHours(12));
        Assert.Null(await store.LoadAsync(1, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Database_ExpiredSessions_AreSweptNowAndThen(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var store = new DatabaseSessionStore(venue.Store, venue.Time);
        await store.SaveAsync(1, "long gone", Cancel);
        venue.Time.Advance(TimeSpan.FromHours(25));

        for (var save = 0; save < 200; save++)
            await store.SaveAsync(2, $"{save}", Cancel);

        Assert.Equal(
            [2L],
            await venue.Store.ReadAsync(db => Task.FromResult(db.ChatSessions.Select(s => s.ChatId).ToList()), Cancel)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Database_FirstSavesOfOneChatAtOnce_BothSucceed(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var store = new DatabaseSessionStore(venue.Store, venue.Time);

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => Task.Run(() => store.SaveAsync(1, "same", Cancel), Cancel))
        );

        Assert.Equal("same", await store.LoadAsync(1, Cancel));
    }

    [Fact]
    public async Task Redis_KeepsTheLastOfEachChat_For24Hours()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var server = TestServers.NextRedis();
        var options = new ConfigurationOptions
        {
            DefaultDatabase = int.Parse(server["REDIS_DB"]!, System.Globalization.CultureInfo.InvariantCulture),
        };
        options.EndPoints.Add($"{server["REDIS_HOST"]}:{server["REDIS_PORT"]}");
        using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        using var store = new RedisSessionStore(
            new RedisLine(redis, TimeProvider.System, NullLogger<RedisLine>.Instance),
            new DatabaseSessionStore(venue.Store, venue.Time),
            venue.Time
        );
        Assert.Null(await store.LoadAsync(-100_123, Cancel));

        await store.SaveAsync(-100_123, "first", Cancel);
        await redis.GetDatabase().KeyExpireAsync("tantrasmoke:chat:-100123", TimeSpan.FromMinutes(1));
        await store.SaveAsync(-100_123, "второй", Cancel);

        Assert.Equal("второй", await store.LoadAsync(-100_123, Cancel));
        var lives = await redis.GetDatabase().KeyTimeToLiveAsync("tantrasmoke:chat:-100123");
        Assert.InRange(lives!.Value.TotalHours, 23.9, 24);
        await redis.GetDatabase().KeyDeleteAsync("tantrasmoke:chat:-100123");
    }

    [Fact]
    public async Task Redis_ThatFallsSilent_IsDoneWithout_AndHasNoSayAboutWhatWasSavedMeanwhile()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var server = TestServers.NextRedis();
        await using var gate = new TcpGate(
            server["REDIS_HOST"]!,
            int.Parse(server["REDIS_PORT"]!, System.Globalization.CultureInfo.InvariantCulture)
        ).Open();
        var options = new ConfigurationOptions
        {
            DefaultDatabase = int.Parse(server["REDIS_DB"]!, System.Globalization.CultureInfo.InvariantCulture),
            AbortOnConnectFail = false,
        };
        options.EndPoints.Add($"127.0.0.1:{gate.Port}");
        using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        var database = new DatabaseSessionStore(venue.Store, venue.Time);
        using var store = new RedisSessionStore(
            new RedisLine(redis, venue.Time, NullLogger<RedisLine>.Instance),
            database,
            venue.Time
        );
        await store.SaveAsync(1, "in Redis", Cancel);
        Assert.Null(await database.LoadAsync(1, Cancel));

        gate.Forget();
        Assert.Equal("in Redis", await store.LoadAsync(1, Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel));
        await store.SaveAsync(1, "in the database", Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.Equal("in the database", await database.LoadAsync(1, Cancel));

        // Back on a new connection, with what it had.
        using var again = await ConnectionMultiplexer.ConnectAsync(options);
        using var later = new RedisSessionStore(
            new RedisLine(again, venue.Time, NullLogger<RedisLine>.Instance),
            database,
            venue.Time
        );
        Assert.Equal("in the database", await later.LoadAsync(1, Cancel));
        await later.SaveAsync(1, "in Redis again", Cancel);
        Assert.Null(await database.LoadAsync(1, Cancel));
        Assert.Equal("in Redis again", await later.LoadAsync(1, Cancel));
        await again.GetDatabase().KeyDeleteAsync("tantrasmoke:chat:1");
    }
}
