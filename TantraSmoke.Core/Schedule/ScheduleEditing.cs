namespace TantraSmoke.Core.Schedule;

/// <summary>The use cases of the schedule, for a page that needs more than one; others take the one they use.</summary>
public sealed record ScheduleEditing(WeekHours Week, SpecialDayEditing Special, OnlinePause Pause);
