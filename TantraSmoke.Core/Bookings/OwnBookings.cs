using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Bookings;

/// <summary>Changes guests make to their own bookings, other than booking, confirming and cancelling.</summary>
public sealed class OwnBookings(BookingWriter writer, VenueCatalogCache catalogs, PlaceChoice places)
{
    /// <summary>
    /// Changes day, time, party size or tables under the rules for online booking and cancelling; on a refusal the old
    /// place is kept. Returns TableTaken with what is still free.
    /// </summary>
    public async Task<Outcome<Booking>> RescheduleAsync(
        Actor.Guest guest,
        Guid id,
        int? version,
        RescheduleRequest request,
        CancellationToken cancellationToken
    )
    {
        var wanted = new BookingRequest(request.ServiceDay, request.SlotId, new(request.PartySize), Guid.Empty)
        {
            TableIds = request.TableIds,
            Slots = request.Slots,
        };
        var catalog = await catalogs.GetAsync(cancellationToken);
        var choice = await places.ChooseAsync(catalog, guest, wanted, cancellationToken, except: id);
        var outcome = await writer.ChangeAllowedAsync(
            guest,
            id,
            version,
            BookingAction.Moved,
            async (db, booking, _, now) =>
            {
                if (!booking.IsExpected)
                    return new BookingRefusal.WrongStatus(booking.Status);
                if (now >= booking.StartsAt)
                    return new AvailabilityRefusal.SlotPassed();
                if (BookingRules.RefuseCancel(catalog.Settings, booking.StartsAt, now) is { } tooLate)
                    return tooLate;
                if (await db.LockBookerAsync(guest.GuestId, null, now, cancellationToken) is { IsBlocked: true })
                    return new GuestRefusal.GuestBlocked(catalog.Settings.Phone);
                return await MoveAsync(db, catalog, guest, booking, wanted, choice, now, cancellationToken);
            },
            null,
            cancellationToken
        );
        return await places.WithFreeAsync(outcome, guest, catalog, wanted, cancellationToken, except: id);
    }

    private static async Task<Refusal?> MoveAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor.Guest guest,
        Booking booking,
        BookingRequest wanted,
        Outcome<PlaceChoice.Choice> choice,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // Its own place may be part of the new one, so it is released first; a refusal rolls back.
        await Places.FreeAsync(db, booking, cancellationToken);
        var paced = await PlaceChoice.PacedAsync(
            db,
            catalog,
            guest,
            wanted,
            choice,
            now,
            cancellationToken,
            own: booking
        );
        if (paced.Value is not { } free)
            return paced.Error;
        // The current tables first, if they can be kept.
        foreach (
            var place in free.Places.OrderByDescending(p =>
                wanted.TableIds is null && p.TableIds.SequenceEqual(booking.TableIds)
            )
        )
        {
            var claim = new ClaimRequest(
                place.TableIds,
                place.StartsAt,
                place.EndsAt,
                ClaimKind.Booking,
                now,
                booking.Id,
                guest.Holder()
            )
            {
                Clear = BookingRules.ClearFor(catalog.Settings, place.StartsAt, place.EndsAt, now),
            };
            if (
                await Places.StillThereAsync(db, catalog, place, now, cancellationToken) is not null
                || !await db.TryClaimAsync(claim, cancellationToken)
            )
                continue;
            BookingApproval.AskAgain(catalog, booking, wanted.PartySize, place, now);
            booking.Edit(booking.Details with { PartySize = wanted.PartySize }, place);
            return null;
        }

