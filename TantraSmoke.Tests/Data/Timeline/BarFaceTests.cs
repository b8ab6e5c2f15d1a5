using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Features.Timeline;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Data.Timeline;

public sealed class BarFaceTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("ru", "Ирина 1, 18:00–20:00, 2 гостя, забронировано")]
    [InlineData("en", "Ирина 1, 18:00–20:00, 2 guests, booked")]
    public async Task Label_Booking_SaysWhoHowManyWhenAndWhat(string language, string expected)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.BookAsync(await venue.GuestAsync(), 18, table: 5);

        var face = await FaceAsync(venue, 5, language);

        Assert.Equal(expected, face.Label);
        Assert.Equal("18:00–20:00, 2", face.Detail);
    }

    [Fact]
    public async Task Face_Expected_MovesAndStretchesFreely_SeatedKeepsItsStart_OverStays()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5);
        venue.Time.Set(booking.StartsAt);
        Assert.Equal(("both", "both"), await FreedomAsync(venue));

        var seated = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, booking.Version, Cancel);
        Assert.Equal(("table", "end"), await FreedomAsync(venue));

        venue.Time.Advance(TimeSpan.FromMinutes(30));
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, booking.Id, seated.Value!.Version, Cancel);
        Assert.Equal(("", ""), await FreedomAsync(venue));
    }

    [Fact]
    public async Task Place_Minutes_CountFromTheFirstHourShown()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.BookAsync(await venue.GuestAsync(), 18, table: 5);

        var face = await FaceAsync(venue, 5, "en");

        // The day and its first time begin at 06:00.
        Assert.Equal((12 * 60, 14 * 60), (face.From, face.To));
        Assert.Equal("--s:720;--e:840", face.Place);
    }

    [Fact]
    public async Task Row_ShortBar_KnowsTheRoomUntilTheNext()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var first = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5);
        await venue.Bookings.Moves.ResizeAsync(TestVenue.Anna, first.Id, null, first.StartsAt.AddMinutes(30), Cancel);
        await venue.BookAsync(await venue.GuestAsync(2), 18, table: 5);
        var live = venue.Services.GetRequiredService<TimelineQueries>();
        var day = await live.DayAsync(first.ServiceDay, Cancel);

        var faces = BarFace.Row(day.Bars[await venue.TableAsync(5)], day, DashboardTexts.Of("en"));

        Assert.Equal([90, BarFace.Minutes(day, day.To) - faces[1].To], faces.Select(face => face.Room));
        Assert.EndsWith(";--room:90", faces[0].Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        2026,
        10,
        24,
        new[] { "21:00", "22:00", "23:00", "00:00", "01:00", "02:00", "02:00", "03:00", "04:00" }
    )]
    [InlineData(2026, 3, 28, new[] { "21:00", "22:00", "23:00", "00:00", "01:00", "03:00", "04:00" })]
    public async Task Hours_NightOnWhichClocksChange_ReadAsOnTheWall(int year, int month, int day, string[] expected)
    {
        var variables = new Dictionary<string, string?>
        {
            ["VENUE_TIMEZONE"] = "Europe/Berlin",
            ["SLOTS_JSON"] = """[{"start_time": "22:00", "end_time": "04:00"}]""",
        };
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite, variables: variables);
        var night = await venue
            .Services.GetRequiredService<TimelineQueries>()
            .DayAsync(new DateOnly(year, month, day), Cancel);

        var hours = TimelineHours.Of(night, DashboardTexts.Of("en"));

        Assert.Equal(expected, hours.Hours.Select(hour => hour.Label));
        Assert.Equal(expected.Length * 60, hours.Span);
    }

    private static async Task<BarFace> FaceAsync(TestVenue venue, int table, string language)
    {
        var day = await venue.Services.GetRequiredService<TimelineQueries>().DayAsync(TestVenue.Day, Cancel);
        return BarFace.Of(Assert.Single(day.Bars[await venue.TableAsync(table)]), day, DashboardTexts.Of(language));
    }

    private static async Task<(string, string)> FreedomAsync(TestVenue venue)
    {
        var face = await FaceAsync(venue, 5, "en");
        return (face.Moves, face.Stretches);
    }
}
