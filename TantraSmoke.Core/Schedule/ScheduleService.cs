using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>What a change of the schedule came to.</summary>
/// <param name="Kept">Bookings made for what has changed: they stay as they were booked.</param>
public sealed record ScheduleChange(int Kept)
{
    /// <summary>Of the first special day that was made.</summary>
    public int? SpecialId { get; init; }
}

/// <summary>
/// Changes when the venue can be booked. Where bookings to come were made for what changes, BookingsAffected lists them first; who
/// asks again with <c>isKnown</c> gets the change, and the bookings keep their times, for they hold their own.
/// </summary>
public sealed partial class ScheduleService(VenueStore store, VenueCatalogCache catalogs, TableBlocks blocks, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(30);

    /// <summary>On these weekdays exactly these times can be booked from now on.</summary>
    public Task<Outcome<ScheduleChange>> SetHoursAsync(
        Actor actor, Weekdays days, IReadOnlyList<SlotHours> hours, bool isKnown, CancellationToken cancellationToken) =>
        ChangeWeekAsync(actor, days, hours, plan => plan.Set(days, hours), isKnown, cancellationToken);

    /// <summary>On these weekdays exactly these times, and none on the others.</summary>
    public Task<Outcome<ScheduleChange>> SetWeekAsync(
        Actor actor, Weekdays days, IReadOnlyList<SlotHours> hours, bool isKnown, CancellationToken cancellationToken) =>
        ChangeWeekAsync(actor, days, hours, plan =>
        {
            plan.Set(Weekdays.All & ~days, []);
            plan.Set(days, hours);
        }, isKnown, cancellationToken);

    /// <summary>On these weekdays this time can be booked too; it may overlap others.</summary>
    public Task<Outcome<ScheduleChange>> AddSlotAsync(Actor actor, SlotHours hours, Weekdays days, CancellationToken cancellationToken) =>
        ChangeWeekAsync(actor, days, [hours], plan => plan.Add(hours, days), isKnown: true, cancellationToken);

    /// <summary>Those weekdays get what can be booked on this one.</summary>
    public Task<Outcome<ScheduleChange>> CopyDayAsync(Actor actor, DayOfWeek from, Weekdays to, bool isKnown, CancellationToken cancellationToken) =>
        ChangeWeekAsync(actor, to, [], plan => plan.Set(to, plan.On(from)), isKnown, cancellationToken);

    /// <summary>On these of its weekdays the slot happens at other hours, or, without any, no more. Returns NoLongerOffered when it is gone already.</summary>
    public Task<Outcome<ScheduleChange>> ChangeSlotAsync(
        Actor actor, int slotId, Weekdays days, SlotHours? hours, bool isKnown, CancellationToken cancellationToken) =>
        RefuseWeek(actor, days, hours is { } one ? [one] : []) is { } refusal
            ? Task.FromResult<Outcome<ScheduleChange>>(refusal)
            : ChangeAsync(
                actor,
                (db, week, _) =>
                {
                    if (week.Find(s => s.Id == slotId && s.SpecialDayId is null) is not { IsActive: true } slot || (slot.Weekdays & days) == 0)
                        return Task.FromResult<Refusal?>(new AvailabilityRefusal.NoLongerOffered());
                    Plan(db, week).Change(slot, days & slot.Weekdays, hours);
                    return Task.FromResult<Refusal?>(null);
                },
                isKnown,
                cancellationToken);

    /// <summary>Guests cannot book until then; null lets them at once. What they have booked stays.</summary>
    public async Task<Outcome<VenueSettings>> PauseOnlineAsync(Actor actor, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditSchedule))
            return await store.RefuseAsync(actor, Right.EditSchedule, cancellationToken);
        var now = time.GetUtcNow();
        if (until <= now || until > now + LongestPause)
            return new CommonRefusal.InvalidInput("pause");
        return await store.WriteAsync<VenueSettings>(actor, async db =>
        {
            var settings = await db.Settings.SingleAsync(cancellationToken);
            settings.OnlinePausedUntil = until?.ToUniversalTime();
            await db.SaveChangesAsync(cancellationToken);
            return settings;
        }, cancellationToken);
    }

    private static WeekPlan Plan(VenueDb db, List<TimeSlot> week) => new(week, slot =>
    {
        week.Add(slot);
        db.TimeSlots.Add(slot);
    });

    private static CommonRefusal.InvalidInput? RefuseWeek(Actor actor, Weekdays days, IReadOnlyList<SlotHours> hours) =>
        // Whoever may not do it at all is told so, and it is noted, where it is done.
        !actor.May(Right.EditSchedule) ? null
        : (days & Weekdays.All) == 0 ? new CommonRefusal.InvalidInput("days")
        : hours.Any(h => h.Start == h.End) ? new CommonRefusal.InvalidInput("hours")
        : null;

    private Task<Outcome<ScheduleChange>> ChangeWeekAsync(
        Actor actor, Weekdays days, IReadOnlyList<SlotHours> hours, Action<WeekPlan> change, bool isKnown, CancellationToken cancellationToken) =>
        RefuseWeek(actor, days, hours) is { } refusal
            ? Task.FromResult<Outcome<ScheduleChange>>(refusal)
            : ChangeAsync(
                actor,
                (db, week, _) =>
                {
                    change(Plan(db, week));
                    return Task.FromResult<Refusal?>(null);
                },
                isKnown,
                cancellationToken);

    /// <summary>What every change has in common: one after the other, and bookings made for what it was are listed first.</summary>
    private async Task<Outcome<ScheduleChange>> ChangeAsync(
        Actor actor, Func<VenueDb, List<TimeSlot>, List<SpecialDay>, Task<Refusal?>> change, bool isKnown, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditSchedule))
            return await store.RefuseAsync(actor, Right.EditSchedule, cancellationToken);
        return await store.WriteAsync<ScheduleChange>(actor, async db =>
        {
            await db.LockScheduleAsync(cancellationToken);
            var before = await VenueCatalogCache.ReadAsync(db);
            var slots = await db.TimeSlots.AsTracking().ToListAsync(cancellationToken);
            var specials = await db.SpecialDays.AsTracking().ToListAsync(cancellationToken);
            var coming = await ComingAsync(db, cancellationToken);
            if (await change(db, slots, specials) is { } refusal)
                return refusal;

            // Not a copy "with" other slots: that would share the times already worked out.
            var after = new VenueCatalog(before.Settings, before.Clock, before.Halls, before.Tables, before.Combinations, slots) { SpecialDays = specials };
            var affected = coming.Where(b => IsAffected(b, before, after)).Select(b => b.Id).ToList();
            if (affected.Count > 0 && !isKnown)
                return new BookingRefusal.BookingsAffected(await BookingBrief.OfAsync(db, db.Bookings.AsNoTracking().Where(b => affected.Contains(b.Id)), cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return new ScheduleChange(affected.Count);
        }, cancellationToken);
    }

    private Task<List<Coming>> ComingAsync(VenueDb db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Bookings.AsNoTracking().Where(Booking.IsOpen).Where(b => b.StartsAt > now)
            .Select(b => new Coming(b.Id, b.ServiceDay, b.SlotId)).ToListAsync(cancellationToken);
    }

    /// <summary>Whether the time for which it was made can no longer be booked that day, or the venue is closed then.</summary>
    private static bool IsAffected(Coming booking, VenueCatalog before, VenueCatalog after)
    {
        var day = booking.ServiceDay;
        if (after.Special(day) is { Kind: SpecialDayKind.Closed })
            return before.Special(day) is not { Kind: SpecialDayKind.Closed };
        return before.Times(day).Where(t => t.SlotId == booking.SlotId)
            .Any(made => !after.Times(day).Any(t => t.StartsAt == made.StartsAt && t.EndsAt == made.EndsAt));
    }

    private sealed record Coming(Guid Id, DateOnly ServiceDay, int? SlotId);
}
