using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class TableBookingTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Create_FreeTable_TakesItAndWritesHistory(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();

        var booking = await venue.BookAsync(guest, 20, table: 5, party: 4);

        Assert.Equal(BookingStatus.Booked, booking.Status);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero), booking.StartsAt);
        var history = await venue.Queries.HistoryAsync(booking.Id, Cancel);
        Assert.Equal((BookingAction.Created, "guest"), (Assert.Single(history).Action, history[0].ActorKind));
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count(c => c.BookingId == booking.Id)), Cancel)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Create_SameKeyTwice_IsOneBooking(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var request = await venue.RequestAsync(20, table: 5);

        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ => Task.Run(() => venue.Bookings.Book.CreateAsync(guest, request, Cancel), Cancel))
        );

        Assert.All(both, outcome => Assert.True(outcome.Succeeded, outcome.Error?.ToString()));
        Assert.Equal(both[0].Value!.Id, both[1].Value!.Id);
    }

    [Theory, OnBothDatabases]
    public async Task Create_WithComment_WritesWhatItReturns(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(
            database,
            variables: new Dictionary<string, string?> { ["ADMIN_IDS_RAW"] = "42" }
        );
        var guest = await venue.GuestAsync();
        var request = await venue.RequestAsync(20, table: 5) with { Details = new(2) { Comment = " by the window " } };

        var outcome = await venue.Bookings.Book.CreateAsync(guest, request, Cancel);

        var returned = JsonSerializer.Serialize(outcome.Value);
        var written = await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(Cancel), Cancel);
        Assert.Equal(returned, JsonSerializer.Serialize(written));
        Assert.Equal("by the window", written.Comment);
        var message = await venue.Store.ReadAsync(db => db.Outbox.SingleAsync(m => !m.ForGuest, Cancel), Cancel);
        Assert.Equal(
            (OutboxKind.StaffCard, written.Id, written.CreatedAt, false),
            (message.Kind, message.BookingId, message.DueAt, message.ForGuest)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Create_WhereSomebodyHolds_IsTakenUntilTheHoldExpires(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (first, second) = (await venue.GuestAsync(1), await venue.GuestAsync(2));
        var request = await venue.RequestAsync(20, table: 5);
        Assert.True((await venue.Bookings.Book.HoldAsync(first, request, Cancel)).Succeeded);

        var early = await venue.Bookings.Book.CreateAsync(
            second,
            request with
            {
                IdempotencyKey = Guid.NewGuid(),
            },
            Cancel
        );
        venue.Time.Set(venue.Time.GetUtcNow().AddMinutes(6));
        var late = await venue.Bookings.Book.CreateAsync(
            second,
            request with
            {
                IdempotencyKey = Guid.NewGuid(),
            },
            Cancel
        );

        Assert.IsType<AvailabilityRefusal.TableTaken>(early.Error);
        Assert.True(late.Succeeded, late.Error?.ToString());
        Assert.Equal(1, await venue.Store.ReadAsync(db => db.Claims.CountAsync(Cancel), Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Create_HundredGuestsOneTable_OneGetsItAndNinetyNineGetAlternatives(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guests = await Task.WhenAll(Enumerable.Range(1, 100).Select(n => venue.GuestAsync(n)));
        var slot = await venue.RequestAsync(20, table: 5);

        var outcomes = await Task.WhenAll(
            guests.Select(guest =>
                Task.Run(
                    () => venue.Bookings.Book.CreateAsync(guest, slot with { IdempotencyKey = Guid.NewGuid() }, Cancel),
                    Cancel
                )
            )
        );

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(
            outcomes.Where(o => !o.Succeeded),
            o => Assert.NotEmpty(Assert.IsType<AvailabilityRefusal.TableTaken>(o.Error).StillFree)
        );
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Theory, OnBothDatabases]
    public async Task SeatMoveCompleteUndo_ByStaff_LeavesEveryStepInHistory(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(5));

        var seated = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, booking.Version, Cancel);
        Assert.True(seated.Succeeded, seated.Error?.ToString());
        var stale = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Boris, booking.Id, booking.Version, Cancel);
        Assert.Equal(new BookingRefusal.ChangedMeanwhile("Anna", BookingStatus.Seated), stale.Error);
        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(TableIds: [await venue.TableAsync(6)]),
            Cancel
        );
        Assert.True(moved.Succeeded, moved.Error?.ToString());
        var completed = await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.True(completed.Succeeded, completed.Error?.ToString());
        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Boris, booking.Id, null, Cancel);
        Assert.True(undone.Succeeded, undone.Error?.ToString());

        Assert.Equal(BookingStatus.Seated, undone.Value.Status);
        Assert.Equal(
            [
                BookingAction.Created,
                BookingAction.Seated,
                BookingAction.Moved,
                BookingAction.Completed,
                BookingAction.Undone,
            ],
            (await venue.Queries.HistoryAsync(booking.Id, Cancel)).Select(h => h.Action)
        );
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Create_BlockedGuest_IsToldToCall()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                db.Guests.Single(g => g.Id == guest.GuestId).Block("left without paying");
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

        var refused = await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(20), Cancel);

        Assert.Equal(new GuestRefusal.GuestBlocked("+7 495 000-00-00"), refused.Error);
        Assert.Contains(
            "left without paying",
            await venue.Store.ReadAsync(db => Task.FromResult(db.Audit.OrderBy(a => a.Id).Last().After), Cancel),
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothDatabases]
    public async Task Create_TwoTapsAtOnceAtTheLimit_NeverExceedIt(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var slots = (await venue.CatalogAsync()).Slots;

        var outcomes = await Task.WhenAll(
            slots.Select(slot =>
                Task.Run(
                    () =>
                        venue.Bookings.Book.CreateAsync(
                            guest,
                            new BookingRequest(TestVenue.Day.AddDays(1), slot.Id, new(2), Guid.NewGuid()),
                            Cancel
                        ),
                    Cancel
                )
            )
        );

        Assert.Equal(3, outcomes.Count(o => o.Succeeded));
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal(new BookingRefusal.TooManyActive(3), o.Error));
    }

    [Fact]
    public async Task Create_OutsideTheRules_SaysWhy()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        async Task<Refusal?> RefusalAsync(BookingRequest request) =>
            (await venue.Bookings.Book.CreateAsync(guest, request, Cancel)).Error;

        Assert.IsType<AvailabilityRefusal.SlotPassed>(await RefusalAsync(await venue.RequestAsync(14)));
        Assert.IsType<AvailabilityRefusal.TooEarly>(
            await RefusalAsync(await venue.RequestAsync(20, day: TestVenue.Day.AddDays(14)))
        );
        Assert.Equal(
            new AvailabilityRefusal.PartyTooLarge(10),
            await RefusalAsync(await venue.RequestAsync(20, party: 11))
        );
        Assert.Equal(
            new AvailabilityRefusal.PartyTooSmall(1),
            await RefusalAsync(await venue.RequestAsync(20, party: 0))
        );
        Assert.Equal(
            new AvailabilityRefusal.PartyTooSmall(3),
            await RefusalAsync(await venue.RequestAsync(20, table: 8))
        );
        Assert.IsType<AvailabilityRefusal.NoLongerOffered>(
            await RefusalAsync((await venue.RequestAsync(20)) with { SlotId = 999 })
        );
        Assert.Equal(
            new CommonRefusal.CommentTooLong(500),
            await RefusalAsync(
                (await venue.RequestAsync(20)) with
                {
                    Details = new(2) { Comment = new string('x', 5000) },
                }
            )
        );
        venue.Time.Set(new DateTimeOffset(2026, 11, 20, 12, 31, 0, TimeSpan.Zero));
        Assert.Equal(new AvailabilityRefusal.TooLate(30), await RefusalAsync(await venue.RequestAsync(16)));
    }
}
