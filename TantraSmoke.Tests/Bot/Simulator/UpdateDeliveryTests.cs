using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Updates;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Bot.Simulator;

public sealed class UpdateDeliveryTests
{
    private readonly ManualTime _time = new();
    private readonly SimulatedTelegram _telegram;
    private readonly ITelegramBotClient _bot;
    private readonly SimulatedPerson _anna;

    public UpdateDeliveryTests()
    {
        _telegram = new SimulatedTelegram(_time);
        _bot = _telegram.CreateClient();
        _anna = _telegram.AddPerson("Anna");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Updates_UntilConfirmed_AreDeliveredAgain()
    {
        _telegram.SendText(_anna.Id, "1");
        _telegram.SendText(_anna.Id, "2");

        var first = await _bot.GetUpdates(limit: 1, cancellationToken: Ct);
        var both = await _bot.GetUpdates(cancellationToken: Ct);
        var rest = await _bot.GetUpdates(first[0].Id + 1, cancellationToken: Ct);

        Assert.Equal(["1"], first.Select(update => update.Message!.Text));
        Assert.Equal(["1", "2"], both.Select(update => update.Message!.Text));
        Assert.Equal(["2"], rest.Select(update => update.Message!.Text));
        Assert.Equal(1, _telegram.PendingUpdates);
    }

    [Fact]
    public async Task LongPoll_ReturnsWhenSomethingComes()
    {
        var poll = _bot.GetUpdates(timeout: 50, cancellationToken: Ct);
        await Eventually.Holds(() => _time.Waiting > 0, "the poll waits", Ct);
        Assert.False(poll.IsCompleted);

        _telegram.SendText(_anna.Id, "x");

        Assert.Single(await poll);
        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
    }

    [Fact]
    public async Task LongPoll_ReturnsEmptyWhenItsTimeIsOver()
    {
        var poll = _bot.GetUpdates(timeout: 500, cancellationToken: Ct);

        await _time.AdvanceUntil(() => poll.IsCompleted, TimeSpan.FromSeconds(10), Ct);

        Assert.Empty(await poll);
        Assert.Equal(TimeSpan.FromSeconds(50), _time.Elapsed);
    }

    [Fact]
    public async Task LongPoll_WhoseTimeEndsWhileItLooks_ReturnsEmpty()
    {
        // Each look at the clock finds it more than half a second further.
        var bot = new SimulatedTelegram(new SteppingTime(TimeSpan.FromSeconds(0.6))).CreateClient();

        Assert.Empty(await bot.GetUpdates(timeout: 1, cancellationToken: Ct));
    }

    [Fact]
    public async Task LongPoll_CanBeCancelled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var poll = _bot.GetUpdates(timeout: 50, cancellationToken: stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Fact]
    public async Task SecondPoller_EndsTheFirst()
    {
        var first = _bot.GetUpdates(timeout: 50, cancellationToken: Ct);
        await Eventually.Holds(() => _time.Waiting > 0, "the first waits", Ct);

        var second = _bot.GetUpdates(cancellationToken: Ct);

        var ended = await Assert.ThrowsAsync<ApiRequestException>(() => first);
        Assert.Equal(TelegramFaultKind.Conflict, TelegramFault.From(ended).Kind);
        Assert.Empty(await second);
    }

    [Fact]
    public async Task Webhook_WhileSet_ForbidsPolling()
    {
        await _bot.SetWebhook("https://example.org/hook", cancellationToken: Ct);
        _telegram.SendText(_anna.Id, "x");

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => _bot.GetUpdates(cancellationToken: Ct));
        var info = await _bot.GetWebhookInfo(Ct);
        await _bot.DeleteWebhook(cancellationToken: Ct);

        Assert.Equal(TelegramFaultKind.Conflict, TelegramFault.From(refused).Kind);
        Assert.Equal(("https://example.org/hook", 1), (info.Url, info.PendingUpdateCount));
        Assert.Single(await _bot.GetUpdates(cancellationToken: Ct));
        await _bot.DeleteWebhook(dropPendingUpdates: true, cancellationToken: Ct);
        Assert.Empty(await _bot.GetUpdates(cancellationToken: Ct));
    }

    [Fact]
    public async Task AllowedUpdates_OnceSaid_StayUntilSaidAgain()
    {
        await _bot.GetUpdates(allowedUpdates: [UpdateType.CallbackQuery], cancellationToken: Ct);
        _telegram.SendText(_anna.Id, "lost");
        Assert.Empty(await _bot.GetUpdates(cancellationToken: Ct));

        await _bot.GetUpdates(allowedUpdates: [], cancellationToken: Ct);
        _telegram.SendText(_anna.Id, "found");

        Assert.Single(await _bot.GetUpdates(cancellationToken: Ct));
    }

    [Fact]
    public async Task Ids_AfterARestart_AreHigher()
    {
        _telegram.SendText(_anna.Id, "before");
        var before = (await _bot.GetUpdates(cancellationToken: Ct))[0];
        _time.Advance(TimeSpan.FromMinutes(1));
        var restarted = new SimulatedTelegram(_time);
        restarted.AddPerson("Anna", id: _anna.Id);
        restarted.SendText(_anna.Id, "after");

        var after = (await restarted.CreateClient().GetUpdates(cancellationToken: Ct))[0];

        Assert.True(after.Id > before.Id);
        Assert.True(after.Message!.Id > before.Message!.Id);
    }

    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, step.Ticks);
    }
}
