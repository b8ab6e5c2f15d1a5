namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts
{
    public override string HallMap => "🗺 Hall map";
    public override string AppGuests => "Guests";
    public override string AppDay => "Day";
    public override string AppTime => "Time";
    public override string AppPlan => "Plan of the hall";
    public override string AppFits => "free and right for you";
    public override string AppFree => "free, of another size";
    public override string AppTaken => "taken";
    public override string AppChoose => "Choose a table on the plan or in the list";
    public override string AppNoTimes => "No time is left on that day. Please look at another.";
    public override string AppIsTaken => "That table is taken at that time. The green ones are free.";
    public override string AppIsUnfit => "That table is not for a party of your size. The green ones are.";
    public override string AppBook => "Book it";
    public override string AppClose => "Close";
    public override string AppDoneHint => "The booking is in the chat already: change or cancel it there.";
    public override string AppOffline => "No connection. Trying again…";
    public override string AppReopen => "This page was opened too long ago, or by a link of somebody else. Close it and open the hall map from the chat.";
    public override string AppOnlyInTelegram => "The hall map opens from the chat with the bot.";
    public override string AppTooFast => "Too many taps. Please wait a minute.";
    public override string AppSeats(int seats) => Seats(seats);
    public override string AppGone(string numbers) => $"Table {numbers} has just been taken. The other green ones are still free.";
    public override string AppTooLate(string numbers, string others) => $"Table {numbers} has just been taken 😔 Still free at that time: {others}.";
}
