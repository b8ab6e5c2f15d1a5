using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Data.Rooms;

public sealed class RoomEditingTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Save_EverythingAtOnce_IsThereForTheFloorAndForBookings(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var draft = await DraftAsync(venue);
        var (withTable, added) = draft.Add(TableShape.Round, 11);
        draft = withTable with
        {
            Name = "Большой зал",
            Width = 1500,
            Marks =
            [
                new HallMark(MarkKind.Wall, 600, 10, 400, 20, 0),
                new HallMark(MarkKind.Label, 100, 700, 160, 40, 90, "Бар"),
            ],
        };
        var five = draft.Tables.Single(t => t.Number == 5);
        draft = draft.With(
            five with
            {
                Number = 25,
                Description = "У окна",
                IsOnline = false,
                Place = five.Place with { X = 400, Rotation = 45 },
            }
        );
        draft = draft.Combine([added.Key, draft.Tables.Single(t => t.Number == 7).Key]);

        var saved = await SaveAsync(venue, draft);

        var catalog = await venue.CatalogAsync();
        Assert.Equal(HallDraft.Of(catalog, draft.HallId), saved.Hall);
        var hall = Assert.Single(catalog.Halls);
        Assert.Equal(("Большой зал", 1500), (hall.Name, hall.Width));
        Assert.Equal(draft.Marks, FloorDrawing.Of(hall, catalog.Tables).Marks);
        var changed = catalog.Table(five.Key)!;
        Assert.Equal(
            (25, "У окна", false, 400, 45),
            (changed.Number, changed.Description, changed.IsOnline, changed.X, changed.Rotation)
        );
        var fresh = catalog.Tables.Single(t => t.Number == 11);
        Assert.Equal("7+11", catalog.Option([catalog.Tables.Single(t => t.Number == 7).Id, fresh.Id])!.Name);
        Assert.True(
            (
                await venue.Bookings.Book.CreateAsync(TestVenue.Anna, await venue.RequestAsync(20, table: 11), Cancel)
            ).Succeeded
        );
    }

    [Theory, OnBothDatabases]
    public async Task Save_TwoTablesSwapNumbers_IsAuditedAsThat(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var draft = await DraftAsync(venue);
        var (two, three) = (draft.Tables.Single(t => t.Number == 2), draft.Tables.Single(t => t.Number == 3));

        await SaveAsync(venue, draft.With(two with { Number = 3 }).With(three with { Number = 2 }));

        var catalog = await venue.CatalogAsync();
        Assert.Equal((3, 2), (catalog.Table(two.Key)!.Number, catalog.Table(three.Key)!.Number));
        var audit = await venue.Store.ReadAsync(
            db => db.Audit.Where(a => a.Subject == AuditEntry.Tables && a.ActorName == "Boris").ToListAsync(Cancel),
            Cancel
        );
        Assert.Equal(
            [(two.Key, """{"number":2}""", """{"number":3}"""), (three.Key, """{"number":3}""", """{"number":2}""")],
            audit
                .OrderBy(a => a.Id)
                .Select(a =>
                    (int.Parse(a.SubjectId, System.Globalization.CultureInfo.InvariantCulture), a.Before!, a.After!)
                )
        );
    }

    [Fact]
    public async Task Save_SecondEditor_IsToldWhoWasFasterAndSavesNothing()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var mine = await DraftAsync(venue);
        await SaveAsync(venue, mine with { Name = "Her hall" });

        var error = await RefusedAsync(
            venue,
            mine with
            {
                Name = "His hall",
            },
            new Actor.Staff(3, StaffRole.Manager, "Maria")
        );

        Assert.Equal(new RoomRefusal.HallChanged("Boris"), error);
        Assert.Equal("Her hall", (await venue.CatalogAsync()).Halls[0].Name);
    }

    [Theory, OnBothDatabases]
    public async Task Save_TwoEditorsAtTheSameMoment_OneIsRefused(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var draft = await DraftAsync(venue);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(n =>
                    Task.Run(() =>
                        Rooms(venue).Halls.SaveAsync(TestVenue.Boris, draft with { Name = $"Hall {n}" }, false, Cancel)
                    )
                )
        );

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.IsType<RoomRefusal.HallChanged>(o.Error));
    }

    [Fact]
    public async Task Save_BrokenRules_NamesThemAllAndChangesNothing()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await SaveAsync(venue, HallDraft.New("Терраса").Add(TableShape.Square, 40).Draft);
        var before = HallDraft.Of(await venue.CatalogAsync(), (await venue.CatalogAsync()).Halls[0].Id)!;
        var one = before.Tables[0];
        var draft = before.With(one with { Number = 40, Seats = 0, Place = one.Place with { X = -50 } }) with
        {
            Name = "терраса",
        };

        var error = Assert.IsType<RoomRefusal.RoomBroken>(await RefusedAsync(venue, draft));

        Assert.Equal(
            [RoomFault.HallNameTaken, RoomFault.NumberTaken, RoomFault.Seats, RoomFault.TableOutside],
            error.Problems.Select(p => p.Fault).Order()
        );
        Assert.Equal("Терраса", error.Problems.Single(p => p.Fault == RoomFault.NumberTaken).Hall);
        Assert.Equal(before, HallDraft.Of(await venue.CatalogAsync(), before.HallId));
    }

    [Fact]
    public async Task Retire_TableWithABookingToCome_ListsItFirstAndMovesItWhenAsked()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var booking = await venue.BookAsync(guest, 20, table: 5, party: 3);
        await venue.BookAsync(TestVenue.Anna, 18, table: 6);
        var draft = await DraftAsync(venue);
        var retired = draft.Remove([DraftItem.OfTable(draft.Tables.Single(t => t.Number == 5).Key)]);

        var listed = Assert.IsType<RoomRefusal.TablesNeeded>(await RefusedAsync(venue, retired));

        var affected = Assert.Single(listed.Bookings);
        Assert.Equal(
            (booking.Code, "Ирина 1", AffectedReason.TableRetired, "5"),
            (affected.Booking.Code, affected.Booking.GuestName, affected.Reason, affected.Tables)
        );
        Assert.True((await venue.CatalogAsync()).Table(booking.TableIds[0])!.IsActive);

        var saved = await SaveAsync(venue, retired, move: true);

        Assert.Equal("4", Assert.Single(saved.Moved).MovedTo);
        var after = await venue.Queries.FindAsync(TestVenue.Boris, booking.Id, Cancel);
        Assert.Equal((booking.StartsAt, await venue.TableAsync(4)), (after!.StartsAt, after.TableIds.Single()));
        var catalog = await venue.CatalogAsync();
        Assert.False(catalog.Table(booking.TableIds[0])!.IsActive);
        Assert.DoesNotContain(catalog.Combinations, c => c.Name == "5+6");
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Undo_OfASaveThatMovedBookings_PutsHallAndBookingsBack(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5, party: 3);
        var before = await DraftAsync(venue);
        var table = before.Tables.Single(t => t.Number == 5).Key;
        var added = before.Remove([DraftItem.OfTable(table)]).Add(TableShape.Round, 77).Draft;
        var saved = await SaveAsync(venue, added, move: true);

        var undone = (await Rooms(venue).Halls.UndoAsync(TestVenue.Boris, before, saved, Cancel)).Value!;

        Assert.Empty(undone.Moved);
        Assert.Equal(booking.TableIds, (await venue.Queries.FindAsync(TestVenue.Boris, booking.Id, Cancel))!.TableIds);
        var catalog = await venue.CatalogAsync();
        Assert.True(catalog.Table(table)!.IsActive);
        Assert.False(catalog.Tables.Single(t => t.Number == 77).IsActive);
        Assert.Contains(catalog.Combinations, c => c.Name == "5+6");
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Undo_AfterAColleagueChangedOneOfTheBookings_LeavesThatOneAndNamesIt()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5, party: 3);
        var before = await DraftAsync(venue);
        var saved = await SaveAsync(
            venue,
            before.Remove([DraftItem.OfTable(before.Tables.Single(t => t.Number == 5).Key)]),
            move: true
        );
        await venue.Bookings.Lifecycle.ConfirmAsync(TestVenue.Anna, booking.Id, null, Cancel);

        var undone = (await Rooms(venue).Halls.UndoAsync(TestVenue.Boris, before, saved, Cancel)).Value!;

        Assert.Equal([booking.Code], undone.Moved.Select(one => one.Booking.Code));
        Assert.Equal(
            await venue.TableAsync(4),
            (await venue.Queries.FindAsync(TestVenue.Boris, booking.Id, Cancel))!.TableIds.Single()
        );
    }

    [Fact]
    public async Task UndoOfABooking_OntoATableRetiredSince_IsRefusedWithWhatIsFree()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5, party: 3);
        var moved = (
            await venue.Bookings.Moves.MoveAsync(
                TestVenue.Anna,
                booking.Id,
                null,
                new MoveRequest(TableIds: [await venue.TableAsync(4)]),
                Cancel
            )
        ).Value!;
        var draft = await DraftAsync(venue);
        await SaveAsync(venue, draft.Remove([DraftItem.OfTable(draft.Tables.Single(t => t.Number == 5).Key)]));

        var refused = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, moved.Version, Cancel);

        var retired = Assert.IsType<BookingRefusal.TablesRetired>(refused.Error);
        Assert.Equal([5], retired.TableNumbers);
        Assert.NotEmpty(retired.WouldFit);
        Assert.DoesNotContain(retired.WouldFit, option => option.TableIds.Contains(booking.TableIds[0]));
        Assert.Equal(moved.TableIds, (await venue.Queries.FindAsync(TestVenue.Boris, booking.Id, Cancel))!.TableIds);
    }

    [Fact]
    public async Task Retire_BookingsThatFindNoOtherTable_AreNamedAndStayAndSoDoesTheRoom()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        foreach (var table in new[] { 8, 9 })
            await venue.BookAsync(TestVenue.Anna, 20, table, party: 2);
        var big = await venue.BookAsync(TestVenue.Anna, 20, table: 10, party: 6);
        var small = await venue.BookAsync(TestVenue.Anna, 22, table: 10, party: 2);
        await venue.BookAsync(TestVenue.Anna, 20, table: 5, party: 2);
        var draft = await DraftAsync(venue);
        var retired = draft.Remove([DraftItem.OfTable(draft.Tables.Single(t => t.Number == 10).Key)]);

        var stuck = Assert.IsType<RoomRefusal.TablesNeeded>(
            (await Rooms(venue).Halls.SaveAsync(TestVenue.Boris, retired, true, Cancel)).Error
        );

        Assert.Equal([big.Code], stuck.Bookings.Select(b => b.Booking.Code));
        Assert.Equal([small.Code], stuck.Moved.Select(b => b.Booking.Code));
        Assert.True((await venue.CatalogAsync()).Table(big.TableIds[0])!.IsActive);
        Assert.Equal(big.TableIds, (await venue.Queries.FindAsync(TestVenue.Boris, big.Id, Cancel))!.TableIds);
    }

    [Fact]
    public async Task Seats_FewerThanThePartyToCome_ConcernThatBookingOnly()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var four = await venue.BookAsync(TestVenue.Anna, 20, table: 6, party: 4);
        await venue.BookAsync(TestVenue.Anna, 18, table: 6, party: 2);
        var draft = await DraftAsync(venue);
        var six = draft.Tables.Single(t => t.Number == 6);
        var fewer = draft.With(six with { Seats = 3 }).WithCombination(0, draft.Combinations[0] with { Seats = 7 });

        var listed = Assert.IsType<RoomRefusal.TablesNeeded>(await RefusedAsync(venue, fewer));
        Assert.Equal(
            [(four.Code, AffectedReason.TooFewSeats)],
            listed.Bookings.Select(b => (b.Booking.Code, b.Reason))
        );

        var saved = await SaveAsync(venue, fewer, move: true);
        Assert.Equal("5", Assert.Single(saved.Moved).MovedTo);
    }

    [Fact]
    public async Task Combination_TakenApart_ConcernsThoseWhoBookedIt()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (five, six) = (await venue.TableAsync(5), await venue.TableAsync(6));
        var request = await venue.RequestAsync(20, party: 7) with { TableIds = [five, six] };
        var booking = (await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel)).Value!;
        var draft = await DraftAsync(venue);
        var apart = draft.WithCombination(draft.Combinations.ToList().FindIndex(c => c.Name == "5+6"), null);

        var listed = Assert.IsType<RoomRefusal.TablesNeeded>(await RefusedAsync(venue, apart));
        Assert.Equal(
            [(booking.Code, AffectedReason.NotTogether, "5+6")],
            listed.Bookings.Select(b => (b.Booking.Code, b.Reason, b.Tables))
        );

        var saved = await SaveAsync(venue, apart, move: true);
        Assert.Equal("9+10", Assert.Single(saved.Moved).MovedTo);
        Assert.DoesNotContain((await venue.CatalogAsync()).Combinations, c => c.Name == "5+6");
    }

    [Fact]
    public async Task Retire_WhileAPartySits_IsRefusedUntilTheyHaveLeft()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var seated = (
            await venue.Bookings.WalkIns.SeatWalkInAsync(
                TestVenue.Anna,
                new WalkInRequest([await venue.TableAsync(4)], 2, Guid.NewGuid()),
                Cancel
            )
        ).Value!;
        venue.Time.Set(seated.EndsAt.AddMinutes(5));
        var draft = await DraftAsync(venue);
        var retired = draft.Remove([DraftItem.OfTable(draft.Tables.Single(t => t.Number == 4).Key)]);

        var stuck = Assert.IsType<RoomRefusal.TablesNeeded>(
            (await Rooms(venue).Halls.SaveAsync(TestVenue.Boris, retired, true, Cancel)).Error
        );
        Assert.Equal([seated.Code], stuck.Bookings.Select(b => b.Booking.Code));

        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, seated.Id, null, Cancel);
        await SaveAsync(venue, retired);
    }

    [Theory, OnBothDatabases]
    public async Task Retired_InTheMomentOfABooking_IsNamedAsLeftBehind(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        var draft = await DraftAsync(venue);
        Assert.Empty(await Rooms(venue).Bookings.LeftBehindAsync(draft.HallId, Cancel));

        // As if the booking had come between the look at the bookings and the end of the save.
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            db =>
                db.Tables.Where(table => table.Id == booking.TableIds[0])
                    .ExecuteUpdateAsync(table => table.SetProperty(x => x.IsActive, false), Cancel),
            Cancel
        );

        Assert.Equal(
            [booking.Code],
            (await Rooms(venue).Bookings.LeftBehindAsync(draft.HallId, Cancel)).Select(b => b.Code)
        );
    }

    [Fact]
    public async Task Retired_ComesBack_AndIsOfferedAgain()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var draft = await DraftAsync(venue);
        var key = draft.Tables.Single(t => t.Number == 2).Key;
        var saved = await SaveAsync(venue, draft.Remove([DraftItem.OfTable(key)]));
        Assert.Equal(
            new AvailabilityRefusal.NoLongerOffered(),
            (
                await venue.Bookings.Book.CreateAsync(TestVenue.Anna, await venue.RequestAsync(20, table: 2), Cancel)
            ).Error
        );

        await SaveAsync(venue, saved.Hall.Revive(key));

        await venue.BookAsync(TestVenue.Anna, 20, table: 2);
    }

    [Theory, OnBothDatabases]
    public async Task Halls_CopiedOrderedAndRemoved(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var draft = await DraftAsync(venue);
        var around = RoomsAround.Of(await venue.CatalogAsync(), 0);
        var copy = await SaveAsync(venue, draft.Copy("Копия", around.FreeNumber));
        var empty = await SaveAsync(venue, HallDraft.New("Пустой"));

        Assert.Equal(Enumerable.Range(11, 10), copy.Hall.Tables.Select(t => t.Number));
        Assert.Equal(["15+16", "19+20"], copy.Hall.Combinations.Select(c => c.Name));
        await Rooms(venue).Halls.ReorderAsync(TestVenue.Boris, empty.Hall.HallId, -2, Cancel);
        Assert.Equal(["Пустой", draft.Name, "Копия"], (await venue.CatalogAsync()).Halls.Select(h => h.Name));

        Assert.Equal(
            new RoomRefusal.HallHasTables(10),
            (await Rooms(venue).Halls.RemoveAsync(TestVenue.Boris, copy.Hall.HallId, Cancel)).Error
        );
        Assert.True((await Rooms(venue).Halls.RemoveAsync(TestVenue.Boris, empty.Hall.HallId, Cancel)).Succeeded);
        Assert.Equal(
            new RoomRefusal.HallGone(),
            (await Rooms(venue).Halls.RemoveAsync(TestVenue.Boris, empty.Hall.HallId, Cancel)).Error
        );
        Assert.IsType<RoomRefusal.HallGone>(await RefusedAsync(venue, empty.Hall with { Name = "Gone" }));
    }

    [Fact]
    public async Task EveryChange_ByAHost_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var draft = await DraftAsync(venue);
        var expected = new CommonRefusal.NotAllowed(Right.EditTables);

        Assert.Equal(expected, await RefusedAsync(venue, draft with { Name = "Mine" }, TestVenue.Anna));
        Assert.Equal(expected, (await Rooms(venue).Halls.RemoveAsync(TestVenue.Anna, draft.HallId, Cancel)).Error);
        Assert.Equal(expected, (await Rooms(venue).Halls.ReorderAsync(TestVenue.Anna, draft.HallId, 1, Cancel)).Error);
    }

    private static RoomEditing Rooms(TestVenue venue) => venue.Services.GetRequiredService<RoomEditing>();

    private static async Task<HallDraft> DraftAsync(TestVenue venue)
    {
        var catalog = await venue.CatalogAsync();
        return HallDraft.Of(catalog, catalog.Halls[0].Id)!;
    }

    private static async Task<SavedHall> SaveAsync(TestVenue venue, HallDraft draft, bool move = false)
    {
        var outcome = await Rooms(venue).Halls.SaveAsync(TestVenue.Boris, draft, move, Cancel);
        Assert.True(
            outcome.Succeeded,
            outcome.Error is RoomRefusal.RoomBroken broken
                ? string.Join('\n', broken.Problems)
                : outcome.Error?.ToString()
        );
        return outcome.Value;
    }

    private static async Task<Refusal?> RefusedAsync(TestVenue venue, HallDraft draft, Actor? actor = null) =>
        (await Rooms(venue).Halls.SaveAsync(actor ?? TestVenue.Boris, draft, false, Cancel)).Error;
}
