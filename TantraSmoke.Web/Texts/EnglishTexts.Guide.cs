using TantraSmoke.Core.Floor;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string GuideTitle => "Set up your venue";
    public override string GuideLeave => "Later: to the floor";
    public override string GuideStepsLabel => "Steps";
    public override string GuideIsDone => "done";
    public override string GuideUnfinished => "The venue is not set up yet";
    public override string GuideAgain => "Walk through it once more";
    public override string GuideVenue => "Name and place";
    public override string GuideHours => "Hours";
    public override string GuideTables => "Halls and tables";
    public override string GuideBot => "The bot";
    public override string GuideStaff => "Colleagues";
    public override string GuideReady => "Ready";
    public override string GuideGoOn => "Go on";
    public override string GuideSaveAndGoOn => "Save and go on";
    public override string GuideVenueLead => "What stands here is an example. Guests read it in the chat; everything can be changed later under Settings.";
    public override string GuideZoneHere(string zone) => $"This device is in {zone}";
    public override string GuideHoursNow => "Bookable now";
    public override string GuideKeepHours => "Keep these hours";
    public override string GuideHoursLead => "When a table can be booked, for example every 2 hours from 12:00 to 02:00. Days that differ come later, under Schedule.";
    public override string GuideOpenDays => "Open on these days, closed on the others";
    public override string GuideTablesLead => "Begin with a room that looks like yours, and move things on the plan afterwards.";
    public override string GuideTablesNow(int tables, int seats) => $"{TablesCount(tables)}, {Seats(seats)}";
    public override string GuideKeepTables => "Go on with these";
    public override string GuideEditTables => "Change them on the plan";
    public override string GuideRoomInUse => "Somebody has booked already, so these tables stay. You can change them on the plan, or draw another hall beside them.";
    public override string GuideReplace => "Replace";
    public override string GuideReplaceAsk(int tables, string halls) => $"This throws away {TablesCount(tables)} in {halls}. Nobody has booked yet.";
    public override string GuideFromTemplate => "From a template";
    public override string GuideTakeTemplate => "Take this";
    public override string GuideDrawBeside => "Draw it beside";
    public override string GuideTemplateHas(int tables, int seats) => $"{TablesCount(tables)}, {Seats(seats)}";
    public override string GuideOwn => "Your own";
    public override string GuideOwnLead => "From a file in the form of TABLES_JSON, or drawn by you on an empty plan.";
    public override string GuideDraw => "Draw on an empty plan";
    public override string GuideImportLead => "The tables of the file take the place of all that are there.";
    public override string PlanOf(string hall, int tables) => $"{hall}: {TablesCount(tables)}";
    public override string GuideBotIsSet => "BOT_TOKEN is set. Telegram is asked whose it is.";
    public override string GuideCheckAgain => "Ask again";
    public override string GuideBotLead => "Write /newbot to @BotFather in Telegram, choose a name, and paste the token that it gives you. It is only checked here, and kept nowhere.";
    public override string GuideToken => "Token";
    public override string GuideCheckToken => "Check";
    public override string GuideTokenWorks(string name, string username) => $"It works: {name}, t.me/{username}";
    public override string GuideTokenGoesToEnv => "Put it to work: write this line into the file .env beside the program, with the whole token, and start TantraSmoke again.";
    public override string GuideNoToken => "That does not look like a token: a number, a colon, then about 35 letters and digits.";
    public override string GuideTokenRefused => "Telegram does not know this token. Ask @BotFather for it again with /token.";
    public override string GuideTelegramSilent(string reason) => $"Telegram does not answer: {reason}";
    public override string GuideSimulator => "Until then, the simulator takes the bot’s place:";
    public override string GuideWithoutBot => "Go on without a bot";
    public override string GuideStaffLead => "Hosts run the room, managers see reports and change tables and hours, admins may do everything. Whoever you add gets a link that signs them in once.";
    public override string GuideNoWayBack => "You signed in with a link, which works only once. Until an admin can sign in another way, each start of the server prints a new one on its console.";
    public override string GuideMe => "My name and sign-in";
    public override string GuideBookable(string venue, string when, string table) => $"{venue} can be booked. The first free table for two: {when}, table {table}.";
    public override string GuideNotBookable => "A guest is offered nothing yet: there are no tables, or no hours.";
    public override string GuideLeft => "Left out so far:";
    public override string GuideTryIt => "Book as a guest in the simulator";
    public override string GuideMoreRules => "More rules";
    public override string GuideFinish => "Finish";
    public override string GuideDone(int done, int all) => $"{Number(done)} of {Number(all)} done";
    public override string TablePhoto => "Photo";
    public override string PhotoHint => "It is kept at once. Guests and hosts see what the table looks like.";
    public override string PhotoAfterSaving => "A new table gets its photo once the hall is saved.";
    public override string PhotoOf(string table) => $"{table}: photo";
    public override string PhotoKept => "The photo is kept.";
    public override string PhotoGone => "The photo is gone.";
    public override string RemovePhoto => "Remove the photo";

    public override string TemplateName(RoomTemplate template) => template switch
    {
        RoomTemplate.Bar => "Bar",
        RoomTemplate.Lounge => "Lounge",
        RoomTemplate.Restaurant => "Restaurant with a terrace",
    };

    public override TemplateWords TemplateWords { get; } = new(
        "Main hall", "Terrace", "Bar", "Entrance", "Kitchen", "VIP", "At the bar", "By the window", "In the middle of the room", "Sofa", "Large table", "On the terrace");
}
