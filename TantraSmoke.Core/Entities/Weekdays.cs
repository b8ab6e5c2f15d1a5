namespace TantraSmoke.Core.Entities;

/// <summary>Days of the week as a set; of service days, so Friday lasts until Saturday morning.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    All = 127,
}

/// <summary>Between a set of weekdays and single ones.</summary>
public static class WeekdaysOf
{
    /// <summary>The week as it is written here, from Monday on.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    public static Weekdays Of(DayOfWeek day) => (Weekdays)(1 << (((int)day + 6) % 7));

    public static bool Includes(this Weekdays days, DayOfWeek day) => (days & Of(day)) != 0;
}
