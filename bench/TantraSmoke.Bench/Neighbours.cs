using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Sending;
using Telegram.Bot;

namespace TantraSmoke.Bench;

/// <summary>
/// (h) A guest's step and a due reminder beside a guest who floods the bot and a staff chat with 100 cards waiting,
/// Telegram's pace per chat enforced, against the same with nobody else there.
/// </summary>
internal static class Neighbours
{
    private const int Rounds = 4;
    private const int Messages = 150;
    private const int Cards = 100;
    private const long StaffChat = -500;
    private const long Flooder = 8_000_000_001;
    private const double LongestMs = 5000;

    public static async Task<bool> RunAsync()
    {
        await using var telegram = await BenchTelegram.StartAsync();
        var redis = (
            Environment.GetEnvironmentVariable("TEST_REDIS")
            ?? throw new InvalidOperationException("TEST_REDIS is not set: start with bench/run.sh")
        ).Split(':');
        var variables = new Dictionary<string, string?>
        {
            ["BOT_TOKEN"] = BenchTelegram.Token,
            ["TELEGRAM_API_URL"] = telegram.Url,
            ["STAFF_CHAT_ID"] = StaffChat.ToString(CultureInfo.InvariantCulture),
            ["REDIS_HOST"] = redis[0],
            ["REDIS_PORT"] = redis[1],
            ["REDIS_DB"] = "13",
        };
        await using var venue = await BenchVenue.OpenAsync(
            postgres: true,
            tables: 60,
            variables,
            (services, installation) => services.AddBot(installation),
            horizonDays: 14
        );
        var services = venue.Services;
        using var pump = new UpdatePump(
            services.GetRequiredService<ITelegramBotClient>(),
            services.GetRequiredService<UpdateDispatcher>(),
            TimeProvider.System,
            NullLogger<UpdatePump>.Instance,
            ActivatorUtilities.CreateInstance<PendingUpdates>(services)
        );
        using var outbox = ActivatorUtilities.CreateInstance<OutboxDispatcher>(services);
        await pump.StartAsync(CancellationToken.None);
        await outbox.StartAsync(CancellationToken.None);
        telegram.Telegram.AddGroup(StaffChat, "Staff");
        telegram.Telegram.AddPerson("Flooder", languageCode: "en", id: Flooder);
        // Warms up the program and Telegram's side alike.
        await MeasureAsync(venue, telegram, number: 0);

        var quiet = await MeasureAsync(venue, telegram, number: 1);
        telegram.Pace(Flooder, TimeSpan.FromSeconds(1));
        telegram.Pace(StaffChat, TimeSpan.FromSeconds(3));
        var booking = await BookAsync(venue, number: 2);
        await QueueAsync(venue, OutboxKind.StaffNote, StaffChat, booking, Cards);
        for (var n = 1; n <= Messages; n++)
            telegram.Telegram.SendText(Flooder, n % 2 == 0 ? "/start" : $"Is there a table number {n}?");
        var loud = await MeasureAsync(venue, telegram, number: 3);
        var waiting = await venue.CountAsync("outbox WHERE sent_at IS NULL AND failed_at IS NULL AND chat_id = -500");

        await pump.StopAsync(CancellationToken.None);
        await outbox.StopAsync(CancellationToken.None);
        Print("quiet", quiet);
        Print("beside the flood", loud);
        return Report.Fact("(h) cards that still wait for the staff chat at the end", waiting, waiting > Cards / 2)
            & Report.Ratio(
                "(h) a guest's step beside a flooding guest and a full staff chat / quiet",
                Median(loud.Steps) / Median(quiet.Steps),
                atMost: 2
            )
            & Report.Fact("(h) the longest step, ms", (long)loud.Steps.Max(), loud.Steps.Max() <= LongestMs)
            & Report.Ratio(
                "(h) a due reminder beside them / quiet",
                Median(loud.Reminders) / Median(quiet.Reminders),
                atMost: 2
            )
            & Report.Fact("(h) the latest reminder, ms", (long)loud.Reminders.Max(), loud.Reminders.Max() <= LongestMs);
    }

    private static double Median(List<double> milliseconds) => Report.Median(milliseconds);

    private static void Print(string what, (List<double> Steps, List<double> Reminders) measured) =>
        Report.Figure(
            $"(h) {what}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"step p50 {Median(measured.Steps):0} ms, longest {measured.Steps.Max():0} ms; reminder p50 "
                    + $"{Median(measured.Reminders):0} ms, latest {measured.Reminders.Max():0} ms"
            )
        );

    /// <summary>A guest walks the booking dialog and, after each walk, another is due a reminder.</summary>
    private static async Task<(List<double> Steps, List<double> Reminders)> MeasureAsync(
        BenchVenue venue,
        BenchTelegram telegram,
        int number
    )
    {
        using var guest = new BenchGuest(telegram.Telegram, number);
        var (steps, reminders) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            for (var step = 0; step < 6; step++)
            {
                var watch = Stopwatch.StartNew();
                await guest.StepAsync(step);
                steps.Add(watch.Elapsed.TotalMilliseconds);
            }

            reminders.Add(await RemindAsync(venue, telegram, (number * 100) + round));
        }

        return (steps, reminders);
    }

    private static async Task<double> RemindAsync(BenchVenue venue, BenchTelegram telegram, int number)
    {
        var person = telegram.Telegram.AddPerson($"Reminded {number}", languageCode: "en", id: 9_000_000_000 + number);
        var booking = await BookAsync(venue, number);
        // Telegram lets a bot write only to who has written.
        telegram.Telegram.SendText(person.Id, "/start");
        while (telegram.Telegram.LastFromBot(person.Id) is null)
            await Task.Delay(1);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        telegram.Telegram.ChatChanged += OnChange;
        var watch = Stopwatch.StartNew();
        await QueueAsync(venue, OutboxKind.Reminder, person.Id, booking, 1);
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(5));
        telegram.Telegram.ChatChanged -= OnChange;
        return watch.Elapsed.TotalMilliseconds;

        void OnChange(long chat)
        {
            if (chat == person.Id)
                arrived.TrySetResult();
        }
    }

    private static async Task<Guid> BookAsync(BenchVenue venue, int number)
    {
        var catalog = await venue.CatalogAsync();
        var day = venue.Today(catalog).AddDays(2 + (number % 10));
        var booked = await venue
            .Services.GetRequiredService<TableBooking>()
            .CreateAsync(
                await venue.GuestAsync(100_000 + number),
                new BookingRequest(day, catalog.Slots[number % catalog.Slots.Count].Id, new(2), Guid.NewGuid()),
                CancellationToken.None
            );
        return booked.Value?.Id ?? throw new InvalidOperationException($"Nothing was booked: {booked.Error}");
    }

    private static Task QueueAsync(BenchVenue venue, OutboxKind kind, long chat, Guid booking, int count) =>
        venue.Store.ChangeAsync(
            Actor.System.Instance,
            db =>
            {
                var now = TimeProvider.System.GetUtcNow();
                db.Outbox.AddRange(
                    Enumerable
                        .Range(0, count)
                        .Select(n => new OutboxMessage(
                            kind,
                            chat,
                            forGuest: chat > 0,
                            booking,
                            now,
                            $"{kind}:{chat}:{Guid.NewGuid()}"
                        ))
                );
                return db.SaveChangesAsync();
            },
            CancellationToken.None
        );
}
