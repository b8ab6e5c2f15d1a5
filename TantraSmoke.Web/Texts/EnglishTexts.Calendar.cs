namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string OpenCalendar => "Open the calendar";
    public override string MonthBefore => "Previous month";
    public override string MonthAfter => "Next month";
    public override string YearBefore => "Previous year";
    public override string YearAfter => "Next year";
    public override string DayChosen => "selected";
    public override string DayCannotBeChosen => "unavailable";
}
