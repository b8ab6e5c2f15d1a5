using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot;

namespace TantraSmoke.Tests.Unit.Updates;

/// <summary>Telegram in trouble: waits, words and recovery.</summary>
public sealed class UpdatePumpTroubleTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private FakeBotApiServer _server = null!;
    private SimulatedPerson _anna = null!;
    private PumpUnderTest _pump = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeBotApiServer.StartAsync();
        _anna = _server.Telegram.AddPerson("Anna");
        _pump = new PumpUnderTest(_server, _time);
        _server.Telegram.SendText(_anna.Id, "hello");
    }

    public async ValueTask DisposeAsync()
    {
        await _pump.DisposeAsync();
        await _server.DisposeAsync();
        Assert.DoesNotContain(
            _pump.Log.Lines,
            line => line.Text.Contains(_server.Token.Split(':')[1], StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Errors_InARow_AreWaitedOutLongerAndLonger()
    {
        const int Failures = 8;
        _server.FailNext(
            "getUpdates",
            Enumerable
                .Range(0, Failures)
                .Select(i => i % 2 == 0 ? Fault.ServerError : Fault.Refusal(502, "Bad Gateway"))
        );
        await _pump.StartAsync(Ct);

        var waits = new List<double>();
        for (var i = 1; i <= Failures; i++)
        {
            var (calls, before) = (i, _time.Elapsed);
            await Eventually.Holds(
                () => _server.Count("getUpdates") == calls && _time.Waiting > 0,
                $"failure {i} is waited out",
                Ct
            );
            await _time.AdvanceUntil(() => _server.Count("getUpdates") > calls, TimeSpan.FromSeconds(0.25), Ct);
            waits.Add((_time.Elapsed - before).TotalSeconds);
        }

        for (var i = 0; i < Failures; i++)
        {
            var longest = Math.Min(60, Math.Pow(2, i));
            Assert.InRange(waits[i], (longest / 2) - 0.001, longest + 0.5);
        }

        await Served();
        Assert.Single(_pump.Log.Of(LogLevel.Warning));
        Assert.Contains("Telegram answers again", _pump.Log.Of(LogLevel.Information));
        Assert.Null(_pump.Trouble);
    }

    [Fact]
    public async Task TooManyRequests_AreWaitedOutAsAsked()
    {
        _server.FailNext("getUpdates", Fault.TooManyRequests(17));
        await _pump.StartAsync(Ct);

        await _time.AdvanceUntil(() => _server.Count("getUpdates") > 1, TimeSpan.FromSeconds(0.5), Ct);

        Assert.InRange(_time.Elapsed.TotalSeconds, 17, 17.5);
        await Served();
    }

    [Fact]
    public async Task AnotherPoller_IsExplainedInOneLine()
    {
        _server.FailNext("getUpdates", Fault.Conflict, Fault.Conflict, Fault.Conflict);
        await _pump.StartAsync(Ct);

        await Served();

        var line = Assert.Single(_pump.Log.Of(LogLevel.Error));
        Assert.Contains("stop the other process that runs with the same BOT_TOKEN", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongToken_StopsPollingButNotTheProcess()
    {
        _server.FailNext("*", Fault.Unauthorized);
        await _pump.StartAsync(Ct);

        await Eventually.Holds(() => _pump.HasEnded, "polling has ended", Ct);

        Assert.Single(_server.Calls);
        Assert.Equal(TelegramFaultKind.Unauthorized, _pump.Trouble!.Kind);
        Assert.Contains(
            "does not accept BOT_TOKEN",
            Assert.Single(_pump.Log.Of(LogLevel.Critical)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TokenRevokedLater_StopsPollingToo()
    {
        _server.FailNext("getUpdates", Fault.Unauthorized);
        await _pump.StartAsync(Ct);

        await Eventually.Holds(() => _pump.HasEnded, "polling has ended", Ct);

        Assert.Single(_pump.Log.Of(LogLevel.Critical));
    }

    [Fact]
    public async Task Garbage_IsSurvived()
    {
        _server.FailNext("deleteWebhook", Fault.Garbage);
        _server.FailNext("getUpdates", Fault.Garbage, new Fault(502, "<html>Bad Gateway</html>"));
        await _pump.StartAsync(Ct);

        await Served();
    }

    /// <summary>Telegram adds kinds all the time; the package throws on some that it does not know.</summary>
    [Fact]
    public async Task UpdateOfAnUnknownKind_IsLeftOutAndThoseBehindItAreServed()
    {
        const string Unknown = """
            {"update_id":1,"my_chat_member":{"chat":{"id":1,"type":"holographic"},"date":5,
             "from":{"id":2,"is_bot":false,"first_name":"A"},
             "old_chat_member":{"status":"hovering","user":{"id":2,"is_bot":false,"first_name":"A"}},
             "new_chat_member":{"status":"member","user":{"id":2,"is_bot":false,"first_name":"A"}}}}
            """;
        const string Known = """
            {"update_id":2,"message":{"message_id":1,"date":5,"chat":{"id":1,"type":"holographic"},
            "text":"behind"},"dream":{}}
            """;
        _server.FailNext("getUpdates", new Fault(200, $$"""{"ok":true,"result":[{{Unknown}},{{Known}}]}"""));
        await _pump.StartAsync(Ct);

        await Served();

        Assert.Contains("behind", _pump.Handler.Done);
        Assert.Empty(_pump.Handler.Apologies);
        Assert.Single(_pump.Log.Of(LogLevel.Error));
        var next = _server.Calls.Where(call => call.Call.Method == "getUpdates").ElementAt(1);
        Assert.Equal(3, next.Call.Number("offset"));
    }

    [Theory]
    [InlineData(
        """{"update_id":1,"message":{"message_id":1,"date":99999999999999999,"chat":{"id":"""
            + """1,"type":"private"},"text":"a"}}"""
    )]
    [InlineData(
        """{"update_id":1,"message":{"message_id":1,"date":-99999999999999999,"chat":{"id":"""
            + """1,"type":"private"},"text":"a"}}"""
    )]
    [InlineData(
        """{"update_id":1,"message":{"message_id":"one","date":5,"chat":{"id":1,"type":"private"},"text":"a"}}"""
    )]
    [InlineData(
        """{"update_id":1,"message":{"message_id":1,"date":5,"chat":{"id":1,"type":"private"},"text":{"a":[]}}}"""
    )]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"date":5,"chat":7,"text":"a"}}""")]
    [InlineData("""{"update_id":1,"callback_query":[]}""")]
    [InlineData(
        """{"update_id":"one","message":{"message_id":1,"date":5,"chat":{"id":1,"type":"private"},"text":"a"}}"""
    )]
    [InlineData("""{"message":{"message_id":1,"date":5,"chat":{"id":1,"type":"private"},"text":"a"}}""")]
    [InlineData("""{"update_id":1}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task UpdateThatCannotBeRead_DoesNotKeepBackThoseBehindIt(string broken)
    {
        const string Behind = """
            {"update_id":2,"message":{"message_id":2,"date":5,"chat":{"id":1,"type":"private"},"text":"behind"}}
            """;
        _server.FailNext("getUpdates", new Fault(200, $$"""{"ok":true,"result":[{{broken}},{{Behind}}]}"""));
        await _pump.StartAsync(Ct);

        await Served();

        Assert.Contains("behind", _pump.Handler.Done);
        await _time.AdvanceUntil(
            () => _server.Calls.Any(call => call.Call.Method == "getUpdates" && call.Call.Number("offset") >= 3),
            TimeSpan.FromSeconds(0.5),
            Ct
        );
    }

    [Fact]
    public async Task UpdatesWithoutNumbers_AreWaitedOut()
    {
        _server.FailNext("getUpdates", new Fault(200, """{"ok":true,"result":[{"update_id":"one"}]}"""));
        await _pump.StartAsync(Ct);

        await Served();

        Assert.Contains(
            _pump.Log.Of(LogLevel.Warning),
            line => line.Contains("have no numbers", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Silence_IsSurvived()
    {
        _server.FailNext("getUpdates", Fault.Hang);
        _pump.Client.Timeout = TimeSpan.FromMilliseconds(300);
        await _pump.StartAsync(Ct);

        await Served();

        Assert.Contains(
            _pump.Log.Of(LogLevel.Warning),
            line => line.Contains(nameof(TelegramFaultKind.Timeout), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Webhook_OfBefore_IsRemovedWithoutLosingUpdates()
    {
        await _pump.Client.SetWebhook("https://example.org/hook", cancellationToken: Ct);
        await _pump.StartAsync(Ct);

        await Served();

        Assert.Equal("", (await _pump.Client.GetWebhookInfo(Ct)).Url);
        Assert.False(
            _server.Calls.First(call => call.Call.Method == "deleteWebhook").Call.Flag("drop_pending_updates")
        );
    }

    [Fact]
    public async Task Webhook_SetWhilePolling_IsRemovedAgain()
    {
        _server.FailNext(
            "getUpdates",
            Fault.Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
                    + "webhook first"
            )
        );
        await _pump.StartAsync(Ct);

        await Served();

        Assert.Equal(2, _server.Count("deleteWebhook"));
    }

    private async Task Served()
    {
        await _time.AdvanceUntil(() => _pump.Handler.Done.Contains("hello"), TimeSpan.FromSeconds(0.5), Ct);
        _server.AssertAllRequestsMatchFacts();
    }
}
