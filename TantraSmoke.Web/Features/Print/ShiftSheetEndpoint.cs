using Microsoft.AspNetCore.Http.HttpResults;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Print;

/// <summary>Endpoint of a day's printable bookings.</summary>
public static class ShiftSheetEndpoint
{
    public static void MapShiftSheet(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/print/shift", ShowAsync).RequireRight(Right.ViewFloor);

    private static async Task<IResult> ShowAsync(
        string? day,
        BookingQueries bookings,
        VenueCatalogCache catalogs,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        var now = time.GetUtcNow();
        var shown = IsoDay.Read(day) ?? catalog.Clock.ServiceDayOf(now);
        var rows = await bookings.DayAsync(shown, cancellationToken);
        return new RazorComponentResult<ShiftSheet>(
            new
            {
                Day = shown,
                Now = now,
                Catalog = catalog,
                Rows = (IReadOnlyList<BookingRow>)[.. rows.Where(row => row.Status != BookingStatus.Canceled)],
            }
        );
    }
}
