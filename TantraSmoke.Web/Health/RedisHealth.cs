using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web.Health;

/// <summary>Asks Redis over a connection of its own, so that it tells the truth while nobody chats.</summary>
internal sealed class RedisHealth(InstallationSettings installation) : IHealthCheck, IDisposable
{
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private ConnectionMultiplexer? _redis;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            _redis ??= await ConnectionMultiplexer.ConnectAsync(Options(installation.Redis!));
        }
        finally
        {
            _connecting.Release();
        }

        await _redis.GetDatabase().PingAsync().WaitAsync(TimeSpan.FromSeconds(2), cancellationToken);
        return HealthCheckResult.Healthy();
    }

    public void Dispose()
    {
        _redis?.Dispose();
        _connecting.Dispose();
    }

    private static ConfigurationOptions Options(RedisSettings settings) => new()
    {
        EndPoints = { { settings.Host, settings.Port } },
        DefaultDatabase = settings.Database,
        Password = settings.Password,
        ConnectTimeout = 2000,
        SyncTimeout = 2000,
    };
}
