using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Applies a change of the venue's time zone.</summary>
internal static class ZoneChange
{
    /// <summary>
    /// Keeps the local time of day of everything to come: bookings, blocks and private events that have not begun, and
    /// wanted times on the waitlist. Seated parties and the past keep their instants. Returns BookingsInTheWay if a
    /// seated party would then overlap an expected one.
    /// </summary>
    public static async Task<Refusal?> FollowZoneAsync(
        VenueDb db,
        Actor actor,
        VenueClock before,
        VenueClock after,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var coming = await db
            .Bookings.Where(Booking.IsToCome)
            .Where(b => b.ArrivedGuests == null)
            .OrderBy(b => b.StartsAt)
            .ToListAsync(cancellationToken);
        var claims = await ClaimsAsync(db, coming, now, cancellationToken);

        // A hold that is being confirmed is for a local time that has changed.
        await db.Claims.Where(c => c.Kind == ClaimKind.Hold).ExecuteDeleteAsync(cancellationToken);
        foreach (var some in claims.Chunk(500))
        {
            var taken = some.Select(c => c.Id).ToList();
            await db.Claims.Where(c => taken.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var booking in coming)
        {
            var startsAt = booking.StartsAt;
            var (from, until) = Moved(startsAt, booking.EndsAt);
            if ((from, until) == (startsAt, booking.EndsAt))
                continue;
            var state = JsonSerializer.Serialize(booking.State);
            booking.FollowZone(from, until);
            var reason = $"{before.Zone.Id} → {after.Zone.Id}";
            db.BookingHistory.Add(
                new BookingHistory(booking.Id, BookingAction.ZoneChanged, actor, now, booking.Version, state, reason)
            );
            await FollowFriendsAsync(db, booking.Id, startsAt, from, cancellationToken);
        }

        foreach (
            var day in await db
                .SpecialDays.Where(d => d.StartsAt > now && d.HallId != null && d.BlockId != null)
                .ToListAsync(cancellationToken)
        )
        {
            var (from, until) = Moved(day.StartsAt!.Value, day.EndsAt!.Value);
            day.Take(day.HallId!.Value, from, until, day.BlockId!.Value);
        }

        foreach (
            var entry in await db
                .Waitlist.Where(e =>
                    e.WantedFrom != null
                    && (e.Status == Entities.WaitlistStatus.Waiting || e.Status == Entities.WaitlistStatus.Offered)
                )
                .ToListAsync(cancellationToken)
        )
            entry.FollowZone(Instant);
        await db.SaveChangesAsync(cancellationToken);
        return await ClaimAgainAsync(db, claims, Moved, now, cancellationToken);

        DateTimeOffset Instant(DateTimeOffset at) => after.FromLocal(before.ToLocal(at));

        (DateTimeOffset From, DateTimeOffset Until) Moved(DateTimeOffset startsAt, DateTimeOffset endsAt)
        {
            var (from, until) = (Instant(startsAt), Instant(endsAt));
            // If the new zone's clock change skips the whole range, keep its length.
            return (from, from < until ? until : from + (endsAt - startsAt));
        }
    }

    /// <summary>The claims of these bookings, and blocks and offers that have not begun.</summary>
    private static async Task<List<TableClaim>> ClaimsAsync(
        VenueDb db,
        List<Booking> coming,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ids = coming.Select(b => b.Id).ToHashSet();
        var open = await db
            .Claims.AsNoTracking()
            .Where(c =>
                c.BookingId == null
                    ? c.EndsAt > now
                    : db.Bookings.Where(Booking.IsToCome).Any(b => b.Id == c.BookingId && b.ArrivedGuests == null)
            )
            .ToListAsync(cancellationToken);
        var begun = open.Where(c => c.BookingId is null && c.StartsAt <= now).Select(c => c.Holder).ToHashSet();
        return open.Where(c =>
                c.BookingId is { } id ? ids.Contains(id) : c.Kind != ClaimKind.Hold && !begun.Contains(c.Holder)
            )
            .ToList();
    }

    // Friends need no message: the local time is the same.
    private static async Task FollowFriendsAsync(
        VenueDb db,
        Guid bookingId,
        DateTimeOffset was,
        DateTimeOffset startsAt,
        CancellationToken cancellationToken
    )
    {
        await db
            .FriendAnswers.Where(a => a.BookingId == bookingId && a.KnownStart == was)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.KnownStart, startsAt), cancellationToken);
        await db
            .FriendAnswers.Where(a => a.BookingId == bookingId && a.AnsweredStart == was)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.AnsweredStart, startsAt), cancellationToken);
    }

    private static async Task<Refusal?> ClaimAgainAsync(
        VenueDb db,
        List<TableClaim> claims,
        Func<DateTimeOffset, DateTimeOffset, (DateTimeOffset From, DateTimeOffset Until)> moved,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // A long block is a row of claims; a clock change at night may make the last one too long for a single claim.
        foreach (var group in claims.GroupBy(c => (c.TableId, c.Kind, c.BookingId, c.Holder, c.ExpiresAt, c.Note)))
        {
            var (first, end) = moved(group.Min(c => c.StartsAt), group.Max(c => c.EndsAt));
            for (var (from, until) = (first, first); until < end; from = until)
            {
                until = end - from > TableClaim.Longest ? from + TableClaim.Longest : end;
                var (table, kind, bookingId, holder, expiresAt, note) = group.Key;
                if (
                    await db.TryClaimAsync(
                        new ClaimRequest([table], from, until, kind, now, bookingId, holder, expiresAt, note),
                        cancellationToken
                    )
                )
                    continue;
                var (begins, ends) = (from, until);
                return new BookingRefusal.BookingsInTheWay(
                    await BookingBrief.OfAsync(
                        db,
                        db.Bookings.AsNoTracking()
                            .Where(b =>
                                db.Claims.Any(c =>
                                    c.BookingId == b.Id && c.TableId == table && c.StartsAt < ends && c.EndsAt > begins
                                )
                            ),
                        cancellationToken
                    )
                );
            }
        }

        return null;
    }
}
