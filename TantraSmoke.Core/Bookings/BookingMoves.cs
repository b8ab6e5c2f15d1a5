using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;

namespace TantraSmoke.Core.Bookings;

/// <summary>Moves a booking to other tables or another time, or changes its length.</summary>
public sealed class BookingMoves(BookingWriter writer, AvailabilityQueries availability, Announcements announcements)
{
    /// <summary>
    /// Moves a booking to other tables, another time or day, or to more or fewer tables; on a refusal the old place is
    /// kept. A seated party can only change tables and its end, from now on.
    /// </summary>
    public async Task<Outcome<Booking>> MoveAsync(
        Actor actor,
        Guid id,
        int? version,
        MoveRequest request,
        CancellationToken cancellationToken
    )
    {
        (DateOnly Day, DateTimeOffset Near, int Party)? wanted = null;
        var outcome = await writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Moved,
            async (db, booking, catalog, now) =>
            {
                if (!booking.IsOpenNow)
                    return new BookingRefusal.WrongStatus(booking.Status);
                var target = Target(catalog, booking, request, booking.PartySize, now);
                if (target.Value is not { } place)
                    return target.Error;
                wanted = (place.ServiceDay, place.StartsAt, booking.PartySize);
                // A caller who names table and minute needs to know what is in the way, not which slots are free.
                var isExact =
                    booking.Status == BookingStatus.Seated
                    || request.StartsAt is not null
                    || request.EndsAt is not null;
                var taken = await TakeAsync(
                    db,
                    catalog,
                    actor,
                    booking,
                    place,
                    booking.PartySize,
                    request.TableIds,
                    isExact,
                    now,
                    cancellationToken
                );
                if (taken.Value is not { } got)
                    return taken.Error;
                booking.Move(got);
                if (booking.Status != BookingStatus.Seated)
                    await announcements.AddAsync(db, OutboxKind.BookingMoved, actor, booking, now, cancellationToken);
                return null;
            },
            null,
            cancellationToken
        );

