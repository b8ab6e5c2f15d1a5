using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Availability;

/// <summary>Occupied times and starts around a time, as seen by the current transaction.</summary>
internal static class Occupancy
{
    /// <summary>
    /// Occupied times from <paramref name="start"/> to <paramref name="end"/> and around it as far as they affect the
    /// choice of tables. Expired claims and the asker's own holds are left out.
    /// </summary>
    /// <param name="own">A booking that has released its claims; its place counts as free.</param>
    public static async Task<List<BusyTime>> BusyAsync(
        VenueDb db,
        DateTimeOffset start,
        DateTimeOffset end,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        Booking? own = null
    )
    {
        var (from, to) = (start - TableAllocator.IdleReach, end + TableAllocator.IdleReach);
        var taken = await db.ReadTakenAsync([(from - TableClaim.Longest, to)], cancellationToken);
        return
        [
            .. taken
                .Where(t =>
                    !(t.IsSeated && t.Time.StartsAt == own?.StartsAt && own.TableIds.Contains(t.Time.TableId))
                    && t.CountsFor(actor.Holder(), now)
                )
                .Select(t => BookingRules.TimeOf(t, now))
                .Where(t => t.EndsAt > from),
        ];
    }

    /// <summary>Parties that start then: booked, or held by somebody else who is confirming.</summary>
    public static async Task<List<PartyStart>> StartsAsync(
        VenueDb db,
        DateTimeOffset from,
        DateTimeOffset until,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var own = actor.Holder();
        var starts = await db
            .Bookings.AsNoTracking()
            .Where(b =>
                b.StartsAt >= from
                && b.StartsAt < until
                && b.Status != BookingStatus.Canceled
                && b.Status != BookingStatus.NoShow
            )
            .Select(b => new PartyStart(b.StartsAt, b.PartySize))
            .ToListAsync(cancellationToken);
        var holds = await db
            .Claims.AsNoTracking()
            .Where(c =>
                c.StartsAt >= from
                && c.StartsAt < until
                && c.Kind == ClaimKind.Hold
                && c.ExpiresAt > now
                && c.Holder != own
            )
            .Select(c => new
            {
                c.Holder,
                c.StartsAt,
                c.Guests,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. starts, .. holds.Select(h => new PartyStart(h.StartsAt, h.Guests ?? 0))];
    }
}
