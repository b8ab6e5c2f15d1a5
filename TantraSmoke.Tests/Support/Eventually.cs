using System.Diagnostics;

namespace TantraSmoke.Tests.Support;

/// <summary>Waits for what happens soon on another thread.</summary>
public static class Eventually
{
    /// <summary>Returns as soon as the condition holds; fails with the expectation's words after ten seconds.</summary>
    public static async Task Holds(Func<bool> condition, string expectation, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(10)) Assert.Fail($"Within 10 s: {expectation}");
            await Task.Delay(10, ct);
        }
    }
}
