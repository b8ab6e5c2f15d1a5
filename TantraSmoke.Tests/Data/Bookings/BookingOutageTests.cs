using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Replicas;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Data.Bookings;

/// <summary>
/// Nobody could act for a while: the clock decides nothing that it would have been somebody's to decide.
/// </summary>
public sealed class BookingOutageTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task OffFromTenToEightUntilHalfPastNine_MakesNoNoShowsAndAsksStaff()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        var decided = await venue.BookAsync(await venue.GuestAsync(2), 20, table: 6);
        await TickAsync(venue, booking.StartsAt.AddMinutes(-10));

        await TickAsync(venue, booking.StartsAt.AddMinutes(90));

        Assert.Equal(
            [BookingStatus.Booked, BookingStatus.Booked],
            [await StatusAsync(venue, booking), await StatusAsync(venue, decided)]
        );
        var asked = (await RoomAsync(venue)).Questions;
        Assert.Equal([(5, StaffQuestion.Unattended), (6, StaffQuestion.Unattended)], await TablesAsync(venue, asked));
        Assert.True((await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, decided.Id, null, Cancel)).Succeeded);
        Assert.Equal(booking.Id, Assert.Single((await RoomAsync(venue)).Questions).Id);

        await venue.Bookings.Lifecycle.MarkNoShowAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Empty((await RoomAsync(venue)).Questions);
        await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);
        await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details with { Comment = "у окна" }),
            Cancel
        );
        Assert.Equal(booking.Id, Assert.Single((await RoomAsync(venue)).Questions).Id);

        // Nor does it decide later that evening; what nobody has said by its end is no no-show either.
        await TickAsync(venue, booking.StartsAt.AddHours(4));
        Assert.Equal(BookingStatus.Booked, await StatusAsync(venue, booking));
        await TickAsync(venue, TestVenue.Moscow.Day(TestVenue.Day).End);
        Assert.Equal(BookingStatus.Completed, await StatusAsync(venue, booking));
        Assert.Equal(
            [(5, StaffQuestion.Unattended), (6, StaffQuestion.StillSeated)],
            await TablesAsync(venue, (await RoomAsync(venue)).Questions)
        );
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(
                db =>
                    db.Outbox.CountAsync(m => m.Kind == OutboxKind.VisitQuestion && m.BookingId == booking.Id, Cancel),
                Cancel
            )
        );
    }

    [Theory, OnBothDatabases]
    public async Task ProcessStartedAfterAnOutage_AsksBeforeItsTimerDecides(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        await TickAsync(venue, booking.StartsAt.AddMinutes(-10));
        venue.Time.Set(TestVenue.Moscow.Day(TestVenue.Day).End.AddHours(1));
        await using var started = venue.Replica();
        var leader = started.GetRequiredService<ReplicaLeader>();
        using var timer = ActivatorUtilities.CreateInstance<BookingTimer>(started);

        await leader.StartAsync(Cancel);
        await timer.StartAsync(Cancel);

        await Eventually.Holds(
            async () => await StatusAsync(venue, booking) != BookingStatus.Booked,
            "the day is closed",
            TimeSpan.FromSeconds(15),
            Cancel
        );
        await timer.StopAsync(Cancel);
        await leader.StopAsync(Cancel);
        Assert.Equal(BookingStatus.Completed, await StatusAsync(venue, booking));
        Assert.Equal(StaffQuestion.Unattended, Assert.Single((await RoomAsync(venue)).Questions).Question);
    }

    [Fact]
    public async Task OutageWithinTheGrace_CountsItFromWhenStaffCouldAct()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        await TickAsync(venue, booking.StartsAt.AddMinutes(10));
        // Switched off for a quarter of an hour.
        var back = booking.StartsAt.AddMinutes(25);
        await TickAsync(venue, back);
        Assert.Empty((await RoomAsync(venue)).Questions);
        for (var minute = 1; minute <= 29; minute++)
            await TickAsync(venue, back.AddMinutes(minute));
        Assert.Equal(BookingStatus.Booked, await StatusAsync(venue, booking));

        await TickAsync(venue, back.AddMinutes(30));

        Assert.Equal(BookingStatus.NoShow, await StatusAsync(venue, booking));
    }

    [Theory, OnBothDatabases]
    public async Task ReplicaThatRunsOn_IsNoOutage(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        await using var other = venue.Replica();
        for (var minute = -10; minute < 30; minute++)
        {
            venue.Time.Set(booking.StartsAt.AddMinutes(minute));
            await other.GetRequiredService<BookingClock>().AttendAsync(Cancel);
        }

        await TickAsync(venue, booking.StartsAt.AddMinutes(30));

        Assert.Equal(BookingStatus.NoShow, await StatusAsync(venue, booking));
    }

    [Fact]
    public async Task RequestWhoseAnswerWasDueMeanwhile_LeavesStaffHalfOfWhatIsLeft()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.SettingsAsync(rules => rules.ApprovalAbove = 3);
        var soon = await venue.BookAsync(await venue.GuestAsync(1), 20, party: 4);
        var begun = await venue.BookAsync(await venue.GuestAsync(2), 18, party: 4);
        await TickAsync(venue, begun.StartsAt.AddMinutes(-90));

        var back = soon.StartsAt.AddMinutes(-40);
        await TickAsync(venue, back);
        Assert.Equal(
            [BookingStatus.Requested, BookingStatus.Requested],
            [await StatusAsync(venue, soon), await StatusAsync(venue, begun)]
        );
        for (var minute = 1; minute <= 20; minute++)
            await TickAsync(venue, back.AddMinutes(minute));

        Assert.Equal(
            [BookingStatus.Canceled, BookingStatus.Requested],
            [await StatusAsync(venue, soon), await StatusAsync(venue, begun)]
        );
        await TickAsync(venue, TestVenue.Moscow.Day(TestVenue.Day).End);
        Assert.Equal(BookingStatus.Canceled, await StatusAsync(venue, begun));
        // The morning after, nobody is told that nobody has answered.
        Assert.Equal(
            [soon.Id],
            await venue.Store.ReadAsync(
                db =>
                    db.Outbox.Where(m => m.Kind == OutboxKind.RequestExpired)
                        .Select(m => m.BookingId!.Value)
                        .ToListAsync(Cancel),
                Cancel
            )
        );
    }

    [Fact]
    public async Task OfferThatRanOutMeanwhile_BeginsAnew()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var five = await venue.TableAsync(5);
        var taken = new List<Booking>();
        foreach (var table in (await venue.CatalogAsync()).Tables)
            taken.Add(
                await venue.BookAsync(
                    TestVenue.Anna,
                    (await venue.RequestAsync(20, table.Number, party: 1)) with
                    {
                        Source = BookingSource.Phone,
                    }
                )
            );
        var waitlist = venue.Services.GetRequiredService<WaitingList>();
        var guest = await venue.GuestAsync(9);
        var entry = (
            await waitlist.Own.JoinAsync(
                guest,
                new WaitlistWish(TestVenue.Day, taken[0].StartsAt, taken[0].StartsAt, 2),
                Guid.NewGuid(),
                Cancel
            )
        ).Value!;
        await TickAsync(venue, TestVenue.Friday.AddMinutes(1));
        await venue.Bookings.Lifecycle.CancelAsync(
            TestVenue.Anna,
            taken.Single(b => b.TableIds.Contains(five)).Id,
            null,
            null,
            Cancel
        );
        Assert.Equal(1, await waitlist.Offers.OfferNextAsync(Cancel));

        await TickAsync(venue, TestVenue.Friday.AddMinutes(40));

        var row = (await waitlist.Queries.FindAsync(guest, entry.Id, Cancel))!;
        Assert.Equal(
            (WaitlistStatus.Offered, venue.Time.GetUtcNow().AddMinutes(10), null),
            (row.Status, row.OfferedUntil, row.PassedAt)
        );
        Assert.Equal(
            2,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.WaitlistOffer, Cancel),
                Cancel
            )
        );
        Assert.True((await waitlist.Own.AcceptAsync(guest, entry.Id, Cancel)).Succeeded);
    }

    private static async Task<IEnumerable<(int, StaffQuestion)>> TablesAsync(
        TestVenue venue,
        IEnumerable<BookingRow> bookings
    )
    {
        var catalog = await venue.CatalogAsync();
        return bookings.Select(b => (catalog.Table(b.TableIds[0])!.Number, b.Question!.Value)).Order();
    }

    /// <summary>What the timer does every 15 seconds.</summary>
    private static async Task TickAsync(TestVenue venue, DateTimeOffset at)
    {
        venue.Time.Set(at);
        await venue.Bookings.Clock.AttendAsync(Cancel);
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
    }

    private static Task<FloorSnapshot> RoomAsync(TestVenue venue) =>
        venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);

    private static async Task<BookingStatus?> StatusAsync(TestVenue venue, Booking booking) =>
        (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))?.Status;
}
