using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Setup;

namespace TantraSmoke.Tests.Data.Schedule;

public sealed class ScheduleEditingTests
{
    private static readonly Actor.Staff Manager = new(3, StaffRole.Manager, "Marat");
    private static readonly SlotHours Evening = new(new TimeOnly(20, 0), new TimeOnly(22, 0));
    private static readonly DateOnly Saturday = TestVenue.Day.AddDays(1);

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Set_OneWeekday_ChangesThatDayAndIsSeenByGuestsAtOnce(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();

        var hours = WeekPlan.Every(
            new TimeOnly(12, 0),
            new TimeOnly(2, 0),
            TimeSpan.FromHours(2),
            TimeSpan.FromHours(2)
        );
        var outcome = await Of(venue).Week.SetHoursAsync(Manager, Weekdays.Saturday, hours, false, Cancel);

        Assert.Equal(0, outcome.Value?.Kept);
        Assert.Equal(7, (await venue.Availability.DayAsync(guest, Saturday, 2, Cancel)).Count);
        Assert.Equal(9, (await venue.Availability.DayAsync(guest, TestVenue.Day.AddDays(2), 2, Cancel)).Count);
        Assert.Equal(7, (await venue.Availability.DayAsync(guest, Saturday.AddDays(7), 2, Cancel)).Count);
        var audit = await venue.Store.ReadAsync(
            db => db.Audit.CountAsync(a => a.Subject == "time_slots" && a.ActorName == "Marat", Cancel),
            Cancel
        );
        Assert.True(audit > 0);
        // The file is loaded again: what somebody decided here stays.
        Assert.Equal((0, 0), await LoadedAsync(venue));
    }

    [Fact]
    public async Task SetWeek_SomeDays_ClosesTheOthersAndListsWhatIsBookedThere()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var booking = await venue.BookAsync(guest, 20, table: 5, day: TestVenue.Day.AddDays(2));
        var open = Weekdays.All & ~Weekdays.Sunday;

        var asked = await Of(venue).Week.SetWeekAsync(Manager, open, [Evening], false, Cancel);
        Assert.Equal(
            booking.Code,
            Assert.Single(Assert.IsType<BookingRefusal.BookingsAffected>(asked.Error).Bookings).Code
        );
        Assert.Equal(9, (await venue.Availability.DayAsync(guest, Saturday, 2, Cancel)).Count);

