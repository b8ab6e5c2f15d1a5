namespace TantraSmoke.Web.Texts;

// The calendar that opens at a day.
public abstract partial class DashboardTexts
{
    public abstract string OpenCalendar { get; }
    public abstract string MonthBefore { get; }
    public abstract string MonthAfter { get; }
    public abstract string YearBefore { get; }
    public abstract string YearAfter { get; }
    public abstract string DayChosen { get; }
    public abstract string DayCannotBeChosen { get; }
}
