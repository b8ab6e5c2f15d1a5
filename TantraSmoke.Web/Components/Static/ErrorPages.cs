using Microsoft.AspNetCore.Http.HttpResults;

namespace TantraSmoke.Web.Components.Static;

/// <summary>Shows an error page instead of an empty response.</summary>
public static class ErrorPages
{
    public const string Path = "/error";

    public static void MapErrorPages(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .Map(
                Path,
                (HttpContext http) => new RazorComponentResult<ErrorPage>(new { Status = http.Response.StatusCode })
            )
            .AllowAnonymous();
}
