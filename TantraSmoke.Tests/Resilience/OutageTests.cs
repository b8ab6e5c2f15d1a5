using System.Net;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Bot.Texts;

namespace TantraSmoke.Tests.Resilience;

/// <summary>The program while a server it needs is away.</summary>
public sealed class OutageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgresAway_GuestsHearAnApology_ReadySaysSo_AndAllComesBackByItself()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram);
        home.MoveToNoon();
        await using var gate = home.GateBefore("DB").Open();
        await using var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        await web.WaitUntilAnswersAsync("/health/ready");
        var phone = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина", languageCode: "ru"));
        phone.Send("/start");
        await phone.WaitForTextAsync("Ирина", Cancel);

        gate.Shut();
        telegram.Telegram.Tap(phone.ChatId, phone.Screen!.Id, "📅 Мои брони");
        await Eventually.Holds(
            () =>
                telegram.Telegram.LastToast(phone.ChatId)?.Text == BotTexts.Russian.Apology
                || phone.Screen!.Text == BotTexts.Russian.Apology,
            "an apology",
            TimeSpan.FromSeconds(30),
            Cancel
        );
        using (var answer = await web.Http.GetAsync("/health/ready", Cancel))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("Unhealthy: database", await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal("Healthy", await web.Http.GetStringAsync("/health/live", Cancel));
        // Long enough for everything that runs in the background to stumble.
        await Task.Delay(TimeSpan.FromSeconds(6), Cancel);
        Assert.InRange(new FileInfo(Path.Combine(home.Folder, "log.txt")).Length, 1, 100_000);

        gate.Open();
        await web.WaitUntilAnswersAsync("/health/ready");
        Assert.Equal(6, (await phone.BookAsync("2", "Завтра", "18:00", Cancel)).Length);
        Assert.Equal(0, await web.StopAsync());
    }

    [Fact]
    public async Task RedisAway_ConversationsGoOn_AndComeBackToIt()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram);
        home.MoveToNoon();
        await using var gate = home.GateBefore("REDIS").Open();
        await using var web = await DashboardServer.StartAsync(home);
        var inTheMiddle = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина", languageCode: "ru"));
        inTheMiddle.Send("/start");
        await inTheMiddle.WaitForTextAsync("Ирина", Cancel);
        await inTheMiddle.TapAsync("🍽️ Забронировать столик", Cancel);
        await inTheMiddle.TapAsync("2", Cancel);

        gate.Shut();
        // Who is in the middle goes on, who is new begins, and nobody hears an apology.
        foreach (var label in new[] { "Завтра", "18:00", "✅ Всё верно" })
            await inTheMiddle.TapAsync(label, Cancel);
        await inTheMiddle.WaitForTextAsync("Код брони: ", Cancel);
        var newcomer = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Олег", languageCode: "ru"));
        Assert.Equal(6, (await newcomer.BookAsync("2", "Завтра", "20:00", Cancel)).Length);
        Assert.Equal("Degraded: redis", await web.Http.GetStringAsync("/health/ready", Cancel));
        Assert.DoesNotContain(
            telegram.Calls,
            call => call.Call.Parameters.Any(parameter => parameter.Value?.ToString() == BotTexts.Russian.Apology)
        );

        gate.Open();
        await Eventually.Holds(
            async () => await web.Http.GetStringAsync("/health/ready", Cancel) == "Healthy",
            "Redis is there",
            TimeSpan.FromSeconds(60),
            Cancel
        );
        // The dialog is where it was left, not where Redis had it.
        var known = newcomer.Screen!.Id;
        await newcomer.TapAsync("🏠", Cancel);
        Assert.Equal(known, newcomer.Screen.Id);
        await newcomer.TapAsync("📅 Мои брони", Cancel);
        Assert.Contains(newcomer.Screen.Labels, label => label.Contains("20:00", StringComparison.Ordinal));
        // Redis is left alone for two seconds after a call that failed; the chat's first step after them takes the
        // session there.
        await using var store = home.OpenStore();
        await Eventually.Holds(
            async () =>
            {
                await newcomer.TapAsync("🏠", Cancel);
                await newcomer.TapAsync("📅 Мои брони", Cancel);
                return await store.ReadAsync(
                    async db => !await db.ChatSessions.AnyAsync(s => s.ChatId == newcomer.ChatId, Cancel),
                    Cancel
                );
            },
            "the session is back in Redis",
            TimeSpan.FromSeconds(20),
            Cancel
        );
    }

    [Fact]
    public async Task Start_WithoutRedis_ServesTheDashboardAndTheBotFollows()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram);
        home.MoveToNoon();
        await using var gate = home.GateBefore("REDIS");
        await using var web = await DashboardServer.StartAsync(home);
        Assert.Equal(HttpStatusCode.OK, (await web.Http.GetAsync("/sign-in", Cancel)).StatusCode);

        gate.Open();
        await Eventually.Holds(
            async () => (await web.Http.GetAsync("/health/ready", Cancel)).IsSuccessStatusCode,
            "Redis is there",
            TimeSpan.FromSeconds(30),
            Cancel
        );
        var phone = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина", languageCode: "ru"));
        Assert.Equal(6, (await phone.BookAsync("2", "Завтра", "18:00", Cancel)).Length);
    }

    [Fact]
    public async Task Start_DatabaseThatRefusesUs_IsOneLineAndFails()
    {
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram: null);
        home.MoveToNoon();
        home.Variables["DB_USER"] = "nobody_here";
        await using var web = WebProcess.Start(home.Folder, home.Variables);

        Assert.Equal(1, await web.WaitForExitAsync());
        Assert.Contains("refuses us: ", Assert.Single(web.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
