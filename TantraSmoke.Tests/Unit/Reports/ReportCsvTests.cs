using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Reports;
using TantraSmoke.Web.Features.Reports;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Unit.Reports;

public sealed class ReportCsvTests
{
    [Fact]
    public void Write_AReport_HasEveryFigureOfThePageAndNoFormula()
    {
        var range = new ReportRange(TestVenue.Day, TestVenue.Day);
        var hours = Enumerable
            .Range(1, 7)
            .SelectMany(day =>
                Enumerable
                    .Range(6, 24)
                    .Select(hour => new ReportHour((DayOfWeek)(day % 7), hour % 24, hour == 20 ? 0.125 : null))
            );
        var report = new Report(
            range,
            new ReportTotals(4, 2, 5, 3, 4, 1, 1, 87.5) { Kept = 2, Rating = 4.5 },
            new ReportTotals(0, 0, 0, 0, 0, 0, 0, null),
            [new ReportDay(TestVenue.Day, 5, 3, 2, 1, 1)],
            [.. hours],
            [new ReportSource(BookingSource.Phone, 4, 5)],
            [new ReportLead(LeadTime.SameDay, 4)],
            [new ReportParty(8, true, 4, 87.5)],
            [new ReportGuest(1, "=HYPERLINK(A1)", 2, 5), new ReportGuest(2, null, 1, 2)]
        )
        {
            Ratings = [new ReportRating(5, 1)],
        };

        var tables = ReportCsv.Write(report, DashboardTexts.Of("en")).Split("\r\n\r\n");

        Assert.Equal(
            """
            Reports,2026-11-20 – 2026-11-20,2026-11-19 – 2026-11-19
            Covers,5,0
            Visits,2,0
            Covers expected,3,0
            Average party,2.5,
            Minutes at the table,87.5,
            "No-shows, %",33.33,
            Rating,4.5,
            "Cancellations, %",25,
            """.ReplaceLineEndings("\r\n"),
            tables[0]
        );
        Assert.Equal("Day,Covers,Visits,Covers expected,No-shows,Cancellations\r\n2026-11-20,5,2,3,1,1", tables[1]);
        Assert.StartsWith("\"Occupancy, %\",06,07,", tables[2], StringComparison.Ordinal);
        Assert.Equal(["Monday", "Sunday"], new[] { 1, 7 }.Select(row => tables[2].Split("\r\n")[row].Split(',')[0]));
        Assert.Equal("12.5", tables[2].Split("\r\n")[1].Split(',')[15]);
        Assert.Equal("Where bookings come from,Bookings,Covers\r\nBy phone,4,5", tables[3]);
        Assert.Equal("How far ahead guests book,Bookings\r\nThe same day,4", tables[4]);
        Assert.Equal(
            "Party size and time at the table,Bookings,Minutes at the table\r\n8 guests or more,4,87.5",
            tables[5]
        );
        Assert.Equal("Guest ratings,Visits\r\n5 out of 5,1", tables[6]);
        Assert.Equal("Most frequent guests,Visits,Covers\r\n'=HYPERLINK(A1),2,5\r\nNo name,1,2\r\n", tables[7]);
    }
}
