namespace TantraSmoke.Tests.Support;

/// <summary>A clock that stands still until a test moves it; timers and delays on it fire when their time comes.</summary>
public sealed class ManualTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start = start ?? new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);
    private TimeSpan _elapsed;

    public TimeSpan Elapsed
    {
        get { lock (_lock) return _elapsed; }
    }

    /// <summary>How many delays are being waited for.</summary>
    public int Waiting
    {
        get { lock (_lock) return _timers.Count(timer => timer.Due is not null); }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_lock) _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _elapsed += by;
            due = [.. _timers.Where(timer => timer.Due <= _elapsed)];
            foreach (var timer in due) timer.Due = timer.Period is { } period ? _elapsed + period : null;
        }

        foreach (var timer in due) timer.Fire();
    }

    /// <summary>Moves on in steps, each time somebody waits, until the condition holds; gives up after 10 real seconds.</summary>
    public async Task AdvanceUntil(Func<bool> condition, TimeSpan step, CancellationToken ct)
    {
        var started = System.GetTimestamp();
        while (!condition())
        {
            if (System.GetElapsedTime(started) > TimeSpan.FromSeconds(10)) throw new TimeoutException("The condition never held");
            if (Waiting > 0) Advance(step);
            await Task.Delay(5, ct);
        }
    }

    private sealed class ManualTimer(ManualTime owner, Action fire) : ITimer
    {
        public TimeSpan? Due { get; set; }
        public TimeSpan? Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._lock)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : owner._elapsed + dueTime;
                Period = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period;
            }

            return true;
        }

        public void Dispose()
        {
            lock (owner._lock) owner._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
