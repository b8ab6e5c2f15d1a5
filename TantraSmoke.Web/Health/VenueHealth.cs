using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace TantraSmoke.Web.Health;

/// <summary>/health/live: the process answers. /health/ready: everything it needs answers too.</summary>
public static class VenueHealth
{
    private const string Ready = "ready";

    public static void AddVenueHealth(this IServiceCollection services) =>
        services.AddHealthChecks();

    public static void MapVenueHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
