using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Unit.Reports;

public sealed class ReportDeltaTests
{
    [Theory]
    [InlineData(112.0, 100.0, false, "+12%")]
    [InlineData(88.0, 100.0, false, "−12%")]
    [InlineData(100.0, 100.0, false, "0%")]
    [InlineData(3600.0, 100.0, false, "×36")]
    [InlineData(5.0, 0.0, false, null)]
    [InlineData(5.0, null, false, null)]
    [InlineData(null, 5.0, false, null)]
    [InlineData(.14, .12, true, "+2 pp")]
    [InlineData(.08, .125, true, "−4 pp")]
    [InlineData(.05, 0.0, true, "+5 pp")]
    public void Delta_AgainstTheDaysBefore_IsShort(double? now, double? before, bool isShare, string? delta) =>
        Assert.Equal(delta, DashboardTexts.Of("en").Delta(now, before, isShare));
}
