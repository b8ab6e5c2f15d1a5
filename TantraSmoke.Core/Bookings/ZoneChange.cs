using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>The venue's clocks are set to another zone.</summary>
internal static class ZoneChange
{
    /// <summary>
    /// What is to come keeps its time of day, as it was agreed with the guest: bookings, closed tables and events that
    /// have not begun, what somebody waits for in the chat. Who is here already, and what is past, stays at its
    /// instant. Returns BookingsInTheWay when a party that is here would sit where another is expected then.
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

        // Guests who are confirming at this moment hold an hour that is another now.
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
            // Where the clocks of the new zone skip the whole of it, it lasts as long as before.
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

    // To friends nothing has changed either.
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
        // A long block is a row of claims; the last of a night on which clocks change may be too long for one.
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
