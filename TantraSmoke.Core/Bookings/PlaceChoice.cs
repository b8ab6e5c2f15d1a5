using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Bookings;

/// <summary>Finds tables for a requested time.</summary>
public sealed class PlaceChoice(AvailabilityQueries availability, TimeProvider time)
{
    /// <summary>
    /// Candidate places: the chosen tables, or the free ones, best fit first. Computed before the transaction, because
    /// the claim decides in the end.
    /// </summary>
    /// <param name="except">A booking to be moved, whose own place counts as free.</param>
    internal async Task<Outcome<Choice>> ChooseAsync(
        VenueCatalog catalog,
        Actor actor,
        BookingRequest request,
        CancellationToken cancellationToken,
        Guid? except = null
    )
    {
        var now = time.GetUtcNow();
        var forStaff = actor is not Actor.Guest;
        if (catalog.Special(request.ServiceDay) is { Kind: SpecialDayKind.Closed } closed)
            return new AvailabilityRefusal.DayClosed(closed.Name);
        var turn = catalog.Settings.TurnTime(request.PartySize);
        if (
            SlotTime.For(catalog.Times(request.ServiceDay), request.SlotId, SlotsOf(actor, request), turn)
            is not var (slotId, start, end)
        )
            return new AvailabilityRefusal.NoLongerOffered();
        if (
            BookingRules.Refuse(catalog.Settings, catalog.Clock, request.ServiceDay, start, end, now, forStaff) is
            { } refusal
        )
            return refusal;
        if (Places.RefuseParty(catalog, request.PartySize, request.TableIds, forStaff) is { } misfit)
            return misfit;

        var options = request.TableIds is { } chosen
            ? [catalog.Together(chosen)!]
            : await availability.FreeTablesAsync(
                catalog,
                actor,
                request.ServiceDay,
                BookingRules.ClearFor(catalog.Settings, start, end, now),
                request.PartySize,
                now,
                cancellationToken,
                except
            );
        return new Choice(
            start,
            [.. options.Select(option => new BookingPlace(request.ServiceDay, start, end, slotId, option.TableIds))]
        );
    }

    /// <summary>As above, with the pacing limit, which is checked inside the transaction.</summary>
    internal static async Task<Outcome<Choice>> PacedAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        BookingRequest request,
        Outcome<Choice> choice,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        Booking? own = null
    ) =>
        choice.Value is { } chosen
        && actor is Actor.Guest
        && await RefusePaceAsync(db, catalog, actor, chosen.StartsAt, request.PartySize, now, own, cancellationToken)
            is { } full
            ? full
            : choice;

    /// <summary>Adds what is still free to a TableTaken refusal.</summary>
    internal async Task<Outcome<T>> WithFreeAsync<T>(
        Outcome<T> outcome,
        Actor actor,
        VenueCatalog catalog,
        BookingRequest request,
        CancellationToken cancellationToken,
        Guid? except = null
    )
        where T : class
    {
        if (outcome.Error is not (AvailabilityRefusal.TableTaken or AvailabilityRefusal.TimeIsFull))
            return outcome;
        var near = catalog.Clock.ToUtc(request.ServiceDay, catalog.Slots.First(s => s.Id == request.SlotId).Start);
        var free = await availability.AlternativesAsync(
            actor,
            request.ServiceDay,
            request.PartySize,
            near,
            cancellationToken,
            SlotsOf(actor, request),
            except
        );
        return outcome.Error is AvailabilityRefusal.TimeIsFull
            ? new AvailabilityRefusal.TimeIsFull(free)
            : new AvailabilityRefusal.TableTaken(free);
    }

    internal static int SlotsOf(Actor actor, BookingRequest request) =>
        actor is Actor.Guest ? Math.Min(request.Slots, BookingRules.MostSlotsOnline) : request.Slots;

    /// <summary>
    /// Checks the pacing limit for guests, under a lock on that quarter of an hour, so that two concurrent bookings
    /// cannot both take the last place. Holders of a hold at that time are already counted.
    /// </summary>
    private static async Task<Refusal?> RefusePaceAsync(
        VenueDb db,
        VenueCatalog catalog,
        Actor actor,
        DateTimeOffset start,
        int partySize,
        DateTimeOffset now,
        Booking? own,
        CancellationToken cancellationToken
    )
    {
        if (!catalog.Settings.HasPacing)
            return null;
        var (from, until) = BookingRules.Pace(start);
        await db.LockPaceAsync(from, cancellationToken);
        var holder = actor.Holder();
        if (
            await db.Claims.AnyAsync(
                c =>
                    c.Holder == holder
                    && c.Kind == ClaimKind.Hold
                    && c.StartsAt == start
                    && c.ExpiresAt > now
                    && c.Guests >= partySize,
                cancellationToken
            )
        )
            return null;
        var starts = await Occupancy.StartsAsync(db, from, until, actor, now, cancellationToken);
        // A move within the quarter of an hour is already counted.
        if (own is not null)
            starts.Remove(new PartyStart(own.StartsAt, own.PartySize));
        return BookingRules.HasPace(catalog.Settings, starts, start, partySize)
            ? null
            : new AvailabilityRefusal.TimeIsFull([]);
    }

    /// <summary>The requested time and the places available then.</summary>
    internal sealed record Choice(DateTimeOffset StartsAt, IReadOnlyList<BookingPlace> Places);
}
