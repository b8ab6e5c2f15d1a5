using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Bookings;

/// <summary>
/// Makes every change to bookings, whoever asks. Each call checks the actor's right itself and writes booking, claims, history
/// and messages in one transaction. Refusals come back as <see cref="BookingError"/>.
/// </summary>
public sealed partial class BookingService(
    VenueStore store, VenueCatalogCache catalogs, AvailabilityQueries availability, Announcements announcements, TimeProvider time)
{
    /// <summary>Walk-ins and early arrivals need at least this much time at the table.</summary>
    private static readonly TimeSpan ShortestStay = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Books. Returns TableTaken with what is still free when the place went to somebody else; the same idempotency key again
    /// returns the booking it made.
    /// </summary>
    public async Task<Outcome<Booking>> CreateAsync(Actor actor, BookingRequest request, CancellationToken cancellationToken)
    {
        if (actor is not Actor.Guest && !actor.May(Right.TakeBookings))
            return new BookingError.NotAllowed(Right.TakeBookings);
        if (request.Comment?.Trim().Length > Booking.CommentLimit)
            return new BookingError.CommentTooLong(Booking.CommentLimit);

        var catalog = await catalogs.GetAsync(cancellationToken);
        var guestId = actor is Actor.Guest guest ? guest.GuestId : request.GuestId;
        var outcome = await store.WriteAsync<Booking>(actor, async db =>
        {
            var now = time.GetUtcNow();
            var booker = await db.LockBookerAsync(guestId, request.IdempotencyKey, now, cancellationToken);
            if (booker.Made is { } made)
            {
                var existing = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == made, cancellationToken);
                return existing.GuestId == guestId ? existing : new BookingError.NotFound();
            }

            if (Refuse(booker, catalog, actor, guestId) is { } refusal)
                return refusal;

            var id = Guid.CreateVersion7(now);
            Booking? booked = null;
            var purpose = new ClaimPurpose(ClaimKind.Booking, id);
            var claimed = await ClaimSlotAsync(db, catalog, actor, request, purpose, now, async (claim, place) =>
            {
                booked = new Booking(id, place, request.PartySize, actor is Actor.Guest ? BookingSource.Telegram : request.Source, request.IdempotencyKey, now);
                booked.ForGuest(guestId, request.Comment);
                var messages = await announcements.OfAsync(db, OutboxKind.BookingCreated, actor, booked, now, cancellationToken);
                return await db.TryBookAsync(claim, booked, Created(booked, actor, now), messages, cancellationToken);
            }, cancellationToken);
            return claimed.Succeeded ? booked! : claimed.Error;
        }, cancellationToken);

        return outcome.Error is BookingError.TableTaken
            ? await TakenAsync(actor, catalog, request.ServiceDay, request.SlotId, request.PartySize, cancellationToken)
            : outcome;
    }

    /// <summary>
    /// Keeps a place for a few minutes while somebody confirms; replaces their previous hold. Refusals as with
    /// <see cref="CreateAsync"/>, so a guest learns early.
    /// </summary>
    public async Task<Outcome<Hold>> HoldAsync(Actor actor, BookingRequest request, CancellationToken cancellationToken)
    {
        if (actor is not Actor.Guest && !actor.May(Right.TakeBookings))
            return new BookingError.NotAllowed(Right.TakeBookings);

        var catalog = await catalogs.GetAsync(cancellationToken);
        var outcome = await store.WriteAsync<Hold>(actor, async db =>
        {
            var now = time.GetUtcNow();
            var guestId = actor is Actor.Guest guest ? guest.GuestId : request.GuestId;
            var booker = await db.LockBookerAsync(guestId, null, now, cancellationToken);
            if (Refuse(booker, catalog, actor, guestId) is { } refusal)
                return refusal;

            var expiresAt = now.AddMinutes(catalog.Settings.HoldMinutes);
            var purpose = new ClaimPurpose(ClaimKind.Hold, ExpiresAt: expiresAt);
            var claimed = await ClaimSlotAsync(
                db, catalog, actor, request, purpose, now, (claim, _) => db.TryClaimAsync(claim, cancellationToken), cancellationToken);
            if (claimed.Value is not { } place)
                return claimed.Error!;
            db.Changes.Add(new VenueChange(ChangeKind.Claim, actor.Holder(), request.ServiceDay));
            var option = catalog.Options.First(o => o.TableIds.SequenceEqual(place.TableIds));
            return new Hold(option, place.StartsAt, place.EndsAt, expiresAt);
        }, cancellationToken);

        return outcome.Error is BookingError.TableTaken
            ? (await TakenAsync(actor, catalog, request.ServiceDay, request.SlotId, request.PartySize, cancellationToken)).Error!
            : outcome;
    }

    /// <summary>Gives back whatever this actor holds; nothing happens when they hold nothing.</summary>
    public Task ReleaseHoldAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ChangeAsync(actor, async db =>
        {
            var holder = actor.Holder();
            if (await db.Claims.Where(c => c.Holder == holder && c.Kind == ClaimKind.Hold).ExecuteDeleteAsync(cancellationToken) > 0)
                db.Changes.Add(new VenueChange(ChangeKind.Claim, holder));
        }, cancellationToken);

    /// <summary>
    /// Seats a party that came without booking, from now until the usual stay is over or the next claim begins, whichever is
    /// first (<see cref="Booking.EndsAt"/> says until when). Returns TableOccupied when less than 15 minutes would be left.
    /// </summary>
    public async Task<Outcome<Booking>> SeatWalkInAsync(Actor actor, WalkInRequest request, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.SeatGuests))
            return new BookingError.NotAllowed(Right.SeatGuests);

        var catalog = await catalogs.GetAsync(cancellationToken);
        if (request.PartySize < 1)
            return new BookingError.PartyTooSmall(1);
        if (request.TableIds.Count == 0 || request.TableIds.Any(id => catalog.Table(id) is not { IsActive: true }))
            return new BookingError.NoLongerOffered();
        var seats = Seats(catalog, request.TableIds);
        if (request.PartySize > seats)
            return new BookingError.PartyTooLarge(seats);
        var stay = TimeSpan.FromMinutes(request.Minutes ?? catalog.Settings.WalkInMinutes);
        if (stay < ShortestStay || stay > TableClaim.Longest)
            return new BookingError.InvalidInput("minutes");

        return await store.WriteAsync<Booking>(actor, async db =>
        {
            var now = time.GetUtcNow();
            var existing = await db.Bookings.AsNoTracking()
                .SingleOrDefaultAsync(b => b.IdempotencyKey == request.IdempotencyKey, cancellationToken);
            if (existing is not null)
                return existing;

            var ends = await FreeUntilAsync(db, request.TableIds, now, now + stay, cancellationToken);
            if (ends - now < ShortestStay)
                return new BookingError.TableOccupied(Numbers(catalog, request.TableIds), null);
            var place = new BookingPlace(catalog.Clock.ServiceDayOf(now), now, ends, null, [.. request.TableIds.Order()]);
            var booking = new Booking(Guid.CreateVersion7(now), place, request.PartySize, BookingSource.WalkIn, request.IdempotencyKey, now);
            var claim = new ClaimRequest(place.TableIds, now, ends, ClaimKind.WalkIn, now, booking.Id);
            booking.ForGuest(request.GuestId, null);
            booking.Seat(now);
            return await db.TryBookAsync(claim, booking, Created(booking, actor, now), [], cancellationToken)
                ? booking
                : new BookingError.TableOccupied(Numbers(catalog, request.TableIds), null);
        }, cancellationToken);
    }

    private static BookingHistory Created(Booking booking, Actor actor, DateTimeOffset now) =>
        new(booking.Id, BookingAction.Created, actor, now, booking.Version, null, null);

    private static BookingError? Refuse(Booker booker, VenueCatalog catalog, Actor actor, long? guestId)
    {
        if (guestId is null)
            return actor is Actor.Guest ? new BookingError.NotFound() : null;
        if (!booker.IsKnown)
            return new BookingError.NotFound();
        if (actor is not Actor.Guest)
            return null;
        if (booker.IsBlocked)
            return new BookingError.GuestBlocked(catalog.Settings.Phone);
        return booker.ActiveBookings >= catalog.Settings.ActiveBookingsPerGuest
            ? new BookingError.TooManyActive(catalog.Settings.ActiveBookingsPerGuest)
            : null;
    }

    private async Task<Outcome<Booking>> TakenAsync(
        Actor actor, VenueCatalog catalog, DateOnly serviceDay, int slotId, int partySize, CancellationToken cancellationToken)
    {
        var slot = catalog.Slots.First(s => s.Id == slotId);
        var near = catalog.Clock.ToUtc(serviceDay, slot.Start);
        return new BookingError.TableTaken(await availability.AlternativesAsync(actor, serviceDay, partySize, near, cancellationToken));
    }
}
