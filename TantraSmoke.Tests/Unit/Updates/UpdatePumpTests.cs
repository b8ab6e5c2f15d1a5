using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core.Replicas;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Unit.Updates;

/// <summary>Order, parallelism, confirmation, failures of handlers, stop and restart.</summary>
public sealed class UpdatePumpTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FakeBotApiServer _server = null!;
    private SimulatedPerson _anna = null!;
    private SimulatedPerson _boris = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeBotApiServer.StartAsync();
        _anna = _server.Telegram.AddPerson("Anna");
        _boris = _server.Telegram.AddPerson("Boris");
    }

    public async ValueTask DisposeAsync()
    {
        _gate.TrySetResult();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Updates_OfOneChat_RunInOrderWhileOthersGoOn()
    {
        await using var pump = await AnnaWaitsAtTheGate();
        foreach (var text in new[] { "A1", "A2", "A3" })
            _server.Telegram.SendText(_anna.Id, text);
        await Eventually.Holds(() => pump.Handler.Begun.Contains("A1"), "A1 begins", Ct);

        // Sent when Anna's is already unfinished: fetched all the same.
        foreach (var text in new[] { "B1", "B2", "B3" })
            _server.Telegram.SendText(_boris.Id, text);
        await Eventually.Holds(() => pump.Handler.Done.Count == 3, "Boris is served", Ct);
        Assert.Equal(["B1", "B2", "B3"], pump.Handler.Done);
        Assert.DoesNotContain("A2", pump.Handler.Begun);

        _gate.SetResult();
        await Eventually.Holds(() => pump.Handler.Done.Count == 6, "Anna is served", Ct);
        Assert.Equal(["A1", "A2", "A3"], pump.Handler.Done.Skip(3));
        _server.AssertAllRequestsMatchFacts();
    }

    [Fact]
    public async Task Chats_InParallel_AreBounded()
    {
        var people = Enumerable.Range(0, 30).Select(i => _server.Telegram.AddPerson($"P{i}")).ToList();
        await using var pump = new PumpUnderTest(_server, options: new UpdatePumpOptions { Parallelism = 4 });
        pump.Handler.Act = (_, ct) => _gate.Task.WaitAsync(ct);
        await pump.StartAsync(Ct);

        foreach (var person in people)
            _server.Telegram.SendText(person.Id, person.FirstName);
        await Eventually.Holds(() => pump.Handler.Begun.Count == 4, "four begin", Ct);
        await Task.Delay(100, Ct);
        Assert.Equal(4, pump.Handler.Begun.Count);
        _gate.SetResult();

        await Eventually.Holds(() => pump.Handler.Done.Count == 30, "all are served", Ct);
        Assert.Equal(4, pump.Handler.Most);
        Assert.Equal(people.Select(person => person.FirstName).Order(), pump.Handler.Done.Order());
    }

    [Fact]
    public async Task Offset_WithAnUnfinishedUpdate_ConfirmsNothingAndDoesNotSpin()
    {
        await using var pump = await AnnaWaitsAtTheGate();
        _server.Telegram.SendText(_anna.Id, "A");
        _server.Telegram.SendText(_boris.Id, "B");
        await Eventually.Holds(() => pump.Handler.Done.Contains("B"), "Boris is served", Ct);
        var before = _server.Count("getUpdates");

        await Task.Delay(1500, Ct);

        Assert.InRange(_server.Count("getUpdates") - before, 1, 8);
        Assert.Equal(2, _server.Telegram.PendingUpdates);
        Assert.Single(pump.Handler.Begun, "B");
        _gate.SetResult();
        await Eventually.Holds(() => _server.Telegram.PendingUpdates == 0, "both are confirmed", Ct);
        Assert.Equal(["A", "B"], pump.Handler.Begun.Order());
    }

    [Fact]
    public async Task Idle_Pump_WaitsInOneLongPoll()
    {
        await using var pump = await new PumpUnderTest(_server).StartAsync(Ct);
        _server.Telegram.SendText(_anna.Id, "A");
        await Eventually.Holds(() => _server.Telegram.PendingUpdates == 0, "it is confirmed", Ct);
        var before = _server.Count("getUpdates");

        await Task.Delay(700, Ct);

        Assert.Equal(before, _server.Count("getUpdates"));
        var poll = _server.Calls[^1].Call;
        Assert.Equal(
            (50, """["message","callback_query","my_chat_member"]"""),
            (poll.Number("timeout"), poll.Node("allowed_updates")!.ToJsonString())
        );
    }

    [Fact]
    public async Task Handler_ThatFails_ApologizesAndThePumpGoesOn()
    {
        await using var pump = new PumpUnderTest(_server);
        pump.Handler.Act = (update, _) =>
            update.Message!.Text == "bad" ? throw new InvalidOperationException("boom") : Task.CompletedTask;
        pump.Handler.Apologize = async update =>
            await pump.Client.SendMessage(update.Message!.Chat.Id, "Извините", cancellationToken: Ct);
        await pump.StartAsync(Ct);

        foreach (var text in new[] { "bad", "good" })
            _server.Telegram.SendText(_anna.Id, text);
        await Eventually.Holds(() => pump.Handler.Done.Contains("good"), "the next is served", Ct);
        await Eventually.Holds(() => _server.Telegram.PendingUpdates == 0, "both are confirmed", Ct);

        Assert.Equal("Извините", _server.Telegram.Messages(_anna.Id)[^1].Text);
        Assert.Equal(["bad"], pump.Handler.Apologies);
        var line = Assert.Single(pump.Log.Of(LogLevel.Error));
        Assert.Contains("boom", line, StringComparison.Ordinal);
        Assert.Contains(
            _anna.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            line,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Apology_ThatFailsToo_DoesNotStopThePump()
    {
        await using var pump = new PumpUnderTest(_server);
        pump.Handler.Act = (update, _) =>
            update.Message!.Text == "bad" ? throw new InvalidOperationException("boom") : Task.CompletedTask;
        pump.Handler.Apologize = _ => throw new InvalidOperationException("no words");
        await pump.StartAsync(Ct);

        foreach (var text in new[] { "bad", "good" })
            _server.Telegram.SendText(_anna.Id, text);

        await Eventually.Holds(() => pump.Handler.Done.Contains("good"), "the next is served", Ct);
        Assert.Contains(pump.Log.Of(LogLevel.Warning), line => line.Contains("no words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handler_ThatTakesTooLong_IsGivenUp(bool listensToItsToken)
    {
        var time = new ManualTime();
        await using var pump = new PumpUnderTest(_server, time);
        pump.Handler.Act = (update, ct) =>
            update.Message!.Text == "slow"
                ? _gate.Task.WaitAsync(listensToItsToken ? ct : default)
                : Task.CompletedTask;
        await pump.StartAsync(Ct);
        foreach (var text in new[] { "slow", "next" })
            _server.Telegram.SendText(_anna.Id, text);

        await time.AdvanceUntil(() => pump.Handler.Done.Contains("next"), TimeSpan.FromSeconds(1), Ct);

        Assert.Equal(["slow"], pump.Handler.Apologies);
        Assert.InRange(time.Elapsed, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
    }

    [Fact]
    public async Task Stop_WaitsForWhatIsUnderWay()
    {
        var pump = await AnnaWaitsAtTheGate();
        foreach (var text in new[] { "A1", "A2" })
            _server.Telegram.SendText(_anna.Id, text);
        await Eventually.Holds(() => pump.Handler.Begun.Contains("A1"), "A1 begins", Ct);

        var stop = pump.StopAsync(Ct);
        await Task.Delay(100, Ct);
        Assert.False(stop.IsCompleted);
        _gate.SetResult();
        await stop;

        Assert.Equal(["A1"], pump.Handler.Done);
        Assert.Equal(1, _server.Telegram.PendingUpdates);
        await using var next = await new PumpUnderTest(_server).StartAsync(Ct);
        await Eventually.Holds(() => next.Handler.Done.Count == 1, "what had not begun comes again", Ct);
        Assert.Equal(["A2"], next.Handler.Done);
    }

    [Fact]
    public async Task Stop_OfAHandlerThatDoesNotEnd_LeavesItsUpdateForTheRestart()
    {
        var pump = new PumpUnderTest(
            _server,
            options: new UpdatePumpOptions { StopGrace = TimeSpan.FromMilliseconds(100) }
        );
        pump.Handler.Act = (update, ct) => update.Message!.Text == "A" ? _gate.Task.WaitAsync(ct) : Task.CompletedTask;
        await pump.StartAsync(Ct);
        _server.Telegram.SendText(_anna.Id, "A");
        _server.Telegram.SendText(_boris.Id, "B");
        await Eventually.Holds(
            () => pump.Handler.Done.Contains("B") && pump.Handler.Begun.Contains("A"),
            "B is served, A is not",
            Ct
        );

        await pump.StopAsync(Ct);

        Assert.Empty(pump.Handler.Apologies);
        await using var next = await new PumpUnderTest(_server).StartAsync(Ct);
        await Eventually.Holds(() => next.Handler.Done.Contains("A"), "A comes again", Ct);
    }

    [Fact]
    public async Task Stop_WithAWebhook_AnswersWhatHasNotBegun()
    {
        var webhook = new TelegramWebhook(new Uri("https://example.org/hook"), "secret");
        var time = new ManualTime();
        await using var pump = new PumpUnderTest(_server, time, new UpdatePumpOptions { Webhook = webhook });
        pump.Handler.Act = (_, ct) => _gate.Task.WaitAsync(ct);
        await pump.StartAsync(Ct);
        var begun = pump.ReceiveAsync(Text(1, "A1"), Ct);
        var waiting = pump.ReceiveAsync(Text(2, "A2"), Ct);
        await Eventually.Holds(() => pump.Handler.Begun.Contains("A1"), "A1 begins", Ct);

        var stop = pump.StopAsync(Ct);
        // A1's three limits, how long each request waits before its update is kept, and how long the stop waits.
        await Eventually.Holds(() => time.Waiting == 6, "the stop waits", Ct);
        _gate.SetResult();
        await stop;

        Assert.Equal((true, false), (await begun, await waiting));
        Assert.Equal(["A1"], pump.Handler.Done);
    }

    [Fact]
    public async Task OnAReplicaThatDoesNotLead_NothingIsPolledAndTheWebhookIsServed()
    {
        using var folder = new TempFolder();
        using var leader = new ReplicaLeader(
            TestInstallation.Load(
                new Dictionary<string, string?>
                {
                    ["DB_HOST"] = "never-reached",
                    ["DB_NAME"] = "any",
                    ["DB_USER"] = "any",
                },
                folder.Path
            ),
            TimeProvider.System,
            new RecordedLog<ReplicaLeader>()
        );
        var webhook = new TelegramWebhook(new Uri("https://example.org/hook"), "secret");
        var polling = await new PumpUnderTest(_server, leader: leader).StartAsync(Ct);
        await using var serving = new PumpUnderTest(
            _server,
            options: new UpdatePumpOptions { Webhook = webhook },
            leader: leader
        );
        await serving.StartAsync(Ct);

        Assert.True(await serving.ReceiveAsync(Text(1, "A1"), Ct));

        Assert.Equal(["A1"], serving.Handler.Done);
        await polling.DisposeAsync();
        Assert.Equal((0, 0), (_server.Count("getUpdates"), _server.Count("deleteWebhook")));
    }

    [Fact]
    public async Task ManyGuests_AllServedExactlyOnce()
    {
        var people = Enumerable.Range(0, 50).Select(i => _server.Telegram.AddPerson($"P{i}")).ToList();
        await using var pump = new PumpUnderTest(_server);
        pump.Handler.Act = (update, ct) => Task.Delay(update.Id % 7, ct);
        await pump.StartAsync(Ct);

        for (var round = 0; round < 10; round++)
        {
            foreach (var person in people)
                _server.Telegram.SendText(person.Id, $"{person.FirstName}:{round}");
            await Task.Delay(5, Ct);
        }

        await Eventually.Holds(() => pump.Handler.Done.Count == 500, "all are served", Ct);
        await Eventually.Holds(() => _server.Telegram.PendingUpdates == 0, "all are confirmed", Ct);
        Assert.Equal(500, pump.Handler.Begun.Distinct().Count());
        Assert.All(
            pump.Handler.Done.GroupBy(text => text.Split(':')[0]),
            chat => Assert.Equal(Enumerable.Range(0, 10).Select(round => $"{chat.Key}:{round}"), chat)
        );
    }

    private Update Text(int id, string text) =>
        new()
        {
            Id = id,
            Message = new Message
            {
                Text = text,
                Chat = new Chat { Id = _anna.Id, Type = ChatType.Private },
            },
        };

    private async Task<PumpUnderTest> AnnaWaitsAtTheGate()
    {
        var pump = new PumpUnderTest(_server);
        pump.Handler.Act = (update, ct) =>
            update.Message!.Chat.Id == _anna.Id ? _gate.Task.WaitAsync(ct) : Task.CompletedTask;
        return await pump.StartAsync(Ct);
    }
}
