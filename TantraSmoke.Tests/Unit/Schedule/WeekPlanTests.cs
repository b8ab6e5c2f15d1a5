using FsCheck;
using FsCheck.Fluent;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Tests.Unit.Schedule;

public sealed class WeekPlanTests
{
    private static readonly SlotHours Evening = Hours(20, 22);
    private static readonly SlotHours Late = Hours(22, 0);

    [Fact]
    public void Every_TwoHoursUntilTwoAtNight_IsSevenSlots() =>
        Assert.Equal(
            [Hours(12, 14), Hours(14, 16), Hours(16, 18), Hours(18, 20), Hours(20, 22), Hours(22, 0), Hours(0, 2)],
            WeekPlan.Every(new TimeOnly(12, 0), new TimeOnly(2, 0), TimeSpan.FromHours(2), TimeSpan.FromHours(2))
        );

    [Fact]
    public void Every_LongerThanTheStep_OverlapsAndIsOverInTime()
    {
        var hours = WeekPlan.Every(
            new TimeOnly(18, 0),
            new TimeOnly(22, 0),
            TimeSpan.FromHours(1),
            TimeSpan.FromHours(2)
        );
        Assert.Equal([Hours(18, 20), Hours(19, 21), Hours(20, 22)], hours);
        Assert.Empty(
            WeekPlan.Every(new TimeOnly(18, 0), new TimeOnly(19, 0), TimeSpan.FromHours(1), TimeSpan.FromHours(2))
        );
        Assert.Empty(WeekPlan.Every(new TimeOnly(18, 0), new TimeOnly(19, 0), TimeSpan.Zero, TimeSpan.FromHours(1)));
        Assert.Equal(
            24,
            WeekPlan.Every(new TimeOnly(6, 0), new TimeOnly(6, 0), TimeSpan.FromHours(1), TimeSpan.FromHours(1)).Count
        );
    }

    [Fact]
    public void Set_AnyDays_AreExactlyThatAndTheOthersAsBefore() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Weeks().ToArbitrary(),
                week =>
                {
                    var (plan, slots) = Plan([
                        .. week.Slots.Select(s => new TimeSlot(s.Hours.Start, s.Hours.End, s.Days)),
                    ]);
                    var before = WeekdaysOf.Week.ToDictionary(d => d, d => plan.On(d).ToHashSet());

                    plan.Set(week.Days, week.Hours);

                    var again = new WeekPlan(
                        slots,
                        _ => throw new InvalidOperationException("one row for equal hours")
                    );
                    again.Set(week.Days, week.Hours);
                    Assert.All(
                        WeekdaysOf.Week,
                        d => Assert.Equal(week.Days.Includes(d) ? [.. week.Hours] : before[d], plan.On(d).ToHashSet())
                    );
                    Assert.All(slots.Where(s => s.IsActive), s => Assert.NotEqual(Weekdays.None, s.Weekdays));
                    // What a day offers is what the plan says, on every date.
                    var dates = Enumerable.Range(0, 7).Select(TestVenue.Day.AddDays);
                    Assert.All(dates, d => Assert.Equal(plan.On(d.DayOfWeek).ToHashSet(), Times(slots, d)));
                    return true;
                }
            )
        );

    [Fact]
    public void Of_SpecialDays_ReplaceTheWeekdaysHoursOrTakeThemAway()
    {
        var own = new TimeSlot(new TimeOnly(12, 0), new TimeOnly(13, 0), specialDayId: 0);
        List<TimeSlot> slots = [new(Evening.Start, Evening.End, Weekdays.Friday), own];

        Assert.Equal([Evening], Times(slots, TestVenue.Day));
        Assert.Empty(Times(slots, TestVenue.Day.AddDays(1)));
        Assert.Empty(Times(slots, TestVenue.Day, SpecialDayKind.Closed));
        Assert.Equal([own.Hours], Times(slots, TestVenue.Day, SpecialDayKind.OtherHours));
        Assert.Equal([Evening], Times(slots, TestVenue.Day, SpecialDayKind.PrivateEvent));
    }

    private static HashSet<SlotHours> Times(IEnumerable<TimeSlot> slots, DateOnly day, SpecialDayKind? kind = null) =>
        [
            .. SlotTime
                .Of(
                    day,
                    TestVenue.Moscow,
                    slots,
                    kind is { } special ? new SpecialDay(day, special, "Корпоратив") : null
                )
                .Select(t => new SlotHours(At(t.StartsAt), At(t.EndsAt))),
        ];

    private static TimeOnly At(DateTimeOffset instant) => TimeOnly.FromDateTime(TestVenue.Moscow.ToLocal(instant));

    private static (WeekPlan Plan, List<TimeSlot> Slots) Plan(params TimeSlot[] slots)
    {
        List<TimeSlot> all = [.. slots];
        return (new WeekPlan(slots, all.Add), all);
    }

    private static SlotHours Hours(int from, int until) => new(new TimeOnly(from, 0), new TimeOnly(until, 0));

    private sealed record Week(
        IReadOnlyList<(SlotHours Hours, Weekdays Days)> Slots,
        Weekdays Days,
        IReadOnlyList<SlotHours> Hours
    );

    private static Gen<Week> Weeks()
    {
        var hours =
            from start in Gen.Choose(0, 23)
            from length in Gen.Choose(1, 6)
            select Hours(start, (start + length) % 24);
        var days = Gen.Choose(1, 127).Select(d => (Weekdays)d);
        var weeks =
            from slots in (from h in hours from d in days select (h, d)).ListOf(6)
            from set in days
            from wanted in hours.ListOf(4)
            select new Week([.. slots.DistinctBy(s => s.h)], set, [.. wanted.Distinct()]);
        return weeks;
    }
}
