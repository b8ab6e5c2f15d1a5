using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Resilience;

/// <summary>
/// The whole program, and where it is killed the real process, fed by a Bot API server over HTTP with long polling.
/// </summary>
public sealed class BotProcessTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Guest_BooksThroughTheWholeProgram_AndEveryRequestIsOneTheBotApiTakes()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram);
        home.MoveToNoon();
        var admin = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Борис", id: 42));
        admin.Send("/start");
        await using var web = await DashboardServer.StartAsync(home);
        await admin.WaitForTextAsync("Здравствуйте", Cancel);

        var guest = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина"));
        telegram.FailNext("editMessageText", Fault.ServerError, Fault.TooManyRequests(1));
        telegram.FailNext("getUpdates", Fault.Garbage);
        var code = await guest.BookAsync("2", "Завтра", "20:00", Cancel);

        await admin.WaitForTextAsync(code, Cancel);
        await using var venue = home.OpenStore();
        Assert.Equal(
            BookingStatus.Booked,
            await venue.ReadAsync(
                db => db.Bookings.Where(b => b.Code == code).Select(b => b.Status).SingleAsync(Cancel),
                Cancel
            )
        );
        telegram.AssertAllRequestsMatchFacts();
        Assert.DoesNotContain(telegram.Token, await LogAsync(home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenThatTelegramDoesNotKnow_IsOneLineAndTheDashboardRunsOn()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram);
        home.Variables["BOT_TOKEN"] = "123456789:mistyped";

        await using var web = await DashboardServer.StartAsync(home);
        await Eventually.Holds(
            async () => (await LogAsync(home)).Contains("does not accept BOT_TOKEN", StringComparison.Ordinal),
            "it is said",
            TimeSpan.FromSeconds(60),
            Cancel
        );

        await Eventually.Holds(
            async () => (await web.Http.GetAsync("/health/ready", Cancel)).IsSuccessStatusCode,
            "it is ready",
            TimeSpan.FromSeconds(60),
            Cancel
        );
        Assert.Equal("Healthy", await web.Http.GetStringAsync("/health/live", Cancel));
        var log = await LogAsync(home);
        Assert.DoesNotContain("mistyped", log, StringComparison.Ordinal);
        var lines = log.Split('\n').Where(l => Regex.IsMatch(l, @"\[(ERR|FTL)\]")).ToList();
        Assert.Contains("does not accept BOT_TOKEN", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task ProcessKilledInTheMiddle_KeepsEveryAcknowledgedBooking(TestDatabase database)
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(database, telegram);
        home.MoveToNoon();
        var acknowledged = new ConcurrentBag<string>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        Task[] guests;
        await using (web)
        {
            guests = [.. Enumerable.Range(0, 24).Select(n => GuestAsync(telegram, n, acknowledged, stop.Token))];
            await Eventually.Holds(
                () => acknowledged.Count >= 12,
                "twelve bookings are acknowledged",
                TimeSpan.FromMinutes(1),
                Cancel
            );
            await web.KillAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(guests);
        await using (await DashboardServer.StartAsync(home))
        {
            await using var store = home.OpenStore();
            var kept = await store.ReadAsync(
                db =>
                    db.Bookings.Where(b => b.Status == BookingStatus.Booked && db.Claims.Any(c => c.BookingId == b.Id))
                        .Select(b => b.Code)
                        .ToListAsync(Cancel),
                Cancel
            );
            Assert.Empty(acknowledged.Except(kept));
            Assert.Equal(0, await store.OverlapsAsync(Cancel));

            // And it goes on: the next guest books as if nothing had happened.
            var next = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("После"));
            Assert.Equal(6, (await next.BookAsync("1", "Завтра", "06:00", Cancel)).Length);
        }
    }

    [Fact]
    public async Task ProcessKilledBetweenSendingAndNoting_RepeatsThatOneMessageAtMostAndLosesNone()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram);
        home.MoveToNoon();
        var admin = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Борис", id: 42));
        admin.Send("/start");
        var guest = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина"));
        var codes = new List<string>();
        await using (var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables))
        {
            await admin.WaitForTextAsync("Здравствуйте", Cancel);
            codes.Add(await guest.BookAsync("2", "Завтра", "18:00", Cancel));
            await admin.WaitForTextAsync(codes[0], Cancel);
            // The next message to anybody arrives, and Telegram does not say so: the guest's own dialog is only edited.
            telegram.FailNext("sendMessage", Fault.Silence);
            codes.Add(await AgainAsync("20:00"));
            await admin.WaitForTextAsync(codes[1], Cancel);
            // Waits in the same chat behind it.
            codes.Add(await AgainAsync("22:00"));
            await web.KillAsync();
        }

        await using var store = home.OpenStore();
        Assert.Equal(
            1,
            await store.ReadAsync(db => db.Outbox.CountAsync(m => m.ChatId == 42 && m.SentAt != null, Cancel), Cancel)
        );
        // Within seconds nobody has a claim on what the dead process had taken.
        await using (await DashboardServer.StartAsync(home))
        {
            await admin.WaitForTextAsync(codes[2], Cancel);
            await Eventually.Holds(
                () =>
                    store.ReadAsync(db => db.Outbox.AllAsync(m => m.ChatId != 42 || m.SentAt != null, Cancel), Cancel),
                "everything is sent",
                TimeSpan.FromSeconds(30),
                Cancel
            );
        }

        Assert.Equal(
            [1, 2, 1],
            codes.Select(code =>
                telegram.Telegram.Messages(42).Count(m => m.FromBot && m.Text.Contains(code, StringComparison.Ordinal))
            )
        );

        // From the menu: a command would make the dialog a new message.
        async Task<string> AgainAsync(string hour)
        {
            var known = guest.Screen!.Text;
            foreach (var label in new[] { "🏠", "🍽️ Забронировать столик", "2", "Завтра", hour, "✅ Всё верно" })
                await guest.TapAsync(label, Cancel);
            Assert.NotEqual(known, guest.Screen.Text);
            return (await guest.WaitForTextAsync("Код брони: ", Cancel)).Text.Split("Код брони: ")[1][..6];
        }
    }

    [Fact]
    public async Task ProcessKilledWhileAChatIsSlow_LosesNothingOfWhatItHasFetched()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Postgres, telegram);
        home.MoveToNoon();
        var slow = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина"));
        var other = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Олег"));
        await using (var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables))
        {
            telegram.FailNext("sendMessage", Fault.Hang);
            slow.Send("/start");
            await Eventually.Holds(() => telegram.Count("sendMessage") == 1, "the first is being answered", Cancel);
            for (var n = 1; n <= 3; n++)
                slow.Send($"Сообщение {n}");
            // Telegram may forget them, and nobody waits for this chat.
            await Eventually.Holds(
                () => telegram.Telegram.PendingUpdates == 0,
                "all are fetched",
                TimeSpan.FromSeconds(20),
                Cancel
            );
            Assert.Equal(6, (await other.BookAsync("2", "Завтра", "18:00", Cancel)).Length);
            await web.KillAsync();
        }

        await using (await DashboardServer.StartAsync(home))
        {
            await using var store = home.OpenStore();
            await Eventually.Holds(
                () =>
                    store.ReadAsync(
                        async db =>
                            await db.Set<TalkMessage>().CountAsync(Cancel) == 3
                            && !await db.PendingUpdates.AnyAsync(Cancel),
                        Cancel
                    ),
                "all are handled",
                TimeSpan.FromSeconds(40),
                Cancel
            );
            Assert.Equal(
                ["Сообщение 1", "Сообщение 2", "Сообщение 3"],
                await store.ReadAsync(
                    db => db.Set<TalkMessage>().OrderBy(m => m.Id).Select(m => m.Text).ToListAsync(Cancel),
                    Cancel
                )
            );
        }
    }

    [Fact]
    public async Task Webhook_WithItsSecret_BringsUpdates_AndWithoutItIsRefused()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(TestDatabase.Sqlite, telegram);
        home.MoveToNoon();
        home.Variables["TELEGRAM_WEBHOOK_URL"] = "https://lounge.example:8443/telegram/updates";
        await using var web = await DashboardServer.StartAsync(home);
        var guest = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина", id: 77));
        // Telegram lets a bot answer only who has written; the update itself comes by the webhook below.
        guest.Send("/start");
        await Eventually.Holds(() => telegram.Count("setWebhook") > 0, "setWebhook is called", Cancel);

        var secret = telegram.Calls.Single(c => c.Call.Method == "setWebhook").Call.Parameters[
            "secret_token"
        ]!.ToString();
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, await PostAsync(web.Http, 1, "guessed"));
        Assert.Null(guest.Screen);
        Assert.Equal(System.Net.HttpStatusCode.OK, await PostAsync(web.Http, 2, secret));
        Assert.Equal(System.Net.HttpStatusCode.OK, await PostAsync(web.Http, 2, secret));

        // Telegram would bring it again and again.
        const string Unknown = """ "my_chat_member": {"old_chat_member": {"status": "hovering"}} """;
        Assert.Equal(System.Net.HttpStatusCode.OK, await PostAsync(web.Http, 3, secret, Unknown));

        // Nor is what cannot be read, or is too long for any update, worth a line with a stack trace.
        Assert.Equal(
            System.Net.HttpStatusCode.OK,
            await PostAsync(web.Http, 4, secret, """ "message": {"message_id": 1, "date": 99999999999999999} """)
        );
        Assert.Equal(
            System.Net.HttpStatusCode.RequestEntityTooLarge,
            await PostAsync(web.Http, 5, secret, $""" "dream": "{new string('z', 1_100_000)}" """)
        );

        await guest.WaitForTextAsync("Здравствуйте", Cancel);
        var log = await LogAsync(home);
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
        Assert.Contains("Update 4 of Telegram cannot be read", log, StringComparison.Ordinal);
        Assert.Equal((1, 0), (telegram.Count("sendMessage"), telegram.Count("getUpdates")));
        telegram.AssertAllRequestsMatchFacts();
    }

    private static Task<string> LogAsync(ProcessHome home) =>
        File.ReadAllTextAsync(Path.Combine(home.Folder, "log.txt"), Cancel);

    private static async Task<System.Net.HttpStatusCode> PostAsync(
        HttpClient http,
        int updateId,
        string secret,
        string? update = null
    )
    {
        update ??= """
            "message": {"message_id": 1, "date": 1763640000, "text": "/start",
             "chat": {"id": 77, "type": "private", "first_name": "Ирина"},
             "from": {"id": 77, "is_bot": false, "first_name": "Ирина", "language_code": "ru"}}
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/updates");
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        request.Content = new StringContent(
            $$"""{"update_id": {{updateId}}, {{update}}}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var answer = await http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static async Task GuestAsync(
        FakeBotApiServer telegram,
        int number,
        ConcurrentBag<string> acknowledged,
        CancellationToken stop
    )
    {
        var phone = new Phone(telegram.Telegram, telegram.Telegram.AddPerson($"Гость {number}"));
        var random = new Random(number);
        try
        {
            // Three bookings a guest are the limit; who has them is done.
            for (var booked = 0; booked < 3; booked++)
                acknowledged.Add(
                    await phone.BookAsync($"{random.Next(1, 4)}", "Завтра", $"{random.Next(4, 12) * 2:00}:00", stop)
                );
        }
        catch (Exception fault) when (fault is OperationCanceledException or TimeoutException)
        {
            // The bot is gone, or this time was full: what counts is what was acknowledged.
        }
    }
}
