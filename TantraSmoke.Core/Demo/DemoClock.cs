namespace TantraSmoke.Core.Demo;

/// <summary>A clock that only moves when it is set, for the simulated weeks of the demo.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
