namespace TantraSmoke.Core.Schedule;

/// <summary>
/// The use cases of the schedule, for pages that need several of them; others inject the single use case.
/// </summary>
public sealed record ScheduleEditing(WeekHours Week, SpecialDayEditing Special, OnlinePause Pause);
