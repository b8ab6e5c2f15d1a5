using System.Collections.Concurrent;
using TantraSmoke.Core.Sending;

namespace TantraSmoke.Tests.Unit.Sending;

public sealed class RateLimiterTests
{
    private readonly ManualTime _time = new();
    private readonly ConcurrentQueue<TimeSpan> _sent = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_OneChat_OneInAnySecond()
    {
        var pace = new RateLimiter(_time);

        await RunAsync([InOrderAsync(pace, 7, 4)], TimeSpan.FromMilliseconds(100));

        AssertMost(1, TimeSpan.FromSeconds(1));
        Assert.InRange(_sent.Last().TotalSeconds, 3, 3.5);
    }

    [Fact]
    public async Task Wait_ManyChats_ThirtyInAnySecond()
    {
        var pace = new RateLimiter(_time);

        await RunAsync(
            Enumerable.Range(1, 100).Select(chat => InOrderAsync(pace, chat, 1)),
            TimeSpan.FromMilliseconds(100)
        );

        AssertMost(30, TimeSpan.FromSeconds(1));
        Assert.InRange(_sent.Max().TotalSeconds, 3, 4.5);
    }

    [Fact]
    public async Task Wait_Group_TwentyInAnyMinuteAndOneInAnySecond()
    {
        var pace = new RateLimiter(_time);

        await RunAsync([InOrderAsync(pace, -100, 41)], TimeSpan.FromSeconds(0.5));

        AssertMost(20, TimeSpan.FromMinutes(1));
        AssertMost(1, TimeSpan.FromSeconds(1));
        Assert.InRange(_sent.Last().TotalSeconds, 120, 130);
    }

    [Fact]
    public async Task Wait_AnotherChat_IsNotHeldUpByABusyOne()
    {
        var pace = new RateLimiter(_time);
        await pace.WaitAsync(7, Cancel);
        var second = pace.WaitAsync(7, Cancel);

        await pace.WaitAsync(8, Cancel).WaitAsync(TimeSpan.FromSeconds(5), Cancel);

        Assert.False(second.IsCompleted);
        await _time.AdvanceUntil(() => second.IsCompleted, TimeSpan.FromSeconds(1), Cancel);
    }

    private async Task InOrderAsync(RateLimiter pace, long chat, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await pace.WaitAsync(chat, Cancel);
            _sent.Enqueue(_time.Elapsed);
        }
    }

    private async Task RunAsync(IEnumerable<Task> sending, TimeSpan step)
    {
        var all = Task.WhenAll(sending);
        await _time.AdvanceUntil(() => all.IsCompleted, step, Cancel);
        await all;
    }

    private void AssertMost(int most, TimeSpan span)
    {
        var sent = _sent.Order().ToList();
        foreach (var first in sent)
            Assert.InRange(sent.Count(moment => moment >= first && moment - first < span), 1, most);
    }
}
