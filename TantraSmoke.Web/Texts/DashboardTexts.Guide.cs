using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Texts;

// The first-run guide, and photos of tables.
public abstract partial class DashboardTexts
{
    public abstract string GuideTitle { get; }
    public abstract string GuideLeave { get; }
    public abstract string GuideStepsLabel { get; }
    public abstract string GuideIsDone { get; }
    public abstract string GuideUnfinished { get; }
    public abstract string GuideAgain { get; }
    public abstract string GuideVenue { get; }
    public abstract string GuideHours { get; }
    public abstract string GuideTables { get; }
    public abstract string GuideBot { get; }
    public abstract string GuideStaff { get; }
    public abstract string GuideReady { get; }
    public abstract string GuideGoOn { get; }
    public abstract string GuideSaveAndGoOn { get; }
    public abstract string GuideVenueLead { get; }
    public abstract string GuideZoneHere(string zone);
    public abstract string GuideHoursNow { get; }
    public abstract string GuideKeepHours { get; }
    public abstract string GuideHoursLead { get; }
    public abstract string GuideOpenDays { get; }
    public abstract string GuideTablesLead { get; }
    public abstract string GuideTablesNow(int tables, int seats);
    public abstract string GuideKeepTables { get; }
    public abstract string GuideEditTables { get; }
    public abstract string GuideRoomInUse { get; }
    public abstract string GuideReplace { get; }
    public abstract string GuideReplaceAsk(int tables, string halls);
    public abstract string GuideFromTemplate { get; }
    public abstract string GuideTakeTemplate { get; }
    public abstract string GuideDrawBeside { get; }
    public abstract string GuideTemplateHas(int tables, int seats);
    public abstract string GuideOwn { get; }
    public abstract string GuideOwnLead { get; }
    public abstract string GuideDraw { get; }
    public abstract string GuideImportLead { get; }
    public abstract string PlanOf(string hall, int tables);
    public abstract string GuideBotIsSet { get; }
    public abstract string GuideCheckAgain { get; }
    public abstract string GuideBotLead { get; }
    public abstract string GuideToken { get; }
    public abstract string GuideCheckToken { get; }
    public abstract string GuideTokenWorks(string name, string username);
    public abstract string GuideTokenGoesToEnv { get; }
    public abstract string GuideNoToken { get; }
    public abstract string GuideTokenRefused { get; }
    public abstract string GuideTelegramSilent(string reason);
    public abstract string GuideSimulator { get; }
    public abstract string GuideWithoutBot { get; }
    public abstract string GuideStaffLead { get; }
    public abstract string GuideNoWayBack { get; }
    public abstract string GuideMe { get; }
    public abstract string GuideBookable(string venue, string when, string table);
    public abstract string GuideNotBookable { get; }
    public abstract string GuideLeft { get; }
    public abstract string GuideTryIt { get; }
    public abstract string GuideMoreRules { get; }
    public abstract string GuideFinish { get; }
    public abstract string GuideDone(int done, int all);
    public abstract string TablePhoto { get; }
    public abstract string PhotoHint { get; }
    public abstract string PhotoAfterSaving { get; }
    public abstract string PhotoOf(string table);
    public abstract string PhotoKept { get; }
    public abstract string PhotoGone { get; }
    public abstract string RemovePhoto { get; }
    public abstract string TemplateName(RoomTemplate template);

    /// <summary>Names in a template, in both languages.</summary>
    public static TemplateWords TemplateWords { get; } =
        new(
            new("Главный зал", "Main hall"),
            new("Терраса", "Terrace"),
            new("Бар", "Bar"),
            new("Вход", "Entrance"),
            new("Кухня", "Kitchen"),
            new("VIP", "VIP"),
            new("У барной стойки", "At the bar"),
            new("У окна", "By the window"),
            new("В центре зала", "In the middle of the room"),
            new("Диван", "Sofa"),
            new("Большой стол", "Large table"),
            new("На террасе", "On the terrace")
        );
}
