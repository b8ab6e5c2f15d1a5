using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Seats parties without a booking.</summary>
public sealed class WalkIns(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>
    /// Seats a walk-in from now until the usual stay ends or the next claim begins, whichever is first (see
    /// <see cref="Booking.EndsAt"/>). Returns TableOccupied if less than 15 minutes would be left.
    /// </summary>
    public async Task<Outcome<Booking>> SeatWalkInAsync(
        Actor actor,
        WalkInRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.SeatGuests))
            return await store.RefuseAsync(actor, Right.SeatGuests, cancellationToken);

        var catalog = await catalogs.GetAsync(cancellationToken);
        return await store.WriteAsync<Booking>(
            actor,
            db => SeatWalkInAsync(db, catalog, actor, request, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>The same inside the caller's transaction, after the caller checked the right.</summary>
    internal async Task<Outcome<Booking>> SeatWalkInAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        WalkInRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.PartySize < 1)
            return new AvailabilityRefusal.PartyTooSmall(1);
        if (request.TableIds.Count == 0 || request.TableIds.Any(id => catalog.Table(id) is not { IsActive: true }))
            return new AvailabilityRefusal.NoLongerOffered();
        var seats = catalog.Seats(request.TableIds);
        if (request.PartySize > seats)
            return new AvailabilityRefusal.PartyTooLarge(seats);
        var stay = TimeSpan.FromMinutes(request.Minutes ?? catalog.Settings.WalkInMinutes);
        if (stay < Places.ShortestStay || stay > TableClaim.Longest)
            return new CommonRefusal.InvalidInput("minutes");
        if (request.Comment?.Trim().Length > Booking.CommentLimit)
            return new CommonRefusal.CommentTooLong(Booking.CommentLimit);

        var now = time.GetUtcNow();
        var existing = await db
            .Bookings.AsNoTracking()
            .SingleOrDefaultAsync(b => b.IdempotencyKey == request.IdempotencyKey, cancellationToken);
        if (existing is not null)
            return existing;

        var guestId = request.GuestId is { } asked
            ? await Bookers.ResolveGuestAsync(db, asked, now, cancellationToken)
            : null;
        if (await Places.StillSeatedAsync(db, catalog, request.TableIds, now, now, cancellationToken) is { } sitting)
            return sitting;
        var ends = await Places.FreeUntilAsync(db, request.TableIds, now, now + stay, cancellationToken);
        if (ends - now < Places.ShortestStay)
            return await Places.OccupiedAsync(
                db,
                catalog,
                new ClaimRequest(request.TableIds, now, now + Places.ShortestStay, ClaimKind.WalkIn, now),
                cancellationToken
            );
        var place = new BookingPlace(catalog.Clock.ServiceDayOf(now), now, ends, null, [.. request.TableIds.Order()]);
        var booking = new Booking(
            Guid.CreateVersion7(now),
            place,
            request.PartySize,
            BookingSource.WalkIn,
            request.IdempotencyKey,
            now
        );
        var claim = new ClaimRequest(place.TableIds, now, ends, ClaimKind.WalkIn, now, booking.Id);
        booking.ForGuest(guestId, request.Comment);
        booking.Seat(now);
        return await db.TryBookAsync(
            new NewBooking(claim, booking, Bookers.Created(booking, actor, now), []),
            cancellationToken
        )
            ? booking
            : await Places.OccupiedAsync(db, catalog, claim, cancellationToken);
    }

    /// <summary>
    /// Holds tables for a future walk-in inside the caller's transaction; null on success. The claim covers the whole
    /// possible stay and expires at <paramref name="expiresAt"/>, so that the tables are still free when the party
    /// comes.
    /// </summary>
    internal async Task<Refusal?> OfferAsync(
        VenueDb db,
        VenueCatalog catalog,
        IReadOnlyList<int> tableIds,
        string holder,
        string note,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (await Places.StillSeatedAsync(db, catalog, tableIds, now, now, cancellationToken) is { } sitting)
            return sitting;
        var ends = await Places.FreeUntilAsync(
            db,
            tableIds,
            now,
            now.AddMinutes(catalog.Settings.WalkInMinutes),
            cancellationToken
        );
        var claim = new ClaimRequest(
            tableIds,
            now,
            ends,
            ClaimKind.Offer,
            now,
            Holder: holder,
            ExpiresAt: expiresAt,
            Note: note
        );
        var isKept = ends - now >= Places.ShortestStay && await db.TryClaimAsync(claim, cancellationToken);
        return isKept
            ? null
            : await Places.OccupiedAsync(
                db,
                catalog,
                claim with
                {
                    EndsAt = now + Places.ShortestStay,
                },
                cancellationToken
            );
    }
}
