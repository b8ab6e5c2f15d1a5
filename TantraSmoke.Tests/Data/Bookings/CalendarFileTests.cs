using Ical.Net;
using Ical.Net.DataTypes;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Tests.Data.Bookings;

/// <summary>Read by a parser that knows nothing of the writer.</summary>
public sealed class CalendarFileTests
{
    private static readonly CalendarWords Words = new(
        "Тантра; «дым», столик на 2",
        "Стол №5.\nКод брони: ABC123 \\ ждём",
        "Тантра, лаундж",
        "Тверская ул., 1; этаж 2"
    )
    {
        Point = (55.7602, 37.6486),
    };

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task File_OfABooking_IsReadAsItWasMeant()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await BookingAsync(venue, await venue.GuestAsync());

        var bytes = CalendarFile.Of(booking, Words, venue.Time.GetUtcNow());

        var calendar = Calendar.Load(System.Text.Encoding.UTF8.GetString(bytes))!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal(("PUBLISH", "2.0"), (calendar.Method, calendar.Version));
        Assert.Equal((Words.Title, Words.Text), (entry.Summary, entry.Description));
        Assert.Equal("Тантра, лаундж, Тверская ул., 1; этаж 2", entry.Location);
        Assert.Equal(
            (booking.StartsAt.UtcDateTime, booking.EndsAt.UtcDateTime),
            (entry.Start!.AsUtc, entry.End!.AsUtc)
        );
        Assert.Equal(
            (CalDateTime.UtcTzId, $"{booking.Id:N}@tantrasmoke", "CONFIRMED"),
            (entry.Start.TzId, entry.Uid, entry.Status)
        );
        // Without an organizer a later cancellation is ignored by some calendars (RFC 5546).
        Assert.Equal(
            ("mailto:no-reply@tantrasmoke.invalid", "Тантра, лаундж"),
            (entry.Organizer!.Value!.OriginalString, entry.Organizer.CommonName)
        );
        Assert.Equal((55.7602, 37.6486), (entry.GeographicLocation!.Latitude, entry.GeographicLocation.Longitude));
        // No line of the file is longer than the standard has it.
        Assert.All(
            System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n"),
            line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75)
        );
    }

    [Fact]
    public async Task File_AfterEachChange_IsTheSameEntryInANewerVersion()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var first = Entry(await BookingAsync(venue, guest), venue);
        var id = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).Id;

        await venue.Bookings.Own.RescheduleAsync(
            guest,
            id,
            null,
            new RescheduleRequest(TestVenue.Day.AddDays(1), await venue.SlotAsync(22), 2),
            Cancel
        );
        var moved = Entry((await venue.Queries.FindAsync(guest, id, Cancel))!, venue);
        await venue.Bookings.Lifecycle.CancelAsync(guest, id, null, null, Cancel);
        var gone = Calendar.Load(
            System.Text.Encoding.UTF8.GetString(
                CalendarFile.Of((await venue.Queries.FindAsync(guest, id, Cancel))!, Words, venue.Time.GetUtcNow())
            )
        )!;

        Assert.Equal((first.Uid, first.Uid), (moved.Uid, gone.Events.Single().Uid));
        Assert.True(first.Sequence < moved.Sequence && moved.Sequence < gone.Events.Single().Sequence);
        // 22:00 in Moscow.
        Assert.Equal(new DateTime(2026, 11, 21, 19, 0, 0, DateTimeKind.Utc), moved.Start!.AsUtc);
        Assert.Equal(("CANCEL", "CANCELLED"), (gone.Method, gone.Events.Single().Status));
    }

    private static Ical.Net.CalendarComponents.CalendarEvent Entry(BookingRow booking, TestVenue venue) =>
        Calendar
            .Load(System.Text.Encoding.UTF8.GetString(CalendarFile.Of(booking, Words, venue.Time.GetUtcNow())))!
            .Events.Single();

    private static async Task<BookingRow> BookingAsync(TestVenue venue, TantraSmoke.Core.Common.Actor.Guest guest)
    {
        var booking = await venue.BookAsync(guest, 20);
        return (await venue.Queries.FindAsync(guest, booking.Id, Cancel))!;
    }
}
