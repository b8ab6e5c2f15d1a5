using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Core.Schedule;

/// <summary>A day as somebody wants it to be.</summary>
/// <param name="Id">Of the special day that becomes this; null makes one.</param>
public sealed record SpecialDayWish(int? Id, DateOnly Day, SpecialDayKind Kind, string Name)
{
    /// <summary>What can be booked instead of the weekday's slots.</summary>
    public IReadOnlyList<SlotHours> Hours { get; init; } = [];

    /// <summary>Of a private event.</summary>
    public int? HallId { get; init; }

    public SlotHours Event { get; init; }
}

// Days that are not like other days of their weekday.
public sealed partial class ScheduleService
{
    /// <summary>
    /// Makes a day special, or other than it was. A private event takes all tables of its hall, and returns BookingsInTheWay while
    /// somebody is booked there then: they have to be moved first.
    /// </summary>
    public async Task<Outcome<ScheduleChange>> SaveSpecialDayAsync(Actor actor, SpecialDayWish wish, bool isKnown, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.GetAsync(cancellationToken);
        var name = wish.Name.Trim();
        if (name.Length is 0 or > SpecialDay.NameLimit)
            return new BookingError.InvalidInput("event");
        if (wish.Day < catalog.Clock.ServiceDayOf(time.GetUtcNow()))
            return new BookingError.SlotPassed();
        if (wish.Kind == SpecialDayKind.OtherHours && (wish.Hours.Count == 0 || wish.Hours.Any(h => h.Start == h.End)))
            return new BookingError.InvalidInput("hours");

        return await ChangeAsync(actor, async (db, slots, specials) =>
        {
            if (wish.Id is { } old)
            {
                if (specials.Find(s => s.Id == old) is not { } known)
                    return new BookingError.NoLongerOffered();
                await RemoveAsync(db, known, specials, cancellationToken);
            }

            if (wish.Kind != SpecialDayKind.PrivateEvent && specials.Any(s => s.Day == wish.Day && s.Kind != SpecialDayKind.PrivateEvent))
                return new BookingError.InvalidInput("special");
            var special = new SpecialDay(wish.Day, wish.Kind, name);
            if (wish.Kind == SpecialDayKind.PrivateEvent && await TakeHallAsync(db, actor, catalog, special, wish, cancellationToken) is { } refusal)
                return refusal;
            db.SpecialDays.Add(special);
            specials.Add(special);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var hours in wish.Kind == SpecialDayKind.OtherHours ? wish.Hours.Distinct() : [])
            {
                var slot = new TimeSlot(hours.Start, hours.End, specialDayId: special.Id);
                slots.Add(slot);
                db.TimeSlots.Add(slot);
            }

            await db.SaveChangesAsync(cancellationToken);
            return null;
        }, isKnown, cancellationToken);
    }

    /// <summary>The day becomes an ordinary one; a hall that was taken is free from now on.</summary>
    public Task<Outcome<ScheduleChange>> RemoveSpecialDayAsync(Actor actor, int id, bool isKnown, CancellationToken cancellationToken) =>
        ChangeAsync(actor, async (db, _, specials) =>
        {
            if (specials.Find(s => s.Id == id) is not { } special)
                return new BookingError.NoLongerOffered();
            await RemoveAsync(db, special, specials, cancellationToken);
            return null;
        }, isKnown, cancellationToken);

    private async Task RemoveAsync(VenueDb db, SpecialDay special, List<SpecialDay> specials, CancellationToken cancellationToken)
    {
        if (special.BlockId is { } block)
            await bookings.UnblockAsync(db, block, cancellationToken);
        specials.Remove(special);
        // With its block it is gone already.
        if (db.Entry(special).State != EntityState.Detached)
            db.SpecialDays.Remove(special);
    }

    private async Task<BookingError?> TakeHallAsync(
        VenueDb db, Actor actor, VenueCatalog catalog, SpecialDay special, SpecialDayWish wish, CancellationToken cancellationToken)
    {
        var tables = catalog.Tables.Where(t => t.IsActive && t.HallId == wish.HallId).Select(t => t.Id).ToList();
        if (wish.HallId is not { } hall || tables.Count == 0)
            return new BookingError.InvalidInput("hall");
        if (wish.Event.Start == wish.Event.End || catalog.Clock.Occurrence(wish.Day, wish.Event.Start, wish.Event.End) is not var (starts, ends))
            return new BookingError.InvalidInput("hours");

        var blocked = await bookings.BlockAsync(db, catalog, actor, new BlockRequest(tables, special.Name, ends, starts), cancellationToken);
        if (blocked.Value is { } block)
        {
            special.Take(hall, starts, ends, block.Id);
            return null;
        }

        var inTheWay = db.Claims.Where(c => tables.Contains(c.TableId) && c.StartsAt < ends && c.EndsAt > starts && c.BookingId != null).Select(c => c.BookingId!.Value);
        var briefs = await BookingBrief.OfAsync(db, db.Bookings.AsNoTracking().Where(b => inTheWay.Contains(b.Id)), cancellationToken);
        return briefs.Count > 0 ? new BookingError.BookingsInTheWay(briefs) : blocked.Error;
    }
}
