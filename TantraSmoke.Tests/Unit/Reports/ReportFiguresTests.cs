using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Reports;

namespace TantraSmoke.Tests.Unit.Reports;

public sealed class ReportFiguresTests
{
    private static readonly VenueClock Berlin = new(
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        new TimeOnly(6, 0)
    );
    private static readonly DateTimeOffset Later = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Occupancy_NightOnWhichAnHourIsSkipped_HasNoSuchHour()
    {
        var hours = Night(new DateOnly(2026, 3, 28), new TimeOnly(1, 0), new TimeOnly(4, 0));

        Assert.Equal((1.0, null, 1.0, 0.0), (hours[1], hours[2], hours[3], hours[4]));
    }

    [Fact]
    public void Occupancy_NightOnWhichAnHourIsRepeated_CountsBoth()
    {
        // From 02:00, the first one, to 02:00, the second one.
        var day = new DateOnly(2026, 10, 24);
        var start = Berlin.ToUtc(day, new TimeOnly(2, 0));
        var hours = ByHour(new ReportRange(day, day), [Visit(day, start, start.AddHours(1))], tables: 1, Later);

        Assert.Equal((0.0, 0.5, 0.0), (hours[1], hours[2], hours[3]));
    }

    [Fact]
    public void Occupancy_JoinedTablesOfAFullRoom_AndTimeStillToCome_AreCountedAsTheyAre()
    {
        var day = new DateOnly(2026, 11, 20);
        var start = Berlin.ToUtc(day, new TimeOnly(20, 0));
        var visit = Visit(day, start, null) with { Status = BookingStatus.Seated, Tables = 2 };

        var hours = ByHour(new ReportRange(day, day), [visit], tables: 4, now: start.AddMinutes(90));

        Assert.Equal((0.0, 0.5, 0.5, null), (hours[19], hours[20], hours[21], hours[22]));
    }

    [Fact]
    public void Totals_Rates_AreOfThoseWhoShouldHaveCome()
    {
        var day = new DateOnly(2026, 11, 20);
        var start = Berlin.ToUtc(day, new TimeOnly(20, 0));
        var came = Visit(day, start, start.AddMinutes(90));
        ReportBooking[] bookings =
        [
            came,
            came with
            {
                PartySize = 4,
                EndedAt = start.AddMinutes(150),
            },
            came with
            {
                Source = BookingSource.WalkIn,
                SeatedAt = null,
            },
            came with
            {
                Status = BookingStatus.NoShow,
            },
            came with
            {
                Status = BookingStatus.Canceled,
            },
            came with
            {
                Status = BookingStatus.Canceled,
                Source = BookingSource.WalkIn,
            },
            came with
            {
                Status = BookingStatus.Booked,
                PartySize = 5,
            },
        ];

        var totals = ReportFigures.Totals(bookings);

        Assert.Equal(
            (6, 3, 8, 5, 5),
            (totals.Bookings, totals.Visits, totals.Covers, totals.Expected, totals.Reserved)
        );
        Assert.Equal((2, 2), (totals.NoShowCovers, totals.CancelledCovers));
        Assert.Equal((1.0 / 3, 0.2, 120.0), (totals.NoShowRate, totals.CancellationRate, totals.TurnMinutes));
        Assert.Null(ReportFigures.Totals([]).NoShowRate);
        Assert.Null(ReportFigures.Totals([]).AverageParty);
    }

    [Fact]
    public void SourceDaysAndRegulars_CountWhoCame_AndNobodyElse()
    {
        var range = new ReportRange(new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 22));
        var start = Berlin.ToUtc(range.From, new TimeOnly(20, 0));
        var came = Visit(range.From, start, start.AddMinutes(90)) with { GuestId = 1 };
        ReportBooking[] bookings =
        [
            came,
            came with
            {
                ServiceDay = range.To,
                PartySize = 3,
            },
            came with
            {
                GuestId = 2,
            },
            came with
            {
                GuestId = 2,
                Status = BookingStatus.NoShow,
            },
            came with
            {
                GuestId = null,
                Source = BookingSource.WalkIn,
                PartySize = 9,
                ServiceDay = range.To,
            },
            came with
            {
                GuestId = null,
                Source = BookingSource.WalkIn,
            },
        ];

