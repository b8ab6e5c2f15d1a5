using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Reports;

namespace TantraSmoke.Tests.Core.Bookings;

public sealed class BookingRightsAndTimesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    private static Task<FloorSnapshot> RoomAsync(TestVenue venue) =>
        venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);

    [Theory, OnBothDatabases]
    public async Task CatchUp_NeverArrived_BecomesNoShowAfterThirtyMinutesAndFreesTheTable(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var late = await venue.BookAsync(await venue.GuestAsync(1), 18, table: 5);
        venue.Time.Set(late.StartsAt.AddMinutes(29));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        venue.Time.Set(late.StartsAt.AddMinutes(30));
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        var row = await venue.Queries.FindAsync(TestVenue.Anna, late.Id, Cancel);
        Assert.Equal(BookingStatus.NoShow, row?.Status);
        Assert.Equal("system", (await venue.Queries.HistoryAsync(late.Id, Cancel))[^1].ActorKind);
        Assert.True(
            (
                await venue.Bookings.WalkIns.SeatWalkInAsync(
                    TestVenue.Anna,
                    new WalkInRequest([await venue.TableAsync(5)], 2, Guid.NewGuid()),
                    Cancel
                )
            ).Succeeded
        );
    }

    [Theory, OnBothDatabases]
    public async Task CatchUp_SeatedAndOver_StaysSeatedUntilTheDayEndsAndIsThenLeftForStaffToLookAt(
        TestDatabase database
    )
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 18, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);
        var dayEnds = TestVenue.Moscow.Day(TestVenue.Day).End;
        venue.Time.Set(dayEnds.AddMinutes(-1));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        var late = await RoomAsync(venue);
        Assert.Equal(TableState.Overrunning, late.Tables.Single(t => t.Table.Number == 5).State);
        Assert.Empty(late.Questions);

        venue.Time.Set(dayEnds);
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        var asked = Assert.Single((await RoomAsync(venue)).Questions);
        Assert.Equal(
            (booking.Id, BookingStatus.Completed, booking.EndsAt, StaffQuestion.StillSeated),
            (asked.Id, asked.Status, asked.EndedAt, asked.Question)
        );
        Assert.Equal(
            (BookingAction.DayEnded, "system"),
            (await venue.Queries.HistoryAsync(booking.Id, Cancel))[^1] is var line
                ? (line.Action, line.ActorKind)
                : default
        );
        // By itself it is asked until the next day has ended, too.
        venue.Time.Set(dayEnds.AddDays(1));
        Assert.Empty((await RoomAsync(venue)).Questions);
        venue.Time.Set(dayEnds.AddHours(1));
        Assert.True(
            (await venue.Bookings.Lifecycle.LookAtAsync(TestVenue.Anna, booking.Id, asked.Version, Cancel)).Succeeded
        );
        Assert.Empty((await RoomAsync(venue)).Questions);
        Assert.IsType<BookingRefusal.WrongStatus>(
            (await venue.Bookings.Lifecycle.LookAtAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
        );
        // Nobody left at six in the morning.
        Assert.Equal(
            120,
            (
                await venue.Store.ReadAsync(
                    db => ReportRows.TotalsAsync(db, new ReportRange(TestVenue.Day, TestVenue.Day), Cancel),
                    Cancel
                )
            ).TurnMinutes
        );
    }

    [Theory, OnBothDatabases]
    public async Task TableWhereSomebodyOverstays_IsOfferedForLaterOnly(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.SettingsAsync(rules => rules.LeadMinutes = 0);
        var guest = await venue.GuestAsync();
        var sits = await venue.BookAsync(guest, 16, table: 5);
        venue.Time.Set(sits.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, sits.Id, null, Cancel);
        await venue.Bookings.Moves.ResizeAsync(TestVenue.Anna, sits.Id, null, sits.EndsAt.AddMinutes(-15), Cancel);
        // Five minutes to six: until five past they are thought to stay.
        venue.Time.Set(sits.EndsAt.AddMinutes(-5));

        Assert.False(await IsOfferedAsync(TestVenue.Anna, 18));
        Assert.False(await IsOfferedAsync(guest, 18));
        Assert.True(await IsOfferedAsync(guest, 20));
        var now = await venue.RequestAsync(18, table: 5);
        Assert.IsType<BookingRefusal.StillSeated>(
            (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, now, Cancel)).Error
        );
        // Who sits there is nothing that guests are told.
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (await venue.Bookings.Book.CreateAsync(guest, now, Cancel)).Error
        );
        Assert.IsType<AvailabilityRefusal.TableTaken>((await venue.Bookings.Book.HoldAsync(guest, now, Cancel)).Error);
        Assert.IsType<BookingRefusal.StillSeated>(
            (
                await venue.Bookings.WalkIns.SeatWalkInAsync(
                    TestVenue.Anna,
                    new WalkInRequest(sits.TableIds, 2, Guid.NewGuid()),
                    Cancel
                )
            ).Error
        );
        Assert.True(
            (await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(20, table: 5), Cancel)).Succeeded
        );

        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, sits.Id, null, Cancel);
        Assert.True(await IsOfferedAsync(TestVenue.Anna, 18));
        Assert.True((await venue.Bookings.Book.CreateAsync(TestVenue.Anna, now, Cancel)).Succeeded);

        async Task<bool> IsOfferedAsync(Actor actor, int hour)
        {
            var slot = await venue.SlotAsync(hour);
            var offer = (await venue.Availability.DayAsync(actor, TestVenue.Day, 2, Cancel)).Single(o =>
                o.SlotId == slot
            );
            return offer.Options.Any(option => option.TableIds.SequenceEqual(sits.TableIds));
        }
    }

    [Theory, OnBothDatabases]
    public async Task CatchUp_ExpiredHold_IsSweptAndBeforeThatGivesWay(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (first, second) = (await venue.GuestAsync(1), await venue.GuestAsync(2));
        var request = await venue.RequestAsync(20, table: 5);
        Assert.True((await venue.Bookings.Book.HoldAsync(first, request, Cancel)).Succeeded);
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (await venue.Bookings.Book.HoldAsync(second, request, Cancel)).Error
        );

        venue.Time.Advance(TimeSpan.FromMinutes(5));
        // Nobody has swept yet: the expired hold is removed by the one who wants its place.
        Assert.True((await venue.Bookings.Book.HoldAsync(second, request, Cancel)).Succeeded);

        venue.Time.Advance(TimeSpan.FromMinutes(5));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        Assert.Equal(0, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task WalkIn_BeforeABooking_IsFreeOnlyUntilThen(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 16, table: 5);
        var walkIn = new WalkInRequest([await venue.TableAsync(5)], 3, Guid.NewGuid());

        var seated = await venue.Bookings.WalkIns.SeatWalkInAsync(TestVenue.Anna, walkIn, Cancel);
        Assert.Equal(booking.StartsAt, seated.Value?.EndsAt);
        Assert.Equal(
            seated.Value?.Id,
            (await venue.Bookings.WalkIns.SeatWalkInAsync(TestVenue.Anna, walkIn, Cancel)).Value?.Id
        );

        Assert.IsType<BookingRefusal.TableOccupied>(
            (
                await venue.Bookings.WalkIns.SeatWalkInAsync(
                    TestVenue.Anna,
                    walkIn with
                    {
                        IdempotencyKey = Guid.NewGuid(),
                    },
                    Cancel
                )
            ).Error
        );
        Assert.Equal(
            new AvailabilityRefusal.PartyTooLarge(4),
            (
                await venue.Bookings.WalkIns.SeatWalkInAsync(
                    TestVenue.Anna,
                    walkIn with
                    {
                        PartySize = 5,
                        IdempotencyKey = Guid.NewGuid(),
                    },
                    Cancel
                )
            ).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Seat_WhereSomebodyOverstays_IsRefusedUntilTheyHaveLeft(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var first = await venue.BookAsync(guest, hour: 16, table: 5);
        var next = await venue.BookAsync(guest, hour: 18, table: 5);
        venue.Time.Set(first.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, first.Id, null, Cancel);
        venue.Time.Set(next.StartsAt.AddMinutes(5));

        var refused = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, next.Id, null, Cancel);
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, first.Id, null, Cancel);
        var seated = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, next.Id, null, Cancel);

        var sitting = Assert.IsType<BookingRefusal.StillSeated>(refused.Error);
        Assert.Equal([5], sitting.TableNumbers);
        Assert.Equal(guest.Name, sitting.By);
        Assert.True(seated.Succeeded, seated.Error?.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task Move_WhereSomebodyOverstays_IsRefusedForNowAndDoneForLater(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        var first = await venue.BookAsync(guest, hour: 16, table: 5);
        var late = await venue.BookAsync(guest, hour: 18, table: 6);
        var later = await venue.BookAsync(guest, hour: 20, table: 6);
        venue.Time.Set(first.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, first.Id, null, Cancel);
        venue.Time.Set(late.StartsAt.AddMinutes(5));
        var there = new MoveRequest(TableIds: first.TableIds);

        Assert.IsType<BookingRefusal.StillSeated>(
            (await venue.Bookings.Moves.MoveAsync(TestVenue.Anna, late.Id, null, there, Cancel)).Error
        );
        Assert.Equal(
            first.TableIds,
            (await venue.Bookings.Moves.MoveAsync(TestVenue.Anna, later.Id, null, there, Cancel)).Value?.TableIds
        );
        // Who overstays may have one more table beside their own.
        var wider = new MoveRequest(TableIds: [.. first.TableIds, await venue.TableAsync(7)]);
        Assert.Equal(
            2,
            (await venue.Bookings.Moves.MoveAsync(TestVenue.Anna, first.Id, null, wider, Cancel)).Value?.TableIds.Count
        );
    }

    [Theory, OnBothDatabases]
    public async Task CatchUp_TimeThatWasRunningWhenStaffBookedIt_LeavesThePartyItsMinutesToCome(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var slot = (await venue.BookAsync(await venue.GuestAsync(), hour: 16, table: 5)).StartsAt;
        venue.Time.Set(slot.AddMinutes(53));
        var booking = await venue.BookAsync(TestVenue.Anna, 16, table: 6);

        venue.Time.Advance(TimeSpan.FromMinutes(29));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        var shown = (await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel)).Tables.Single(t =>
            t.Table.Number == 6
        );
        Assert.Equal((TableState.Late, 29), (shown.State, shown.Minutes));
        venue.Time.Advance(TimeSpan.FromMinutes(1));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);

        Assert.Equal(
            BookingStatus.NoShow,
            (await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id, Cancel), Cancel)).Status
        );
    }

    [Theory, OnBothDatabases]
    public async Task CatchUp_PartyThatArrivedAndWasNeverSeated_IsClosedWhenTheDayIsOver(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), hour: 16, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, null, 1, Cancel);

        venue.Time.Set(booking.EndsAt.AddHours(1));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        venue.Time.Set(TestVenue.Moscow.Day(TestVenue.Day).End);
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        Assert.Equal(
            BookingStatus.Completed,
            (await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id, Cancel), Cancel)).Status
        );
    }

    [Theory, OnBothDatabases]
    public async Task Seat_BeforeTheTime_TakesTheTableAtOnceOrSaysUntilWhenItIsTaken(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var free = await venue.BookAsync(await venue.GuestAsync(1), 16, table: 5);
        var taken = await venue.BookAsync(await venue.GuestAsync(2), 16, table: 6);
        var before = await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest([await venue.TableAsync(6)], 2, Guid.NewGuid()),
            Cancel
        );

        Assert.True((await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, free.Id, null, Cancel)).Succeeded);
        var refused = Assert.IsType<BookingRefusal.TableOccupied>(
            (await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, taken.Id, null, Cancel)).Error
        );
        Assert.Equal(before.Value?.EndsAt, refused.Until);
        Assert.Equal(BookingStatus.Booked, (await venue.Queries.FindAsync(TestVenue.Anna, taken.Id, Cancel))?.Status);
    }

    [Theory, OnBothDatabases]
    public async Task Move_ToATakenTable_KeepsTheOldPlace(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 6);

        var refused = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            booking.Version,
            new MoveRequest(TableIds: [await venue.TableAsync(6)]),
            Cancel
        );
        Assert.NotEmpty(Assert.IsType<AvailabilityRefusal.TableTaken>(refused.Error).StillFree);
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (
                await venue.Bookings.Book.CreateAsync(
                    await venue.GuestAsync(3),
                    await venue.RequestAsync(20, 5),
                    Cancel
                )
            ).Error
        );

        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            booking.Version,
            new MoveRequest(SlotId: await venue.SlotAsync(22)),
            Cancel
        );
        Assert.Equal(
            (booking.StartsAt.AddHours(2), true),
            (moved.Value!.StartsAt, moved.Value.TableIds.SequenceEqual(booking.TableIds))
        );
    }

    [Theory, OnBothDatabases]
    public async Task Undo_AfterTenMinutes_OrWhenThePlaceIsGone_IsRefused(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
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

    [Theory, OnBothDatabases]
    public async Task Create_BlockedGuest_IsToldToCall(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
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
                            new BookingRequest(TestVenue.Day.AddDays(1), slot.Id, 2, Guid.NewGuid()),
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
            await RefusalAsync((await venue.RequestAsync(20)) with { Comment = new string('x', 5000) })
        );
        venue.Time.Set(new DateTimeOffset(2026, 11, 20, 12, 31, 0, TimeSpan.Zero));
        Assert.Equal(new AvailabilityRefusal.TooLate(30), await RefusalAsync(await venue.RequestAsync(16)));
    }

    [Fact]
    public async Task PhoneGuest_IsFoundAgainByTheSameNumberHoweverItIsTyped()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var first = await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "8 (916) 123-45-67", Cancel);
        var again = await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Петя", "+7 916 1234567", Cancel);

        Assert.Equal((first.Value?.Id, "+79161234567"), (again.Value?.Id, again.Value?.Phone));
        Assert.Equal(
            new CommonRefusal.InvalidInput("phone"),
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Пётр", "call me", Cancel)).Error
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("name"),
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "  ", "89161234567", Cancel)).Error
        );
    }
}
