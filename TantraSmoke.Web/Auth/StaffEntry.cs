using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>The door: whoever has proved who they are gets a session here, whichever way they came.</summary>
public sealed class StaffEntry(StaffSessions sessions, TimeProvider time)
{
    /// <summary>Strangers can knock as often as they like; the audit need not hear of each.</summary>
    private const int MostRefusals = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private long _since;
    private int _refusals;

    /// <summary>
    /// Begins a session in this browser, in place of the one it had. False when the person was removed meanwhile.
    /// </summary>
    public async Task<bool> SignInAsync(HttpContext http, StaffMember member, SignInWay way)
    {
        var session = await sessions.BeginAsync(
            member,
            way,
            DeviceOf(http),
            http.User.ToSignedIn()?.SessionId,
            http.RequestAborted
        );
        if (session is null)
            return false;
        await http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new SignedIn(session.Id, member.ToActor()).ToPrincipal(),
            new AuthenticationProperties { IsPersistent = true }
        );
        return true;
    }

    /// <summary>Notes that somebody did not get in.</summary>
    /// <param name="who">How they called themselves, where the other side vouches for it.</param>
    public async Task NoteRefusalAsync(HttpContext http, SignInWay way, SignInProblem problem, string? who = null)
    {
        if (IsWorthNoting())
            await sessions.NoteRefusalAsync(way, problem.ToString(), who, DeviceOf(http), http.RequestAborted);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task SignOutAsync(HttpContext http)
    {
        if (http.User.ToSignedIn() is { } signedIn)
            await sessions.EndAsync(signedIn.Actor, signedIn.SessionId, http.RequestAborted);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static string DeviceOf(HttpContext http) => Device.Of(http.Request.Headers.UserAgent);

    private bool IsWorthNoting()
    {
        lock (_lock)
        {
            if (_since == 0 || time.GetElapsedTime(_since) > Window)
                (_since, _refusals) = (time.GetTimestamp(), 0);
            return ++_refusals <= MostRefusals;
        }
    }
}
