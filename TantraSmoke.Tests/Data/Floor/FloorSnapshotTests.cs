using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Data.Floor;

public sealed class FloorSnapshotTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Past_ShowsWhoSatWhereThen_WhateverHappenedSince(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var moved = await venue.BookAsync(await venue.GuestAsync(1), 18, table: 5, party: 4);
        var noShow = await venue.BookAsync(await venue.GuestAsync(2), 18, table: 6);
        var canceled = await venue.BookAsync(await venue.GuestAsync(3), 20, table: 5);
        venue.Time.Set(moved.StartsAt.AddMinutes(2));
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, moved.Id, null, Cancel);
        venue.Time.Set(moved.StartsAt.AddMinutes(40));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            moved.Id,
            null,
            new MoveRequest(TableIds: [await venue.TableAsync(9)]),
            Cancel
        );
        venue.Time.Set(moved.StartsAt.AddMinutes(60));
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, moved.Id, null, Cancel);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, canceled.Id, null, null, Cancel);
        venue.Time.Set(moved.StartsAt.AddDays(3));

        var early = await AtAsync(venue, moved.StartsAt.AddMinutes(-5));
        Assert.Equal((TableState.Soon, 5), (Table(early, 5).State, Table(early, 5).Minutes));
        var sitting = await AtAsync(venue, moved.StartsAt.AddMinutes(15));
        Assert.Equal(
            (TableState.Seated, moved.Id, canceled.Id),
            (Table(sitting, 5).State, Table(sitting, 5).Current?.Id, Table(sitting, 5).Next?.Id)
        );
        Assert.Equal((TableState.Late, 15), (Table(sitting, 6).State, Table(sitting, 6).Minutes));
        Assert.Equal(
            (4, 8, TestVenue.Day, false),
            (sitting.CoversNow, sitting.CoversOfDay, sitting.ServiceDay, sitting.IsNow)
        );
        var after = await AtAsync(venue, moved.StartsAt.AddMinutes(50));
        Assert.Equal(
            (TableState.Free, TableState.Seated, TableState.Free),
            (Table(after, 5).State, Table(after, 9).State, Table(after, 6).State)
        );
        Assert.Equal(TableState.Free, Table(await AtAsync(venue, moved.StartsAt.AddMinutes(70)), 9).State);
        Assert.Equal(noShow.Id, early.Arrivals.Single(b => b.Id == noShow.Id).Id);
    }

    [Fact]
    public async Task Ahead_ShowsThePlan_AsIfEverybodyKeptTheirTime()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5, day: TestVenue.Day.AddDays(2));
        await venue.Bookings.Blocks.BlockAsync(
            TestVenue.Anna,
            new BlockRequest([await venue.TableAsync(6)], "paint", booking.EndsAt),
            Cancel
        );

        var during = await AtAsync(venue, booking.StartsAt.AddMinutes(45));
        Assert.Equal(
            (TableState.Booked, booking.StartsAt, booking.EndsAt),
            (Table(during, 5).State, Table(during, 5).Since, Table(during, 5).Until)
        );
        Assert.Equal(
            (TableState.Blocked, "paint", booking.EndsAt),
            (Table(during, 6).State, Table(during, 6).Note, Table(during, 6).Until)
        );
        Assert.NotNull(Table(during, 6).BlockId);
        Assert.Equal((TestVenue.Day.AddDays(2), 2), (during.ServiceDay, during.CoversNow));
        var before = await AtAsync(venue, booking.StartsAt.AddHours(-3));
        Assert.Equal((TableState.Free, booking.StartsAt), (Table(before, 5).State, Table(before, 5).Until));
        Assert.Equal(TableState.Free, Table(await AtAsync(venue, booking.EndsAt), 6).State);
    }

    [Fact]
    public async Task Now_OfferAndBlock_SayForWhomAndWhy()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var waitlist = venue.Services.GetRequiredService<WaitingList>();
        var entry = (
            await waitlist.Parties.AddAsync(
                TestVenue.Anna,
                new WaitlistParty("Ольга", null, 2, 20),
                Guid.NewGuid(),
                Cancel
            )
        ).Value!;
        await waitlist.Parties.OfferAsync(TestVenue.Anna, entry.Id, entry.Version, [await venue.TableAsync(5)], Cancel);
        await venue.Bookings.Blocks.BlockAsync(
            TestVenue.Anna,
            new BlockRequest([await venue.TableAsync(6)], "paint", TestVenue.Friday.AddDays(3)),
            Cancel
        );

        var room = await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);

        Assert.Equal(
            (TableState.Held, "Ольга", TestVenue.Friday.AddMinutes(10)),
            (Table(room, 5).State, Table(room, 5).Note, Table(room, 5).Until)
        );
        Assert.Equal((TableState.Blocked, "paint"), (Table(room, 6).State, Table(room, 6).Note));
        Assert.True(Table(room, 6).Until > TestVenue.Friday.AddHours(23));
    }

    [Fact]
    public async Task Advice_FullRoom_QuotesWhenTheNextTableThatFitsComesFree()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        foreach (var table in catalog.Tables)
        {
            var minutes = table.Number == 8 ? 37 : 90;
            await venue.Bookings.WalkIns.SeatWalkInAsync(
                TestVenue.Anna,
                new WalkInRequest([table.Id], 1, Guid.NewGuid(), Minutes: minutes),
                Cancel
            );
        }

        var room = await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);
        var ahead = new WaitlistRow(
            Guid.NewGuid(),
            null,
            "Ольга",
            null,
            6,
            30,
            null,
            WaitlistStatus.Waiting,
            TestVenue.Friday,
            [],
            null,
            1
        );

        Assert.Empty(SeatingAdvice.Now(room, 2));
        Assert.Equal(40, SeatingAdvice.Quote(room, [], 6));
        Assert.Equal(90, SeatingAdvice.Quote(room, [ahead], 6));
        Assert.Null(SeatingAdvice.Quote(room, [], 40));
    }

    [Fact]
    public async Task Quote_PartiesAhead_StayAsLongAsGuestsDo_AndTakeWhatIsHeldForThem()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        foreach (var table in (await venue.CatalogAsync()).Tables.Where(t => t.Number != 10))
        {
            var minutes = table.Number == 8 ? 30 : 240;
            await venue.Bookings.WalkIns.SeatWalkInAsync(
                TestVenue.Anna,
                new WalkInRequest([table.Id], 1, Guid.NewGuid(), Minutes: minutes),
                Cancel
            );
        }

        var waitlist = venue.Services.GetRequiredService<WaitingList>();
        var held = (
            await waitlist.Parties.AddAsync(
                TestVenue.Anna,
                new WaitlistParty("Ольга", null, 6, 0),
                Guid.NewGuid(),
                Cancel
            )
        ).Value!;
        await waitlist.Parties.OfferAsync(TestVenue.Anna, held.Id, held.Version, [await venue.TableAsync(10)], Cancel);
        await waitlist.Parties.AddAsync(TestVenue.Anna, new WaitlistParty("Иван", null, 6, 30), Guid.NewGuid(), Cancel);
        var room = await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);
        var waiting = await waitlist.Queries.WaitingAsync(Cancel);

        // Table 10 is Ольга's, table 8 comes free for Иван: the next party gets what they leave.
        Assert.Equal(30, SeatingAdvice.Quote(room, waiting.Take(1), 6));
        Assert.Equal(room.Catalog.Settings.WalkInMinutes, SeatingAdvice.Quote(room, waiting, 6));
    }

    [Fact]
    public async Task Next_SaysWhichTablesComeFree_AndForHowLong()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await SeatAsync(8, 37);
        await SeatAsync(5, 20);
        await SeatAsync(2, 40);
        var soon = await venue.BookAsync(await venue.GuestAsync(), 16, table: 2);
        var room = await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);

        var next = SeatingAdvice.Next(room);

        Assert.Equal([5, 8, 2], next.Select(n => n.Table.Number));
        Assert.Equal([room.At.AddMinutes(20), room.At.AddMinutes(37), soon.EndsAt], next.Select(n => n.At));
        Assert.All(next, n => Assert.Null(n.Until));

        async Task SeatAsync(int table, int minutes) =>
            await venue.Bookings.WalkIns.SeatWalkInAsync(
                TestVenue.Anna,
                new WalkInRequest([await venue.TableAsync(table)], 1, Guid.NewGuid(), Minutes: minutes),
                Cancel
            );
    }

    [Fact]
    public async Task Advice_SomebodyComes_PrefersTablesForTheWholeStayAndSaysUntilWhen()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 16, table: 2);
        var later = await venue.BookAsync(await venue.GuestAsync(2), 16, table: 3);
        await venue.Bookings.Moves.ResizeAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            booking.EndsAt.AddMinutes(-60),
            Cancel
        );

        var options = SeatingAdvice.Now(
            await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel),
            2
        );

        Assert.Equal((await venue.TableAsync(4), null), (options[0].Table.TableIds[0], options[0].Until));
        Assert.Equal(later.StartsAt, options.Single(o => o.Table.TableIds.SequenceEqual(later.TableIds)).Until);
        Assert.Equal(
            0,
            SeatingAdvice.Quote(await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel), [], 2)
        );
    }

    private static Task<FloorSnapshot> AtAsync(TestVenue venue, DateTimeOffset at) =>
        venue.Services.GetRequiredService<FloorService>().SnapshotAsync(at, Cancel);

    private static FloorTable Table(FloorSnapshot room, int number) =>
        room.Tables.Single(t => t.Table.Number == number);
}
