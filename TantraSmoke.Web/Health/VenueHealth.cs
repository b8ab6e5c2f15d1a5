using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Health;

/// <summary>
/// /health/live: the process responds. /health/ready: its dependencies respond and its disk is writable; without Redis
/// it is ready, "Degraded".
/// </summary>
public static class VenueHealth
{
    private const string Ready = "ready";

    public static void AddVenueHealth(this IServiceCollection services, InstallationSettings installation)
    {
        var checks = services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]);
        if (installation.Redis is not null)
            checks.AddCheck<RedisHealth>("redis", HealthStatus.Degraded, tags: [Ready]);
    }

    public static void MapVenueHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints
            .MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }
            )
            .AllowAnonymous();
    }

    /// <summary>"Healthy", or "Unhealthy: redis".</summary>
    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        var troubled = report
            .Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => entry.Key);
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(
            report.Status == HealthStatus.Healthy
                ? $"{report.Status}"
                : $"{report.Status}: {string.Join(", ", troubled)}"
        );
    }

    private sealed class DatabaseHealth(VenueMigrations migrations, VenueStore store, InstallationSettings installation)
        : IHealthCheck
    {
        private const int ProbeSize = 4096;

        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken
        )
        {
            var pending = (await migrations.StatusAsync(cancellationToken)).Pending;
            if (pending.Count > 0)
                return HealthCheckResult.Unhealthy($"Migrations to apply: {string.Join(", ", pending)}");
            if (installation.Postgres is null)
            {
                await ProbeDiskAsync(cancellationToken);
                // Starts a write transaction, which a read-only file refuses.
                await store.ChangeAsync(Actor.System.Instance, _ => Task.CompletedTask, cancellationToken);
            }
            else if (await IsReadOnlyAsync(cancellationToken))
            {
                return HealthCheckResult.Unhealthy("The database can only be read");
            }

            return HealthCheckResult.Healthy();
        }

        private async Task<bool> IsReadOnlyAsync(CancellationToken cancellationToken) =>
            "on"
            == await store.ReadAsync(
                db =>
                    db.Database.SqlQueryRaw<string>("SELECT current_setting('transaction_read_only') AS \"Value\"")
                        .SingleAsync(cancellationToken),
                cancellationToken
            );

        /// <summary>A full disk allows reading but no new bookings.</summary>
        private async Task ProbeDiskAsync(CancellationToken cancellationToken)
        {
            var path = Path.Combine(installation.DataDirectory, $"health-{Environment.ProcessId}.tmp");
            await using var probe = new FileStream(
                path,
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            await probe.WriteAsync(new byte[ProbeSize], cancellationToken);
            probe.Flush(flushToDisk: true);
        }
    }
}