        return new AvailabilityRefusal.TableTaken([]);
    }

    /// <summary>Sets the guest's request and occasion.</summary>
    public Task<Outcome<Booking>> DescribeAsync(
        Actor.Guest guest,
        Guid id,
        string? comment,
        Occasion? occasion,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAllowedAsync(
            guest,
            id,
            null,
            BookingAction.Edited,
            (_, booking, _, _) =>
            {
                var details = booking.Details with { Comment = comment, Occasion = occasion };
                if (Bookers.RefuseTexts(details) is { } tooLong)
                    return Task.FromResult<Refusal?>(tooLong);
                if (!booking.IsOpenNow)
                    return Task.FromResult<Refusal?>(new BookingRefusal.WrongStatus(booking.Status));
                booking.Edit(details, booking.Place);
                return Task.FromResult<Refusal?>(null);
            },
            null,
            cancellationToken
        );

    /// <summary>Confirms in reply to a reminder. Returns NoLongerOffered if the booking was moved since.</summary>
    /// <param name="startsAt">The start that the reminder named.</param>
    public Task<Outcome<Booking>> AnswerAsync(
        Actor.Guest guest,
        Guid id,
        DateTimeOffset startsAt,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAllowedAsync(
            guest,
            id,
            null,
            BookingAction.Confirmed,
            (_, booking, _, now) =>
                Task.FromResult<Refusal?>(
                    booking.StartsAt != startsAt ? new AvailabilityRefusal.NoLongerOffered()
                    : now >= booking.EndsAt ? new AvailabilityRefusal.SlotPassed()
                    : booking.ConfirmByGuest(now) ? null
                    : new BookingRefusal.WrongStatus(booking.Status)
                ),
            null,
            cancellationToken
        );

    /// <summary>
    /// Records a delay in minutes. The no-show grace moves by it, and so does the end if nobody follows at the tables
    /// (see <see cref="Booking.EndsAt"/>). Returns TableOccupied if too little time would be left.
    /// </summary>
    public Task<Outcome<Booking>> RunLateAsync(
        Actor.Guest guest,
        Guid id,
        int minutes,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAllowedAsync(
            guest,
            id,
            null,
            BookingAction.RunsLate,
            async (db, booking, catalog, now) =>
            {
                if (!BookingRules.LateChoices.Contains(minutes))
                    return new CommonRefusal.InvalidInput("minutes");
                if (now < booking.StartsAt - BookingRules.LateNotice)
                    return new BookingRefusal.NotLate(booking.StartsAt - BookingRules.LateNotice);
                var wanted = booking.EndsAt.AddMinutes(minutes - (booking.LateMinutes ?? 0));
                if (catalog.Times(booking.ServiceDay) is { Count: > 0 } times && wanted > times.Max(t => t.EndsAt))
                    wanted = times.Max(t => t.EndsAt);
                var end = booking.EndsAt;
                if (wanted > end)
                {
                    var more = new ClaimRequest(
                        booking.TableIds,
                        BookingRules.NeededFrom(end, now),
                        wanted,
                        Places.KindOf(booking),
                        now,
                        booking.Id
                    )
                    {
                        Clear = (BookingRules.NeededFrom(end, now), wanted.AddMinutes(catalog.Settings.BufferMinutes)),
                    };
                    if (await db.TryClaimAsync(more, cancellationToken))
                        end = wanted;
                    else if (end - booking.StartsAt.AddMinutes(minutes) < Places.ShortestStay)
                        return await Places.OccupiedAsync(db, catalog, more, cancellationToken);
                }

                return booking.RunLate(minutes, end) ? null : new BookingRefusal.WrongStatus(booking.Status);
            },
            null,
            cancellationToken
        );

    /// <summary>Rates a finished visit, 1 to 5; replaces an earlier rating.</summary>
    public Task<Outcome<Booking>> RateAsync(
        Actor.Guest guest,
        Guid id,
        int rating,
        string? comment,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAllowedAsync(
            guest,
            id,
            null,
            BookingAction.Rated,
            (_, booking, _, _) =>
                Task.FromResult<Refusal?>(
                    rating is < 1 or > Booking.HighestRating ? new CommonRefusal.InvalidInput("rating")
                    : comment?.Trim().Length > Booking.RatingCommentLimit
                        ? new CommonRefusal.CommentTooLong(Booking.RatingCommentLimit)
                    : booking.Rate(rating, comment) ? null
                    : new BookingRefusal.WrongStatus(booking.Status)
                ),
            null,
            cancellationToken
        );
}
