using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>
/// What staff should know of a guest before they keep a table: how often they came, and how often they did not.
/// </summary>
/// <param name="Visits">Of all time, the one under way included.</param>
/// <param name="NoShows">Within <see cref="VenueSettings.NoShowFlagMonths"/>.</param>
/// <param name="IsFlagged">As many no-shows as <see cref="VenueSettings.NoShowFlagCount"/>, or more.</param>
public sealed record GuestStanding(int Visits, int NoShows, bool IsFlagged)
{
    /// <summary>Somebody who was never here.</summary>
    public static readonly GuestStanding New = new(0, 0, false);

    /// <summary>From when on (UTC) no-shows count.</summary>
    internal static DateTimeOffset Since(VenueSettings rules, DateTimeOffset now) =>
        now.AddMonths(-Math.Max(0, rules.NoShowFlagMonths));

    /// <summary>How these guests stand; who never booked is left out.</summary>
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
