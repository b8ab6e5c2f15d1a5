namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts
{
    public override string HallLegend =>
        "🟢 ringed: free and the right size for you\n⚪ plain: free, but another size\n▨ grey: taken";
    public override string AskTableInHall => "<b>Which table would you like?</b> Tap a number to see more.";
    public override string NothingInHall =>
        "No table here is both free and the right size for your party at that time.";

    public override string TableNumber(string numbers) => Listed(numbers, "&");

    public override string TableZone(string zone) => $"🚪 {zone}";

    public override string TakeTable => "✅ Take this table";

    public override string TableJustTaken(string numbers) =>
        $"{Table(numbers)}: just taken 😔 Here’s what else is free at that time:";
}
