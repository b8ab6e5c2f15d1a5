using System.Globalization;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts : DashboardTexts
{
    public override string Language => "en";
    public override string LanguageName => "English";
    // British English: 24 hours, the day before the month, as venues write it.
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    public override string Floor => "Floor";
    public override string Bookings => "Bookings";
    public override string Simulator => "Simulator";
    public override string Account => "Account";
    public override string ThemeLabel => "Theme";
    public override string ThemeSystem => "As the device";
    public override string ThemeLight => "Light";
    public override string ThemeDark => "Dark";
    public override string LanguageLabel => "Language";
    public override string SignOut => "Sign out";
    public override string Navigation => "Main";
    public override string SkipToContent => "Skip to content";

    public override string Reconnecting => "Connection lost. What you see may be out of date; reconnecting…";
    public override string WaitingForServer => "The server is restarting. This page comes back by itself.";
    public override string NotDone => "Not done: no connection.";
    public override string PerhapsNotDone => "The connection was lost. Please check whether your last action was done.";
    public override string DraftIsBack => "Restored what you had typed.";
    public override string DiscardTitle => "Discard what you typed?";
    public override string DiscardHint => "It has not been saved.";
    public override string Discard => "Discard";
    public override string KeepTyping => "Keep editing";
    public override string ChangeFailed => "That did not work just now. Try again in a moment.";
    public override string PageBroke => "Something went wrong on this page. Nothing that was saved is lost.";
    public override string Reload => "Reload";
    public override string NotFoundTitle => "There is no such page";
    public override string NotFoundHint => "The address may be mistyped, or the page is not switched on here.";
    public override string GoToFloor => "Go to the floor";
    public override string ErrorTitle => "Something went wrong";
    public override string ErrorLead => "The request could not be completed. Nothing that was saved is lost; try once more.";

    public override string SignInTitle => "Sign in";
    public override string SignInLead => "The dashboard opens with a link that works once.";
    public override string SignInFirstRunHint => "The link is on the server's console, where it was started. It is good for 15 minutes; each start prints a fresh one.";
    public override string SignInAskAdmin => "Ask an admin: they make you a sign-in link on the staff page.";
    public override string SignInStaffHint => "Already on the staff: send /admin to the venue's bot and open the link it answers with. It is good for 5 minutes.";
    public override string SignIn => "Sign in";
    public override string LinkTitle => "Welcome";
    public override string LinkLead => "One tap and you are in. The link works once.";
    public override string LinkUsedTitle => "This link no longer works";
    public override string LinkUsedLead => "It was used already, or its time ran out. Get a fresh one:";
}
