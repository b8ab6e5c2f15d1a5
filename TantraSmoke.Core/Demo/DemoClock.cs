namespace TantraSmoke.Core.Demo;

/// <summary>A clock that stands until it is set; what time the demo's weeks have come to.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
