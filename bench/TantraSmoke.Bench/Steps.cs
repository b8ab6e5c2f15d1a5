using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using StackExchange.Redis;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Updates;
using Telegram.Bot;

namespace TantraSmoke.Bench;

/// <summary>
/// (c) Steps of 64 guests through the whole bot over HTTP, on PostgreSQL and Redis, against a bot that only echoes, and
/// beside it one that also runs the bare statements.
/// </summary>
internal static class Steps
{
    private const int Guests = 64;
    private const int Seconds = 10;
    private const int Tables = 60;
    private const int WarmUps = 3;

    public static async Task<bool> RunAsync()
    {
        await using var ours = await BenchTelegram.StartAsync();
        await using var echo = await BenchTelegram.StartAsync();
        await using var bare = await BenchTelegram.StartAsync();
        var redis = (
            Environment.GetEnvironmentVariable("TEST_REDIS")
            ?? throw new InvalidOperationException("TEST_REDIS is not set: start with bench/run.sh")
        ).Split(':');
        var variables = new Dictionary<string, string?>
        {
            ["BOT_TOKEN"] = BenchTelegram.Token,
            ["TELEGRAM_API_URL"] = ours.Url,
            ["REDIS_HOST"] = redis[0],
            ["REDIS_PORT"] = redis[1],
            ["REDIS_DB"] = "15",
        };
        await using var venue = await BenchVenue.OpenAsync(
            postgres: true,
            Tables,
            variables,
            (services, installation) => services.AddBot(installation),
            horizonDays: 14
        );
        using var pump = new UpdatePump(
            venue.Services.GetRequiredService<ITelegramBotClient>(),
            venue.Services.GetRequiredService<UpdateDispatcher>(),
            TimeProvider.System,
            NullLogger<UpdatePump>.Instance
        );
        var client = new TelegramBotClient(new TelegramBotClientOptions(BenchTelegram.Token, echo.Url));
        using var echoPump = new UpdatePump(
            client,
            new EchoBot(client),
            TimeProvider.System,
            NullLogger<UpdatePump>.Instance
        );
        await using var database = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(venue.Connection) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }
        );
        using var sessions = await ConnectionMultiplexer.ConnectAsync($"{redis[0]}:{redis[1]},defaultDatabase=14");
        var bareClient = new TelegramBotClient(new TelegramBotClientOptions(BenchTelegram.Token, bare.Url));
        var needed = new NeededWork(database, sessions.GetDatabase(), Tables);
        using var barePump = new UpdatePump(
            bareClient,
            new EchoBot(bareClient, needed.DoAsync),
            TimeProvider.System,
            NullLogger<UpdatePump>.Instance
        );
        UpdatePump[] pumps = [pump, echoPump, barePump];
        foreach (var each in pumps)
            await each.StartAsync(CancellationToken.None);

        var (ratios, bares, ofBare, booked, overlaps) = (
            new List<double>(),
            new List<double>(),
            new List<double>(),
            0,
            0
        );
        // In turn, each with an empty book; the first rounds warm up.
        for (var round = 1 - WarmUps; round < 4; round++)
        {
            await venue.EmptyBookAsync();
            var we = await WalkAsync(ours);
            booked += await venue.CountAsync("bookings");
            overlaps += await venue.OverlapsAsync();
            await venue.EmptyBookAsync();
            var (they, least) = (await WalkAsync(echo), await WalkAsync(bare));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {(round < 1 ? "warm-up" : "round " + round)}: bot {we:0} steps/s, echo {they:0}, bare "
                        + $"statements {least:0}, bot / echo {we / they:0.00}"
                )
            );
            if (round > 0)
            {
                ratios.Add(we / they);
                bares.Add(least / they);
                ofBare.Add(we / least);
            }
        }

        foreach (var each in pumps)
            await each.StopAsync(CancellationToken.None);
        Report.Figure(
            "(c) a bot that runs the bare statements and nothing else / echo bot",
            Report.Median(bares).ToString("0.00", CultureInfo.InvariantCulture)
        );
        Report.Figure(
            "(c) bot / bare statements",
            Report.Median(ofBare).ToString("0.00", CultureInfo.InvariantCulture)
        );
        return Report.Ratio("(c) guest steps, 64 guests, bot / echo bot", Report.Median(ratios), atLeast: 0.4)
            & Report.Fact("(c) bookings made in the chats", booked, booked > 0)
            & Report.Fact("(c) overlapping claims", overlaps, overlaps == 0);
    }

    /// <summary>Steps per second: one is a text or a tap until the bot has drawn its answer.</summary>
    private static async Task<double> WalkAsync(BenchTelegram api)
    {
        var steps = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Guests)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        using var guest = new BenchGuest(api.Telegram, n);
                        for (var step = 0; watch.Elapsed.TotalSeconds < Seconds; step++)
                        {
                            await guest.StepAsync(step % 6);
                            Interlocked.Increment(ref steps);
                        }
                    })
                )
        );
        return steps / watch.Elapsed.TotalSeconds;
    }
}
