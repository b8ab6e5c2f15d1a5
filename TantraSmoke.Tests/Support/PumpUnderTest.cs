using System.Text.Json;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core.Replicas;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace TantraSmoke.Tests.Support;

/// <summary>A pump on real HTTP with a handler of the test.</summary>
internal sealed class PumpUnderTest(
    FakeBotApiServer server,
    TimeProvider? time = null,
    UpdatePumpOptions? options = null,
    PendingUpdates? pending = null,
    ReplicaLeader? leader = null
) : IAsyncDisposable
{
    private UpdatePump? _pump;

    public RecordingHandler Handler { get; } = new();
    public RecordedLog<UpdatePump> Log { get; } = new();
    public ITelegramBotClient Client { get; } = server.CreateClient(retryThreshold: 0);
    public TelegramFault? Trouble => _pump!.Trouble;
    public bool HasEnded => _pump!.ExecuteTask!.IsCompletedSuccessfully;

    public async Task<PumpUnderTest> StartAsync(CancellationToken ct)
    {
        _pump = new UpdatePump(Client, Handler, time ?? TimeProvider.System, Log, pending, options, leader);
        await _pump.StartAsync(ct);
        return this;
    }

    /// <summary>As a webhook's request does; fails when there is no answer soon.</summary>
    public Task<bool> ReceiveAsync(Update update, CancellationToken ct) =>
        _pump!
            .ReceiveAsync(JsonSerializer.SerializeToElement(update, JsonBotAPI.Options))
            .WaitAsync(TimeSpan.FromSeconds(10), ct);

    public Task StopAsync(CancellationToken ct) => _pump!.StopAsync(ct);

    public async ValueTask DisposeAsync()
    {
        // Longer than a stop's grace. On a clock that stands still the grace never ends, so a handler under way would
        // keep the test for ever.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _pump!.StopAsync(patience.Token);
        Assert.True(
            _pump.ExecuteTask!.IsCompleted,
            "Within 20 s: the pump stops, with no handler under way that should be over or should not have begun"
        );
        _pump.Dispose();
    }
}
