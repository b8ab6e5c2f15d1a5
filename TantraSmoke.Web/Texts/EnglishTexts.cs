using System.Globalization;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts : DashboardTexts
{
    public override string InLanguage(string language) => language == "ru" ? "in Russian" : "in English";

    public override string Language => "en";
    public override string LanguageName => "English";

    // British English: 24 hours, day before month.
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    public override string Floor => "Floor";
    public override string Bookings => "Bookings";
    public override string Simulator => "Simulator";
    public override string Account => "Account";
    public override string ThemeLabel => "Theme";
    public override string ThemeSystem => "System";
    public override string ThemeLight => "Light";
    public override string ThemeDark => "Dark";
    public override string LanguageLabel => "Language";
    public override string SignOut => "Sign out";
    public override string Navigation => "Main";
    public override string SkipToContent => "Skip to content";

    public override string Reconnecting => "Connection lost. What you see may be out of date; reconnecting…";
    public override string WaitingForServer => "The server is restarting. This page will come back by itself.";
    public override string NotDone => "No connection: nothing was done.";
    public override string FieldMissing => "Please fill this in.";
    public override string FieldUnreadable => "Please check this: the value is incomplete or mistyped.";
    public override string DayNotBefore => "Please choose {0} or later.";
    public override string DayNotAfter => "Please choose {0} or earlier.";
    public override string PerhapsNotDone =>
        "The connection was lost. Please check whether your last action went through.";
    public override string DraftIsBack => "What you had typed has been restored.";
    public override string DiscardTitle => "Discard what you typed?";
    public override string DiscardHint => "It has not been saved.";
    public override string Discard => "Discard";
    public override string KeepTyping => "Keep editing";
    public override string ChangeFailed => "That did not work. Try again in a moment.";
    public override string PageBroke => "Something went wrong on this page. Everything you saved is safe.";
    public override string Reload => "Reload";
    public override string NotFoundTitle => "Page not found";
    public override string NotFoundHint => "The address may be mistyped, or this page is not switched on here.";
    public override string GoToFloor => "Go to the floor";
    public override string ErrorTitle => "Something went wrong";
    public override string ErrorLead => "The request could not be completed. Everything you saved is safe; try again.";

    public override string SignInTitle => "Sign in";
    public override string SignInLead => "You sign in to the dashboard with a one-time link.";
    public override string SignInFirstRunHint =>
        "The server prints the link on its console when it starts. "
        + "It is valid for 15 minutes; every start prints a new one.";
    public override string SignInAskAdmin => "Ask an admin to create a sign-in link for you on the Staff page.";
    public override string SignInStaffHint =>
        "Already on the staff: send /admin to the venue's bot and open the link it replies with. "
        + "It is valid for 5 minutes.";
    public override string SignIn => "Sign in";
    public override string LinkTitle => "Welcome";
    public override string LinkLead => "One tap and you're in. The link works once.";
    public override string LinkUsedTitle => "This link no longer works";
    public override string LinkUsedLead => "It has been used or has expired. To get a new one:";
}
