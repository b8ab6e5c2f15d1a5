using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace TantraSmoke.Web.Health;

/// <summary>
/// Redis answers on the connection that the conversations use. Without it the database takes its place.
/// </summary>
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
