using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Floor;

/// <summary>Reads service days for the timeline.</summary>
public sealed class TimelineQueries(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>Everything that occupies a table during that service day.</summary>
    public async Task<TimelineDay> DayAsync(DateOnly serviceDay, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var catalog = await catalogs.GetAsync(cancellationToken);
        var (start, end) = catalog.Clock.Day(serviceDay);
        var begins = start - TableClaim.Longest;
        // A late booking reaches into the next service day; none is over time for more than one.
        var (first, last) = (serviceDay.AddDays(-1), serviceDay.AddDays(1));
        return await store.ReadAsync(
            async db =>
            {
                var bookings = await BookingQueries
                    .Rows(
                        db,
                        db.Bookings.Where(b =>
                                b.ServiceDay >= first && b.ServiceDay <= last && b.Status != BookingStatus.Canceled
                            )
                            .OrderBy(b => b.StartsAt)
                    )
                    .ToListAsync(cancellationToken);
                var claims = await db
                    .Claims.Where(c =>
                        c.StartsAt > begins
                        && c.StartsAt < end
                        && c.EndsAt > start
                        && (c.ExpiresAt == null || c.ExpiresAt > now)
                    )
                    .ToListAsync(cancellationToken);
                return TimelineDay.Of(serviceDay, catalog, bookings, claims, now);
            },
            cancellationToken
        );
    }
}
