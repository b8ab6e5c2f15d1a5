using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>The desired state of a special day or of several consecutive ones.</summary>
/// <param name="Id">A special day to change, together with its <see cref="SpecialDayRange"/>; null creates one.</param>
public sealed record SpecialDayWish(int? Id, DateOnly Day, SpecialDayKind Kind, LocalText Name)
{
    /// <summary>The last day; null for <see cref="Day"/> alone.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The slots that replace the weekday's.</summary>
    public IReadOnlyList<SlotHours> Hours { get; init; } = [];

    /// <summary>The hall of a private event.</summary>
    public int? HallId { get; init; }

    public SlotHours Event { get; init; }
}

/// <summary>Creates, changes and removes special days.</summary>
public sealed class SpecialDayEditing(
    VenueCatalogCache catalogs,
    ScheduleWriter writer,
    TableBlocks blocks,
    TimeProvider time
)
{
    /// <summary>
    /// Creates or changes up to <see cref="SpecialDayRange.MostDays"/> consecutive special days, all or none. A private
    /// event blocks all tables of its hall and returns BookingsInTheWay while there are bookings. Returns
    /// AlreadySpecial for days with own hours or closed days.
    /// </summary>
    public async Task<Outcome<ScheduleChange>> SaveSpecialDayAsync(
        Actor actor,
        SpecialDayWish wish,
        bool isKnown,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        var name = wish.Name.Trimmed();
        if (name.IsEmpty || name.Length > SpecialDay.NameLimit)
            return new CommonRefusal.InvalidInput("event");
        if (wish.Day < catalog.Clock.ServiceDayOf(time.GetUtcNow()))
            return new AvailabilityRefusal.SlotPassed();
        var days = Enumerable
            .Range(0, Math.Max(0, (wish.Until ?? wish.Day).DayNumber - wish.Day.DayNumber + 1))
            .Select(wish.Day.AddDays)
            .ToList();
        if (days.Count is 0 or > SpecialDayRange.MostDays)
            return new CommonRefusal.InvalidInput("range");
        if (wish.Kind == SpecialDayKind.OtherHours && (wish.Hours.Count == 0 || wish.Hours.Any(h => h.Start == h.End)))
            return new CommonRefusal.InvalidInput("hours");

        var made = new List<SpecialDay>();
        var outcome = await writer.ChangeAsync(
            actor,
            async (db, slots, specials) =>
            {
                if (wish.Id is { } old && !await TryRemoveAsync(db, catalog, old, slots, specials, cancellationToken))
                    return new AvailabilityRefusal.NoLongerOffered();
                if (
                    wish.Kind != SpecialDayKind.PrivateEvent
                    && days.FindAll(day => specials.Exists(s => s.Day == day && s.Kind != SpecialDayKind.PrivateEvent))
                        is { Count: > 0 } already
                )
                    return new ScheduleRefusal.AlreadySpecial(already);
                made = [.. days.Select(day => new SpecialDay(day, wish.Kind, name))];
                if (
                    wish.Kind == SpecialDayKind.PrivateEvent
                    && await TakeHallAsync(db, actor, catalog, made, wish, cancellationToken) is { } refusal
                )
                    return refusal;
                db.SpecialDays.AddRange(made);
                specials.AddRange(made);
                await db.SaveChangesAsync(cancellationToken);
                var added =
                    wish.Kind != SpecialDayKind.OtherHours
                        ? []
                        : made.SelectMany(day =>
                                wish.Hours.Distinct()
                                    .Select(hours => new TimeSlot(hours.Start, hours.End, specialDayId: day.Id))
                            )
                            .ToList();
                slots.AddRange(added);
                db.TimeSlots.AddRange(added);
                await db.SaveChangesAsync(cancellationToken);
                return null;
            },
            isKnown,
            cancellationToken
        );
        return outcome.Value is { } change ? change with { SpecialId = made[0].Id } : outcome;
    }

    /// <summary>
    /// Makes the day and the others of its <see cref="SpecialDayRange"/> ordinary again; the hall of a private event is
    /// free from now on.
    /// </summary>
    public async Task<Outcome<ScheduleChange>> RemoveSpecialDayAsync(
        Actor actor,
        int id,
        bool isKnown,
        CancellationToken cancellationToken
    )
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        return await writer.ChangeAsync(
            actor,
            async (db, slots, specials) =>
                await TryRemoveAsync(db, catalog, id, slots, specials, cancellationToken)
                    ? null
                    : new AvailabilityRefusal.NoLongerOffered(),
            isKnown,
            cancellationToken
        );
    }

    private async Task<bool> TryRemoveAsync(
        VenueDb db,
        VenueCatalog catalog,
        int id,
        List<TimeSlot> slots,
        List<SpecialDay> specials,
        CancellationToken cancellationToken
    )
    {
        var range = SpecialDayRange
            .Of(specials, slots, catalog.Clock)
            .FirstOrDefault(range => range.Days.Any(day => day.Id == id));
        foreach (var day in range?.Days ?? [])
            await RemoveAsync(db, day, specials, cancellationToken);
        return range is not null;
    }

    private async Task RemoveAsync(
        VenueDb db,
        SpecialDay special,
        List<SpecialDay> specials,
        CancellationToken cancellationToken
    )
    {
        if (special.BlockId is { } block)
            await blocks.UnblockAsync(db, block, cancellationToken);
        specials.Remove(special);
        // Already deleted together with its block.
        if (db.Entry(special).State != EntityState.Detached)
            db.SpecialDays.Remove(special);
    }

    private async Task<Refusal?> TakeHallAsync(
        VenueDb db,
        Actor actor,
        VenueCatalog catalog,
        List<SpecialDay> days,
        SpecialDayWish wish,
        CancellationToken cancellationToken
    )
    {
        var tables = catalog.Tables.Where(t => t.IsActive && t.HallId == wish.HallId).Select(t => t.Id).ToList();
        if (wish.HallId is not { } hall || tables.Count == 0)
            return new CommonRefusal.InvalidInput("hall");
        // Collects the conflicting bookings of all days in one list.
        var inTheWay = new List<BookingBrief>();
        foreach (var special in days)
        {
            if (
                wish.Event.Start == wish.Event.End
                || catalog.Clock.Occurrence(special.Day, wish.Event.Start, wish.Event.End) is not var (starts, ends)
            )
                return new CommonRefusal.InvalidInput("hours");
            var blocked = await blocks.BlockAsync(
                db,
                catalog,
                actor,
                new BlockRequest(tables, special.Name.ToString(), ends, starts),
                cancellationToken
            );
            if (blocked.Value is { } block)
            {
                special.Take(hall, starts, ends, block.Id);
                continue;
            }

            var there = db
                .Claims.Where(c =>
                    tables.Contains(c.TableId) && c.StartsAt < ends && c.EndsAt > starts && c.BookingId != null
                )
                .Select(c => c.BookingId!.Value);
            var briefs = await BookingBrief.OfAsync(
                db,
                db.Bookings.AsNoTracking().Where(b => there.Contains(b.Id)),
                cancellationToken
            );
            if (briefs.Count == 0)
                return blocked.Error;
            inTheWay.AddRange(briefs);
        }

        return inTheWay.Count > 0 ? new BookingRefusal.BookingsInTheWay(inTheWay) : null;
    }
}
