using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Bot.Texts;

internal sealed partial class RussianTexts
{
    public override string Paused(string opens, string phone) =>
        $"Онлайн-бронь на паузе и откроется {opens}. На время после этого бронируйте как обычно. Хотите раньше? "
        + $"{Call(phone)}";

    public override string ClosedDayMark => "закрыто";

    public override string ClosedDay(string name) => $"Закрыто: {name}";

    public override string SpecialDay(string name) => $"📌 {name}: в этот день другие часы.";

    protected override string At(string time) => $"в {time}";

    protected override string On(string day, string time) => $"{day} в {time}";

    protected override string ClocksChange(int minutes, bool goBack) =>
        $"{Duration(minutes)}, часы переводят {(goBack ? "назад" : "вперёд")}";

    private static string Duration(int minutes) =>
        minutes > 0 && minutes % 60 == 0
            ? $"{minutes / 60} {Plural(minutes / 60, "час", "часа", "часов")}"
            : $"{minutes} {Plural(minutes, "минуту", "минуты", "минут")}";
}
