using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>Weekly slots.</summary>
public sealed class WeekHours(ScheduleWriter writer)
{
    /// <summary>Replaces the slots of these weekdays.</summary>
    public Task<Outcome<ScheduleChange>> SetHoursAsync(
        Actor actor,
        Weekdays days,
        IReadOnlyList<SlotHours> hours,
        bool isKnown,
        CancellationToken cancellationToken
    ) => ChangeWeekAsync(actor, days, hours, plan => plan.Set(days, hours), isKnown, cancellationToken);

    /// <summary>Replaces the slots of these weekdays and removes those of the others.</summary>
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
        // The right is checked and audited by the writer.
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
