using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string Minutes(int count) => $"{Number(count)} мин";

    public override string Guests(int count) => $"{Number(count)} {Plural(count, "гость", "гостя", "гостей")}";

    public override string Seats(int count) => $"{Number(count)} {Plural(count, "место", "места", "мест")}";

    public override string BookingsCount(int count) => $"{Number(count)} {Plural(count, "бронь", "брони", "броней")}";

    public override string Night(DateOnly serviceDay) =>
        $"ночь с {WeekdayAndNumber(serviceDay)} на {WeekdayAndNumber(serviceDay.AddDays(1))}";

    protected override string DayFormat => "dddd, d MMMM";
    protected override string ShortDayFormat => "ddd d MMMM";

    protected override string ClocksChange(double hours) => $"{hours.ToString("0.##", Culture)} ч, перевод часов";

    protected override string NightTime(string time) => $"{time} ночи";
}
