using System.Diagnostics;

namespace TantraSmoke.Tests.Support;

/// <summary>Waits for what happens soon somewhere else.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Returns as soon as the condition holds; fails with the expectation's words after half a minute.
    /// </summary>
    public static Task Holds(Func<bool> condition, string expectation, CancellationToken ct) =>
        Holds(condition, expectation, Patience, ct);

    public static Task Holds(Func<bool> condition, string expectation, TimeSpan patience, CancellationToken ct) =>
        Holds(() => Task.FromResult(condition()), expectation, patience, ct);

    public static async Task Holds(
        Func<Task<bool>> condition,
        string expectation,
        TimeSpan patience,
        CancellationToken ct
    )
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > patience)
                Assert.Fail($"Within {patience.TotalSeconds} s: {expectation}");
            await Task.Delay(10, ct);
        }
    }
}
