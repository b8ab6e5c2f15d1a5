using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>The result of a change of the schedule.</summary>
/// <param name="Kept">Number of affected bookings, which stay as booked.</param>
public sealed record ScheduleChange(int Kept)
{
    /// <summary>Id of the first special day created.</summary>
    public int? SpecialId { get; init; }
}

/// <summary>
/// The common part of changes to the schedule: they are serialized, and BookingsAffected lists affected bookings first;
/// with <c>isKnown</c> the change is made, and the bookings keep their times.
/// </summary>
public sealed class ScheduleWriter(VenueStore store, TimeProvider time)
{
    internal async Task<Outcome<ScheduleChange>> ChangeAsync(
        Actor actor,
        Func<VenueDb, List<TimeSlot>, List<SpecialDay>, Task<Refusal?>> change,
        bool isKnown,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditSchedule))
            return await store.RefuseAsync(actor, Right.EditSchedule, cancellationToken);
        return await store.WriteAsync<ScheduleChange>(
            actor,
            async db =>
            {
                await db.LockScheduleAsync(cancellationToken);
                var before = await VenueCatalogCache.ReadAsync(db);
                var slots = await db.TimeSlots.AsTracking().ToListAsync(cancellationToken);
                var specials = await db.SpecialDays.AsTracking().ToListAsync(cancellationToken);
                var coming = await ComingAsync(db, cancellationToken);
                if (await change(db, slots, specials) is { } refusal)
                    return refusal;

                // Not a "with" copy, which would share cached slot times.
                var after = new VenueCatalog(
                    before.Settings,
                    before.Clock,
                    before.Halls,
                    before.Tables,
                    before.Combinations,
                    slots
                )
                {
                    SpecialDays = specials,
                };
                var affected = coming.Where(b => IsAffected(b, before, after)).Select(b => b.Id).ToList();
                if (affected.Count > 0 && !isKnown)
                    return new BookingRefusal.BookingsAffected(
                        await BookingBrief.OfAsync(
                            db,
                            db.Bookings.AsNoTracking().Where(b => affected.Contains(b.Id)),
                            cancellationToken
                        )
                    );
                await db.SaveChangesAsync(cancellationToken);
                return new ScheduleChange(affected.Count);
            },
            cancellationToken
        );
    }

    private Task<List<Coming>> ComingAsync(VenueDb db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db
            .Bookings.AsNoTracking()
            .Where(Booking.IsOpen)
            .Where(b => b.StartsAt > now)
            .Select(b => new Coming(b.Id, b.ServiceDay, b.SlotId))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether the booking's slot is no longer offered that day, or the venue is closed.</summary>
    private static bool IsAffected(Coming booking, VenueCatalog before, VenueCatalog after)
    {
        var day = booking.ServiceDay;
        if (after.Special(day) is { Kind: SpecialDayKind.Closed })
            return before.Special(day) is not { Kind: SpecialDayKind.Closed };
        return before
            .Times(day)
            .Where(t => t.SlotId == booking.SlotId)
            .Any(made => !after.Times(day).Any(t => t.StartsAt == made.StartsAt && t.EndsAt == made.EndsAt));
    }

    private sealed record Coming(Guid Id, DateOnly ServiceDay, int? SlotId);
}
