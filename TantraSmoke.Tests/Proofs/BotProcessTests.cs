using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Tests.Proofs;

/// <summary>The real process, fed by a Bot API server over HTTP with long polling.</summary>
public sealed class BotProcessTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Guest_BooksThroughTheRealProcess_AndEveryRequestIsOneTheBotApiTakes(TestDatabase database)
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(database, telegram);
        var admin = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Борис", id: 42));
        admin.Send("/start");
        await using var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        await admin.WaitForTextAsync("Здравствуйте", Cancel);

        var guest = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("Ирина"));
        telegram.FailNext("editMessageText", Fault.ServerError, Fault.TooManyRequests(1));
        telegram.FailNext("getUpdates", Fault.Garbage);
        var code = await guest.BookAsync("2", "Завтра", "20:00", Cancel);

        await admin.WaitForTextAsync(code, Cancel);
        await using var venue = home.OpenStore();
        Assert.Equal(BookingStatus.Booked, await venue.ReadAsync(db => db.Bookings.Where(b => b.Code == code).Select(b => b.Status).SingleAsync(Cancel), Cancel));
        telegram.AssertAllRequestsMatchFacts();
        Assert.DoesNotContain(telegram.Token, await File.ReadAllTextAsync(Path.Combine(home.Folder, "log.txt"), Cancel), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task ProcessKilledInTheMiddle_KeepsEveryAcknowledgedBooking(TestDatabase database)
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var home = await ProcessHome.CreateAsync(database, telegram);
        var acknowledged = new ConcurrentBag<string>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var web = await WebProcess.StartLiveAsync(home.Folder, home.Variables);
        Task[] guests;
        await using (web)
        {
            guests = [.. Enumerable.Range(0, 24).Select(n => GuestAsync(telegram, n, acknowledged, stop.Token))];
            while (acknowledged.Count < 12)
                await Task.Delay(5, Cancel);
            await web.KillAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(guests);
        await using (await WebProcess.StartLiveAsync(home.Folder, home.Variables))
        {
            await using var store = home.OpenStore();
            var kept = await store.ReadAsync(
                db => db.Bookings.Where(b => b.Status == BookingStatus.Booked && db.Claims.Any(c => c.BookingId == b.Id)).Select(b => b.Code).ToListAsync(Cancel), Cancel);
            Assert.Empty(acknowledged.Except(kept));
            Assert.Equal(0, await store.OverlapsAsync(Cancel));

            // And it goes on: the next guest books as if nothing had happened.
            var next = new Phone(telegram.Telegram, telegram.Telegram.AddPerson("После"));
            Assert.Equal(6, (await next.BookAsync("1", "Завтра", "06:00", Cancel)).Length);
        }
    }

    private static async Task GuestAsync(FakeBotApiServer telegram, int number, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        var phone = new Phone(telegram.Telegram, telegram.Telegram.AddPerson($"Гость {number}"));
        var random = new Random(number);
        try
        {
            while (true)
            {
                // Three bookings a guest are the limit; who has them is done.
                for (var booked = 0; booked < 3; booked++)
                    acknowledged.Add(await phone.BookAsync($"{random.Next(1, 4)}", "Завтра", $"{random.Next(4, 12) * 2:00}:00", stop));
                return;
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or TimeoutException)
        {
            // The bot is gone, or this time was full: what counts is what was acknowledged.
        }
    }
}
