using Microsoft.AspNetCore.StaticFiles;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Web.Features.Simulator;

public static class SimulatorRoute
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static string FileUrl(string fileId) => $"{SimulatorAccess.Path}/files/{fileId}";

    /// <summary>
    /// Answers 404 at /simulator if the simulator is off, because the page's route is fixed at compile time.
    /// </summary>
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

    /// <summary>Serves pictures and documents that the bot sent to simulated chats.</summary>
    public static void MapSimulatorFiles(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SimulatorAccess>().IsOn)
            app.MapGet(SimulatorAccess.Path + "/files/{id}", Serve).RequireRight(Right.ViewFloor);
    }

    private static IResult Serve(string id, SimulatedTelegram telegram, HttpContext http)
    {
        if (telegram.File(id) is not { } file)
            return Results.NotFound();
        if (file.Url is { } elsewhere)
            return Results.Redirect(elsewhere);
        // File ids are never reused, and the content must not run as a page of this origin.
        http.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        return Results.Bytes(
            file.Content,
            Types.TryGetContentType(file.Name, out var type) ? type : "application/octet-stream"
        );
    }
}
