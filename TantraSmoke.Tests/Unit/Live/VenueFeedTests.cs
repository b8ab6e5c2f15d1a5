using Microsoft.Extensions.Time.Testing;
using TantraSmoke.Core.Live;

namespace TantraSmoke.Tests.Unit.Live;

public sealed class VenueFeedTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly VenueFeed _feed = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAll_BurstOfChanges_TheFirstComesAtOnceAndTheRestInOneBatchWithoutDuplicates()
    {
        using var subscription = _feed.Subscribe();
        await using var batches = subscription.ReadAllAsync(_time, Cancel).GetAsyncEnumerator(Cancel);
        _feed.Publish([Change(1)]);
        Assert.True(await batches.MoveNextAsync());
        Assert.Equal([Change(1)], batches.Current);

        foreach (var id in (int[])[2, 3, 2, 3, 2])
            _feed.Publish([Change(id)]);
        var next = batches.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(90));
        await Task.Delay(50, Cancel);
        Assert.False(next.IsCompleted);
        _feed.Publish([Change(4)]);
        _time.Advance(TimeSpan.FromMilliseconds(10));

        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal([Change(2), Change(3), Change(4)], batches.Current);
    }

    [Fact]
    public async Task ReadAll_SubscriberThatFellBehind_LosesTheOldestAndIsTold()
    {
        using var subscription = _feed.Subscribe();
        await using var batches = subscription.ReadAllAsync(_time, Cancel).GetAsyncEnumerator(Cancel);
        for (var id = 1; id <= 600; id++)
            _feed.Publish([Change(id)]);

        Assert.True(await batches.MoveNextAsync());

        Assert.Contains(VenueChange.Reset, batches.Current);
        Assert.DoesNotContain(Change(1), batches.Current);
        Assert.Contains(Change(600), batches.Current);
        _feed.Publish([Change(601)]);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await batches.MoveNextAsync());
        Assert.Equal([Change(601)], batches.Current);
    }

    [Fact]
    public async Task Dispose_EndsTheReadingAndHearsNothingMore()
    {
        var subscription = _feed.Subscribe();
        await using var batches = subscription.ReadAllAsync(_time, Cancel).GetAsyncEnumerator(Cancel);
        var waiting = batches.MoveNextAsync().AsTask();

        subscription.Dispose();
        _feed.Publish([Change(1)]);

        Assert.False(await waiting.WaitAsync(TimeSpan.FromSeconds(5), Cancel));
    }

    [Fact]
    public void Publish_ReachesTheRelay_AndWhatTheRelayDeliversDoesNotComeBackToIt()
    {
        List<VenueChange> relayed = [];
        List<VenueChange> cached = [];
        _feed.CommittedHere += relayed.AddRange;
        _feed.Delivering += cached.AddRange;

        _feed.Publish([Change(1)]);
        _feed.Deliver([Change(2)]);

        Assert.Equal([Change(1)], relayed);
        Assert.Equal([Change(1), Change(2)], cached);
    }

    private static VenueChange Change(int id) => new(ChangeKind.Booking, $"{id}");
}
