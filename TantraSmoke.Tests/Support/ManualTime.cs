using Microsoft.Extensions.Time.Testing;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// A <see cref="FakeTimeProvider"/> that knows who waits on it, so that a test can move it while another thread works.
/// </summary>
public sealed class ManualTime(DateTimeOffset? start = null) : FakeTimeProvider(start ?? TestVenue.Friday)
{
    private int _waiting;

    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>How many timers and delays are being waited for.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var counted = new CountedTimer(this);
        counted.Start(
            base.CreateTimer(_ => counted.Fire(() => callback(state)), null, Timeout.InfiniteTimeSpan, period),
            dueTime,
            period
        );
        return counted;
    }

    /// <summary>
    /// Moves on in steps, each time somebody waits, until the condition holds; gives up after 30 real seconds.
    /// </summary>
    public async Task AdvanceUntil(Func<bool> condition, TimeSpan step, CancellationToken ct)
    {
        var started = System.GetTimestamp();
        while (!condition())
        {
            if (System.GetElapsedTime(started) > TimeSpan.FromSeconds(30))
                throw new TimeoutException("The condition never held");
            if (Waiting > 0)
                Advance(step);
            await Task.Delay(5, ct);
        }
    }

    private sealed class CountedTimer(ManualTime owner) : ITimer
    {
        private ITimer _timer = null!;
        private bool _repeats;
        private int _isWaiting;

        public void Start(ITimer timer, TimeSpan dueTime, TimeSpan period)
        {
            _timer = timer;
            Change(dueTime, period);
        }

        public void Fire(Action callback)
        {
            if (!_repeats)
                Wait(false);
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _repeats = period > TimeSpan.Zero;
            Wait(dueTime != Timeout.InfiniteTimeSpan);
            return _timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            Wait(false);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Wait(bool isWaiting)
        {
            var now = isWaiting ? 1 : 0;
            Interlocked.Add(ref owner._waiting, now - Interlocked.Exchange(ref _isWaiting, now));
        }
    }
}
