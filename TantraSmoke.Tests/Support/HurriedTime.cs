namespace TantraSmoke.Tests.Support;

/// <summary>A second passes whenever somebody looks, so that no pace has to be waited for.</summary>
public sealed class HurriedTime : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
}
