using System.Text;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Web.Features.Tables;

public static class TablesExport
{
    public const string Path = "/tables/export.json";

    /// <summary>Endpoint that exports all tables in the format of TABLES_JSON; requires the right.</summary>
    public static void MapTablesExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, ExportAsync).RequireRight(Right.EditTables);

    private static async Task<IResult> ExportAsync(
        HttpContext http,
        TableFiles rooms,
        CancellationToken cancellationToken
    )
    {
        if (http.User.ToActor() is not { } actor)
            return Results.Unauthorized();
        var outcome = await rooms.ExportAsync(actor, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return outcome.Value is { } json
            ? Results.File(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", "tables.json")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
