namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts
{
    public override string HallLegend => "🟢 ringed: free and right for you\n⚪ plain: free, but of another size\n▨ grey: taken";
    public override string AskTableInHall => "<b>Which table would you like?</b> Tap a number to see more.";
    public override string NothingInHall => "Nothing here is both free and right for your party at that time.";
    public override string TableNumber(string numbers) => $"№{numbers}";
    public override string TableZone(string zone) => $"🚪 {zone}";
    public override string TakeTable => "✅ Take this table";
    public override string TableJustTaken(string numbers) => $"Table {numbers} has just been taken 😔 Here is what else is free at that time:";
}
