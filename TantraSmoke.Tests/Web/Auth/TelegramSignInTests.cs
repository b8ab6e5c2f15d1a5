using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Tests.Web.Auth;

/// <summary>
/// Telegram's own button: what it sends is believed only when it is signed, fresh, used once, and asked for by this
/// browser.
/// </summary>
public sealed class TelegramSignInTests
{
    private const string Token = "1000000001:AAF-fake-server-token-35-characters";
    private static readonly DateTimeOffset Now = TestVenue.Friday;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Sign_OfADocumentedExample_IsWhatOthersCompute()
    {
        // Made with Python: hmac.new(sha256(token).digest(), data_check_string, sha256).hexdigest()
        var fields = new Dictionary<string, string>
        {
            ["id"] = "42",
            ["first_name"] = "Вера",
            ["username"] = "vera",
            ["auth_date"] = "1700000000",
        };

        Assert.Equal(
            "dc9958b55e14ebbf0a877921041734f711db63be0ce8c12b657f1411f4ff3e65",
            TelegramLogin.Sign(fields, Token)
        );
    }

    [Fact]
    public void Read_WhatTelegramHasSigned_IsWhoPressed() =>
        Assert.Equal(42, TelegramLogin.Read(Signed(Now), Token, Now)?.Id);

    public static TheoryData<string> Wrong =>
        [
            "id",
            "first_name",
            "auth_date",
            "added",
            "hash",
            "short hash",
            "no hash",
            "other token",
            "too old",
            "from the future",
        ];

    [Theory, MemberData(nameof(Wrong))]
    public void Read_WhatSomebodyElseHasMade_IsNobody(string what)
    {
        var sent = what switch
        {
            "too old" => Signed(Now - TelegramLogin.Lives - TimeSpan.FromSeconds(1)),
            "from the future" => Signed(Now.AddMinutes(2)),
            "other token" => Signed(Now, token: Token + "x"),
            _ => Signed(Now),
        };
        switch (what)
        {
            case "id":
                sent["id"] = "43";
                break;
            case "first_name":
                sent["first_name"] = "Анна";
                break;
            case "auth_date":
                sent["auth_date"] += "0";
                break;
            case "added":
                sent["last_name"] = "Н.";
                break;
            case "hash":
                sent["hash"] = new string('0', 64);
                break;
            case "short hash":
                sent["hash"] = sent["hash"][..32];
                break;
            case "no hash":
                sent.Remove("hash");
                break;
        }

        Assert.Null(TelegramLogin.Read(sent, Token, Now));
    }

    [Fact]
    public async Task Button_LetsStaffInOnceAndNobodyElse()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram);
        home.Variables["PUBLIC_URL"] = "http://lounge.example";
        await using var server = await DashboardServer.StartAsync(home);
        await using var store = home.OpenStore();
        var staff = store.Services.GetRequiredService<StaffChanges>();
        await staff.AddAsync(
            new Actor.Staff(0, StaffRole.Admin, "Before"),
            new StaffFacts("Вера", StaffRole.Host, null, 42),
            Cancel
        );
        using var vera = new DashboardVisitor(server.Address);
        using var other = new DashboardVisitor(server.Address);
        var button = await ButtonAsync(vera);
        Assert.False(string.IsNullOrEmpty(button.GetAttribute("data-telegram-login")));
        var back = QueryHelpers.AddQueryString(button.GetAttribute("data-auth-url")!, Signed(DateTimeOffset.UtcNow)!);

        // Somebody else's browser, with the very same address: they would be signed in as Vera without knowing.
        await AssertAsync(other, back, "/sign-in?problem=Stale");
        await AssertAsync(vera, back.Replace("id=42", "id=43", StringComparison.Ordinal), "/sign-in?problem=Stale");
        back = QueryHelpers.AddQueryString(
            (await ButtonAsync(vera)).GetAttribute("data-auth-url")!,
            Signed(DateTimeOffset.UtcNow)!
        );
        await AssertAsync(vera, back, "/");
        Assert.Equal(HttpStatusCode.OK, (await vera.Http.GetAsync("/", Cancel)).StatusCode);
        // Once more, by a button of their own.
        var proof = QueryHelpers
            .ParseQuery(new Uri(back).Query)
            .Where(field => field.Key != "state")
            .ToDictionary(field => field.Key, field => (string?)field.Value.ToString());
        await AssertAsync(
            other,
            QueryHelpers.AddQueryString((await ButtonAsync(other)).GetAttribute("data-auth-url")!, proof),
            "/sign-in?problem=Stale"
        );
        await AssertAsync(
            other,
            QueryHelpers.AddQueryString(
                (await ButtonAsync(other)).GetAttribute("data-auth-url")!,
                Signed(DateTimeOffset.UtcNow, id: 77)!
            ),
            "/sign-in?problem=Unknown"
        );

        var session = await store.ReadAsync(db => db.StaffSessions.SingleAsync(Cancel), Cancel);
        Assert.Equal(SignInWay.Telegram, session.Way);
        Assert.Equal(
            4,
            await store.ReadAsync(
                db => db.Audit.CountAsync(a => a.Subject == AuditEntry.SignIns && a.SubjectId == "telegram", Cancel),
                Cancel
            )
        );
    }

    private static async Task<IElement> ButtonAsync(DashboardVisitor visitor) =>
        new HtmlParser()
            .ParseDocument(await visitor.Http.GetStringAsync("/sign-in", Cancel))
            .QuerySelector("script[data-telegram-login]")!;

    private static async Task AssertAsync(DashboardVisitor visitor, string address, string leadsTo)
    {
        // As the proxy in front of the public address would.
        using var answer = await visitor.Http.GetAsync(
            address.Replace("http://lounge.example", "", StringComparison.Ordinal),
            Cancel
        );
        Assert.Equal((HttpStatusCode.Redirect, leadsTo), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    private static Dictionary<string, string> Signed(DateTimeOffset at, long id = 42, string token = Token)
    {
        var fields = new Dictionary<string, string>
        {
            ["id"] = $"{id}",
            ["first_name"] = "Вера",
            ["username"] = "vera",
            ["auth_date"] = $"{at.ToUnixTimeSeconds()}",
        };
        fields["hash"] = TelegramLogin.Sign(fields, token);
        return fields;
    }
}
