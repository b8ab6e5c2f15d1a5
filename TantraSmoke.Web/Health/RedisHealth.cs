using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace TantraSmoke.Web.Health;

/// <summary>Checks the Redis connection of chat sessions. Without it the database is used.</summary>
internal sealed class RedisHealth(IConnectionMultiplexer redis) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken
    )
    {
        await redis.GetDatabase().PingAsync().WaitAsync(Patience, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
