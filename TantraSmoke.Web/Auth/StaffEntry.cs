using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>Creates sessions for authenticated people, whichever way they signed in.</summary>
public sealed class StaffEntry(StaffSessions sessions, TimeProvider time)
{
    /// <summary>Limits audit entries for refused sign-ins, which anybody can cause.</summary>
    private const int MostRefusals = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private long _since;
    private int _refusals;

    /// <summary>
    /// Starts a session in this browser, replacing its former one. False if the person was removed meanwhile.
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

    /// <summary>Audits a refused sign-in.</summary>
    /// <param name="who">The name, if verified by the provider.</param>
    public async Task NoteRefusalAsync(HttpContext http, SignInWay way, SignInProblem problem, string? who = null)
    {
        if (IsWorthNoting())
            await sessions.NoteRefusalAsync(way, problem.ToString(), who, DeviceOf(http), http.RequestAborted);
    }

    /// <summary>Ends this browser's session.</summary>
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
