using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Web.Texts;

// Sign-in and sessions.
public abstract partial class DashboardTexts
{
    public abstract string SignInGoogle { get; }
    public abstract string SignInOtherWays { get; }
    public abstract string SignInRefusal(SignInProblem problem);
    public abstract string MyAccount { get; }
    public abstract string MyWaysIn { get; }
    public abstract string MyWayIn(SignInWay way, string name);
    public abstract string MySessions { get; }
    public abstract string SessionsOf { get; }
    public abstract string SessionsHint { get; }
    public abstract string NoSessions { get; }
    public abstract string ThisDevice { get; }
    public abstract string UnknownDevice { get; }
    public abstract string SignedInBy(SignInWay way);
    public abstract string SignedInAt(string when);
    public abstract string LastSeenAt(string when);
    public abstract string EndSession(string device);
    public abstract string SignOutEverywhere { get; }
    public abstract string SignOutEverywhereSure(int sessions);
    public abstract string SessionEnded { get; }
    public abstract string SessionsEnded { get; }
}
