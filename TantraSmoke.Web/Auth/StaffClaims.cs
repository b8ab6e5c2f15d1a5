using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>What the session cookie says about somebody: staff id, name and role.</summary>
public static class StaffClaims
{
    public static ClaimsPrincipal ToPrincipal(this StaffMember member) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, member.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, member.Name),
            new Claim(ClaimTypes.Role, member.Role.ToString()),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>The actor behind a session; null for somebody not signed in.</summary>
    public static Actor.Staff? ToActor(this ClaimsPrincipal? user) =>
        int.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && Enum.TryParse<StaffRole>(user!.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor.Staff(id, role, user!.Identity?.Name ?? "")
            : null;

    public static Actor.Staff ToActor(this StaffMember member) => new(member.Id, member.Role, member.Name);
}
