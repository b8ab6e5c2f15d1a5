using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace TantraSmoke.Web.Auth;

/// <summary>
/// Checks the session on every request: an ended session is signed out, a changed role applies at once.
/// </summary>
public static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var claimed = context.Principal.ToSignedIn();
        var now = claimed is null
            ? null
            : await http
                .RequestServices.GetRequiredService<StaffDirectory>()
                .FindAsync(claimed.SessionId, http.RequestAborted);
        if (now is null || now.Actor.StaffId != claimed!.Actor.StaffId)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
        else if (now != claimed)
        {
            context.ReplacePrincipal(now.ToPrincipal());
            context.ShouldRenew = true;
        }
    }
}
