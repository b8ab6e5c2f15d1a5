using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Bookings;

public sealed class TableBlocksTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Block_FreeTable_KeepsEverybodyOffItAndIsAudited(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var table = await venue.TableAsync(5);

        var block = await venue.Bookings.Blocks.BlockAsync(
            TestVenue.Anna,
            new BlockRequest([table], " a broken chair ", TestVenue.Friday.AddHours(9)),
            Cancel
        );

        Assert.Equal(("a broken chair", TestVenue.Friday), (block.Value?.Reason, block.Value?.From));
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (
                await venue.Bookings.Book.CreateAsync(TestVenue.Anna, await venue.RequestAsync(20, table: 5), Cancel)
            ).Error
        );
        var refused = await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Anna,
            new WalkInRequest([table], 2, Guid.NewGuid()),
            Cancel
        );
        Assert.Equal("a broken chair", Assert.IsType<BookingRefusal.TableOccupied>(refused.Error).By);
        var audit = await venue.Store.ReadAsync(db => db.Audit.OrderBy(a => a.Id).LastAsync(Cancel), Cancel);
        Assert.Equal((AuditEntry.Claims, "added", "Anna"), (audit.Subject, audit.Action, audit.ActorName));
        Assert.Contains("a broken chair", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Block_ForThreeDays_IsTakenBackFromNowOnOnceOnly()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        List<int> tables = [await venue.TableAsync(5), await venue.TableAsync(6)];
        var block = (
            await venue.Bookings.Blocks.BlockAsync(
                TestVenue.Anna,
                new BlockRequest(tables, "paint", TestVenue.Friday.AddHours(60)),
                Cancel
            )
        ).Value!;
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (
                await venue.Bookings.Book.CreateAsync(
                    TestVenue.Anna,
                    await venue.RequestAsync(20, 6, day: TestVenue.Day.AddDays(1)),
                    Cancel
                )
            ).Error
        );
        venue.Time.Advance(TimeSpan.FromMinutes(7));

        var back = await venue.Bookings.Blocks.UnblockAsync(TestVenue.Anna, block.Id, Cancel);

        Assert.Equal((block.From, block.Until, "paint"), (back.Value?.From, back.Value?.Until, back.Value?.Reason));
        Assert.Equal(tables.Order(), back.Value?.TableIds);
        await venue.BookAsync(await venue.GuestAsync(), 20, table: 5);
        await venue.BookAsync(await venue.GuestAsync(), 20, table: 6, day: TestVenue.Day.AddDays(1));
        Assert.IsType<CommonRefusal.NotFound>(
            (await venue.Bookings.Blocks.UnblockAsync(TestVenue.Boris, block.Id, Cancel)).Error
        );
        Assert.Equal(
            2,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.Kind == ClaimKind.Block, Cancel), Cancel)
        );
    }

    [Fact]
    public async Task Block_WhereSomebodyIsExpected_SaysWhoAndBlocksNothing()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(
            await venue.GuestAsync(1, "Ольга"),
            20,
            table: 6,
            day: TestVenue.Day.AddDays(1)
        );
        List<int> tables = [await venue.TableAsync(5), await venue.TableAsync(6)];

        var refused = await venue.Bookings.Blocks.BlockAsync(
            TestVenue.Anna,
            new BlockRequest(tables, "paint", TestVenue.Friday.AddHours(60)),
            Cancel
        );

        var occupied = Assert.IsType<BookingRefusal.TableOccupied>(refused.Error);
        Assert.Equal(
            (6, booking.StartsAt, "Ольга 1"),
            (Assert.Single(occupied.TableNumbers), occupied.From, occupied.By)
        );
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.Kind == ClaimKind.Block, Cancel), Cancel)
        );
    }

    [Fact]
    public async Task Block_WithoutReasonOrTimeOrTable_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var table = await venue.TableAsync(5);
        async Task<Refusal?> RefusalAsync(BlockRequest request) =>
            (await venue.Bookings.Blocks.BlockAsync(TestVenue.Anna, request, Cancel)).Error;

        Assert.Equal(
            new CommonRefusal.InvalidInput("reason"),
            await RefusalAsync(new BlockRequest([table], " ", TestVenue.Friday.AddHours(1)))
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("reason"),
            await RefusalAsync(new BlockRequest([table], new string('x', 201), TestVenue.Friday.AddHours(1)))
        );
        Assert.IsType<AvailabilityRefusal.SlotPassed>(
            await RefusalAsync(new BlockRequest([table], "paint", TestVenue.Friday))
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("minutes"),
            await RefusalAsync(
                new BlockRequest([table], "paint", TestVenue.Friday.AddHours(1), TestVenue.Friday.AddHours(2))
            )
        );
        Assert.IsType<AvailabilityRefusal.NoLongerOffered>(
            await RefusalAsync(new BlockRequest([999_999], "paint", TestVenue.Friday.AddHours(1)))
        );
        Assert.IsType<CommonRefusal.NotAllowed>(
            (
                await venue.Bookings.Blocks.BlockAsync(
                    await venue.GuestAsync(),
                    new BlockRequest([table], "paint", TestVenue.Friday.AddHours(1)),
                    Cancel
                )
            ).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Block_WhileAnotherHostSeats_OneOfThemGetsTheTable(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var table = await venue.TableAsync(5);

        var (blocked, seated) = (
            Task.Run(
                () =>
                    venue.Bookings.Blocks.BlockAsync(
                        TestVenue.Anna,
                        new BlockRequest([table], "paint", TestVenue.Friday.AddHours(3)),
                        Cancel
                    ),
                Cancel
            ),
            Task.Run(
                () =>
                    venue.Bookings.WalkIns.SeatWalkInAsync(
                        TestVenue.Boris,
                        new WalkInRequest([table], 2, Guid.NewGuid()),
                        Cancel
                    ),
                Cancel
            )
        );

        Assert.NotEqual((await blocked).Succeeded, (await seated).Succeeded);
        Assert.Equal(0, await venue.OverlapsAsync());
    }
}
