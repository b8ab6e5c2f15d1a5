using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string GuideTitle => "Set up your venue";
    public override string GuideLeave => "Skip for now";
    public override string GuideStepsLabel => "Steps";
    public override string GuideIsDone => "done";
    public override string GuideUnfinished => "The venue is not set up yet";
    public override string GuideAgain => "Run the guide again";
    public override string GuideVenue => "Name and place";
    public override string GuideHours => "Hours";
    public override string GuideTables => "Halls and tables";
    public override string GuideBot => "The bot";
    public override string GuideStaff => "Staff";
    public override string GuideReady => "Ready";
    public override string GuideGoOn => "Continue";
    public override string GuideSaveAndGoOn => "Save and continue";
    public override string GuideVenueLead =>
        "This is an example. Guests read it in the chat; you can change everything later under Settings.";

    public override string GuideZoneHere(string zone) => $"Use this device’s: {zone}";

    public override string GuideHoursNow => "Bookable now";
    public override string GuideKeepHours => "Keep these hours";
    public override string GuideHoursLead =>
        "When a table can be booked, for example every 2 hours from 12:00 to 02:00. "
        + "Add days with different hours later, under Schedule.";
    public override string GuideOpenDays => "Open on these days, closed on the others";
    public override string GuideTablesLead => "Start with a room that looks like yours, then move things on the plan.";

    public override string GuideTablesNow(int tables, int seats) => $"{TablesCount(tables)}, {Seats(seats)}";

    public override string GuideKeepTables => "Continue with these";
    public override string GuideEditTables => "Edit them on the plan";
    public override string GuideRoomInUse =>
        "There are bookings already, so these tables stay. You can change them on the plan or add another hall.";
    public override string GuideReplace => "Replace";

    public override string GuideReplaceAsk(int tables, string halls) =>
        $"This deletes {TablesCount(tables)} in {halls}. Nobody has booked yet.";

    public override string GuideFromTemplate => "From a template";
    public override string GuideTakeTemplate => "Use this";
    public override string GuideDrawBeside => "Add as another hall";

    public override string GuideTemplateHas(int tables, int seats) => $"{TablesCount(tables)}, {Seats(seats)}";

    public override string GuideOwn => "Your own plan";
    public override string GuideOwnLead => "From a TABLES_JSON file, or drawn by you on an empty plan.";
    public override string GuideDraw => "Draw on an empty plan";
    public override string GuideImportLead => "The tables in the file replace all existing ones.";

    public override string PlanOf(string hall, int tables) => $"{hall}: {TablesCount(tables)}";

    public override string GuideBotIsSet => "BOT_TOKEN is set. Asking Telegram which bot it belongs to.";
    public override string GuideCheckAgain => "Check again";
    public override string GuideBotLead =>
        "Send /newbot to @BotFather in Telegram, choose a name, and paste the token it gives you. "
        + "It is only checked here and not stored.";
    public override string GuideToken => "Token";
    public override string GuideCheckToken => "Check";

    public override string GuideTokenWorks(string name, string username) => $"It works: {name}, t.me/{username}";

    public override string GuideTokenGoesToEnv =>
        "To start the bot, add this line with the full token to the .env file next to the program, "
        + "and restart TantraSmoke.";
    public override string GuideNoToken =>
        "That does not look like a token: it is a number, a colon, then letters and digits.";
    public override string GuideTokenRefused =>
        "Telegram does not recognise this token. Send /token to @BotFather to get it again.";

    public override string GuideTelegramSilent(string reason) => $"Telegram is not responding: {reason}";

    public override string GuideSimulator => "Until then, the simulator stands in for the bot:";
    public override string GuideWithoutBot => "Continue without a bot";
    public override string GuideStaffLead =>
        "Hosts run the floor; managers also see reports and change tables and hours; admins can do everything. "
        + "Everyone you add gets a one-time sign-in link.";
    public override string GuideNoWayBack =>
        "You signed in with a one-time link; it will not work again. Until an admin can sign in with Google or "
        + "Telegram, every start of the server prints a new link on its console.";
    public override string GuideMe => "My name and sign-in";

    public override string GuideBookable(string venue, string when, string table) =>
        $"{venue} is open for booking. First free table for two: {when}, table {table}.";

    public override string GuideNotBookable => "Guests are offered nothing yet: there are no tables, or no hours.";
    public override string GuideLeft => "Skipped so far:";
    public override string GuideTryIt => "Book as a guest in the simulator";
    public override string GuideMoreRules => "More rules";
    public override string GuideFinish => "Finish";

    public override string GuideDone(int done, int all) => $"{Number(done)} of {Number(all)} done";

    public override string TablePhoto => "Photo";
    public override string PhotoHint => "Saved at once. Guests and hosts see what the table looks like.";
    public override string PhotoAfterSaving => "You can add a photo of a new table once the hall is saved.";

    public override string PhotoOf(string table) => $"{table}: photo";

    public override string PhotoKept => "Photo saved.";
    public override string PhotoGone => "Photo removed.";
    public override string RemovePhoto => "Remove photo";

    public override string TemplateName(RoomTemplate template) =>
        template switch
        {
            RoomTemplate.Bar => "Bar",
            RoomTemplate.Lounge => "Lounge",
            RoomTemplate.Restaurant => "Restaurant with a terrace",
        };
}
