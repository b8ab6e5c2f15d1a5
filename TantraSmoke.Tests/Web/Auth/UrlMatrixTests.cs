using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Setup;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Tests.Web.Auth;

/// <summary>
/// Every role at every address, found in the code: a new page or download that does not say whom it is for fails here,
/// and what it says is what the server does.
/// </summary>
public sealed class UrlMatrixTests(EveryRole staff) : IClassFixture<EveryRole>
{
    /// <summary>
    /// What is everybody's who has signed in, whatever they may do: their own account, the connection of their page,
    /// what is not there.
    /// </summary>
    private static readonly HashSet<string> ForEverybodySignedIn =
    [
        "account",
        "not-found",
        "sign-out",
        "error",
        "_framework/opaque-redirect",
        "{**path:file}",
    ];

    private static readonly IReadOnlyList<RouteEndpoint> Endpoints = Find();

    public static TheoryData<string> Guarded =>
        [
            .. Endpoints
                .Where(e => e.Metadata.GetMetadata<RequiresAttribute>() is not null && Takes(e, "GET"))
                .Select(Example)
                .Distinct()
                .Order(),
        ];

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public void Endpoint_Every_SaysWhomItIsFor()
    {
        var silent = Endpoints
            .Where(e =>
                e.Metadata.GetMetadata<RequiresAttribute>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null
            )
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            .Where(route =>
                !route.StartsWith("_blazor", StringComparison.Ordinal) && !ForEverybodySignedIn.Contains(route)
            );

        Assert.Empty(silent);
        Assert.True(Guarded.Count >= 20, $"{Guarded.Count} addresses");
    }

    /// <summary>
    /// The hall map's page holds nothing, its door asks Telegram, and the rest is asked for a guest's key: see
    /// <c>MiniAppTests</c>.
    /// </summary>
    [Fact]
    public void Endpoint_OfTheHallMap_IsAGuestsAndNoStaffs()
    {
        string[] known =
        [
            "app",
            "app/api/session",
            "app/api/view",
            "app/api/hold",
            "app/api/book",
            "app/api/release",
            "app/api/photo/{table:int}",
            "app/api/live",
        ];
        var map = Endpoints.Where(e => e.RoutePattern.RawText!.Trim('/').Split('/')[0] == "app").ToList();

        Assert.Equal(known.Order(), map.Select(e => e.RoutePattern.RawText!.Trim('/')).Order());
        Assert.All(map, e => Assert.NotNull(e.Metadata.GetMetadata<IAllowAnonymous>()));
        Assert.All(map, e => Assert.Null(e.Metadata.GetMetadata<RequiresAttribute>()));
    }

    [Theory, MemberData(nameof(Guarded))]
    public async Task Address_ByEveryRole_OpensOnlyToThoseWithTheRight(string address)
    {
        var rights = Endpoints
            .First(e => e.Metadata.GetMetadata<RequiresAttribute>() is not null && Example(e) == address)
            .Metadata.GetMetadata<RequiresAttribute>()!
            .Rights;
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var refusals = await staff.RefusalsAsync();
            using var answer = await staff.As(role).GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Cancel);

            var may = rights.Any(Rights.Of(role).Contains);
            Assert.True(may == (answer.StatusCode != HttpStatusCode.Forbidden), $"{role}: {answer.StatusCode}");
            Assert.True((int)answer.StatusCode < 500, $"{role}: {answer.StatusCode}");
            Assert.Equal(may ? refusals : refusals + 1, await staff.RefusalsAsync());
            AssertIsGuarded(answer);
        }

        using var stranger = await staff.Stranger.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        Assert.StartsWith("/sign-in?", stranger.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        AssertIsGuarded(stranger);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/link?token=none")]
    [InlineData("/error")]
    [InlineData("/not-there")]
    [InlineData("/health/live")]
    [InlineData("/desk.css")]
    [InlineData("/desk.js")]
    [InlineData("/sw.js")]
    [InlineData("/_blazor/negotiate")]
    public async Task Address_OfEverybody_SaysWhatMayRunInIt(string address)
    {
        using var answer = await staff.Stranger.GetAsync(address, Cancel);
        AssertIsGuarded(answer);
    }

    /// <summary>
    /// Nothing foreign runs in it, nobody frames it, nothing is taken for what it does not say it is.
    /// </summary>
    private static void AssertIsGuarded(HttpResponseMessage answer)
    {
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    /// <summary>The dashboard as the program maps it, without starting it.</summary>
    private static List<RouteEndpoint> Find()
    {
        using var folder = new TempFolder();
        // With everything that is there only where it has been set up.
        var variables = new Dictionary<string, string?>
        {
            ["BOT_TOKEN"] = "1000000001:AAF-fake-server-token-35-characters",
            ["PUBLIC_URL"] = "https://lounge.example",
        };
        var installation = TestInstallation.Load(variables, folder.Path);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(DashboardRegistration).Assembly.GetName().Name,
                ContentRootPath = Path.GetDirectoryName(Repository.WebProgram),
            }
        );
        builder.Services.AddCore(installation).AddBot(installation);
        builder.AddDashboard(installation);
        using var app = builder.Build();
        app.MapDashboard();
        return
        [
            .. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>(),
        ];
    }

    private static bool Takes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods }
        || methods.Contains(method);

    /// <summary>An address of that route; what its parameters name does not exist, the right comes first.</summary>
    private static string Example(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            _ => "4711",
                        }
                    )
                )
            )
        );
}

/// <summary>One server, and somebody of every role who has signed in to it.</summary>
public sealed class EveryRole : IAsyncLifetime
{
    private readonly Dictionary<StaffRole, DashboardVisitor> _visitors = [];
    private ProcessHome _home = null!;
    private BesideStore _store = null!;
    private DashboardServer _server = null!;
    private DashboardVisitor _stranger = null!;

    public HttpClient Stranger => _stranger.Http;

    public HttpClient As(StaffRole role) => _visitors[role].Http;

    public Task<int> RefusalsAsync() =>
        _store.ReadAsync(
            db =>
                db.Audit.CountAsync(
                    a => a.Action == AuditEntry.Refused && a.Subject == AuditEntry.Rights,
                    TestVenue.Cancel
                ),
            TestVenue.Cancel
        );

    public async ValueTask InitializeAsync()
    {
        _home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram: null);
        _store = _home.OpenStore();
        await _store.Services.GetRequiredService<VenueSetup>().RunAsync(TestContext.Current.CancellationToken);
        _server = await DashboardServer.StartAsync(_home);
        _stranger = new DashboardVisitor(_server.Address);
        var staff = _store.Services.GetRequiredService<StaffRegistry>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var member = (
                await staff.Changes.AddAsync(
                    Actor.System.Instance,
                    new StaffFacts($"{role}", role, $"{role}@lounge.example", null),
                    TestContext.Current.CancellationToken
                )
            ).Value!;
            var token = await staff.Links.CreateSignInLinkAsync(member.Id, TestContext.Current.CancellationToken);
            _visitors[role] = new DashboardVisitor(_server.Address);
            await _visitors[role].PressAsync(new Uri(_server.Address, $"/sign-in/link?token={token}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors.Values)
            visitor.Dispose();
        _stranger.Dispose();
        await _server.DisposeAsync();
        await _store.DisposeAsync();
        await _home.DisposeAsync();
    }
}