        return outcome.Error is AvailabilityRefusal.TableTaken && wanted is var (day, near, party)
            ? new AvailabilityRefusal.TableTaken(
                await availability.AlternativesAsync(actor, day, party, near, cancellationToken)
            )
            : outcome;
    }

    /// <summary>
    /// Extends or shortens a booking, seated or not. Returns TableOccupied with who and when if the tables are taken;
    /// time that is given up is free at once.
    /// </summary>
    /// <param name="endsAt">The new end, in the future.</param>
    public Task<Outcome<Booking>> ResizeAsync(
        Actor actor,
        Guid id,
        int? version,
        DateTimeOffset endsAt,
        CancellationToken cancellationToken
    ) =>
        writer.ChangeAsync(
            actor,
            id,
            version,
            BookingAction.Resized,
            async (db, booking, catalog, now) =>
            {
                var end = endsAt.ToUniversalTime();
                if (!booking.IsOpenNow)
                    return new BookingRefusal.WrongStatus(booking.Status);
                if (end <= booking.StartsAt || end == booking.EndsAt || end - booking.TakenFrom > TableClaim.Longest)
                    return new CommonRefusal.InvalidInput("minutes");
                if (end <= now)
                    return new AvailabilityRefusal.SlotPassed();

                if (end < booking.EndsAt)
                {
                    await Places.FreeFromAsync(db.Claims.Where(c => c.BookingId == booking.Id), end, cancellationToken);
                }
                else
                {
                    // If the old end has passed, only the time from now on is claimed: others may have had the tables
                    // in between.
                    var more = new ClaimRequest(
                        booking.TableIds,
                        BookingRules.NeededFrom(booking.EndsAt, now),
                        end,
                        Places.KindOf(booking),
                        now,
                        booking.Id
                    );
                    if (!await db.TryClaimAsync(more, cancellationToken))
                        return await Places.OccupiedAsync(db, catalog, more, cancellationToken);
                }

                booking.Move(booking.Place with { EndsAt = end });
                return null;
            },
            null,
            cancellationToken
        );

    /// <summary>
    /// Releases the booking's place and claims another one inside the caller's transaction. Without <paramref
    /// name="tableIds"/> it keeps its tables if they are free and large enough, otherwise takes the best fit.
    /// </summary>
    /// <param name="partySize">The new party size.</param>
    /// <param name="isExact">Whether a refusal says who has the tables instead of TableTaken.</param>
    internal static async Task<Outcome<BookingPlace>> TakeAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        Booking booking,
        BookingPlace place,
        int partySize,
        IReadOnlyList<int>? tableIds,
        bool isExact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // A start that far in the past would make it a no-show at once.
        if (
            now >= place.EndsAt
            || (place.StartsAt != booking.StartsAt && BookingRules.IsNoShow(catalog.Settings, place.StartsAt, now))
        )
            return new AvailabilityRefusal.SlotPassed();
        if (tableIds is not null && Places.RefuseParty(catalog, partySize, tableIds, forStaff: true) is { } misfit)
            return misfit;
        var from = booking.Status == BookingStatus.Seated ? now : BookingRules.NeededFrom(place.StartsAt, now);
        // A party seated early needs its table for longer than it booked.
        if (place.EndsAt - from > TableClaim.Longest)
            return new CommonRefusal.InvalidInput("minutes");
        if (
            tableIds?.Except(booking.TableIds).ToList() is { Count: > 0 } others
            && await Places.StillSeatedAsync(db, catalog, others, from, now, cancellationToken) is { } sitting
        )
            return sitting;

        await Places.FreeAsync(db, booking, cancellationToken);
        // A party that does not grow keeps its tables even if they are too small: staff decided that.
        var own =
            catalog.Together(booking.TableIds) is { } had && (partySize <= booking.PartySize || partySize <= had.Seats)
                ? had
                : null;
        var options = tableIds is { } chosen
            ? [catalog.Together(chosen)!]
            : (
                await Places.FreeTablesAsync(
                    db,
                    catalog,
                    actor,
                    (from, place.EndsAt),
                    partySize,
                    now,
                    cancellationToken,
                    booking
                )
            )
                .Prepend(own)
                .OfType<TableOption>();
        foreach (var option in options)
        {
            var claim = new ClaimRequest(option.TableIds, from, place.EndsAt, Places.KindOf(booking), now, booking.Id);
            if (await db.TryClaimAsync(claim, cancellationToken))
                return place with { TableIds = option.TableIds };
        }

        return isExact && tableIds is { } tables
            ? await Places.OccupiedAsync(
                db,
                catalog,
                new ClaimRequest(tables, from, place.EndsAt, Places.KindOf(booking), now, booking.Id),
                cancellationToken
            )
            : new AvailabilityRefusal.TableTaken([]);
    }

    /// <summary>The target time of a move, at the booking's current tables.</summary>
    internal static Outcome<BookingPlace> Target(
        VenueCatalog catalog,
        Booking booking,
        MoveRequest request,
        int partySize,
        DateTimeOffset now
    )
    {
        if (request.StartsAt is not null || request.EndsAt is not null)
            return TargetAt(catalog, booking, request, now);
        var day = request.ServiceDay ?? booking.ServiceDay;
        if (day == booking.ServiceDay && (request.SlotId is null || request.SlotId == booking.SlotId))
            return Places.PlaceNow(booking, now);

        // A booking over several slots keeps their number.
        var slots = booking.SlotId is { } first
            ? SlotTime.CountUntil(catalog.Times(booking.ServiceDay), first, booking.EndsAt)
            : 1;
        if (
            booking.Status == BookingStatus.Seated
            || (request.SlotId ?? booking.SlotId) is not { } asked
            || SlotTime.For(catalog.Times(day), asked, slots, catalog.Settings.TurnTime(partySize))
                is not var (slotId, start, end)
        )
            return new AvailabilityRefusal.NoLongerOffered();
        return booking.Place with { ServiceDay = day, SlotId = slotId, StartsAt = start, EndsAt = end };
    }

    private static Outcome<BookingPlace> TargetAt(
        VenueCatalog catalog,
        Booking booking,
        MoveRequest request,
        DateTimeOffset now
    )
    {
        var start = request.StartsAt?.ToUniversalTime() ?? booking.StartsAt;
        var end = request.EndsAt?.ToUniversalTime() ?? start + (booking.EndsAt - booking.StartsAt);
        if (booking.Status == BookingStatus.Seated && start != booking.StartsAt)
            return new BookingRefusal.WrongStatus(booking.Status);
        if (end <= start || end - start > TableClaim.Longest)
            return new CommonRefusal.InvalidInput("minutes");
        var day = catalog.Clock.ServiceDayOf(start);
        var turn = catalog.Settings.TurnTime(booking.PartySize);
        var slot = catalog
            .Times(day)
            .Where(t => t.StartsAt == start && (t.EndsAt == end || t.Within(turn).EndsAt == end))
            .Select(t => (int?)t.SlotId)
            .FirstOrDefault();
        return booking.Place with { ServiceDay = day, SlotId = slot, StartsAt = start, EndsAt = end };
    }
}
