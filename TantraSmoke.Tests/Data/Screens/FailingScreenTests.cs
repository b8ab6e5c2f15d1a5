using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Home;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Bot.Updates;
using Telegram.Bot;

namespace TantraSmoke.Tests.Data.Screens;

/// <summary>A screen with a bug: the guest hears something kind, and everything else goes on.</summary>
public sealed class FailingScreenTests : IAsyncLifetime
{
    private readonly BrokenScreen _broken = new();
    private readonly RecordedLog<UpdatePump> _log = new();
    private TestVenue _venue = null!;
    private UpdatePump _pump = null!;
    private Phone _phone = null!;

    private static CancellationToken Cancel => TestVenue.Cancel;

    private SimulatedTelegram Telegram => _venue.Services.GetRequiredService<SimulatedTelegram>();

    public async ValueTask InitializeAsync()
    {
        _venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            configure: (services, installation) =>
            {
                services.AddBot(installation);
                services.Remove(services.Single(s => s.ImplementationType == typeof(AboutScreen)));
                services.AddSingleton<Screen>(_broken);
            }
        );
        _pump = new UpdatePump(
            _venue.Services.GetRequiredService<ITelegramBotClient>(),
            _venue.Services.GetRequiredService<UpdateDispatcher>(),
            TimeProvider.System,
            _log
        );
        await _pump.StartAsync(Cancel);
        _phone = new Phone(Telegram, Telegram.AddPerson("Ирина", languageCode: "ru"));
        _phone.Send("/start");
        await _phone.WaitForTextAsync("Ирина", Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _pump.StopAsync(CancellationToken.None);
        _pump.Dispose();
        await _venue.DisposeAsync();
    }

    [Fact]
    public async Task Render_FailsAfterTheTapWasAnswered_ApologizesInTheChat()
    {
        _broken.FailsToRender = true;
        Telegram.Tap(_phone.ChatId, _phone.Screen!.Id, "ℹ️ О нас");

        await _phone.WaitForTextAsync(BotTexts.Russian.Apology, Cancel);
        await AssertGoesOnAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    public async Task Tap_FailsAtOnceOrLater_Apologizes(int afterMilliseconds)
    {
        await _phone.TapAsync("ℹ️ О нас", Cancel);
        _broken.After = TimeSpan.FromMilliseconds(afterMilliseconds);
        Telegram.Tap(_phone.ChatId, _phone.Screen!.Id, "fail");

        // In time it is an alert over the chat; a tap that was answered before it failed cannot be answered again.
        await Eventually.Holds(
            () =>
                afterMilliseconds == 0
                    ? Telegram.LastToast(_phone.ChatId) is { Text: var said, IsAlert: true }
                        && said == BotTexts.Russian.Apology
                    : _phone.Screen!.Text == BotTexts.Russian.Apology,
            "the guest hears an apology",
            Cancel
        );
        await AssertGoesOnAsync();
    }

    private async Task AssertGoesOnAsync()
    {
        Assert.Contains(_log.Lines, line => line.Text.Contains(BrokenScreen.Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Telegram.Messages(_phone.ChatId),
            m => m.Text.Contains(BrokenScreen.Secret, StringComparison.Ordinal)
        );
        _phone.Send("/start");
        await _phone.TapAsync("📅 Мои брони", Cancel);
    }

    private sealed class BrokenScreen : Screen
    {
        public const string Secret = "a null where none should be";

        public override string Name => ScreenNames.About;
        public bool FailsToRender { get; set; }
        public TimeSpan After { get; set; }

        public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken) =>
            FailsToRender
                ? throw new InvalidOperationException(Secret)
                : Task.FromResult(
                    new ScreenView(
                        "about",
                        [
                            [new ScreenButton("fail", "fail")],
                        ]
                    )
                );

        public override async Task<Turn> TapAsync(
            ScreenContext context,
            string action,
            string? argument,
            CancellationToken cancellationToken
        )
        {
            if (After > TimeSpan.Zero)
                await Task.Delay(After, cancellationToken);
            throw new InvalidOperationException(Secret);
        }
    }
}
