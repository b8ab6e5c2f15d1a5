using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>Creates bookings and holds.</summary>
public sealed class TableBooking(
    VenueStore store,
    VenueCatalogCache catalogs,
    PlaceChoice places,
    Announcements announcements,
    TimeProvider time
)
{
    /// <summary>
    /// Creates a booking. Returns TableTaken with what is still free if the place is gone; a repeated idempotency key
    /// returns the booking it made.
    /// </summary>
    public async Task<Outcome<Booking>> CreateAsync(
        Actor actor,
        BookingRequest request,
        CancellationToken cancellationToken
    )
    {
        if (BookingWriter.Refuse(actor, BookingAction.Created) is { } notAllowed)
            return await store.RefuseAsync(actor, notAllowed.Right, cancellationToken);
        var isOwn = actor is Actor.Guest;
        var details = actor is Actor.Guest guest
            ? request.Details with
            {
                GuestId = guest.GuestId,
                InternalNote = null,
            }
            : request.Details;
        if (Bookers.RefuseTexts(details) is { } tooLong)
            return tooLong;

        var catalog = await catalogs.GetAsync(cancellationToken);
        if (
            isOwn
            && await RefuseWithoutPhoneAsync(catalog, details.GuestId!.Value, cancellationToken) is { } phoneNeeded
        )
            return phoneNeeded;
        var choice = await places.ChooseAsync(catalog, actor, request, cancellationToken);
        var outcome = await store.WriteAsync<Booking>(
            actor,
            async db =>
            {
                var now = time.GetUtcNow();
                if (!isOwn && details.GuestId is { } asked)
                {
                    var known = await Bookers.ResolveGuestAsync(db, asked, now, cancellationToken);
                    details = details with { GuestId = known ?? asked };
                }

                return await BookFirstAsync(db, catalog, actor, request, details, choice, now, cancellationToken);
            },
            cancellationToken
        );

        return await places.WithFreeAsync(outcome, actor, catalog, request, cancellationToken);
    }

    /// <summary>
    /// Holds a place for a few minutes while the actor confirms; replaces their previous hold. Refuses for the same
    /// reasons as <see cref="CreateAsync"/>, so that guests learn early.
    /// </summary>
    public async Task<Outcome<Hold>> HoldAsync(Actor actor, BookingRequest request, CancellationToken cancellationToken)
    {
        if (BookingWriter.Refuse(actor, BookingAction.Created) is { } notAllowed)
            return await store.RefuseAsync(actor, notAllowed.Right, cancellationToken);

        var catalog = await catalogs.GetAsync(cancellationToken);
        var guestId = actor is Actor.Guest guest ? guest.GuestId : request.Details.GuestId;
        var choice = await places.ChooseAsync(catalog, actor, request, cancellationToken);
        var outcome = await store.WriteAsync<Hold>(
            actor,
            async db =>
            {
                var now = time.GetUtcNow();
                var paced = await PlaceChoice.PacedAsync(db, catalog, actor, request, choice, now, cancellationToken);
                var expiresAt = now.AddMinutes(catalog.Settings.HoldMinutes);
                foreach (var place in paced.Value?.Places ?? [])
                {
                    if (await Places.StillThereAsync(db, catalog, place, now, cancellationToken) is not null)
                        continue;
                    var claim = new ClaimRequest(
                        place.TableIds,
                        BookingRules.NeededFrom(place.StartsAt, now),
                        place.EndsAt,
                        ClaimKind.Hold,
                        now,
                        Holder: actor.Holder(),
                        ExpiresAt: expiresAt
                    )
                    {
                        Clear = BookingRules.ClearFor(catalog.Settings, place.StartsAt, place.EndsAt, now),
                        Guests = catalog.Settings.HasPacing ? request.PartySize : null,
                    };
                    var (booker, isTaken) = await db.LockBookerAndTryClaimAsync(guestId, claim, cancellationToken);
                    if (Bookers.Refuse(booker, catalog, actor) is { } refusal)
                        return refusal;
                    if (!isTaken)
                        continue;
                    db.Changes.Add(new VenueChange(ChangeKind.Claim, actor.Holder(), request.ServiceDay));
                    return new Hold(catalog.Option(place.TableIds)!, place.StartsAt, place.EndsAt, expiresAt);
                }

                return Bookers.Refuse(await db.LockBookerAsync(guestId, null, now, cancellationToken), catalog, actor)
                    ?? paced.Error
                    ?? new AvailabilityRefusal.TableTaken([]);
            },
            cancellationToken
        );

        return await places.WithFreeAsync(outcome, actor, catalog, request, cancellationToken);
    }

    /// <summary>Releases the actor's hold, if any.</summary>
    public Task ReleaseHoldAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            actor,
            async db =>
            {
                var holder = actor.Holder();
                if (
                    await db
                        .Claims.Where(c => c.Holder == holder && c.Kind == ClaimKind.Hold)
                        .ExecuteDeleteAsync(cancellationToken) > 0
                )
                    db.Changes.Add(new VenueChange(ChangeKind.Claim, holder));
            },
            cancellationToken
        );

    /// <summary>
    /// Books an accepted offer inside the caller's transaction, after the caller verified and released the offer's
    /// claim. Returns TableTaken if the place is gone.
    /// </summary>
    internal async Task<Outcome<Booking>> BookOfferAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor.Guest guest,
        BookingPlace place,
        BookingDetails details,
        Guid key,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var wanted = await NewAsync(
            db,
            catalog,
            guest,
            place,
            details,
            BookingSource.Telegram,
            key,
            now,
            cancellationToken
        );
        var (booker, isBooked) = await db.LockBookerAndTryBookAsync(wanted, cancellationToken);
        if (Bookers.Refuse(booker, catalog, guest) is { } refusal)
            return refusal;
        return isBooked ? wanted.Booking : new AvailabilityRefusal.TableTaken([]);
    }

    /// <summary>Books the first of the chosen places that is still free, inside the caller's transaction.</summary>
    private async Task<Outcome<Booking>> BookFirstAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        BookingRequest request,
        BookingDetails details,
        Outcome<PlaceChoice.Choice> choice,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var isOwn = actor is Actor.Guest;
        var source = isOwn ? BookingSource.Telegram : request.Source;
        var key = request.IdempotencyKey;
        var paced = await PlaceChoice.PacedAsync(db, catalog, actor, request, choice, now, cancellationToken);
        Refusal? sitting = null;
        foreach (var place in paced.Value?.Places ?? [])
        {
            if (await Places.StillThereAsync(db, catalog, place, now, cancellationToken) is { } there)
            {
                sitting = there;
                continue;
            }

            var fresh = await NewAsync(db, catalog, actor, place, details, source, key, now, cancellationToken);
            var clear = BookingRules.ClearFor(catalog.Settings, place.StartsAt, place.EndsAt, now);
            var wanted = fresh with { Claim = fresh.Claim with { Clear = clear } };
            var (booker, isBooked) = await db.LockBookerAndTryBookAsync(wanted, cancellationToken);
            if (await AnswerAsync(db, catalog, actor, details.GuestId, booker, cancellationToken) is { } answer)
                return answer;
            if (!isBooked)
                continue;
            if (isOwn && request.Campaign is { } campaign && catalog.Settings.HasCampaign(campaign))
                await db
                    .Bookings.Where(b => b.Id == wanted.Booking.Id)
                    .ExecuteUpdateAsync(b => b.SetProperty(x => x.Campaign, campaign), cancellationToken);
            return wanted.Booking;
        }

        // Check the guest before the tables: the key may have made a booking already.
        var asking = await db.LockBookerAsync(details.GuestId, key, now, cancellationToken);
        if (await AnswerAsync(db, catalog, actor, details.GuestId, asking, cancellationToken) is { } reply)
            return reply;
        return paced.Error
            ?? (isOwn || request.TableIds is null ? null : sitting)
            ?? new AvailabilityRefusal.TableTaken([]);
    }

    /// <summary>The booking that the key has made, or why this guest may not book; null when they may.</summary>
    private static async Task<Outcome<Booking>?> AnswerAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        long? guestId,
        Booker booker,
        CancellationToken cancellationToken
    )
    {
        if (booker.Made is { } made)
        {
            var existing = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == made, cancellationToken);
            return existing.GuestId == guestId ? existing : new CommonRefusal.NotFound();
        }

        if (Bookers.Refuse(booker, catalog, actor) is { } refusal)
            return refusal;
        return null;
    }

    private async Task<NewBooking> NewAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        BookingPlace place,
        BookingDetails details,
        BookingSource source,
        Guid key,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var booking = new Booking(Guid.CreateVersion7(now), place, details.PartySize, source, key, now);
        booking.Describe(details);
        BookingApproval.AskIfLarge(catalog, actor, booking, now);
        var claim = new ClaimRequest(
            place.TableIds,
            BookingRules.NeededFrom(place.StartsAt, now),
            place.EndsAt,
            ClaimKind.Booking,
            now,
            booking.Id,
            actor.Holder()
        );
        var messages = await MessagesAsync(db, catalog, actor, booking, now, cancellationToken);
        return new NewBooking(claim, booking, Bookers.Created(booking, actor, now), messages);
    }

    /// <summary>The messages of a new booking: now and as reminders.</summary>
    private async Task<List<OutboxMessage>> MessagesAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        Booking booking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        [
            .. await announcements.OfAsync(db, OutboxKind.BookingCreated, actor, booking, now, cancellationToken),
            .. await ReminderPlanner.OfAsync(db, catalog, actor, booking, now, cancellationToken),
        ];

    private async Task<Refusal?> RefuseWithoutPhoneAsync(
        VenueCatalog catalog,
        long guestId,
        CancellationToken cancellationToken
    ) =>
        catalog.Settings.PhoneWish == PhoneWish.Required
        && !await store.ReadAsync(
            db => db.Guests.AnyAsync(g => g.Id == guestId && g.Phone != null, cancellationToken),
            cancellationToken
        )
            ? new BookingRefusal.PhoneNeeded()
            : null;
}
