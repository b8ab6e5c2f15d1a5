namespace TantraSmoke.Core.Entities;

/// <summary>A set of weekdays, meaning service days: Friday lasts until Saturday morning.</summary>
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

/// <summary>Converts between weekday sets and single days.</summary>
public static class WeekdaysOf
{
    /// <summary>The days of the week, starting with Monday.</summary>
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
