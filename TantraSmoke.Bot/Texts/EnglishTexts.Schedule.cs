namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts
{
    public override string Paused(string opens, string phone) =>
        $"Online booking is paused and opens again {opens}. Later times can be booked as usual. An earlier one? "
        + $"{Call(phone)}";

    public override string ClosedDayMark => "closed";

    public override string ClosedDay(string name) => $"Closed: {name}";

    public override string SpecialDay(string name) => $"📌 {name}: different hours that day.";

    protected override string At(string time) => $"at {time}";

    protected override string On(string day, string time) => $"on {day} at {time}";

    protected override string ClocksChange(int minutes, bool goBack) =>
        $"{Duration(minutes)}, clocks go {(goBack ? "back" : "forward")}";

    private static string Duration(int minutes) =>
        minutes > 0 && minutes % 60 == 0
            ? minutes == 60
                ? "an hour"
                : $"{minutes / 60} hours"
            : $"{minutes} {(minutes == 1 ? "minute" : "minutes")}";
}
