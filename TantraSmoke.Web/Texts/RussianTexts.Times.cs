namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string Minutes(int count) => $"{Number(count)} мин";
    public override string Guests(int count) => $"{Number(count)} {Plural(count, "гость", "гостя", "гостей")}";
    public override string Seats(int count) => $"{Number(count)} {Plural(count, "место", "места", "мест")}";
    public override string BookingsCount(int count) => $"{Number(count)} {Plural(count, "бронь", "брони", "броней")}";
    public override string Night(DateOnly serviceDay) => $"ночь с {WeekdayAndNumber(serviceDay)} на {WeekdayAndNumber(serviceDay.AddDays(1))}";

    protected override string DayFormat => "dddd, d MMMM";
    protected override string ShortDayFormat => "ddd d MMMM";
    protected override string NightTime(string time) => $"{time} ночи";

    /// <summary>1, 21, 101 one; 2–4, 22–24 few; 0, 5–20, 25 and 11–14 of every hundred many.</summary>
    internal static string Plural(int count, string one, string few, string many) => (count % 10, count % 100) switch
    {
        (_, >= 11 and <= 14) => many,
        (1, _) => one,
        ( >= 2 and <= 4, _) => few,
        _ => many,
    };
}
