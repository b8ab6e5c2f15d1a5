using System.Globalization;

namespace TantraSmoke.Bench;

/// <summary>One line per figure, with what is asked of it.</summary>
internal static class Report
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public static bool Ratio(string what, double ratio, double? atLeast = null, double? atMost = null)
    {
        var good = (atLeast is null || ratio >= atLeast) && (atMost is null || ratio <= atMost);
        var bound = atLeast is { } least
            ? $"at least {least.ToString(CultureInfo.InvariantCulture)}"
            : $"at most {atMost?.ToString(CultureInfo.InvariantCulture)}";
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{(good ? "ok  " : "MISS")} {what}: {ratio:0.00} ({bound})")
        );
        return good;
    }

    public static bool Fact(string what, long value, bool good)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(good ? "ok  " : "MISS")} {what}: {value}"));
        return good;
    }

    /// <summary>A figure nothing is asked of.</summary>
    public static void Figure(string what, string value) => Console.WriteLine($"     {what}: {value}");
}
