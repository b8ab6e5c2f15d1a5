using TantraSmoke.Core.Rooms;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Web.Features.Tables;

/// <summary>Endpoint for photos of tables, for staff.</summary>
public static class TablePhotos
{
    /// <summary>URL of a table's photo; it contains the content's hash, so browsers can cache it.</summary>
    public static string Address(int tableId, string photo) =>
        FormattableString.Invariant($"/tables/{tableId}/photo?v={photo}");

    public static void MapTablePhotos(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/tables/{tableId:int}/photo", ShowAsync).RequireRight(Right.ViewFloor);

    private static async Task<IResult> ShowAsync(
        int tableId,
        HttpContext http,
        TablePhotoStore rooms,
        CancellationToken cancellationToken
    )
    {
        if (await rooms.PhotoAsync(tableId, cancellationToken) is not { } photo)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.File(photo.Content, photo.ContentType);
    }
}
