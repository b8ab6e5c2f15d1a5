using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Updates;

namespace TantraSmoke.Tests.Data.Updates;

/// <summary>
/// A chat that is slow, or sends more than can be answered, costs the others nothing; what was fetched is not lost.
/// </summary>
public sealed class FloodTests : IAsyncLifetime
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

    [Theory, OnBothDatabases]
    public async Task SlowChats_WithMoreUpdatesThanAPollBrings_HoldNobodyUp(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        // More than the places and more than the hundred updates that a poll brings.
        var slow = Enumerable.Range(0, 60).Select(i => _server.Telegram.AddPerson($"P{i}")).ToList();
        await using var pump = Pump(venue);
        pump.Handler.Act = (update, ct) =>
            update.Message!.Chat.Id == _boris.Id ? Task.CompletedTask : _gate.Task.WaitAsync(ct);
        await pump.StartAsync(Ct);
        foreach (var person in slow)
        {
            _server.Telegram.SendText(person.Id, $"{person.FirstName}:1");
            _server.Telegram.SendText(person.Id, $"{person.FirstName}:2");
        }

        _server.Telegram.SendText(_boris.Id, "B");
        await Eventually.Holds(() => pump.Handler.Done.Contains("B"), "Boris is served", Ct);
        await Eventually.Holds(() => _server.Telegram.PendingUpdates == 0, "Telegram may forget them all", Ct);
        Assert.Equal(120, await KeptAsync(venue));
        Assert.Equal(60, pump.Handler.Begun.Count - 1);

        _gate.SetResult();
        await Eventually.Holds(() => pump.Handler.Done.Count == 121, "all are served", Ct);
        await Eventually.Holds(
            async () => await KeptAsync(venue) == 0,
            "none is kept any longer",
            TimeSpan.FromSeconds(20),
            Ct
        );
    }

    [Theory, OnBothDatabases]
    public async Task KeptUpdates_OfAProcessThatEnds_AreHandledByTheNextInOrderAndOnce(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var pump = Pump(venue, new UpdatePumpOptions { StopGrace = TimeSpan.FromMilliseconds(50) });
        pump.Handler.Act = (update, ct) => update.Message!.Text == "A1" ? _gate.Task.WaitAsync(ct) : Task.CompletedTask;
        await pump.StartAsync(Ct);
        foreach (var text in new[] { "A1", "A2", "A3" })
            _server.Telegram.SendText(_anna.Id, text);
        await Eventually.Holds(() => _server.Telegram.PendingUpdates == 0, "Telegram may forget them", Ct);
        await pump.DisposeAsync();
        Assert.Empty(pump.Handler.Done);

        await using var next = await Pump(venue).StartAsync(Ct);
        await Eventually.Holds(() => next.Handler.Done.Count == 3, "they are handled", Ct);
        _server.Telegram.SendText(_anna.Id, "A4");
        await Eventually.Holds(() => next.Handler.Done.Count == 4, "the next is handled", Ct);

        Assert.Equal(["A1", "A2", "A3", "A4"], next.Handler.Done);
        await Eventually.Holds(
            async () => await KeptAsync(venue) == 0,
            "none is kept any longer",
            TimeSpan.FromSeconds(20),
            Ct
        );
    }

    [Theory, OnBothDatabases]
    public async Task KeptUpdates_OfALivingProcess_AreLeftToIt_AndTakenOverOnceItIsDead(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var living = new PendingUpdates(venue.Store, venue.Time);
        await living.KeepAsync([(1, """{"update_id":1}"""), (2, """{"update_id":2}""")], Ct);

        venue.Time.Advance(TimeSpan.FromSeconds(8));
        await living.RenewAsync([1, 2], Ct);
        venue.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.Empty(await new PendingUpdates(venue.Store, venue.Time).TakeOverAsync(Ct));

        venue.Time.Advance(TimeSpan.FromSeconds(2));
        var taken = await Task.WhenAll(
            living.TakeOverAsync(Ct),
            new PendingUpdates(venue.Store, venue.Time).TakeOverAsync(Ct)
        );
        Assert.Equal([1, 2], taken.SelectMany(t => t).Select(update => update.Id).Order());
    }

    [Fact]
    public async Task Flood_IsSlowed_ToldOnce_ThenIgnoredForAWhile()
    {
        var time = new ManualTime();
        await using var pump = new PumpUnderTest(_server, time);
        var isAnnaStuck = true;
        pump.Handler.Act = (update, ct) =>
            isAnnaStuck && update.Message!.Chat.Id == _anna.Id ? _gate.Task.WaitAsync(ct) : Task.CompletedTask;
        await pump.StartAsync(Ct);
        _server.Telegram.SendText(_anna.Id, "A0");
        await Eventually.Holds(() => pump.Handler.Begun.Contains("A0"), "A0 begins", Ct);

        for (var n = 1; n <= 80; n++)
            _server.Telegram.SendText(_anna.Id, $"A{n}");
        await time.AdvanceUntil(() => pump.Handler.AskedForPatience.Count == 1, TimeSpan.FromMilliseconds(100), Ct);
        isAnnaStuck = false;
        _gate.SetResult();
        var slowSince = time.Elapsed;
        await time.AdvanceUntil(() => pump.Handler.Done.Count == 21, TimeSpan.FromMilliseconds(100), Ct);

        // Those behind the first five come at Telegram's pace for one chat.
        Assert.InRange(time.Elapsed - slowSince, TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(25));
        Assert.Equal(Enumerable.Range(0, 21).Select(n => $"A{n}"), pump.Handler.Done);
        Assert.Single(pump.Log.Of(LogLevel.Warning), line => line.Contains("ignored", StringComparison.Ordinal));
        _server.Telegram.SendText(_anna.Id, "ignored");
        _server.Telegram.SendText(_boris.Id, "B");
        await time.AdvanceUntil(() => pump.Handler.Done.Contains("B"), TimeSpan.FromMilliseconds(100), Ct);
        Assert.DoesNotContain("ignored", pump.Handler.Begun);

        time.Advance(ChatLanes.Silence);
        _server.Telegram.SendText(_anna.Id, "heard");
        await time.AdvanceUntil(() => pump.Handler.Done.Contains("heard"), TimeSpan.FromMilliseconds(100), Ct);
        Assert.Equal(["A21"], pump.Handler.AskedForPatience);
    }

    private static Task<int> KeptAsync(TestVenue venue) =>
        venue.Store.ReadAsync(db => db.PendingUpdates.CountAsync(Ct), Ct);

    private PumpUnderTest Pump(TestVenue venue, UpdatePumpOptions? options = null) =>
        new(_server, options: options, pending: new PendingUpdates(venue.Store, TimeProvider.System));
}