        var sources = ReportFigures.SourceDays(range, bookings);

        Assert.Equal([BookingSource.WalkIn, BookingSource.Telegram], sources.Select(source => source.Source));
        Assert.Equal([2, 0, 9], sources[0].Covers);
        Assert.Equal([4, 0, 3], sources[1].Covers);
        Assert.Equal(new ReportRegulars(Guests: 1, Visits: 2), ReportFigures.Regulars(bookings));
    }

    [Fact]
    public void Fullness_HoursAtWhichNobodyEverSat_DoNotCount()
    {
        var day = new DateOnly(2026, 11, 20);
        var start = Berlin.ToUtc(day, new TimeOnly(20, 0));
        var visits = new[]
        {
            Visit(day, start, start.AddHours(1)),
            Visit(day, start.AddHours(2), start.AddHours(4)) with
            {
                Tables = 2,
            },
        };

        var full = ReportFullness.Of(
            ReportFigures.Occupancy(new ReportRange(day, day), visits, Berlin, TableCounts.Always(4), Later)
        );

        Assert.Equal([20, 21, 22, 23], full.Hours);
        Assert.Equal((.25 + 0 + .5 + .5) / 4, full.Average);
        Assert.Equal((DayOfWeek.Friday, 22, .5), (full.Busiest!.Day, full.Busiest.Hour, full.Busiest.Share));
        var empty = ReportFullness.Of(
            ReportFigures.Occupancy(new ReportRange(day, day), [], Berlin, TableCounts.Always(4), Later)
        );
        Assert.Equal((24, 0.0, null), (empty.Hours.Count, empty.Average, empty.Busiest));
    }

    [Theory]
    [InlineData(-1, LeadTime.WithinTwoHours)]
    [InlineData(-119, LeadTime.WithinTwoHours)]
    [InlineData(-120, LeadTime.SameDay)]
    [InlineData(-15 * 60, LeadTime.DayBefore)]
    [InlineData(-48 * 60, LeadTime.TwoToThreeDays)]
    [InlineData(-7 * 24 * 60, LeadTime.FourToSevenDays)]
    [InlineData(-8 * 24 * 60, LeadTime.Longer)]
    public void Leads_MadeSoLongBefore_AreCountedThere(int minutes, LeadTime lead)
    {
        var day = new DateOnly(2026, 11, 20);
        var start = Berlin.ToUtc(day, new TimeOnly(20, 0));

        var leads = ReportFigures.Leads(
            [Visit(day, start, null) with { CreatedAt = start.AddMinutes(minutes) }],
            Berlin
        );

        Assert.Equal(Enum.GetValues<LeadTime>(), leads.Select(l => l.Lead));
        Assert.Equal(lead, leads.Single(l => l.Bookings == 1).Lead);
    }

    [Fact]
    public void Range_TheOneBefore_IsAsLongAndEndsTheDayBefore()
    {
        var range = new ReportRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));

        Assert.Equal(new ReportRange(new DateOnly(2026, 1, 29), new DateOnly(2026, 2, 28)), range.Before);
        Assert.Equal(range.From, new ReportRange(range.From, range.From.AddDays(-5)).To);
    }

    private static Dictionary<int, double?> Night(DateOnly day, TimeOnly from, TimeOnly to) =>
        ByHour(
            new ReportRange(day, day),
            [Visit(day, Berlin.ToUtc(day, from), Berlin.ToUtc(day, to))],
            tables: 1,
            Later
        );

    private static Dictionary<int, double?> ByHour(
        ReportRange range,
        ReportBooking[] bookings,
        int tables,
        DateTimeOffset now
    ) =>
        ReportFigures
            .Occupancy(range, bookings, Berlin, TableCounts.Always(tables), now)
            .Where(hour => hour.Day == range.From.DayOfWeek)
            .ToDictionary(hour => hour.Hour, hour => hour.Share);

    private static ReportBooking Visit(DateOnly day, DateTimeOffset from, DateTimeOffset? to) =>
        new(day, BookingStatus.Completed, BookingSource.Telegram, 2, 1, from.AddDays(-1), from, from, to, null);
}
