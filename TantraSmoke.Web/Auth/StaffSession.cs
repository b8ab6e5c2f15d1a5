using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace TantraSmoke.Web.Auth;

/// <summary>Keeps a session in step with the staff list: whoever was closed is signed out, a new role applies at once.</summary>
public static class StaffSession
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var claimed = context.Principal.ToActor();
        var member = claimed is null
            ? null
            : await http.RequestServices.GetRequiredService<StaffDirectory>().FindAsync(claimed.StaffId, http.RequestAborted);
        if (member is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
        else if (member.ToActor() != claimed)
        {
            context.ReplacePrincipal(member.ToPrincipal());
            context.ShouldRenew = true;
        }
    }
}

/// <summary>The same for pages that stay open: a circuit outlives its request, so it is asked again every half minute.</summary>
public sealed class CircuitSession(StaffDirectory directory, ILoggerFactory loggers) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        return user.ToActor() is { } claimed
            && await directory.FindAsync(claimed.StaffId, cancellationToken) is { } member
            && member.ToActor() == claimed;
    }
}
