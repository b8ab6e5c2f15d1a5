using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string SignInGoogle => "Sign in with Google";
    public override string SignInOtherWays => "Or with a one-time link:";

    public override string SignInRefusal(SignInProblem problem) =>
        problem switch
        {
            SignInProblem.LinkUsed => "This link no longer works. Get a new one.",
            SignInProblem.Unknown =>
                "That account is not on the staff list here. Ask an admin to add it, or choose another.",
            SignInProblem.Unverified =>
                "That e-mail address has not been verified yet. Verify it with Google, then try again.",
            SignInProblem.Stale => "That attempt has expired. Please start again.",
            SignInProblem.Cancelled => "You did not sign in. Try again, or choose another way.",
            SignInProblem.Away => "Google is not responding. Try again in a moment, or choose another way.",
        };

    public override string MyAccount => "My account";
    public override string MyWaysIn => "How I sign in";

    public override string MyWayIn(SignInWay way, string name) =>
        way == SignInWay.Google ? $"With Google: {name}" : $"With Telegram, or /admin in the bot: {name}";

    public override string MySessions => "Where I am signed in";
    public override string SessionsOf => "Where they are signed in";
    public override string SessionsHint => "Sign out what you do not recognise. Open pages close at once.";
    public override string NoSessions => "Not signed in anywhere.";
    public override string ThisDevice => "This device";
    public override string UnknownDevice => "Unknown device";

    public override string SignedInBy(SignInWay way) =>
        way switch
        {
            SignInWay.FirstRun => "first start",
            SignInWay.Link => "by link",
            SignInWay.Google => "with Google",
            SignInWay.Telegram => "with Telegram",
        };

    public override string SignedInAt(string when) => $"signed in {when}";

    public override string LastSeenAt(string when) => $"last seen {when}";

    public override string EndSession(string device) => $"Sign out: {device}";

    public override string SignOutEverywhere => "Sign out everywhere";

    public override string SignOutEverywhereSure(int sessions) => $"Sign out {Counted(sessions, "device")} at once?";

    public override string SessionEnded => "Device signed out.";
    public override string SessionsEnded => "Signed out everywhere.";
}
