using TantraSmoke.Web.Features.Reports;

namespace TantraSmoke.Tests.Unit.Reports;

public sealed class ReportUrlTests
{
    private static readonly DateOnly Today = TestVenue.Day;

    [Theory]
    [InlineData(null, null, "2026-10-24", "2026-11-20")]
    [InlineData("2026-11-01", null, "2026-11-01", "2026-11-20")]
    [InlineData(null, "2026-11-01", "2026-10-05", "2026-11-01")]
    [InlineData("2026-12-01", null, "2026-12-01", "2026-12-01")]
    [InlineData("2026-11-10", "2026-11-01", "2026-11-10", "2026-11-10")]
    [InlineData("yesterday", "9999-12-31", "2026-10-24", "2026-11-20")]
    [InlineData("2000-01-01", "2026-11-20", "2000-01-01", "2003-01-02")]
    public void Read_WhatStandsThere_IsARange(string? from, string? to, string first, string last)
    {
        var range = ReportUrl.Read(from, to, Today);

        Assert.Equal(
            (
                DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture),
                DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)
            ),
            (range.From, range.To)
        );
    }

    [Fact]
    public void Presets_OfADay_AreWholeAndEndThen()
    {
        var presets = ReportUrl.Presets(Today).ToDictionary(preset => preset.Id, preset => preset.Range);

        Assert.Equal(
            (7, 28, 30, 31, 365),
            (
                presets["days-7"].Days,
                presets["days-28"].Days,
                presets["month"].Days,
                presets["last-month"].Days,
                presets["year"].Days
            )
        );
        Assert.Equal(ReportUrl.Read(null, null, Today), presets["days-28"]);
    }
}
