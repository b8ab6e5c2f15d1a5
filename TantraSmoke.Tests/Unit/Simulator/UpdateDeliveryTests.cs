using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Unit.Simulator;

public sealed class UpdateDeliveryTests : SimulatorTests
{
    [Fact]
    public async Task Updates_UntilConfirmed_AreDeliveredAgain()
    {
        Telegram.SendText(Anna.Id, "1");
        Telegram.SendText(Anna.Id, "2");

        var first = await Bot.GetUpdates(limit: 1, cancellationToken: Ct);
        var both = await Bot.GetUpdates(cancellationToken: Ct);
        var rest = await Bot.GetUpdates(first[0].Id + 1, cancellationToken: Ct);

        Assert.Equal(["1"], first.Select(update => update.Message!.Text));
        Assert.Equal(["1", "2"], both.Select(update => update.Message!.Text));
        Assert.Equal(["2"], rest.Select(update => update.Message!.Text));
        Assert.Equal(1, Telegram.PendingUpdates);
    }

    [Fact]
    public async Task LongPoll_ReturnsWhenSomethingComes()
    {
        var poll = Bot.GetUpdates(timeout: 50, cancellationToken: Ct);
        await Eventually.Holds(() => Time.Waiting > 0, "the poll waits", Ct);
        Assert.False(poll.IsCompleted);

        Telegram.SendText(Anna.Id, "x");

        Assert.Single(await poll);
        Assert.Equal(TimeSpan.Zero, Time.Elapsed);
    }

    [Fact]
    public async Task LongPoll_ReturnsEmptyWhenItsTimeIsOver()
    {
        var poll = Bot.GetUpdates(timeout: 500, cancellationToken: Ct);

        await Time.AdvanceUntil(() => poll.IsCompleted, TimeSpan.FromSeconds(10), Ct);

        Assert.Empty(await poll);
        Assert.Equal(TimeSpan.FromSeconds(50), Time.Elapsed);
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
        var poll = Bot.GetUpdates(timeout: 50, cancellationToken: stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Fact]
    public async Task SecondPoller_EndsTheFirst()
    {
        var first = Bot.GetUpdates(timeout: 50, cancellationToken: Ct);
        await Eventually.Holds(() => Time.Waiting > 0, "the first waits", Ct);

        var second = Bot.GetUpdates(cancellationToken: Ct);

        var ended = await Assert.ThrowsAsync<ApiRequestException>(() => first);
        Assert.Equal(TelegramFaultKind.Conflict, TelegramFault.From(ended).Kind);
        Assert.Empty(await second);
    }

    [Fact]
    public async Task Webhook_WhileSet_ForbidsPolling()
    {
        await Bot.SetWebhook("https://example.org/hook", cancellationToken: Ct);
        Telegram.SendText(Anna.Id, "x");

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => Bot.GetUpdates(cancellationToken: Ct));
        var info = await Bot.GetWebhookInfo(Ct);
        await Bot.DeleteWebhook(cancellationToken: Ct);

        Assert.Equal(TelegramFaultKind.Conflict, TelegramFault.From(refused).Kind);
        Assert.Equal(("https://example.org/hook", 1), (info.Url, info.PendingUpdateCount));
        Assert.Single(await Bot.GetUpdates(cancellationToken: Ct));
        await Bot.DeleteWebhook(dropPendingUpdates: true, cancellationToken: Ct);
        Assert.Empty(await Bot.GetUpdates(cancellationToken: Ct));
    }

    [Fact]
    public async Task AllowedUpdates_OnceSaid_StayUntilSaidAgain()
    {
        await Bot.GetUpdates(allowedUpdates: [UpdateType.CallbackQuery], cancellationToken: Ct);
        Telegram.SendText(Anna.Id, "lost");
        Assert.Empty(await Bot.GetUpdates(cancellationToken: Ct));

        await Bot.GetUpdates(allowedUpdates: [], cancellationToken: Ct);
        Telegram.SendText(Anna.Id, "found");

        Assert.Single(await Bot.GetUpdates(cancellationToken: Ct));
    }

    [Fact]
    public async Task Ids_AfterARestart_AreHigher()
    {
        Telegram.SendText(Anna.Id, "before");
        var before = (await Bot.GetUpdates(cancellationToken: Ct))[0];
        Time.Advance(TimeSpan.FromMinutes(1));
        var restarted = new SimulatedTelegram(Time);
        restarted.AddPerson("Anna", id: Anna.Id);
        restarted.SendText(Anna.Id, "after");

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
