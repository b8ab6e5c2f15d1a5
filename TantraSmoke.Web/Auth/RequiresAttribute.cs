using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace TantraSmoke.Web.Auth;

/// <summary>
/// Restricts a page to roles with one of these rights; checked for direct requests and for navigation.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(params Right[] rights) : AuthorizeAttribute(RightPolicies.Name(rights))
{
    public IReadOnlyList<Right> Rights => rights;
}

public static class RequiresEndpoints
{
    /// <summary>The same for endpoints that are not pages.</summary>
    public static TBuilder RequireRight<TBuilder>(this TBuilder endpoint, params Right[] rights)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(new RequiresAttribute(rights));
}

/// <summary>Creates the policies named by <see cref="RequiresAttribute"/>.</summary>
internal sealed class RightPolicies(IOptions<AuthorizationOptions> options)
    : DefaultAuthorizationPolicyProvider(options)
{
    private const string Prefix = "one of ";

    public static string Name(IEnumerable<Right> rights) => Prefix + string.Join(',', rights);

    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (!policyName.StartsWith(Prefix, StringComparison.Ordinal))
            return base.GetPolicyAsync(policyName);
        var rights = policyName[Prefix.Length..].Split(',').Select(Enum.Parse<Right>).ToList();
        return Task.FromResult<AuthorizationPolicy?>(
            new AuthorizationPolicyBuilder()
                .RequireAssertion(context => context.User.ToActor() is { } actor && rights.Exists(actor.May))
                .Build()
        );
    }
}
