namespace TantraSmoke.Tests.Support;

/// <summary>The servers and the browser that <c>test.sh</c> provides. A test that asks for one that is missing is
/// skipped with the reason, and <c>test.sh</c> is red on any skip.</summary>
public static class TestServers
{
    /// <summary>An address at which nobody listens.</summary>
    public const string Nowhere = "http://127.0.0.1:1";

    private static int _redisDatabase;

    /// <summary>A connection string with the right to create databases.</summary>
    public static string Postgres => Required("TEST_PG", "a PostgreSQL server");

    /// <summary>host:port of a Redis server with 4096 databases.</summary>
    public static string Redis => Required("TEST_REDIS", "a Redis server");

    /// <summary>The path of a Chromium program.</summary>
    public static string Chromium => Required("TEST_CHROMIUM", "a Chromium browser");

    /// <summary>The path of an nginx program.</summary>
    public static string Nginx => Required("TEST_NGINX", "nginx");

    /// <summary>A Redis database that no other test of this run uses, as the variables of an installation.</summary>
    public static IReadOnlyDictionary<string, string?> NextRedis()
    {
        var server = Redis.Split(':');
        return new Dictionary<string, string?>
        {
            ["REDIS_HOST"] = server[0],
            ["REDIS_PORT"] = server[1],
            ["REDIS_DB"] = $"{Interlocked.Increment(ref _redisDatabase)}",
        };
    }

    private static string Required(string name, string what)
    {
        var value = Environment.GetEnvironmentVariable(name);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"needs {what}: {name} is not set (run ./test.sh)");
        return value!;
    }
}
