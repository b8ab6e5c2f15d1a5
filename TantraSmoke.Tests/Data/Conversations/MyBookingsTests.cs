namespace TantraSmoke.Tests.Data.Conversations;

public sealed class MyBookingsTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Cancel_AfterOneConfirmation_FreesTheTable()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");

        await guest.TapAsync("📅 Мои брони");
        await guest.TapAsync("пт 20 нояб");
        await guest.TapAsync("❌ Отменить бронь");
        await guest.TapAsync("❌ Да, отменить");

        Assert.Contains("отменено", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal("Бронь отменена", guest.Toast?.Text);
        Assert.Equal(0, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
        await guest.TapAsync("⬅️ Назад");
        Assert.Contains("прошедшие", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyBookings_WhenTheHostHasSeatedThem_SaysSo()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync(time: "18:00");
        await guest.TapAsync("✅ Всё верно");
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, booking.Version, Cancel);

        await guest.TapAsync("📅 Мои брони");
        await guest.TapAsync("пт 20 нояб");

        Assert.Contains("вы за столом", guest.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("❌ Отменить бронь", guest.Screen.Labels);
    }

    [Fact]
    public async Task Core_AnotherGuestsBooking_LooksLikeNone()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20);
        var stranger = await venue.GuestAsync(2);

        Assert.Null(await venue.Queries.FindAsync(stranger, booking.Id, Cancel));
        Assert.IsType<CommonRefusal.NotFound>(
            (await venue.Bookings.Lifecycle.CancelAsync(stranger, booking.Id, null, null, Cancel)).Error
        );
        Assert.IsType<CommonRefusal.NotAllowed>(
            (await venue.Bookings.Lifecycle.SeatAsync(stranger, booking.Id, null, Cancel)).Error
        );
    }
}