        Assert.Equal(1, (await Of(venue).Week.SetWeekAsync(Manager, open, [Evening], true, Cancel)).Value?.Kept);
        Assert.Single(await venue.Availability.DayAsync(guest, Saturday, 2, Cancel));
        Assert.Empty(await venue.Availability.DayAsync(guest, TestVenue.Day.AddDays(2), 2, Cancel));
    }

    [Fact]
    public async Task Change_WhatBookingsWereMadeFor_ListsThemFirstAndKeepsThem()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5, day: Saturday);
        await venue.BookAsync(await venue.GuestAsync(2), 20, table: 5);
        var slot = await venue.SlotAsync(20);
        SlotHours[] others = [.. (await venue.CatalogAsync()).Slots.Where(s => s.Id != slot).Select(s => s.Hours)];

        var asked = await Of(venue).Week.SetHoursAsync(Manager, Weekdays.Saturday, others, false, Cancel);

        var brief = Assert.Single(Assert.IsType<BookingRefusal.BookingsAffected>(asked.Error).Bookings);
        Assert.Equal(
            (booking.Code, "Ирина 1", booking.StartsAt, 2),
            (brief.Code, brief.Guest, brief.StartsAt, brief.PartySize)
        );
        Assert.Contains(Of(await venue.CatalogAsync(), Saturday), t => t.SlotId == slot);

        var known = await Of(venue).Week.SetHoursAsync(Manager, Weekdays.Saturday, others, true, Cancel);

        Assert.Equal(1, known.Value?.Kept);
        Assert.DoesNotContain(Of(await venue.CatalogAsync(), Saturday), t => t.SlotId == slot);
        var kept = await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel);
        Assert.Equal(
            (booking.StartsAt, booking.EndsAt, BookingStatus.Booked),
            (kept!.StartsAt, kept.EndsAt, kept.Status)
        );
        Assert.IsType<AvailabilityRefusal.NoLongerOffered>(
            (
                await venue.Bookings.Book.CreateAsync(
                    TestVenue.Anna,
                    new BookingRequest(Saturday, slot, new(2), Guid.NewGuid()),
                    Cancel
                )
            ).Error
        );
        Assert.True(
            (await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
                is BookingRefusal.NotToday
        );
    }

    [Theory, OnBothDatabases]
    public async Task Add_OverlappingSlot_ClaimsDecide(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        SlotHours[] hours =
        [
            .. (await venue.CatalogAsync()).Slots.Select(s => s.Hours),
            new(new TimeOnly(21, 0), new TimeOnly(23, 0)),
        ];
        Assert.True((await Of(venue).Week.SetHoursAsync(Manager, Weekdays.All, hours, false, Cancel)).Succeeded);
        var late = await venue.BookAsync(await venue.GuestAsync(1), 21, table: 5);

        var refused = await venue.Bookings.Book.CreateAsync(
            await venue.GuestAsync(2),
            await venue.RequestAsync(20, table: 5),
            Cancel
        );

        Assert.IsType<AvailabilityRefusal.TableTaken>(refused.Error);
        // Over to another day: one slot, although two of the day's overlap with it.
        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            late.Id,
            null,
            new MoveRequest(ServiceDay: Saturday),
            Cancel
        );
        Assert.Equal(TimeSpan.FromHours(2), moved.Value!.EndsAt - moved.Value.StartsAt);
        Assert.Equal(late.SlotId, moved.Value.SlotId);
    }

    [Fact]
    public async Task Special_Closed_ListsBookingsAndThenTakesNoMore()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, day: Saturday);
        var wish = new SpecialDayWish(null, Saturday, SpecialDayKind.Closed, " Корпоратив ");

        var asked = await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, false, Cancel);
        Assert.Equal(
            booking.Code,
            Assert.Single(Assert.IsType<BookingRefusal.BookingsAffected>(asked.Error).Bookings).Code
        );
        Assert.Equal(1, (await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, true, Cancel)).Value?.Kept);

        Assert.Equal(
            new AvailabilityRefusal.DayClosed("Корпоратив"),
            (
                await venue.Bookings.Book.CreateAsync(
                    TestVenue.Anna,
                    await venue.RequestAsync(20, day: Saturday),
                    Cancel
                )
            ).Error
        );
        var day = (await venue.Availability.DaysAsync(await venue.GuestAsync(), 2, Cancel)).Single(d =>
            d.ServiceDay == Saturday
        );
        Assert.Equal((true, "Корпоратив", 0), (day.IsClosed, day.Special?.Name, day.Slots));
        Assert.Equal(
            [Saturday],
            Assert
                .IsType<ScheduleRefusal.AlreadySpecial>(
                    (await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, true, Cancel)).Error
                )
                .Days
        );
        var id = (await venue.CatalogAsync()).Special(Saturday)!.Id;
        Assert.True((await Of(venue).Special.RemoveSpecialDayAsync(Manager, id, false, Cancel)).Succeeded);
        await venue.BookAsync(TestVenue.Anna, 22, day: Saturday);
        Assert.IsType<AvailabilityRefusal.NoLongerOffered>(
            (await Of(venue).Special.RemoveSpecialDayAsync(Manager, id, false, Cancel)).Error
        );
    }

    [Fact]
    public async Task Special_OtherHours_ReplaceTheWeekdaysUntilRemoved()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var wish = new SpecialDayWish(null, Saturday, SpecialDayKind.OtherHours, "Новый год")
        {
            Hours = [Evening, new(new TimeOnly(23, 0), new TimeOnly(3, 0))],
        };
        Assert.True((await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, false, Cancel)).Succeeded);
        var own = Of(await venue.CatalogAsync(), Saturday);
        Assert.Equal([20, 23], own.Select(t => TestVenue.Moscow.ToLocal(t.StartsAt).Hour));
        await venue.BookAsync(
            await venue.GuestAsync(),
            new BookingRequest(Saturday, own[1].SlotId, new(2), Guid.NewGuid())
        );
        Assert.Equal((0, 0), await LoadedAsync(venue));

        var special = (await venue.CatalogAsync()).Special(Saturday)!;
        var changed = wish with { Id = special.Id, Hours = [Evening] };
        Assert.Single(
            Assert
                .IsType<BookingRefusal.BookingsAffected>(
                    (await Of(venue).Special.SaveSpecialDayAsync(Manager, changed, false, Cancel)).Error
                )
                .Bookings
        );
        Assert.True((await Of(venue).Special.SaveSpecialDayAsync(Manager, changed, true, Cancel)).Succeeded);
        Assert.Single(Of(await venue.CatalogAsync(), Saturday));
        Assert.Equal(
            new CommonRefusal.InvalidInput("hours"),
            (
                await Of(venue)
                    .Special.SaveSpecialDayAsync(
                        Manager,
                        wish with
                        {
                            Day = Saturday.AddDays(1),
                            Hours = [],
                        },
                        true,
                        Cancel
                    )
            ).Error
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("event"),
            (await Of(venue).Special.SaveSpecialDayAsync(Manager, wish with { Name = " " }, true, Cancel)).Error
        );
        Assert.IsType<AvailabilityRefusal.SlotPassed>(
            (
                await Of(venue)
                    .Special.SaveSpecialDayAsync(Manager, wish with { Day = TestVenue.Day.AddDays(-1) }, true, Cancel)
            ).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Special_PrivateEvent_BlocksTheHallOrSaysWhoIsInTheWay(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var catalog = await venue.CatalogAsync();
        var hall = catalog.Tables.Single(t => t.Number == 5).HallId;
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, table: 5, day: Saturday);
        var wish = new SpecialDayWish(null, Saturday, SpecialDayKind.PrivateEvent, "Свадьба")
        {
            HallId = hall,
            Event = new(new TimeOnly(18, 0), new TimeOnly(23, 0)),
        };

        var refused = await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, true, Cancel);
        Assert.Equal(
            booking.Code,
            Assert.Single(Assert.IsType<BookingRefusal.BookingsInTheWay>(refused.Error).Bookings).Code
        );
        Assert.Equal(
            (0, 0),
            await venue.Store.ReadAsync(
                async db =>
                    (
                        await db.SpecialDays.CountAsync(Cancel),
                        await db.Claims.CountAsync(c => c.Kind == ClaimKind.Block, Cancel)
                    ),
                Cancel
            )
        );

        Assert.True(
            (await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel)).Succeeded
        );
        Assert.True((await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, false, Cancel)).Succeeded);
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (
                await venue.Bookings.Book.CreateAsync(
                    TestVenue.Anna,
                    await venue.RequestAsync(20, 5, day: Saturday),
                    Cancel
                )
            ).Error
        );
        var walkIn = await venue.Store.ReadAsync(
            db => db.Claims.FirstAsync(c => c.Kind == ClaimKind.Block, Cancel),
            Cancel
        );
        Assert.Equal(
            ("Свадьба", TestVenue.Moscow.ToUtc(Saturday, new TimeOnly(18, 0))),
            (walkIn.Note, walkIn.StartsAt)
        );
        await venue.BookAsync(TestVenue.Anna, 12, table: 5, day: Saturday);

        var special = Assert.Single((await venue.CatalogAsync()).SpecialDays);
        Assert.True((await Of(venue).Special.RemoveSpecialDayAsync(Manager, special.Id, false, Cancel)).Succeeded);
        Assert.Empty((await venue.CatalogAsync()).SpecialDays);
        // A host who opens the hall on the floor ends the event as well.
        var sunday = wish with
        {
            Day = Saturday.AddDays(1),
        };
        Assert.True((await Of(venue).Special.SaveSpecialDayAsync(Manager, sunday, false, Cancel)).Succeeded);
        Assert.True(
            (
                await venue.Bookings.Blocks.UnblockAsync(
                    TestVenue.Anna,
                    (await venue.CatalogAsync()).SpecialDays[0].BlockId!.Value,
                    Cancel
                )
            ).Succeeded
        );
        Assert.Empty((await venue.CatalogAsync()).SpecialDays);
        await venue.BookAsync(TestVenue.Anna, 20, table: 5, day: Saturday);
        Assert.Equal(
            new CommonRefusal.InvalidInput("hall"),
            (await Of(venue).Special.SaveSpecialDayAsync(Manager, wish with { HallId = null }, true, Cancel)).Error
        );
    }

    [Fact]
    public async Task SpecialDays_OverNewYear_AreOneChangeWithOneListAndOneWayBack()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booked = await venue.BookAsync(TestVenue.Anna, 20, table: 5, day: Saturday);
        var later = await venue.BookAsync(TestVenue.Anna, 20, table: 6, day: Saturday.AddDays(8));
        var wish = new SpecialDayWish(null, Saturday, SpecialDayKind.Closed, "Новый год")
        {
            Until = Saturday.AddDays(9),
        };

        var asked = await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, false, Cancel);
        Assert.Equal(
            [booked.Code, later.Code],
            Assert.IsType<BookingRefusal.BookingsAffected>(asked.Error).Bookings.Select(b => b.Code)
        );
        var made = (await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, true, Cancel)).Value!;
        var catalog = await venue.CatalogAsync();
        var range = Assert.Single(SpecialDayRange.Of(catalog.SpecialDays, catalog.Slots, catalog.Clock));
        Assert.Equal((Saturday, Saturday.AddDays(9), made.SpecialId), (range.From, range.Until, range.First.Id));

        var inside = wish with
        {
            Day = Saturday.AddDays(4),
            Until = Saturday.AddDays(12),
            Kind = SpecialDayKind.OtherHours,
            Hours = [Evening],
        };
        var clash = Assert.IsType<ScheduleRefusal.AlreadySpecial>(
            (await Of(venue).Special.SaveSpecialDayAsync(Manager, inside, true, Cancel)).Error
        );
        Assert.Equal(6, clash.Days.Count);
        Assert.Equal(10, (await venue.CatalogAsync()).SpecialDays.Count);

        // Shorter by changing it, and gone at once.
        var shorter = (
            await Of(venue)
                .Special.SaveSpecialDayAsync(
                    Manager,
                    wish with
                    {
                        Id = made.SpecialId,
                        Until = Saturday.AddDays(1),
                    },
                    true,
                    Cancel
                )
        ).Value!;
        Assert.Equal(2, (await venue.CatalogAsync()).SpecialDays.Count);
        Assert.True(
            (await Of(venue).Special.RemoveSpecialDayAsync(Manager, shorter.SpecialId!.Value, true, Cancel)).Succeeded
        );
        Assert.Empty((await venue.CatalogAsync()).SpecialDays);
    }

    [Fact]
    public async Task SpecialDays_APrivateEventOfThreeDays_ListsWhoIsInTheWayOnAnyOfThem()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var hall = (await venue.CatalogAsync()).Halls[0].Id;
        var first = await venue.BookAsync(TestVenue.Anna, 20, table: 5, day: Saturday);
        var last = await venue.BookAsync(TestVenue.Anna, 20, table: 6, day: Saturday.AddDays(2));
        var wish = new SpecialDayWish(null, Saturday, SpecialDayKind.PrivateEvent, "Свадьба")
        {
            Until = Saturday.AddDays(2),
            HallId = hall,
            Event = new(new TimeOnly(18, 0), new TimeOnly(23, 0)),
        };

        var refused = Assert.IsType<BookingRefusal.BookingsInTheWay>(
            (await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, true, Cancel)).Error
        );
        Assert.Equal([first.Code, last.Code], refused.Bookings.Select(b => b.Code));
        Assert.Empty((await venue.CatalogAsync()).SpecialDays);
        Assert.Equal(2, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));

        foreach (var booking in (Booking[])[first, last])
            await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        var made = (await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, true, Cancel)).Value!;
        Assert.Equal(3, (await venue.CatalogAsync()).SpecialDays.Count);
        Assert.True(
            (await Of(venue).Special.RemoveSpecialDayAsync(Manager, made.SpecialId!.Value, true, Cancel)).Succeeded
        );
        Assert.Equal(0, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(60)]
    public async Task SpecialDays_EndingBeforeTheyBeginOrTooMany_AreRefused(int days)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var wish = new SpecialDayWish(null, Saturday, SpecialDayKind.Closed, "Новый год")
        {
            Until = Saturday.AddDays(days),
        };

        Assert.Equal(
            new CommonRefusal.InvalidInput("range"),
            (await Of(venue).Special.SaveSpecialDayAsync(Manager, wish, true, Cancel)).Error
        );
    }

    [Fact]
    public async Task Everything_ForAHostOrAGuest_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        foreach (var actor in (Actor[])[TestVenue.Anna, await venue.GuestAsync()])
        {
            Assert.IsType<CommonRefusal.NotAllowed>(
                (await Of(venue).Week.SetHoursAsync(actor, Weekdays.Monday, [Evening], true, Cancel)).Error
            );
            Assert.IsType<CommonRefusal.NotAllowed>(
                (
                    await Of(venue)
                        .Special.SaveSpecialDayAsync(
                            actor,
                            new SpecialDayWish(null, Saturday, SpecialDayKind.Closed, "x"),
                            true,
                            Cancel
                        )
                ).Error
            );
            Assert.IsType<CommonRefusal.NotAllowed>(
                (await Of(venue).Special.RemoveSpecialDayAsync(actor, 1, true, Cancel)).Error
            );
        }

        Assert.Equal(
            new CommonRefusal.InvalidInput("days"),
            (await Of(venue).Week.SetHoursAsync(Manager, Weekdays.None, [Evening], true, Cancel)).Error
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("hours"),
            (
                await Of(venue)
                    .Week.SetHoursAsync(Manager, Weekdays.All, [new(Evening.Start, Evening.Start)], true, Cancel)
            ).Error
        );
    }

    private static ScheduleEditing Of(TestVenue venue) => venue.Services.GetRequiredService<ScheduleEditing>();

    private static IReadOnlyList<SlotTime> Of(TantraSmoke.Core.Catalog.VenueCatalog catalog, DateOnly day) =>
        catalog.Times(day);

    private static async Task<(int Added, int Changed)> LoadedAsync(TestVenue venue)
    {
        var report = await venue.Services.GetRequiredService<VenueSeed>().LoadSlotsAsync(TestVenue.Boris, Cancel);
        return (report.Added, report.Changed);
    }
}
