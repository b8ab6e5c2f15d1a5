namespace TantraSmoke.Bot.Texts;

// The hall map that opens inside Telegram.
public abstract partial class BotTexts
{
    public abstract string HallMap { get; }
    public abstract string AppGuests { get; }
    public abstract string AppDay { get; }
    public abstract string AppTime { get; }
    public abstract string AppPlan { get; }
    public abstract string AppFits { get; }
    public abstract string AppFree { get; }
    public abstract string AppTaken { get; }
    public abstract string AppChoose { get; }
    public abstract string AppNoTimes { get; }
    public abstract string AppIsTaken { get; }
    public abstract string AppIsUnfit { get; }
    public abstract string AppBook { get; }
    public abstract string AppClose { get; }
    public abstract string AppDoneHint { get; }
    public abstract string AppOffline { get; }
    public abstract string AppReopen { get; }
    public abstract string AppOnlyInTelegram { get; }
    public abstract string AppTooFast { get; }
    public abstract string AppSeats(int seats);
    public abstract string AppGone(string table);

    /// <summary>A late tap: what else is free at that time, by number.</summary>
    public abstract string AppTooLate(string numbers, string others);
}
