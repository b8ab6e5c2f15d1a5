namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string StaffTitle => "Staff";
    public override string StaffHint => "Who works here, their roles, and where they are signed in";
    public override string AddStaff => "Add a person";
    public override string StaffName => "Name";
    public override string LastSeenLabel => "Last seen";
    public override string RoleLabel => "Role";
    public override string Email => "E-mail";
    public override string TelegramNumber => "Telegram ID";
    public override string TelegramNumberHint => "Digits only. @userinfobot shows people theirs.";
    public override string SignInHow => "Enter at least one of the two: that is how they sign in.";

    protected override string NoWayIn(bool hasEmail, bool hasTelegram) =>
        "Cannot sign in without a link: "
        + (hasEmail, hasTelegram) switch
        {
            (true, true) => "neither Google nor a bot is set up here (GOOGLE_CLIENT_ID, BOT_TOKEN).",
            (true, false) =>
                "an e-mail address needs sign-in with Google, which is not set up here (GOOGLE_CLIENT_ID).",
            (false, true) => "a Telegram ID needs the bot, which is not set up here (BOT_TOKEN).",
            (false, false) => "there is neither an e-mail address nor a Telegram ID.",
        };

    public override string NoSignIn => "no e-mail, no Telegram";
    public override string WasRemoved => "Removed";
    public override string RemovedStaff => "No longer here";
    public override string You => "you";

    public override string StaffAdded(string name) => $"{name} is now on the staff.";

    public override string StaffSaved(string name) => $"{name}: saved.";

    public override string RemoveStaff => "Remove from the staff";

    public override string RemoveStaffSure(string name) =>
        $"{name} will be signed out everywhere at once. What they did stays in the history.";

    public override string RemoveStaffYes => "Yes, remove";

    public override string StaffRemoved(string name) => $"{name} is no longer on the staff.";

    public override string RestoreStaff => "Bring back";

    public override string StaffRestored(string name) => $"{name} is back on the staff.";

    public override string Invite => "Create a sign-in link";
    public override string InviteHint =>
        "For the first sign-in, or for somebody without Google. "
        + "It works once, within a day; an earlier link stops working.";

    public override string InviteReady(string name) => $"Send this link to {name} only:";

    public override string CopyLink => "Copy link";
    public override string RightsTitle => "What each role can do";
    public override string RightLabel => "Can";
    public override string Yes => "yes";
    public override string No => "no";

    public override string Role(StaffRole role) =>
        role switch
        {
            StaffRole.Host => "Host",
            StaffRole.Manager => "Manager",
            StaffRole.Admin => "Admin",
        };

    public override string RoleHint(StaffRole role) =>
        role switch
        {
            StaffRole.Host => "the door and the floor",
            StaffRole.Manager => "also tables, schedule and reports",
            StaffRole.Admin => "everything, including staff and settings",
        };

    public override string RightName(Right right) =>
        right switch
        {
            Right.ViewFloor => "See the floor and the bookings",
            Right.TakeBookings => "Take bookings",
            Right.ChangeBookings => "Change and cancel bookings",
            Right.SeatGuests => "Seat guests, run the waitlist",
            Right.UndoChanges => "Undo changes",
            Right.BlockTables => "Block and unblock tables",
            Right.EditGuests => "Edit guests' names, numbers and notes",
            Right.TalkToGuests => "Reply to guests' messages",
            Right.ManageGuests => "Block and merge guests",
            Right.ExportBookings => "Export bookings to a file",
            Right.CorrectPast => "Correct who came on past days",
            Right.EraseGuests => "Delete a guest's personal data",
            Right.ViewStatistics => "See reports",
            Right.EditTables => "Set up halls and tables",
            Right.EditSchedule => "Set up the schedule",
            Right.EditSettings => "Change the venue's settings",
            Right.ManageStaff => "Add and remove staff, change roles",
            Right.ViewAudit => "See who changed what",
        };

    protected override string? StaffInput(string field) =>
        field switch
        {
            "staff-name" => "Enter a name of up to 100 characters.",
            "email" => "That is not an e-mail address. It looks like anna@lounge.example.",
            "telegram" => "A Telegram ID is digits only, for example 123456789.",
            "sign-in" => "Enter an e-mail address or a Telegram ID: that is how they sign in.",
            "role" => "Choose a role.",
            _ => null,
        };
}
