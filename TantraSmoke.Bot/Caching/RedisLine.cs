using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Bot.Caching;

/// <summary>
/// Calls Redis, and skips it for a moment after a failure, so that nobody waits for a server that is down.
/// </summary>
public sealed class RedisLine(IConnectionMultiplexer redis, TimeProvider time, ILogger<RedisLine> logger)
{
    /// <summary>How long a call may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly Outage _outage = new();
    private long _failed;

    /// <summary>Whether the last call failed a moment ago.</summary>
    public bool IsAway => Interlocked.Read(ref _failed) is not 0 and var failed && time.GetElapsedTime(failed) < Pause;

    /// <summary>Returns IsAnswered = false while Redis is down.</summary>
    public async Task<(bool IsAnswered, T Answer)> TryAsync<T>(
        Func<IDatabase, Task<T>> call,
        CancellationToken cancellationToken
    )
    {
        if (IsAway)
            return default;
        try
        {
            var answer = await call(redis.GetDatabase()).WaitAsync(Patience, cancellationToken);
            if (Interlocked.Exchange(ref _failed, 0) != 0)
                logger.LogInformation("Redis answers again");
            _outage.End();
            return (true, answer);
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException)
        {
            Interlocked.Exchange(ref _failed, time.GetTimestamp());
            logger.Log(
                _outage.Level(LogLevel.Warning),
                "Redis does not answer, the database takes its place: {Reason}",
                fault.Message
            );
            return default;
        }
    }
}
