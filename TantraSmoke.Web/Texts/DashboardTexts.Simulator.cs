namespace TantraSmoke.Web.Texts;

// The simulator's frame; texts in its chats come from the bot.
public abstract partial class DashboardTexts
{
    public abstract string SimulatorLead { get; }
    public abstract string OpenFloorBeside { get; }
    public abstract string OneMoreGuest { get; }
    public abstract string AddGuest { get; }
    public abstract string StartChat { get; }
    public abstract string WriteMessage { get; }
    public abstract string Send { get; }
    public abstract string Messages { get; }
    public abstract string Edited { get; }
    public abstract string Photo { get; }
    public abstract string Document { get; }
    public abstract string GuestNumber(int number);
}
