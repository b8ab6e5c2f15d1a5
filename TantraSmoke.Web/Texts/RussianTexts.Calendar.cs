namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string OpenCalendar => "Открыть календарь";
    public override string MonthBefore => "Предыдущий месяц";
    public override string MonthAfter => "Следующий месяц";
    public override string YearBefore => "Предыдущий год";
    public override string YearAfter => "Следующий год";
    public override string DayChosen => "выбран";
    public override string DayCannotBeChosen => "нельзя выбрать";
}
