using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Features.MiniApp;

namespace TantraSmoke.Tests.Web.MiniApp;

/// <summary>The hall map's door and what is behind it: only whom Telegram has vouched for, and once.</summary>
public sealed class MiniAppTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Door_ForgedExpiredAndReplayed_StaysShut(TestDatabase database)
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await HomeAsync(database, telegram);
        await using var web = await DashboardServer.StartAsync(home);
        var initData = TelegramApp.InitData(telegram.Token, 42, "Вера", DateTimeOffset.UtcNow);

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (
                await KnockAsync(
                    web,
                    TelegramApp.InitData(
                        "1000000001:another-token-of-another-bot-35",
                        42,
                        "Вера",
                        DateTimeOffset.UtcNow
                    )
                )
            ).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (
                await KnockAsync(
                    web,
                    TelegramApp.InitData(telegram.Token, 42, "Вера", DateTimeOffset.UtcNow.AddMinutes(-61))
                )
            ).StatusCode
        );
        var key = await KeyAsync(await KnockAsync(web, initData));
        var again = await KnockAsync(web, initData);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.Contains(
            "has expired, or the link was someone else",
            (await again.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("error").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await KnockAsync(web, initData, new string('a', 64))).StatusCode);

        // The page that has the key was only loaded again.
        Assert.Equal(key, await KeyAsync(await KnockAsync(web, initData, key)));
        var other = await KeyAsync(
            await KnockAsync(web, TelegramApp.InitData(telegram.Token, 43, "Олег", DateTimeOffset.UtcNow))
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await KnockAsync(web, initData, other)).StatusCode);

        // Of many at once one gets in.
        var contested = TelegramApp.InitData(telegram.Token, 44, "Ира", DateTimeOffset.UtcNow);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => KnockAsync(web, contested)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Everything_WithoutAKey_IsRefusedToStrangersAndStaffAlike()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await HomeAsync(TestDatabase.Sqlite, telegram);
        await using var web = await DashboardServer.StartAsync(home);
        await using var store = home.OpenStore();
        var staff = store.Services.GetRequiredService<StaffRegistry>();
        var admin = (
            await staff.Changes.AddAsync(
                Actor.System.Instance,
                new StaffFacts("Boris", StaffRole.Admin, null, 77),
                Cancel
            )
        ).Value!;
        using var boris = new DashboardVisitor(web.Address);
        await boris.PressAsync(
            new Uri(web.Address, $"/sign-in/link?token={await staff.Links.CreateSignInLinkAsync(admin.Id, Cancel)}")
        );
        Assert.Equal(HttpStatusCode.OK, (await boris.Http.GetAsync("/", Cancel)).StatusCode);

        foreach (var http in new[] { web.Http, boris.Http })
        {
            foreach (var path in new[] { "view", "photo/1", "live?day=2026-11-20" })
                Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync($"/app/api/{path}", Cancel)).StatusCode);
            foreach (var path in new[] { "hold", "book", "release" })
                Assert.Equal(
                    HttpStatusCode.Unauthorized,
                    (
                        await http.PostAsJsonAsync(
                            $"/app/api/{path}",
                            new
                            {
                                party = 2,
                                day = "2026-11-20",
                                slot = 1,
                                key = Guid.NewGuid(),
                            },
                            Cancel
                        )
                    ).StatusCode
                );
        }

        // The page may stand in Telegram's web client, and no other page may stand anywhere else than before.
        using var page = await web.Http.GetAsync("/app", Cancel);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors https://web.telegram.org", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        using var door = await web.Http.GetAsync("/sign-in", Cancel);
        Assert.Contains(
            "frame-ancestors 'none'",
            door.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_AndWhatItLoads_IsLight()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await HomeAsync(TestDatabase.Sqlite, telegram);
        await using var web = await DashboardServer.StartAsync(home);
        using var packed = new HttpRequestMessage(HttpMethod.Get, "/hall-map.js")
        {
            Headers = { { "Accept-Encoding", "gzip" } },
        };
        Assert.Equal(["gzip"], (await web.Http.SendAsync(packed, Cancel)).Content.Headers.ContentEncoding);
        var html = await web.Http.GetStringAsync("/app", Cancel);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(html);
        foreach (
            System.Text.RegularExpressions.Match file in System.Text.RegularExpressions.Regex.Matches(
                html,
                "(?:href|src)=\"(/[^\"]+)\""
            )
        )
            bytes += (await web.Http.GetByteArrayAsync(file.Groups[1].Value, Cancel)).Length;
        using var session = await KnockAsync(
            web,
            TelegramApp.InitData(telegram.Token, 42, "Вера", DateTimeOffset.UtcNow)
        );
        bytes += (await session.Content.ReadAsByteArrayAsync(Cancel)).Length;

        // Under a second on 400 kbit/s, and packed it is a third of that; Telegram's own script is not waited for.
        Assert.InRange(bytes, 10_000, 50_000);
    }

    [Fact]
    public void Pace_OfOneGuest_DoesNotSlowAnother()
    {
        using var pace = new MiniAppPace();

        Assert.Equal(180, Enumerable.Range(0, 500).Count(_ => pace.MayAsk(1)));
        Assert.True(pace.MayAsk(2));
        Assert.Equal(600, Enumerable.Range(0, 1000).Count(_ => pace.MayKnock(IPAddress.Loopback)));
    }

    [Fact]
    public async Task WithoutPublicUrl_NothingOfItIsThere()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram);
        await using var web = await DashboardServer.StartAsync(home);

        // Whatever is not there asks strangers to sign in.
        using var knocked = await KnockAsync(
            web,
            TelegramApp.InitData(telegram.Token, 42, "Вера", DateTimeOffset.UtcNow)
        );
        Assert.Equal("/sign-in", knocked.RequestMessage!.RequestUri!.AbsolutePath);
        using var page = await web.Http.GetAsync("/app", Cancel);
        Assert.Equal("/sign-in", page.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("https://lounge.example/", true)]
    [InlineData("http://lounge.example", false)]
    [InlineData(null, false)]
    public async Task Chat_OffersTheMap_OnlyWhereItCanBeReached(string? publicUrl, bool isOffered)
    {
        await using var server = await FakeBotApiServer.StartAsync();
        var variables = new Dictionary<string, string?>
        {
            ["BOT_TOKEN"] = server.Token,
            ["TELEGRAM_API_URL"] = server.Url,
            ["PUBLIC_URL"] = publicUrl,
        };
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: variables,
            configure: (services, installation) => services.AddBot(installation)
        );
        var guest = new Dialog(venue, server.Telegram.AddPerson("Ирина", languageCode: "ru"), server.Telegram);
        await guest.SendAsync("/start");
        Assert.Equal(isOffered, guest.Screen.Labels.Contains("🗺 План зала"));
        await guest.ToConfirmationAsync();
        Assert.Equal(isOffered, guest.Screen.Labels.Contains("🗺 План зала"));
        await guest.TapAsync("🪑 Выбрать стол");

        var button = guest.Screen.Buttons.SelectMany(row => row).SingleOrDefault(b => b.Label == "🗺 План зала");
        Assert.Equal(
            isOffered ? $"https://lounge.example/app?party=2&day=2026-11-20&slot={await venue.SlotAsync(20)}" : null,
            button?.Value
        );
        await guest.TapAsync("№5");
        await guest.TapAsync("✅ Выбрать этот стол");
        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
        server.AssertAllRequestsMatchFacts();
    }

    [Theory, OnBothDatabases]
    public async Task Closed_WhileItListensAndAsks_LogsNothing(TestDatabase database)
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await HomeAsync(database, telegram);
        await using (var web = await DashboardServer.StartAsync(home))
        {
            var key = await KeyAsync(
                await KnockAsync(web, TelegramApp.InitData(telegram.Token, 42, "Вера", DateTimeOffset.UtcNow))
            );
            foreach (
                var path in new[]
                {
                    "live?day=2026-11-20",
                    "view?party=2",
                    "view?party=3",
                    "view?party=4",
                    "view?party=5",
                    "live?day=2026-11-20",
                }
            )
            {
                using var http = new HttpClient { BaseAddress = web.Address };
                http.DefaultRequestHeaders.Authorization = new("Bearer", key);
                using var closing = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
                var asking = http.GetAsync($"/app/api/{path}", HttpCompletionOption.ResponseHeadersRead, closing.Token);
                if (path.StartsWith("live", StringComparison.Ordinal))
                    _ = await (await asking).Content.ReadAsStreamAsync(Cancel);
                else
                    await Task.Delay(path[^1] - '0', Cancel);
                await closing.CancelAsync();
            }

            await Task.Delay(500, Cancel);
        }

        var log = await File.ReadAllTextAsync(Path.Combine(home.Folder, "log.txt"), Cancel);
        Assert.DoesNotContain("Exception", log, StringComparison.Ordinal);
        Assert.DoesNotContain(" ERR", log, StringComparison.Ordinal);
    }

    internal static async Task<ProcessHome> HomeAsync(TestDatabase database, FakeBotApiServer telegram)
    {
        var home = await ProcessHome.CreateAsync(database, telegram);
        home.Variables["PUBLIC_URL"] = "https://lounge.example";
        home.MoveToNoon();
        return home;
    }

    private static async Task<HttpResponseMessage> KnockAsync(DashboardServer web, string initData, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/app/api/session")
        {
            Content = JsonContent.Create(new { initData }),
        };
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        return await web.Http.SendAsync(request, Cancel);
    }

    private static async Task<string> KeyAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("key").GetString()!;
    }
}
