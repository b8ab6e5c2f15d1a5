namespace TantraSmoke.Bot.Texts;

internal sealed partial class EnglishTexts
{
    public override string HallMap => "🗺 Hall map";
    public override string AppGuests => "Guests";
    public override string AppDay => "Day";
    public override string AppTime => "Time";
    public override string AppPlan => "Hall map";
    public override string AppFits => "free, the right size";
    public override string AppFree => "free, another size";
    public override string AppTaken => "taken";
    public override string AppChoose => "Choose a table on the map or in the list";
    public override string AppNoTimes => "No times left that day. Please try another.";
    public override string AppIsTaken => "That table is taken at that time. The green ones are free.";
    public override string AppIsUnfit => "That table isn’t the right size for your party. The green ones are.";
    public override string AppBook => "Book";
    public override string AppClose => "Close";
    public override string AppDoneHint => "Your booking is in the chat: you can change or cancel it there.";
    public override string AppOffline => "No connection. Retrying…";
    public override string AppReopen =>
        "This page has expired, or the link was someone else’s. Close it and open the hall map from the chat.";
    public override string AppOnlyInTelegram => "The hall map opens from the chat with the bot.";
    public override string AppTooFast => "Too many taps. Please wait a minute.";

    public override string AppSeats(int seats) => Seats(seats);

    public override string AppGone(string table) => $"{table}: just taken. The other green ones are still free.";

    public override string AppTooLate(string numbers, string others) =>
        $"{Table(numbers)}: just taken 😔 Still free at that time: {others}.";
}
