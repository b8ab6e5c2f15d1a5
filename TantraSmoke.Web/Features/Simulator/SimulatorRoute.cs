namespace TantraSmoke.Web.Features.Simulator;

public static class SimulatorRoute
{
    /// <summary>Answers 404 at /simulator where the simulator is off; the page's route itself is fixed at compile time.</summary>
    public static TBuilder OnlyWhereSimulatorIsOn<TBuilder>(this TBuilder pages, IServiceProvider services)
        where TBuilder : IEndpointConventionBuilder
    {
        if (services.GetRequiredService<SimulatorAccess>().IsOn)
            return pages;
        pages.Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: SimulatorAccess.Path })
            {
                endpoint.RequestDelegate = http =>
                {
                    http.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                };
            }
        });
        return pages;
    }
}
