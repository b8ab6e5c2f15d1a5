using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>When the venue can be booked, by weekday.</summary>
public sealed class WeekHours(ScheduleWriter writer)
{
    /// <summary>On these weekdays exactly these times can be booked from now on.</summary>
    public Task<Outcome<ScheduleChange>> SetHoursAsync(
        Actor actor,
        Weekdays days,
        IReadOnlyList<SlotHours> hours,
        bool isKnown,
        CancellationToken cancellationToken
    ) => ChangeWeekAsync(actor, days, hours, plan => plan.Set(days, hours), isKnown, cancellationToken);

    /// <summary>On these weekdays exactly these times, and none on the others.</summary>
    public Task<Outcome<ScheduleChange>> SetWeekAsync(
        Actor actor,
        Weekdays days,
        IReadOnlyList<SlotHours> hours,
        bool isKnown,
        CancellationToken cancellationToken
    ) =>
        ChangeWeekAsync(
            actor,
            days,
            hours,
            plan =>
            {
                plan.Set(Weekdays.All & ~days, []);
                plan.Set(days, hours);
            },
            isKnown,
            cancellationToken
        );

    private static WeekPlan Plan(VenueDb db, List<TimeSlot> week) =>
        new(
            week,
            slot =>
            {
                week.Add(slot);
                db.TimeSlots.Add(slot);
            }
        );

    private static CommonRefusal.InvalidInput? RefuseWeek(Actor actor, Weekdays days, IReadOnlyList<SlotHours> hours) =>
        // Whoever may not do it at all is told so, and it is noted, where it is done.
        !actor.May(Right.EditSchedule) ? null
        : (days & Weekdays.All) == 0 ? new CommonRefusal.InvalidInput("days")
        : hours.Any(h => h.Start == h.End) ? new CommonRefusal.InvalidInput("hours")
        : null;

    private Task<Outcome<ScheduleChange>> ChangeWeekAsync(
        Actor actor,
        Weekdays days,
        IReadOnlyList<SlotHours> hours,
        Action<WeekPlan> change,
        bool isKnown,
        CancellationToken cancellationToken
    ) =>
        RefuseWeek(actor, days, hours) is { } refusal
            ? Task.FromResult<Outcome<ScheduleChange>>(refusal)
            : writer.ChangeAsync(
                actor,
                (db, week, _) =>
                {
                    change(Plan(db, week));
                    return Task.FromResult<Refusal?>(null);
                },
                isKnown,
                cancellationToken
            );
}
