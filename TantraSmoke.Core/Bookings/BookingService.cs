using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>
/// Makes every change to bookings, whoever asks. Each call checks the actor's right itself and writes booking, claims, history
/// and messages in one transaction. Refusals come back as <see cref="Refusal"/>.
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
        if (Refuse(actor, BookingAction.Created) is { } notAllowed)
            return await store.RefuseAsync(actor, notAllowed.Right, cancellationToken);
        var isOwn = actor is Actor.Guest;
        var said = new BookingDetails(
            request.PartySize, request.Comment, request.Occasion, request.Allergies, isOwn ? null : request.InternalNote, request.GuestId);
        if (RefuseTexts(said) is { } tooLong)
            return tooLong;

        var catalog = await catalogs.GetAsync(cancellationToken);
        var guestId = actor is Actor.Guest guest ? guest.GuestId : request.GuestId;
        if (isOwn && await RefuseWithoutPhoneAsync(catalog, guestId!.Value, cancellationToken) is { } phoneNeeded)
            return phoneNeeded;
        var source = isOwn ? BookingSource.Telegram : request.Source;
        var choice = await ChooseAsync(catalog, actor, request, cancellationToken);
        var outcome = await store.WriteAsync<Booking>(actor, async db =>
        {
            var now = time.GetUtcNow();
            if (!isOwn && guestId is { } asked)
                guestId = await ResolveGuestAsync(db, asked, now, cancellationToken) ?? guestId;
            var paced = await PacedAsync(db, catalog, actor, request, choice, now, cancellationToken);
            Refusal? sitting = null;
            foreach (var place in paced.Value?.Places ?? [])
            {
                if (await StillThereAsync(db, catalog, place, now, cancellationToken) is { } there)
                {
                    sitting = there;
                    continue;
                }

                var booking = new Booking(Guid.CreateVersion7(now), place, request.PartySize, source, request.IdempotencyKey, now);
                booking.Describe(said with { GuestId = guestId });
                AskIfLarge(catalog, actor, booking, now);
                var claim = new ClaimRequest(place.TableIds, BookingRules.NeededFrom(place.StartsAt, now), place.EndsAt, ClaimKind.Booking, now, booking.Id, actor.Holder())
                {
                    Clear = BookingRules.ClearFor(catalog.Settings, place.StartsAt, place.EndsAt, now),
                };
                var wanted = new NewBooking(
                    claim, booking, Created(booking, actor, now), await MessagesAsync(db, catalog, actor, booking, now, cancellationToken));
                var (booker, isBooked) = await db.LockBookerAndTryBookAsync(wanted, cancellationToken);
                if (await AnswerAsync(db, booker) is { } answer)
                    return answer;
                if (isBooked)
                {
                    if (isOwn && request.Campaign is { } campaign && catalog.Settings.HasCampaign(campaign))
                        await db.Bookings.Where(b => b.Id == booking.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Campaign, campaign), cancellationToken);
                    return booking;
                }
            }

            // Who asks is answered before the place is: perhaps with the booking that the key has made.
            if (await AnswerAsync(db, await db.LockBookerAsync(guestId, request.IdempotencyKey, now, cancellationToken)) is { } reply)
                return reply;
            return paced.Error ?? (isOwn || request.TableIds is null ? null : sitting) ?? new AvailabilityRefusal.TableTaken([]);
        }, cancellationToken);

        return await WithFreeAsync(outcome, actor, catalog, request, cancellationToken);

        async Task<Outcome<Booking>?> AnswerAsync(VenueDb db, Booker booker)
        {
            if (booker.Made is { } made)
            {
                var existing = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == made, cancellationToken);
                return existing.GuestId == guestId ? existing : new CommonRefusal.NotFound();
            }

            if (Refuse(booker, catalog, actor) is { } refusal)
                return refusal;
            return null;
        }
    }

    /// <summary>
    /// Keeps a place for a few minutes while somebody confirms; replaces their previous hold. Refusals as with
    /// <see cref="CreateAsync"/>, so a guest learns early.
    /// </summary>
    public async Task<Outcome<Hold>> HoldAsync(Actor actor, BookingRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(actor, BookingAction.Created) is { } notAllowed)
            return await store.RefuseAsync(actor, notAllowed.Right, cancellationToken);

        var catalog = await catalogs.GetAsync(cancellationToken);
        var guestId = actor is Actor.Guest guest ? guest.GuestId : request.GuestId;
        var choice = await ChooseAsync(catalog, actor, request, cancellationToken);
        var outcome = await store.WriteAsync<Hold>(actor, async db =>
        {
            var now = time.GetUtcNow();
            var paced = await PacedAsync(db, catalog, actor, request, choice, now, cancellationToken);
            var expiresAt = now.AddMinutes(catalog.Settings.HoldMinutes);
            foreach (var place in paced.Value?.Places ?? [])
            {
                if (await StillThereAsync(db, catalog, place, now, cancellationToken) is not null)
                    continue;
                var claim = new ClaimRequest(
                    place.TableIds, BookingRules.NeededFrom(place.StartsAt, now), place.EndsAt, ClaimKind.Hold, now, Holder: actor.Holder(), ExpiresAt: expiresAt)
                {
                    Clear = BookingRules.ClearFor(catalog.Settings, place.StartsAt, place.EndsAt, now),
                    Guests = catalog.Settings.HasPacing ? request.PartySize : null,
                };
                var (booker, isTaken) = await db.LockBookerAndTryClaimAsync(guestId, claim, cancellationToken);
                if (Refuse(booker, catalog, actor) is { } refusal)
                    return refusal;
                if (!isTaken)
                    continue;
                db.Changes.Add(new VenueChange(ChangeKind.Claim, actor.Holder(), request.ServiceDay));
                return new Hold(catalog.Option(place.TableIds)!, place.StartsAt, place.EndsAt, expiresAt);
            }

            return Refuse(await db.LockBookerAsync(guestId, null, now, cancellationToken), catalog, actor) ?? paced.Error ?? new AvailabilityRefusal.TableTaken([]);
        }, cancellationToken);

        return await WithFreeAsync(outcome, actor, catalog, request, cancellationToken);
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
            return await store.RefuseAsync(actor, Right.SeatGuests, cancellationToken);

        var catalog = await catalogs.GetAsync(cancellationToken);
        return await store.WriteAsync<Booking>(actor, db => SeatWalkInAsync(db, catalog, actor, request, cancellationToken), cancellationToken);
    }

    /// <summary>The same inside a transaction of the caller's, who has checked the right.</summary>
    internal async Task<Outcome<Booking>> SeatWalkInAsync(
        VenueDb db, VenueCatalog catalog, Actor actor, WalkInRequest request, CancellationToken cancellationToken)
    {
        if (request.PartySize < 1)
            return new AvailabilityRefusal.PartyTooSmall(1);
        if (request.TableIds.Count == 0 || request.TableIds.Any(id => catalog.Table(id) is not { IsActive: true }))
            return new AvailabilityRefusal.NoLongerOffered();
        var seats = catalog.Seats(request.TableIds);
        if (request.PartySize > seats)
            return new AvailabilityRefusal.PartyTooLarge(seats);
        var stay = TimeSpan.FromMinutes(request.Minutes ?? catalog.Settings.WalkInMinutes);
        if (stay < ShortestStay || stay > TableClaim.Longest)
            return new CommonRefusal.InvalidInput("minutes");
        if (request.Comment?.Trim().Length > Booking.CommentLimit)
            return new CommonRefusal.CommentTooLong(Booking.CommentLimit);

        var now = time.GetUtcNow();
        var existing = await db.Bookings.AsNoTracking()
            .SingleOrDefaultAsync(b => b.IdempotencyKey == request.IdempotencyKey, cancellationToken);
        if (existing is not null)
            return existing;

        var guestId = request.GuestId is { } asked ? await ResolveGuestAsync(db, asked, now, cancellationToken) : null;
        if (await StillSeatedAsync(db, catalog, request.TableIds, now, now, cancellationToken) is { } sitting)
            return sitting;
        var ends = await FreeUntilAsync(db, request.TableIds, now, now + stay, cancellationToken);
        if (ends - now < ShortestStay)
            return await OccupiedAsync(db, catalog, new ClaimRequest(request.TableIds, now, now + ShortestStay, ClaimKind.WalkIn, now), cancellationToken);
        var place = new BookingPlace(catalog.Clock.ServiceDayOf(now), now, ends, null, [.. request.TableIds.Order()]);
        var booking = new Booking(Guid.CreateVersion7(now), place, request.PartySize, BookingSource.WalkIn, request.IdempotencyKey, now);
        var claim = new ClaimRequest(place.TableIds, now, ends, ClaimKind.WalkIn, now, booking.Id);
        booking.ForGuest(guestId, request.Comment);
        booking.Seat(now);
        return await db.TryBookAsync(new NewBooking(claim, booking, Created(booking, actor, now), []), cancellationToken)
            ? booking
            : await OccupiedAsync(db, catalog, claim, cancellationToken);
    }

    /// <summary>What is to be said of a new booking, now and as its time comes nearer.</summary>
    private async Task<List<OutboxMessage>> MessagesAsync(
        VenueDb db, VenueCatalog catalog, Actor actor, Booking booking, DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. await announcements.OfAsync(db, OutboxKind.BookingCreated, actor, booking, now, cancellationToken),
        .. await ReminderPlanner.OfAsync(db, catalog, actor, booking, now, cancellationToken),
    ];

    private async Task<Refusal?> RefuseWithoutPhoneAsync(VenueCatalog catalog, long guestId, CancellationToken cancellationToken) =>
        catalog.Settings.PhoneWish == PhoneWish.Required
        && !await store.ReadAsync(db => db.Guests.AnyAsync(g => g.Id == guestId && g.Phone != null, cancellationToken), cancellationToken)
            ? new BookingRefusal.PhoneNeeded()
            : null;

    private static BookingHistory Created(Booking booking, Actor actor, DateTimeOffset now) =>
        new(booking.Id, BookingAction.Created, actor, now, booking.Version, null, null);

    private static Refusal? Refuse(Booker booker, VenueCatalog catalog, Actor actor)
    {
        if (!booker.IsKnown)
            return actor is Actor.Guest ? new CommonRefusal.NotFound() : new GuestRefusal.GuestNotFound();
        if (actor is not Actor.Guest)
            return null;
        if (booker.IsBlocked)
            return new GuestRefusal.GuestBlocked(catalog.Settings.Phone);
        return booker.ActiveBookings >= catalog.Settings.ActiveBookingsPerGuest
            ? new BookingRefusal.TooManyActive(catalog.Settings.ActiveBookingsPerGuest)
            : null;
    }

    /// <summary>Who came too late hears what is still free.</summary>
    private async Task<Outcome<T>> WithFreeAsync<T>(
        Outcome<T> outcome, Actor actor, VenueCatalog catalog, BookingRequest request, CancellationToken cancellationToken, Guid? except = null)
        where T : class
    {
        if (outcome.Error is not (AvailabilityRefusal.TableTaken or AvailabilityRefusal.TimeIsFull))
            return outcome;
        var near = catalog.Clock.ToUtc(request.ServiceDay, catalog.Slots.First(s => s.Id == request.SlotId).Start);
        var free = await availability.AlternativesAsync(actor, request.ServiceDay, request.PartySize, near, cancellationToken, SlotsOf(actor, request), except);
        return outcome.Error is AvailabilityRefusal.TimeIsFull ? new AvailabilityRefusal.TimeIsFull(free) : new AvailabilityRefusal.TableTaken(free);
    }
}
