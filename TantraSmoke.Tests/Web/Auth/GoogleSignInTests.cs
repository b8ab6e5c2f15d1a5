using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Web.Auth;

/// <summary>The whole way through Google and back.</summary>
public sealed class GoogleSignInTests : IAsyncLifetime
{
    private const string SignInWayName = "google";
    private static readonly Actor.Staff Before = new(0, StaffRole.Admin, "Before");
    private FakeGoogle _google = null!;
    private ProcessHome _home = null!;
    private DashboardServer _server = null!;
    private BesideStore _store = null!;
    private DashboardVisitor _visitor = null!;
    private StaffMember _anna = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StaffChanges Staff => _store.Services.GetRequiredService<StaffChanges>();

    public async ValueTask InitializeAsync()
    {
        _google = await FakeGoogle.StartAsync();
        _home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram: null);
        await StartAsync();
        _anna = (
            await Staff.AddAsync(Before, new StaffFacts("Anna", StaffRole.Host, "Anna@Lounge.example", null), Cancel)
        ).Value!;
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _server.DisposeAsync();
        await _store.DisposeAsync();
        await _home.DisposeAsync();
        await _google.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_OfStaffWithAVerifiedAddress_LetsInAndIsAudited()
    {
        var back = await BackFromGoogleAsync();
        var answer = await _visitor.Http.GetAsync(back, Cancel);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await _visitor.Http.GetAsync("/", Cancel)).StatusCode);
        Assert.Empty(_google.Refusals);
        var session = await _store.ReadAsync(db => db.StaffSessions.SingleAsync(Cancel), Cancel);
        Assert.Equal((_anna.Id, SignInWay.Google), (session.StaffId, session.Way));
        var line = await _store.ReadAsync(db => db.Audit.OrderBy(a => a.Id).LastAsync(Cancel), Cancel);
        Assert.Equal((AuditEntry.SignedIn, "Anna"), (line.Action, line.ActorName));
    }

    [Fact]
    public async Task SignIn_WithAnotherState_IsRefusedBeforeAnythingIsAsked()
    {
        var back = await BackFromGoogleAsync();
        using var other = new DashboardVisitor(_server.Address);
        var query = QueryHelpers.ParseQuery(back.Query);

        // Somebody else's browser, a state that was tampered with, and none at all.
        await AssertRefusedAsync(other, back, "has expired");
        await AssertRefusedAsync(
            _visitor,
            new Uri(
                _server.Address,
                QueryHelpers.AddQueryString(
                    "/signin-google",
                    new Dictionary<string, string?> { ["code"] = query["code"], ["state"] = query["state"] + "x" }
                )
            ),
            "has expired"
        );
        await AssertRefusedAsync(
            _visitor,
            new Uri(_server.Address, $"/signin-google?code={query["code"]}"),
            "has expired"
        );

        Assert.Empty(_google.Refusals);
        Assert.Equal(3, await RefusalsAsync(SignInWayName));
    }

    [Fact]
    public async Task SignIn_WithACodeThatWasUsed_IsRefused()
    {
        var back = await BackFromGoogleAsync();
        var kept = _visitor.Cookies;
        await _visitor.Http.GetAsync(back, Cancel);

        // The same browser once more: what proved that it had begun this is used up.
        await AssertRefusedAsync(_visitor, back, "has expired", isIn: true);
        // And if it were not, Google takes a code only once.
        using var thief = new DashboardVisitor(_server.Address);
        thief.Cookies = kept;
        await AssertRefusedAsync(thief, back, "has expired");
        Assert.Equal(["the code is unknown or was used"], _google.Refusals);
    }

    [Fact]
    public async Task SignIn_OfSomebodyUnknown_SaysSoAndNotesTheAddress()
    {
        _google.Who = new FakeGoogle.Account("stranger@lounge.example", true);

        await AssertRefusedAsync(_visitor, await BackFromGoogleAsync(), "not on the staff list");

        var line = await _store.ReadAsync(db => db.Audit.OrderBy(a => a.Id).LastAsync(Cancel), Cancel);
        Assert.Equal(
            (AuditEntry.Refused, AuditEntry.SignIns, SignInWayName),
            (line.Action, line.Subject, line.SubjectId)
        );
        Assert.Contains("stranger@lounge.example", line.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithAnAddressThatIsNotVerified_IsRefused()
    {
        _google.Who = new FakeGoogle.Account("anna@lounge.example", false);

        await AssertRefusedAsync(_visitor, await BackFromGoogleAsync(), "has not been verified");
    }

    [Fact]
    public async Task SignIn_OfSomebodyRemoved_IsRefusedAndTheirSessionEnds()
    {
        await _visitor.Http.GetAsync(await BackFromGoogleAsync(), Cancel);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.Http.GetAsync("/", Cancel)).StatusCode);

        Assert.True((await Staff.RemoveAsync(Before, _anna.Id, Cancel)).Succeeded);

        await Eventually.Holds(
            async () => (await _visitor.Http.GetAsync("/", Cancel)).StatusCode == HttpStatusCode.Redirect,
            "the session of a removed person ends",
            TimeSpan.FromSeconds(30),
            Cancel
        );
        await AssertRefusedAsync(_visitor, await BackFromGoogleAsync(), "not on the staff list");
    }

    [Fact]
    public async Task SignIn_GivenUpAtGoogle_SaysSo()
    {
        _google.Who = null;

        await AssertRefusedAsync(_visitor, await BackFromGoogleAsync(), "You did not sign in");
    }

    [Fact]
    public async Task SignIn_WhileGoogleIsDown_SaysSoAndLogsNoSecret()
    {
        var back = await BackFromGoogleAsync();
        _google.IsDown = true;

        await AssertRefusedAsync(_visitor, back, "Google is not responding");

        Assert.DoesNotContain(
            FakeGoogle.ClientSecret,
            await File.ReadAllTextAsync(Path.Combine(_home.Folder, "log.txt"), Cancel),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SignIn_BehindAProxy_SendsPeopleBackToThePublicAddress()
    {
        await _server.DisposeAsync();
        await _store.DisposeAsync();
        _home.Variables["PUBLIC_URL"] = "https://lounge.example";
        await StartAsync();

        var asked = QueryHelpers.ParseQuery((await BeginAsync()).Query);

        Assert.Equal("https://lounge.example/signin-google", asked["redirect_uri"].ToString());
        Assert.NotEmpty(asked["state"].ToString());
        Assert.NotEmpty(asked["code_challenge"].ToString());
    }

    [Fact]
    public async Task Begin_ByAForeignPage_IsRefused()
    {
        using var empty = new FormUrlEncodedContent([]);

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _visitor.Http.PostAsync("/sign-in/google", empty, Cancel)).StatusCode
        );
    }

    private async Task StartAsync()
    {
        foreach (var (name, value) in _google.Variables)
            _home.Variables[name] = value;
        _server = await DashboardServer.StartAsync(_home);
        _store = _home.OpenStore();
        Visit(_server.Address);
    }

    private void Visit(Uri address)
    {
        _visitor?.Dispose();
        _visitor = new DashboardVisitor(address);
        _visitor.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    /// <summary>Presses the button; returns where Google is asked.</summary>
    private async Task<Uri> BeginAsync()
    {
        var page = new HtmlParser().ParseDocument(await _visitor.Http.GetStringAsync("/sign-in", Cancel));
        var begin = page.QuerySelector("form:has([data-testid=sign-in-google])")!;
        using var form = new FormUrlEncodedContent(
            begin
                .QuerySelectorAll("input")
                .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
        );
        var answer = await _visitor.Http.PostAsync(begin.GetAttribute("action"), form, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>
    /// Presses the button and says yes at Google; returns the address that Google sends the browser back to.
    /// </summary>
    private async Task<Uri> BackFromGoogleAsync()
    {
        var answer = await _visitor.Http.GetAsync(await BeginAsync(), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    private async Task AssertRefusedAsync(DashboardVisitor visitor, Uri back, string sentence, bool isIn = false)
    {
        var answer = await visitor.Http.GetAsync(back, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in?problem=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            sentence,
            await (await visitor.Http.GetAsync(answer.Headers.Location, Cancel)).Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        if (!isIn)
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.Http.GetAsync("/", Cancel)).StatusCode);
        else
            Assert.Equal(HttpStatusCode.OK, (await visitor.Http.GetAsync("/", Cancel)).StatusCode);
    }

    private Task<int> RefusalsAsync(string way) =>
        _store.ReadAsync(
            db =>
                db.Audit.CountAsync(
                    a => a.Action == AuditEntry.Refused && a.Subject == AuditEntry.SignIns && a.SubjectId == way,
                    Cancel
                ),
            Cancel
        );
}
