using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web.Health;

/// <summary>/health/live: the process answers. /health/ready: everything it needs answers too.</summary>
public static class VenueHealth
{
    private const string Ready = "ready";

    public static void AddVenueHealth(this IServiceCollection services, InstallationSettings installation)
    {
        var checks = services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]);
        if (installation.Redis is not null)
            checks.AddCheck<RedisHealth>("redis", tags: [Ready]);
    }

    public static void MapVenueHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    /// <summary>"Healthy", or "Unhealthy: redis".</summary>
    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        var troubled = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key);
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(report.Status == HealthStatus.Healthy ? $"{report.Status}" : $"{report.Status}: {string.Join(", ", troubled)}");
    }

    private sealed class DatabaseHealth(VenueMigrations migrations) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            var pending = (await migrations.StatusAsync(cancellationToken)).Pending;
            return pending.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"Migrations to apply: {string.Join(", ", pending)}");
        }
    }
}
