using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Auth;

/// <summary>Claims of the session cookie: session, staff member, name and role.</summary>
public static class StaffClaims
{
    public static ClaimsPrincipal ToPrincipal(this SignedIn signedIn) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.Sid, signedIn.SessionId.ToString()),
                    new Claim(ClaimTypes.NameIdentifier, signedIn.Actor.StaffId.ToString(CultureInfo.InvariantCulture)),
                    new Claim(ClaimTypes.Name, signedIn.Actor.Name),
                    new Claim(ClaimTypes.Role, signedIn.Actor.Role.ToString()),
                ],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    /// <summary>The signed-in person and session; null for others, and for cookies without a session.</summary>
    public static SignedIn? ToSignedIn(this ClaimsPrincipal? user) =>
        int.TryParse(
            user?.FindFirstValue(ClaimTypes.NameIdentifier),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var id
        )
        && Enum.TryParse<StaffRole>(user!.FindFirstValue(ClaimTypes.Role), out var role)
        && Guid.TryParse(user!.FindFirstValue(ClaimTypes.Sid), out var session)
            ? new SignedIn(session, new Actor.Staff(id, role, user!.Identity?.Name ?? ""))
            : null;

    /// <summary>The actor of a session; null if not signed in.</summary>
    public static Actor.Staff? ToActor(this ClaimsPrincipal? user) => user.ToSignedIn()?.Actor;
}
