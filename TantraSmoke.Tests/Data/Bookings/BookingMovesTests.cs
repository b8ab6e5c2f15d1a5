using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class BookingMovesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Resize_SeatedParty_GetsThirtyMinutesUnlessSomebodyComes()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var seated = await SeatedAsync(venue, 16, table: 5);
        var next = await venue.BookAsync(await venue.GuestAsync(2, "Ольга"), 20, table: 5);

        var longer = await venue.Bookings.Moves.ResizeAsync(
            TestVenue.Anna,
            seated.Id,
            seated.Version,
            seated.EndsAt.AddMinutes(30),
            Cancel
        );
        Assert.Equal(seated.EndsAt.AddMinutes(30), longer.Value?.EndsAt);
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (
                await venue.Bookings.Book.CreateAsync(TestVenue.Anna, await venue.RequestAsync(18, table: 5), Cancel)
            ).Error
        );

        var refused = await venue.Bookings.Moves.ResizeAsync(
            TestVenue.Anna,
            seated.Id,
            null,
            next.StartsAt.AddMinutes(1),
            Cancel
        );
        var occupied = Assert.IsType<BookingRefusal.TableOccupied>(refused.Error);
        Assert.Equal(
            (5, next.StartsAt, next.EndsAt, "Ольга 2"),
            (Assert.Single(occupied.TableNumbers), occupied.From, occupied.Until, occupied.By)
        );

        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, seated.Id, longer.Value!.Version, Cancel);
        Assert.Equal((seated.EndsAt, BookingStatus.Seated), (undone.Value?.EndsAt, undone.Value?.Status));
        Assert.Equal(BookingAction.Resized, (await venue.Queries.HistoryAsync(seated.Id, Cancel))[^2].Action);
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Resize_Shorter_FreesTheRestAtOnce()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);

        Assert.True(
            (
                await venue.Bookings.Moves.ResizeAsync(
                    TestVenue.Anna,
                    booking.Id,
                    null,
                    booking.EndsAt.AddMinutes(-45),
                    Cancel
                )
            ).Succeeded
        );
        var other = await venue.BookAsync(await venue.GuestAsync(2), 22, table: 5);
        var earlier = new MoveRequest { StartsAt = booking.EndsAt.AddMinutes(-45) };

        var moved = await venue.Bookings.Moves.MoveAsync(TestVenue.Anna, other.Id, null, earlier, Cancel);
        Assert.Equal(
            (earlier.StartsAt, other.EndsAt.AddMinutes(-45), other.TableIds[0]),
            (moved.Value?.StartsAt, moved.Value?.EndsAt, moved.Value?.TableIds[0])
        );
        Assert.Null(moved.Value?.SlotId);
        Assert.IsType<BookingRefusal.TableOccupied>(
            (await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
        );
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Resize_ToNothingPastOrTooLong_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(20));

        Task<Outcome<Booking>> ResizeAsync(DateTimeOffset end) =>
            venue.Bookings.Moves.ResizeAsync(TestVenue.Anna, booking.Id, null, end, Cancel);
        Assert.IsType<CommonRefusal.InvalidInput>((await ResizeAsync(booking.StartsAt)).Error);
        Assert.IsType<AvailabilityRefusal.SlotPassed>((await ResizeAsync(booking.StartsAt.AddMinutes(20))).Error);
        Assert.IsType<CommonRefusal.InvalidInput>(
            (await ResizeAsync(booking.StartsAt.AddHours(24).AddMinutes(1))).Error
        );
        Assert.True((await ResizeAsync(booking.StartsAt.AddHours(24))).Succeeded);
    }

    [Fact]
    public async Task Move_ToAnyMinute_FindsTheServiceDayAndRefusesWhatCannotBe()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        Task<Outcome<Booking>> MoveAsync(MoveRequest request) =>
            venue.Bookings.Moves.MoveAsync(TestVenue.Anna, booking.Id, null, request, Cancel);

        // 02:15 in Moscow on Sunday is still Saturday's night.
        var night = new DateTimeOffset(2026, 11, 22, 2, 15, 0, TimeSpan.FromHours(3));
        var moved = (await MoveAsync(new MoveRequest { StartsAt = night })).Value;
        Assert.Equal(
            (TestVenue.Day.AddDays(1), night, booking.EndsAt - booking.StartsAt),
            (moved?.ServiceDay, moved?.StartsAt, moved?.EndsAt - moved?.StartsAt)
        );

        Assert.IsType<AvailabilityRefusal.SlotPassed>(
            (
                await MoveAsync(
                    new MoveRequest { StartsAt = TestVenue.Friday.AddHours(-1), EndsAt = TestVenue.Friday.AddHours(1) }
                )
            ).Error
        );
        Assert.IsType<CommonRefusal.InvalidInput>(
            (await MoveAsync(new MoveRequest { StartsAt = night, EndsAt = night })).Error
        );
        Assert.IsType<CommonRefusal.InvalidInput>(
            (await MoveAsync(new MoveRequest { StartsAt = night, EndsAt = night.AddHours(24).AddMinutes(1) })).Error
        );

        // On a regular time it is that time again.
        var back = (await MoveAsync(new MoveRequest { StartsAt = booking.StartsAt })).Value;
        Assert.Equal((booking.SlotId, booking.ServiceDay), (back?.SlotId, back?.ServiceDay));
    }

    [Theory, OnBothDatabases]
    public async Task Move_SeatedPartyToMoreAndFewerTables_CombinesAndSplits(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var seated = await SeatedAsync(venue, 16, table: 5);
        List<int> both = [await venue.TableAsync(5), await venue.TableAsync(9)];

        var combined = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            seated.Id,
            null,
            new MoveRequest(TableIds: both),
            Cancel
        );
        Assert.Equal(both.Order(), combined.Value?.TableIds);
        Assert.IsType<BookingRefusal.TableOccupied>((await WalkInAsync(venue, 9)).Error);
        var split = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            seated.Id,
            null,
            new MoveRequest(TableIds: [both[1]]),
            Cancel
        );
        Assert.Equal([both[1]], split.Value?.TableIds);
        Assert.True((await WalkInAsync(venue, 5)).Succeeded);

        // The way back is taken now.
        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, seated.Id, null, Cancel);
        Assert.Equal(5, Assert.Single(Assert.IsType<BookingRefusal.TableOccupied>(undone.Error).TableNumbers));
        var guest = await venue.GuestAsync(4);
        Assert.IsType<AvailabilityRefusal.NoLongerOffered>(
            (
                await venue.Bookings.Book.CreateAsync(
                    guest,
                    await venue.RequestAsync(20) with
                    {
                        TableIds = both,
                    },
                    Cancel
                )
            ).Error
        );
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Undo_AfterTablesWereJoinedWhereOthersSatBefore_AsksOnlyForTheRest()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var before = (await WalkInAsync(venue, 9)).Value!;
        var seated = (await WalkInAsync(venue, 5)).Value!;
        venue.Time.Advance(TimeSpan.FromMinutes(20));
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, before.Id, null, Cancel);
        venue.Time.Advance(TimeSpan.FromMinutes(5));
        List<int> both = [await venue.TableAsync(5), await venue.TableAsync(9)];
        Assert.True(
            (
                await venue.Bookings.Moves.MoveAsync(
                    TestVenue.Anna,
                    seated.Id,
                    null,
                    new MoveRequest(TableIds: both),
                    Cancel
                )
            ).Succeeded
        );
        Assert.True(
            (
                await venue.Bookings.Moves.ResizeAsync(
                    TestVenue.Anna,
                    seated.Id,
                    null,
                    seated.EndsAt.AddMinutes(30),
                    Cancel
                )
            ).Succeeded
        );

        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, seated.Id, null, Cancel);

        Assert.True(undone.Succeeded, undone.Error?.ToString());
        Assert.Equal((seated.EndsAt, 2), (undone.Value.EndsAt, undone.Value.TableIds.Count));
    }

    [Fact]
    public async Task Move_PartyThatStaysTooLong_IsPossibleAndGetsAQuarterOfAnHour()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var seated = await SeatedAsync(venue, 16, table: 5);
        venue.Time.Set(seated.EndsAt.AddMinutes(3));

        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            seated.Id,
            null,
            new MoveRequest(TableIds: [await venue.TableAsync(6)]),
            Cancel
        );

        Assert.Equal(seated.EndsAt.AddMinutes(18), moved.Value?.EndsAt);
    }

    [Theory, OnBothDatabases]
    public async Task Resize_TwoHostsAtOnce_OneWinsAndTheOtherLearnsWhoItWas(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);

        var outcomes = await Task.WhenAll(
            new[] { (TestVenue.Anna, 15), (TestVenue.Boris, 30) }.Select(host =>
                Task.Run(
                    () =>
                        venue.Bookings.Moves.ResizeAsync(
                            host.Item1,
                            booking.Id,
                            booking.Version,
                            booking.EndsAt.AddMinutes(host.Item2),
                            Cancel
                        ),
                    Cancel
                )
            )
        );

        var (won, lost) = outcomes[0].Succeeded ? (0, 1) : (1, 0);
        Assert.True(outcomes[won].Succeeded, outcomes[won].Error?.ToString());
        Assert.Equal(
            new BookingRefusal.ChangedMeanwhile(won == 0 ? "Anna" : "Boris", BookingStatus.Booked),
            outcomes[lost].Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Resize_TwoPartiesTowardsEachOther_NeverOverlap(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var first = await venue.BookAsync(await venue.GuestAsync(1), 16, table: 5);
        var second = await venue.BookAsync(await venue.GuestAsync(2), 20, table: 5);

        var outcomes = await Task.WhenAll(
            Task.Run(
                () =>
                    venue.Bookings.Moves.ResizeAsync(
                        TestVenue.Anna,
                        first.Id,
                        null,
                        first.EndsAt.AddMinutes(70),
                        Cancel
                    ),
                Cancel
            ),
            Task.Run(
                () =>
                    venue.Bookings.Moves.MoveAsync(
                        TestVenue.Boris,
                        second.Id,
                        null,
                        new MoveRequest(TableIds: second.TableIds)
                        {
                            StartsAt = second.StartsAt.AddMinutes(-70),
                            EndsAt = second.EndsAt,
                        },
                        Cancel
                    ),
                Cancel
            )
        );

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Arrive_SomeOfTheParty_AreWaitedForAndNeverANoShow()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 18, table: 5, party: 4);
        venue.Time.Set(booking.StartsAt.AddMinutes(5));

        Assert.IsType<CommonRefusal.InvalidInput>(
            (await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, null, 5, Cancel)).Error
        );
        Assert.Equal(
            2,
            (await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, booking.Version, 2, Cancel))
                .Value
                ?.ArrivedGuests
        );
        venue.Time.Set(booking.StartsAt.AddMinutes(45));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
        Assert.Equal(2, (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))?.ArrivedGuests);

        Assert.Null(
            (await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel)).Value?.ArrivedGuests
        );
        Assert.IsType<BookingRefusal.WrongStatus>(
            (await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, null, 1, Cancel)).Error
        );
        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Equal((BookingStatus.Booked, 2), (undone.Value!.Status, undone.Value.ArrivedGuests));
    }

    [Fact]
    public async Task Move_PartyOfWhichSomeAreHere_ToAnotherDay_IsExpectedThereAgain()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 18, table: 5, party: 4);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, null, 2, Cancel);

        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(TestVenue.Day.AddDays(1)),
            Cancel
        );

        Assert.Equal((TestVenue.Day.AddDays(1), null), (moved.Value!.ServiceDay, moved.Value.ArrivedGuests));
        venue.Time.Set(moved.Value.StartsAt.AddHours(1));
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Move_PartyThatSatDownEarly_LongerThanAClaimMayBe_IsRefused(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        venue.Time.Set(booking.StartsAt.AddHours(-2));
        Assert.True((await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel)).Succeeded);

        var refused = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(TableIds: [await venue.TableAsync(6)]) { EndsAt = booking.StartsAt.AddHours(23) },
            Cancel
        );

        Assert.Equal(new CommonRefusal.InvalidInput("minutes"), refused.Error);
    }

    [Fact]
    public async Task Seat_PartyWhoseTimeIsOver_WhereOthersSitByNow_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 18, table: 5, party: 4);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, null, 2, Cancel);
        venue.Time.Set(booking.EndsAt.AddMinutes(1));
        Assert.True((await WalkInAsync(venue, 5)).Succeeded);

        Assert.IsType<AvailabilityRefusal.SlotPassed>(
            (await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
        );
    }

    [Fact]
    public async Task WalkIn_WithACommentThatIsTooLong_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var request = new WalkInRequest([await venue.TableAsync(5)], 2, Guid.NewGuid())
        {
            Comment = new string('x', 5_000),
        };

        Assert.Equal(
            new CommonRefusal.CommentTooLong(Booking.CommentLimit),
            (await venue.Bookings.WalkIns.SeatWalkInAsync(TestVenue.Anna, request, Cancel)).Error
        );
    }

    private static async Task<Booking> SeatedAsync(TestVenue venue, int hour, int table)
    {
        var booking = await venue.BookAsync(await venue.GuestAsync(), hour, table);
        venue.Time.Set(booking.StartsAt);
        var seated = await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.True(seated.Succeeded, seated.Error?.ToString());
        return seated.Value;
    }

    private static async Task<Outcome<Booking>> WalkInAsync(TestVenue venue, int table) =>
        await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest([await venue.TableAsync(table)], 2, Guid.NewGuid()),
            Cancel
        );

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
}
