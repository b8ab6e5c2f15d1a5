using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Sending;
using Telegram.Bot;

namespace TantraSmoke.Tests.Resilience;

/// <summary>
/// An evening of 200 guests while Telegram is in trouble: afterwards everybody has heard what they should, once.
/// </summary>
public sealed class EveningTests
{
    private const int Guests = 200;

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task TwoHundredGuests_TelegramInTrouble_EachHearsExactlyWhatTheyShould()
    {
        await using var server = await FakeBotApiServer.StartAsync();
        var variables = new Dictionary<string, string?>
        {
            ["BOT_TOKEN"] = server.Token,
            ["TELEGRAM_API_URL"] = server.Url,
        };
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            null,
            variables,
            (services, installation) =>
            {
                services.AddBot(installation);
                services.AddSingleton(new RateLimiter(new HurriedTime()));
                // What hangs is given up soon; long enough that nothing else is, on a machine however busy.
                services.AddSingleton<ITelegramBotClient>(
                    new TelegramBotClient(
                        new TelegramBotClientOptions(server.Token, server.Url) { RetryThreshold = 5 },
                        new HttpClient { Timeout = TimeSpan.FromSeconds(6) }
                    )
                );
            }
        );
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                var hall = db.Halls.First();
                foreach (var number in Enumerable.Range(100, 60))
                    db.Tables.Add(
                        new Table(number, hall.Id, 4, 1, "", new TablePlace(0, 0, 60, 60, 0, TableShape.Round), null)
                    );
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
        // Booked on Thursday evening for Friday: each is reminded a day and three hours before.
        venue.Time.Set(TestVenue.Friday.AddHours(-22));
        var slots = new[] { 14, 16, 18, 20 };
        var parties = new List<(Actor.Guest Guest, Booking Booking)>();
        for (var number = 0; number < Guests; number++)
        {
            var person = server.Telegram.AddPerson($"Гость {number}", id: 5000 + number);
            server.Telegram.SendText(person.Id, "/start");
            var known = await venue
                .Services.GetRequiredService<GuestService>()
                .RegisterAsync(new TelegramPerson(person.Id, person.Name, null, "ru"), Cancel);
            var guest = new Actor.Guest(known.Id, known.Name) { ChatId = person.Id };
            parties.Add((guest, await venue.BookAsync(guest, slots[number % slots.Length], party: 1 + (number % 2))));
        }

        // What happens to them: every tenth is canceled by staff before the second reminder, every tenth is moved by
        // them.
        await UntilAsync(venue, server, TestVenue.Friday.AddHours(-5), Enumerable.Repeat(Fault.Hang, 5));
        for (var number = 0; number < Guests; number += 10)
        {
            await Done(
                venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, parties[number].Booking.Id, null, null, Cancel)
            );
            await Done(
                venue.Bookings.Moves.MoveAsync(
                    TestVenue.Anna,
                    parties[number + 1].Booking.Id,
                    null,
                    new MoveRequest(SlotId: await venue.SlotAsync(22)),
                    Cancel
                )
            );
        }

        await UntilAsync(venue, server, TestVenue.Friday.AddHours(8));
        foreach (var (_, booking) in parties.Where((_, number) => number % 10 > 1))
        {
            // Who never came is a no-show, and is asked nothing.
            if (booking.Id.ToByteArray()[15] % 5 > 0)
            {
                venue.Time.Set(booking.StartsAt);
                await Done(venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel));
                await Done(venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, booking.Id, null, Cancel));
            }
        }

        await UntilAsync(venue, server, TestVenue.Friday.AddHours(30));

        var rows = await venue.Store.ReadAsync(db => db.Outbox.ToListAsync(Cancel), Cancel);
        Assert.All(rows, row => Assert.True(row.SentAt is not null, $"{row.Kind} {row.LastError}"));
        var states = (await venue.Store.ReadAsync(db => db.Bookings.ToListAsync(Cancel), Cancel)).ToDictionary(b =>
            b.Id
        );
        for (var number = 0; number < Guests; number++)
        {
            var (guest, booking) = parties[number];
            var said = server.Telegram.Messages(guest.ChatId!.Value).Where(m => m.FromBot).Select(m => m.Text).ToList();
            var (isCanceled, isMoved) = (number % 10 == 0, number % 10 == 1);
            // Friday at 14:00 is less than a day after they booked; the reminder three hours before is at 11:00.
            var reminders = booking.StartsAt.AddHours(-24) > TestVenue.Friday.AddHours(-22) ? 2 : 1;
            Assert.Equal(
                isCanceled ? reminders - 1 : reminders,
                said.Count(t => t.Contains("Напоминаем", StringComparison.Ordinal))
            );
            Assert.Equal(
                isCanceled ? 1 : 0,
                said.Count(t => t.Contains("пришлось отменить вашу бронь", StringComparison.Ordinal))
            );
            Assert.Equal(
                isMoved ? 1 : 0,
                said.Count(t => t.Contains("изменена. Теперь так", StringComparison.Ordinal))
            );
            Assert.Equal(
                states[booking.Id].Status == BookingStatus.Completed ? 1 : 0,
                said.Count(t => t.Contains("Как вам у нас?", StringComparison.Ordinal))
            );
            Assert.Equal(said.Count, said.Distinct().Count());
        }

        server.AssertAllRequestsMatchFacts();
    }

    /// <summary>
    /// Lets time pass in steps in which everything that is due goes out, while Telegram fails in every way it knows.
    /// </summary>
    private static async Task UntilAsync(
        TestVenue venue,
        FakeBotApiServer server,
        DateTimeOffset until,
        params IEnumerable<Fault> atFirst
    )
    {
        Fault[] trouble =
        [
            Fault.TooManyRequests(30),
            Fault.ServerError,
            Fault.Garbage,
            Fault.Refusal(502, "Bad Gateway"),
            Fault.TooManyRequests(7),
            Fault.ServerError,
            Fault.Garbage,
        ];
        using var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(venue.Services);
        for (var at = venue.Time.GetUtcNow(); at <= until; at = at.AddMinutes(30))
        {
            venue.Time.Set(at);
            if (await DueAsync(at) > 0)
            {
                server.FailNext("sendMessage", [.. atFirst, .. trouble]);
                atFirst = [];
            }

            // What failed is tried again as time goes on.
            for (var minutes = 1; minutes < 30 && await DueAsync(at.AddMinutes(29)) > 0; minutes++)
            {
                while (await dispatcher.DispatchAsync(Cancel) > 0) { }

                venue.Time.Set(at.AddMinutes(minutes));
            }
        }

        Task<int> DueAsync(DateTimeOffset by) =>
            venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.SentAt == null && m.FailedAt == null && m.DueAt <= by, Cancel),
                Cancel
            );
    }

    private static async Task Done(Task<Outcome<Booking>> change)
    {
        var outcome = await change;
        Assert.True(outcome.Succeeded, outcome.Error?.ToString());
    }
}
