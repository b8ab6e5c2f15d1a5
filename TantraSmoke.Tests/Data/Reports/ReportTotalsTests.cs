using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Reports;

namespace TantraSmoke.Tests.Data.Reports;

public sealed class ReportTotalsTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Totals_CountedByTheDatabase_AreThoseOfTheFigures(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var reports = venue.Services.GetRequiredService<ReportQueries>();
        var week = new ReportRange(TestVenue.Day.AddDays(-6), TestVenue.Day);
        await FillAsync(venue, week, new Random(7));

        var figures = (await reports.ReadAsync(Actor.System.Instance, week, Cancel)).Value!.Totals;
        var next = (
            await reports.ReadAsync(
                Actor.System.Instance,
                new ReportRange(week.To.AddDays(1), week.To.AddDays(7)),
                Cancel
            )
        ).Value!;

        Assert.Equal(Rounded(figures), Rounded(next.Before));
        Assert.Equal(next.Range.Before, week);
        Assert.DoesNotContain(
            0,
            new[] { figures.Visits, figures.Kept, figures.Expected, figures.NoShows, figures.Cancellations }
        );
        Assert.NotEqual((null, null), (figures.TurnMinutes, figures.Rating));
        Assert.True(figures.Bookings > figures.Reserved);
    }

    [Theory, OnBothDatabases]
    public async Task Totals_OfNothing_HaveNoRates(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var report = (
            await venue
                .Services.GetRequiredService<ReportQueries>()
                .ReadAsync(Actor.System.Instance, new ReportRange(TestVenue.Day, TestVenue.Day), Cancel)
        ).Value!;

        Assert.Equal(new ReportTotals(0, 0, 0, 0, 0, 0, 0, null), report.Before);
        Assert.Equal(report.Totals, report.Before);
    }

    // SQL and C# add in different orders.
    private static ReportTotals Rounded(ReportTotals totals) =>
        totals with
        {
            TurnMinutes = totals.TurnMinutes is { } turn ? Math.Round(turn, 6) : null,
            Rating = totals.Rating is { } rating ? Math.Round(rating, 6) : null,
        };

    // Also the day before and the day after, whose bookings count in neither.
    private static Task FillAsync(TestVenue venue, ReportRange week, Random random) =>
        venue.Store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var clock = (await venue.CatalogAsync()).Clock;
                for (var index = 0; index < 200; index++)
                {
                    var day = week.From.AddDays(random.Next(-1, week.Days + 1));
                    var start = clock.Day(day).Start.AddMinutes(random.Next(20 * 60));
                    var place = new BookingPlace(day, start, start.AddHours(2), null, [1]);
                    var booking = new Booking(
                        Guid.NewGuid(),
                        place,
                        random.Next(1, 11),
                        (BookingSource)random.Next(3),
                        Guid.NewGuid(),
                        start.AddDays(-1)
                    );
                    Live(booking, start, random);
                    db.Bookings.Add(booking);
                }

                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

    private static void Live(Booking booking, DateTimeOffset start, Random random)
    {
        var fate = random.Next(9);
        if (fate == 0)
            booking.Cancel(start);
        else if (fate == 1)
            booking.MarkNoShow(start);
        else if (fate == 2)
            booking.Confirm();
        else if (fate == 8)
            booking.Request(start.AddDays(-1));
        else if (fate == 3)
            booking.Seat(start);
        else if (fate == 4 && booking.Arrive(1))
            booking.Complete(start.AddHours(1));
        else if (fate > 4 && booking.Seat(start) && booking.Complete(start.AddSeconds(random.Next(0, 9000))))
            booking.Rate(random.Next(1, 6), null);
    }
}
