using TantraSmoke.Core.Reports;
using TantraSmoke.Web.Features.Reports;

namespace TantraSmoke.Tests.Unit.Reports;

public sealed class CoversBucketsTests
{
    [Theory]
    [InlineData("2026-10-17", "2026-11-30", 45, "2026-10-18", "2026-10-18")]
    // A Saturday: the first week has two days, the next one begins on Monday.
    [InlineData("2026-10-17", "2026-12-01", 8, "2026-10-19", "2026-10-25")]
    [InlineData("2025-06-10", "2026-11-30", 18, "2025-07-01", "2025-07-31")]
    public void Of_ARange_HasAsManyBarsAsCanBeToldApart(
        string from,
        string to,
        int bars,
        string secondFrom,
        string secondTo
    )
    {
        var range = new ReportRange(Day(from), Day(to));

        var buckets = CoversBuckets.Of(range);

        Assert.Equal(bars, buckets.Count);
        Assert.Equal((Day(secondFrom), Day(secondTo)), (buckets[1].From, buckets[1].To));
        Assert.Equal(range.Days, buckets.Sum(bucket => bucket.Count));
        Assert.Equal(range.Days, buckets.Sum(bucket => bucket.Sum([.. range.All.Select(_ => 1)])));
    }

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
}
