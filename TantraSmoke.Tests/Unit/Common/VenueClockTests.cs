using FsCheck;
using FsCheck.Fluent;

namespace TantraSmoke.Tests.Unit.Common;

public sealed class VenueClockTests
{
    private static readonly string[] Zones =
    [
        "Europe/Moscow",
        "America/Bogota",
        "Asia/Kathmandu",
        "Europe/Berlin",
        "UTC",
    ];

    [Theory]
    [InlineData("22:00", "22:00")]
    [InlineData("9:30", "09:30")]
    [InlineData("23:59:59", "23:59:59")]
    [InlineData("24:00", "00:00")]
    [InlineData("24:00:00", "00:00")]
    [InlineData("24:01", null)]
    [InlineData("25:00", null)]
    [InlineData("", null)]
    public void ReadTime_AsFilesAndFieldsHaveIt_24IsMidnight(string text, string? time) =>
        Assert.Equal(time is null ? default(TimeOnly?) : TimeOnly.Parse(time, Invariant), VenueClock.ReadTime(text));

    [Theory]
    [InlineData("Europe/Moscow", "2026-11-20", "22:00", "2026-11-20T19:00Z")]
    [InlineData("Europe/Moscow", "2026-11-20", "01:30", "2026-11-20T22:30Z")]
    [InlineData("Europe/Moscow", "2026-11-20", "05:59", "2026-11-21T02:59Z")]
    [InlineData("Europe/Moscow", "2026-11-20", "06:00", "2026-11-20T03:00Z")]
    [InlineData("America/Bogota", "2026-11-20", "22:00", "2026-11-21T03:00Z")]
    [InlineData("Asia/Kathmandu", "2026-11-20", "22:00", "2026-11-20T16:15Z")]
    public void ToUtc_LocalTimeOfServiceDay_IsThatInstant(string zone, string day, string time, string utc) =>
        Assert.Equal(Instant(utc), Clock(zone).ToUtc(DateOnly.Parse(day, Invariant), TimeOnly.Parse(time, Invariant)));

    [Theory]
    [InlineData("2026-11-20T02:59:59Z", "2026-11-19")]
    [InlineData("2026-11-20T03:00:00Z", "2026-11-20")]
    [InlineData("2026-11-20T20:59:59Z", "2026-11-20")]
    [InlineData("2026-11-20T21:00:00Z", "2026-11-20")]
    [InlineData("2026-11-21T02:59:59Z", "2026-11-20")]
    public void ServiceDayOf_InMoscow_ChangesAtSixNotAtMidnight(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day, Invariant), Clock("Europe/Moscow").ServiceDayOf(Instant(utc)));

    [Theory]
    // Clocks go forward on 29 March 2026 at 02:00, back on 25 October at 03:00.
    [InlineData("2026-03-28", "22:00", "04:00", 5)]
    [InlineData("2026-10-24", "22:00", "04:00", 7)]
    [InlineData("2026-03-28", "02:00", "04:00", 1)]
    [InlineData("2026-10-24", "02:00", "04:00", 3)]
    [InlineData("2026-11-20", "22:00", "00:00", 2)]
    public void Occurrence_InBerlin_LastsAsLongAsTheClockOnTheWallSays(string day, string start, string end, int hours)
    {
        var occurrence = Clock("Europe/Berlin")
            .Occurrence(
                DateOnly.Parse(day, Invariant),
                TimeOnly.Parse(start, Invariant),
                TimeOnly.Parse(end, Invariant)
            );
        Assert.NotNull(occurrence);
        Assert.Equal(TimeSpan.FromHours(hours), occurrence.Value.End - occurrence.Value.Start);
    }

    [Fact]
    public void Occurrence_WhollyInsideTheSkippedHour_DoesNotHappen() =>
        Assert.Null(
            Clock("Europe/Berlin").Occurrence(new DateOnly(2026, 3, 28), new TimeOnly(2, 0), new TimeOnly(3, 0))
        );

    [Fact]
    public void ToUtc_HourThatHappensTwice_IsTheFirst() =>
        Assert.Equal(
            Instant("2026-10-25T00:30Z"),
            Clock("Europe/Berlin").ToUtc(new DateOnly(2026, 10, 24), new TimeOnly(2, 30))
        );

    [Fact]
    public void IsAfterMidnight_OnlyForTheNightHours()
    {
        var clock = Clock("Europe/Moscow");
        var day = new DateOnly(2026, 11, 20);
        Assert.False(clock.IsAfterMidnight(day, clock.ToUtc(day, new TimeOnly(23, 59))));
        Assert.True(clock.IsAfterMidnight(day, clock.ToUtc(day, new TimeOnly(0, 0))));
    }

    [Fact]
    public void ServiceDay_OfEveryLocalTime_IsTheDayItWasAskedFor() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Moments().ToArbitrary(),
                moment =>
                {
                    var clock = Clock(moment.Zone);
                    return clock.ServiceDayOf(clock.ToUtc(moment.Day, moment.Time)) == moment.Day;
                }
            )
        );

    [Fact]
    public void Days_FollowEachOtherWithoutGapOrOverlap() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Moments().ToArbitrary(),
                moment =>
                {
                    var clock = Clock(moment.Zone);
                    var (start, end) = clock.Day(moment.Day);
                    return clock.Day(moment.Day.AddDays(1)).Start == end
                        && clock.ServiceDayOf(start) == moment.Day
                        && clock.ServiceDayOf(end.AddTicks(-1)) == moment.Day
                        && (end - start).TotalHours is >= 23 and <= 25;
                }
            )
        );

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static VenueClock Clock(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone), new TimeOnly(6, 0));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, Invariant);

    private static Gen<(string Zone, DateOnly Day, TimeOnly Time)> Moments() =>
        from zone in Gen.Elements(Zones)
        from day in Gen.Choose(0, 3000)
        from minute in Gen.Choose(0, (24 * 60) - 1)
        select (zone, new DateOnly(2024, 1, 1).AddDays(day), new TimeOnly(minute / 60, minute % 60));
}
