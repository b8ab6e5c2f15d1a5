using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class BookingUndoTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Undo_AfterTenMinutes_OrWhenThePlaceIsGone_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, "wrong tap", Cancel);
        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 5);

        Assert.IsType<BookingRefusal.TableOccupied>(
            (await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
        );
        venue.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.IsType<BookingRefusal.UndoExpired>(
            (await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
        );
        Assert.Equal(
            BookingStatus.Canceled,
            (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))?.Status
        );
    }

    [Theory, OnBothDatabases]
    public async Task Undo_OfACancellation_ForgetsWhatNobodyHasHeardYetAndCorrectsTheRest(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        Task<List<string>> KindsAsync() =>
            venue.Store.ReadAsync(
                db =>
                    Task.FromResult(
                        db.Outbox.Where(m => m.ForGuest && m.Kind != OutboxKind.Reminder)
                            .OrderBy(m => m.Id)
                            .Select(m => m.Kind)
                            .AsEnumerable()
                            .Select(k => k.ToString())
                            .ToList()
                    ),
                Cancel
            );

        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        Assert.Equal(["BookingCanceled"], await KindsAsync());
        await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Empty(await KindsAsync());

        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            db => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, venue.Time.GetUtcNow()), Cancel),
            Cancel
        );
        await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Equal(["BookingCanceled", "BookingCreated"], await KindsAsync());
    }
}
