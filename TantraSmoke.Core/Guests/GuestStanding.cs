using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>A guest's visits and no-shows, shown to staff before they book a table for them.</summary>
/// <param name="Visits">Over all time, including the current one.</param>
/// <param name="NoShows">Within <see cref="VenueSettings.NoShowFlagMonths"/>.</param>
/// <param name="IsFlagged">At least <see cref="VenueSettings.NoShowFlagCount"/> no-shows.</param>
public sealed record GuestStanding(int Visits, int NoShows, bool IsFlagged)
{
    /// <summary>A guest without visits.</summary>
    public static readonly GuestStanding New = new(0, 0, false);

    /// <summary>Start (UTC) of the period in which no-shows count.</summary>
    internal static DateTimeOffset Since(VenueSettings rules, DateTimeOffset now) =>
        now.AddMonths(-Math.Max(0, rules.NoShowFlagMonths));

    /// <summary>The standing of these guests; those without bookings are left out.</summary>
    internal static async Task<Dictionary<long, GuestStanding>> OfAsync(
        VenueDb db,
        IReadOnlyCollection<long> guestIds,
        VenueSettings rules,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (guestIds.Count == 0)
            return [];
        var since = Since(rules, now);
        var counts = await db
            .Bookings.AsNoTracking()
            .Where(b => b.GuestId != null && guestIds.Contains(b.GuestId.Value))
            .GroupBy(b => b.GuestId!.Value)
            .Select(g => new
            {
                g.Key,
                Visits = g.Count(b => b.Status == BookingStatus.Seated || b.Status == BookingStatus.Completed),
                NoShows = g.Count(b => b.Status == BookingStatus.NoShow && b.StartsAt >= since),
            })
            .ToListAsync(cancellationToken);
        return counts.ToDictionary(
            c => c.Key,
            c => new GuestStanding(c.Visits, c.NoShows, rules.NoShowFlagCount > 0 && c.NoShows >= rules.NoShowFlagCount)
        );
    }
}
