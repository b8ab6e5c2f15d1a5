namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string OpenCalendar => "Open the calendar";
    public override string MonthBefore => "Month before";
    public override string MonthAfter => "Month after";
    public override string YearBefore => "Year before";
    public override string YearAfter => "Year after";
    public override string DayChosen => "chosen";
    public override string DayCannotBeChosen => "cannot be chosen";
}
