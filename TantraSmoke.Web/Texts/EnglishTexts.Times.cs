namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string Minutes(int count) => $"{Number(count)} min";

    public override string Guests(int count) => Counted(count, "guest");

    public override string Seats(int count) => Counted(count, "seat");

    public override string BookingsCount(int count) => Counted(count, "booking");

    public override string Night(DateOnly serviceDay) =>
        $"night of {WeekdayAndNumber(serviceDay)} → {WeekdayAndNumber(serviceDay.AddDays(1))}";

    protected override string DayFormat => "dddd, d MMMM";
    protected override string ShortDayFormat => "ddd d MMMM";

    protected override string ClocksChange(double hours) => $"{hours.ToString("0.##", Culture)} h, clocks change";

    protected override string NightTime(string time) => $"{time} (night)";

    private string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";
}
