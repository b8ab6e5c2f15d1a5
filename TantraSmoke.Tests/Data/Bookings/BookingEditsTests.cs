using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class BookingEditsTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Edit_EveryField_IsWrittenAndCanBeUndone(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (guest, other) = (await venue.GuestAsync(), await venue.GuestAsync(2));
        var booking = await venue.BookAsync(guest, 20, table: 5);
        var details = new BookingDetails(4, other.GuestId)
        {
            Comment = " у окна ",
            Occasion = Occasion.Birthday,
            Allergies = "орехи",
            InternalNote = "VIP",
        };

        var edited = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            booking.Version,
            new BookingEdit(details),
            Cancel
        );

        Assert.True(edited.Succeeded, edited.Error?.ToString());
        var written = await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(Cancel), Cancel);
        Assert.Equal(details with { Comment = "у окна" }, written.Details);
        Assert.Equal(booking.TableIds, written.TableIds);
        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, written.Version, Cancel);
        Assert.Equal(booking.Details, undone.Value?.Details);
        Assert.IsType<BookingRefusal.UndoExpired>(
            (await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
        );
    }

    [Fact]
    public async Task Edit_PartyOutgrowsItsTable_SaysWhatWouldFitAndTakesIt()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var small = catalog.Tables.Where(t => t.IsActive).MinBy(t => t.Seats)!;
        var booking = await venue.BookAsync(TestVenue.Anna, 20, small.Number, party: small.Seats);
        var edit = new BookingEdit(booking.Details with { PartySize = small.Seats + 1 });

        var refused = await venue.Bookings.Edits.EditAsync(TestVenue.Anna, booking.Id, booking.Version, edit, Cancel);

        var outgrows = Assert.IsType<BookingRefusal.PartyOutgrows>(refused.Error);
        Assert.Equal(small.Seats, outgrows.Seats);
        Assert.NotEmpty(outgrows.WouldFit);
        Assert.All(outgrows.WouldFit, option => Assert.True(option.Seats > small.Seats));
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.BookingId == booking.Id, Cancel), Cancel)
        );

        var option = outgrows.WouldFit[0];
        var edited = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            booking.Version,
            edit with
            {
                TableIds = option.TableIds,
            },
            Cancel
        );
        Assert.Equal(option.TableIds.Order(), edited.Value?.TableIds);
        Assert.Equal(
            option.TableIds.Order(),
            await venue.Store.ReadAsync(db => db.Claims.Select(c => c.TableId).Order().ToListAsync(Cancel), Cancel)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Edit_ToATableThatIsTaken_KeepsTheOldOne(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        await venue.BookAsync(await venue.GuestAsync(), 20, table: 6);
        var edit = new BookingEdit(booking.Details with { PartySize = 3 }, [await venue.TableAsync(6)]);

        var refused = await venue.Bookings.Edits.EditAsync(TestVenue.Anna, booking.Id, booking.Version, edit, Cancel);

        Assert.IsType<BookingRefusal.TableOccupied>(refused.Error);
        Assert.Equal(2, await venue.Store.ReadAsync(db => db.Claims.CountAsync(Cancel), Cancel));
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Edit_ToAnotherDayTimePartyAndTable_IsOneChangeWithOneUndo_AndTheGuestIsTold(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5, party: 2);
        var day = TestVenue.Day.AddDays(2);
        var slot = (await venue.CatalogAsync()).Times(day)[^2];
        var edit = new BookingEdit(
            booking.Details with
            {
                PartySize = 3,
            },
            [await venue.TableAsync(6)],
            day,
            slot.SlotId
        );

        var edited = await venue.Bookings.Edits.EditAsync(TestVenue.Anna, booking.Id, booking.Version, edit, Cancel);

        Assert.True(edited.Succeeded, edited.Error?.ToString());
        Assert.Equal((day, slot.StartsAt, 3), (edited.Value.ServiceDay, edited.Value.StartsAt, edited.Value.PartySize));
        var claim = await venue.Store.ReadAsync(db => db.Claims.SingleAsync(Cancel), Cancel);
        Assert.Equal((await venue.TableAsync(6), slot.StartsAt), (claim.TableId, claim.StartsAt));
        Assert.Contains(
            OutboxKind.BookingMoved,
            await venue.Store.ReadAsync(db => db.Outbox.Select(m => m.Kind).ToListAsync(Cancel), Cancel)
        );
        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, edited.Value.Version, Cancel);
        Assert.Equal(
            (booking.State.Place with { TableIds = undone.Value!.TableIds }, 2),
            (undone.Value.Place, undone.Value.PartySize)
        );
        Assert.Equal(booking.TableIds, undone.Value.TableIds);
        Assert.DoesNotContain(
            OutboxKind.BookingMoved,
            await venue.Store.ReadAsync(
                db => db.Outbox.Where(m => m.SentAt == null).Select(m => m.Kind).ToListAsync(Cancel),
                Cancel
            )
        );
    }

    [Fact]
    public async Task Edit_ToATimeAtWhichItsTableIsTaken_TakesTheBestFit_AndOneThatIsFullIsRefusedWithWhatIsFree()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        await venue.BookAsync(await venue.GuestAsync(), 18, table: 5);
        var slot = await venue.SlotAsync(18);

        var edited = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details, SlotId: slot),
            Cancel
        );
        Assert.True(edited.Succeeded, edited.Error?.ToString());
        Assert.NotEqual(booking.TableIds, edited.Value.TableIds);

        var catalog = await venue.CatalogAsync();
        var full = await venue.SlotAsync(16);
        foreach (var table in catalog.Tables.Where(table => table.IsActive))
            await venue.Bookings.Book.CreateAsync(
                TestVenue.Anna,
                await venue.RequestAsync(16, table.Number, party: 1),
                Cancel
            );
        var refused = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details, SlotId: full),
            Cancel
        );
        Assert.NotEmpty(Assert.IsType<AvailabilityRefusal.TableTaken>(refused.Error).StillFree);
        Assert.Equal(
            edited.Value.StartsAt,
            (
                await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id, Cancel), Cancel)
            ).StartsAt
        );
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Edit_PartyOfABookingThatIsOver_IsNeverMoreThanTheVenueHolds()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        var seats = (await venue.CatalogAsync()).Tables.Sum(t => t.Seats);

        var refused = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details with { PartySize = seats + 1 }),
            Cancel
        );
        var edited = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details with { PartySize = seats }),
            Cancel
        );

        Assert.Equal(new AvailabilityRefusal.PartyTooLarge(seats), refused.Error);
        Assert.Equal(seats, edited.Value?.PartySize);
    }

    [Fact]
    public async Task Edit_SeenBeforeSomebodyElsesChange_IsRefusedWithTheirName()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        await venue.Bookings.Edits.EditAsync(
            TestVenue.Boris,
            booking.Id,
            booking.Version,
            new BookingEdit(booking.Details with { Comment = "Boris" }),
            Cancel
        );

        var refused = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            booking.Version,
            new BookingEdit(booking.Details with { Comment = "Anna" }),
            Cancel
        );

        Assert.Equal(new BookingRefusal.ChangedMeanwhile("Boris", BookingStatus.Booked), refused.Error);
    }

    [Fact]
    public async Task Create_SeveralSlotsInARow_TakesTheTableForAllOfThem()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var times = catalog.Times(TestVenue.Day);
        var first = await venue.SlotAsync(18);
        var request = await venue.RequestAsync(18, table: 5) with
        {
            Slots = 2,
            Details = new(2)
            {
                Occasion = Occasion.Date,
                Allergies = "мёд",
                InternalNote = "тихо",
            },
        };

        var booked = await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel);

        Assert.True(booked.Succeeded, booked.Error?.ToString());
        var index = times.ToList().FindIndex(t => t.SlotId == first);
        Assert.Equal((times[index].StartsAt, times[index + 1].EndsAt), (booked.Value.StartsAt, booked.Value.EndsAt));
        var claim = await venue.Store.ReadAsync(db => db.Claims.SingleAsync(Cancel), Cancel);
        Assert.Equal((booked.Value.StartsAt, booked.Value.EndsAt), (claim.StartsAt, claim.EndsAt));
        var written = await venue.Store.ReadAsync(db => db.Bookings.SingleAsync(Cancel), Cancel);
        Assert.Equal((Occasion.Date, "мёд", "тихо"), (written.Occasion, written.Allergies, written.InternalNote));
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (
                await venue.Bookings.Book.CreateAsync(TestVenue.Anna, await venue.RequestAsync(20, table: 5), Cancel)
            ).Error
        );

        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booked.Value.Id,
            null,
            new MoveRequest(SlotId: times[index - 1].SlotId),
            Cancel
        );
        Assert.Equal((times[index - 1].StartsAt, times[index].EndsAt), (moved.Value!.StartsAt, moved.Value.EndsAt));
    }

    [Fact]
    public async Task Create_MoreSlotsThanTheDayHas_IsNotOffered_AndAGuestBooksThreeAtMost()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var last = (await venue.CatalogAsync()).Times(TestVenue.Day)[^1];
        var request = new BookingRequest(TestVenue.Day, last.SlotId, new(2), Guid.NewGuid()) { Slots = 2 };

        Assert.IsType<AvailabilityRefusal.NoLongerOffered>(
            (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel)).Error
        );
        Assert.IsType<AvailabilityRefusal.NoLongerOffered>(
            (await venue.Bookings.Book.CreateAsync(await venue.GuestAsync(), request, Cancel)).Error
        );
        var times = (await venue.CatalogAsync()).Times(TestVenue.Day);
        var own = await venue.Bookings.Book.CreateAsync(
            await venue.GuestAsync(),
            request with
            {
                SlotId = times[^4].SlotId,
                Slots = 4,
                IdempotencyKey = Guid.NewGuid(),
            },
            Cancel
        );
        Assert.Equal(times[^2].EndsAt, own.Value?.EndsAt);
    }

    [Fact]
    public async Task Edit_PartyThatStaysTooLongToAnotherTable_GetsAQuarterOfAnHourThere()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);
        venue.Time.Set(booking.EndsAt.AddMinutes(3));

        var edited = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details with { PartySize = 3 }, [await venue.TableAsync(6)]),
            Cancel
        );

        Assert.True(edited.Succeeded, edited.Error?.ToString());
        Assert.Equal(
            (await venue.TableAsync(6), booking.EndsAt.AddMinutes(18)),
            (Assert.Single(edited.Value.TableIds), edited.Value.EndsAt)
        );
    }

    [Fact]
    public async Task Edit_FewerGuestsThanAreHereAlready_HasAllOfThemHere()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 16, table: 5, party: 4);
        await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, booking.Id, null, 3, Cancel);

        var edited = await venue.Bookings.Edits.EditAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new BookingEdit(booking.Details with { PartySize = 2 }),
            Cancel
        );

        Assert.Equal(2, edited.Value?.ArrivedGuests);
    }
}
