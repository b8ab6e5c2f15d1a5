namespace TantraSmoke.Bot.Texts;

internal sealed partial class RussianTexts
{
    public override string HallLegend =>
        "🟢 с кольцом — свободен и подходит вам\n⚪ без кольца — свободен, но другого размера\n▨ серый — занят";
    public override string AskTableInHall => "<b>Какой стол вам нравится?</b> Нажмите на номер, чтобы узнать больше.";
    public override string NothingInHall => "Здесь на это время нет свободного стола для вашей компании.";

    public override string TableNumber(string numbers) => "№" + Listed(numbers, "и");

    public override string TableZone(string zone) => $"🚪 {zone}";

    public override string TakeTable => "✅ Выбрать этот стол";

    public override string TableJustTaken(string numbers) =>
        $"{Table(numbers)} только что заняли 😔 Вот что ещё свободно на это время:";
}
