using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Home;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Updates;

namespace TantraSmoke.Tests.Data;

public sealed class BotRegistrationTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Pumps_OfBothTransports_StopWithinWhatTheHostWaits()
    {
        await using var server = await FakeBotApiServer.StartAsync();
        var hanging = new HangingScreen();
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: new Dictionary<string, string?>
            {
                ["BOT_TOKEN"] = server.Token,
                ["TELEGRAM_API_URL"] = server.Url,
            },
            configure: (services, installation) =>
            {
                services.AddBot(installation).AddBotPumps(installation, withSimulator: true);
                services.Remove(services.Single(s => s.ImplementationType == typeof(AboutScreen)));
                services.AddSingleton<Screen>(hanging);
            }
        );
        var pumps = venue.Services.GetServices<IHostedService>().OfType<UpdatePump>().ToList();
        Assert.Equal(2, pumps.Count);
        foreach (var pump in pumps)
            await pump.StartAsync(Cancel);
        foreach (
            var (telegram, id) in new[]
            {
                (server.Telegram, 1),
                (venue.Services.GetRequiredService<SimulatedTelegram>(), 2),
            }
        )
        {
            var phone = new Phone(telegram, telegram.AddPerson("Ирина", id: id));
            phone.Send("/start");
            await phone.WaitForTextAsync("Ирина", Cancel);
            telegram.Tap(phone.ChatId, phone.Screen!.Id, "ℹ️ О нас");
        }

        await Eventually.Holds(() => hanging.Guests == 2, "both guests wait", Cancel);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(pumps.Select(pump => pump.StopAsync(Cancel)));

        Assert.InRange(watch.Elapsed.TotalSeconds, 2.9, 5);
    }

    private sealed class HangingScreen : Screen
    {
        private int _guests;

        public int Guests => _guests;

        public override string Name => ScreenNames.About;

        public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _guests);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }

        public override Task<Turn> TapAsync(
            ScreenContext context,
            string action,
            string? argument,
            CancellationToken cancellationToken
        ) => Task.FromResult(Turn.Stay);
    }
}
