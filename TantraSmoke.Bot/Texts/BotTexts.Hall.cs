namespace TantraSmoke.Bot.Texts;

// Choosing a table by looking at the hall.
public abstract partial class BotTexts
{
    public abstract string HallLegend { get; }
    public abstract string AskTableInHall { get; }
    public abstract string NothingInHall { get; }
    public abstract string TableNumber(string numbers);
    public abstract string TableZone(string zone);
    public abstract string TakeTable { get; }
    public abstract string TableJustTaken(string numbers);
}
