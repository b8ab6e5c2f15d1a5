using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Tests.Data.Bookings;

/// <summary>Turn time, buffer, pacing, the pause, and what guests may not do themselves.</summary>
public sealed class BookingRulesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Create_TurnTime_EndsTheBookingAndItsClaimSooner()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.SettingsAsync(s => s.TurnTimes = "2:90");

        var two = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);
        var four = await venue.BookAsync(await venue.GuestAsync(2), 20, table: 6, party: 4);

        Assert.Equal((90, 120), ((two.EndsAt - two.StartsAt).TotalMinutes, (four.EndsAt - four.StartsAt).TotalMinutes));
        var claim = await venue.Store.ReadAsync(
            db => db.Claims.SingleAsync(c => c.BookingId == two.Id, Cancel),
            Cancel
        );
        Assert.Equal((two.StartsAt, two.EndsAt), (claim.StartsAt, claim.EndsAt));
        // Another time of the day, by the same rule.
        var moved = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            two.Id,
            null,
            new MoveRequest(SlotId: await venue.SlotAsync(18)),
            Cancel
        );
        Assert.Equal(90, (moved.Value!.EndsAt - moved.Value.StartsAt).TotalMinutes);
    }

    [Theory, OnBothDatabases]
    public async Task Create_Buffer_IsDemandedButNotTaken(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.SettingsAsync(s => s.BufferMinutes = 15);
        var first = await venue.BookAsync(await venue.GuestAsync(1), 20, table: 5);

        foreach (var hour in (int[])[18, 22])
        {
            var refused = await venue.Bookings.Book.CreateAsync(
                await venue.GuestAsync(2),
                await venue.RequestAsync(hour, table: 5),
                Cancel
            );
            Assert.IsType<AvailabilityRefusal.TableTaken>(refused.Error);
            var held = await venue.Bookings.Book.HoldAsync(
                await venue.GuestAsync(2),
                await venue.RequestAsync(hour, table: 5),
                Cancel
            );
            Assert.IsType<AvailabilityRefusal.TableTaken>(held.Error);
        }

        var claim = await venue.Store.ReadAsync(db => db.Claims.SingleAsync(Cancel), Cancel);
        Assert.Equal((first.StartsAt, first.EndsAt, first.Id), (claim.StartsAt, claim.EndsAt, claim.BookingId));
        // Staff may put a party closer, and it stays there.
        var other = await venue.BookAsync(TestVenue.Anna, 22, table: 6);
        Assert.True(
            (
                await venue.Bookings.Moves.MoveAsync(
                    TestVenue.Anna,
                    other.Id,
                    null,
                    new MoveRequest(TableIds: [await venue.TableAsync(5)]),
                    Cancel
                )
            ).Succeeded
        );
    }

    [Theory, OnBothDatabases]
    public async Task Create_BufferAndTwoAtOnce_OneOfThemGetsTheTable(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.SettingsAsync(s => s.BufferMinutes = 15);
        for (var day = 1; day <= 8; day++)
        {
            var (first, second) = (
                await venue.RequestAsync(18, 5, day: TestVenue.Day.AddDays(day)),
                await venue.RequestAsync(20, 5, day: TestVenue.Day.AddDays(day))
            );
            var (one, other) = (
                Task.Run(() => venue.Bookings.Book.CreateAsync(TestVenue.Anna, first, Cancel), Cancel),
                Task.Run(() => venue.Bookings.Book.CreateAsync(TestVenue.Boris, second, Cancel), Cancel)
            );
            Assert.NotEqual((await one).Succeeded, (await other).Succeeded);
        }

        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Create_ManyForTheLastPlacesOfAQuarterHour_OnlySoManyBegin(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.SettingsAsync(s => s.PacingParties = 3);
        var guests = new List<TantraSmoke.Core.Common.Actor.Guest>();
        for (var number = 1; number <= 6; number++)
            guests.Add(await venue.GuestAsync(number));
        var requests = await Task.WhenAll(guests.Select((_, n) => venue.RequestAsync(20, table: n + 2)));

        var outcomes = await Task.WhenAll(
            guests.Zip(
                requests,
                (guest, request) => Task.Run(() => venue.Bookings.Book.CreateAsync(guest, request, Cancel), Cancel)
            )
        );

        Assert.Equal(3, outcomes.Count(o => o.Succeeded));
        Assert.All(
            outcomes.Where(o => !o.Succeeded),
            o =>
                Assert.DoesNotContain(
                    requests[0].SlotId,
                    Assert.IsType<AvailabilityRefusal.TimeIsFull>(o.Error).StillFree.Select(f => f.SlotId)
                )
        );
        var offer = (await venue.Availability.DayAsync(guests[0], TestVenue.Day, 2, Cancel)).Single(o =>
            o.SlotId == requests[0].SlotId
        );
        Assert.Equal(OfferState.Full, offer.State);
        // Staff may, and the same confirm twice is still one booking.
        await venue.BookAsync(TestVenue.Anna, 20);
        var made = Array.FindIndex(outcomes, o => o.Succeeded);
        var again = await venue.Bookings.Book.CreateAsync(guests[made], requests[made], Cancel);
        Assert.Equal(outcomes[made].Value!.Id, again.Value?.Id);
    }

    [Theory, OnBothDatabases]
    public async Task Hold_TheLastPlaceOfAQuarterHour_IsKeptForWhoConfirms(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.SettingsAsync(s => s.PacingCovers = 4);
        var (slow, quick) = (await venue.GuestAsync(1), await venue.GuestAsync(2));
        var request = await venue.RequestAsync(20, party: 3);
        Assert.True((await venue.Bookings.Book.HoldAsync(slow, request, Cancel)).Succeeded);

        Assert.IsType<AvailabilityRefusal.TimeIsFull>(
            (await venue.Bookings.Book.HoldAsync(quick, await venue.RequestAsync(20), Cancel)).Error
        );
        Assert.IsType<AvailabilityRefusal.TimeIsFull>(
            (await venue.Bookings.Book.CreateAsync(quick, await venue.RequestAsync(20), Cancel)).Error
        );
        Assert.True(
            (await venue.Bookings.Book.HoldAsync(quick, await venue.RequestAsync(20, party: 1), Cancel)).Succeeded
        );
        // Staff exceed it meanwhile: what is held stays theirs.
        await venue.BookAsync(TestVenue.Anna, 20, party: 4);
        Assert.True((await venue.Bookings.Book.CreateAsync(slow, request, Cancel)).Succeeded);
        venue.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.IsType<AvailabilityRefusal.TimeIsFull>(
            (await venue.Bookings.Book.CreateAsync(quick, await venue.RequestAsync(20, party: 1), Cancel)).Error
        );
    }

    [Fact]
    public async Task Pause_UntilItIsOverOrTakenBack_KeepsGuestsOnly()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (schedule, guest, until) = (
            venue.Services.GetRequiredService<ScheduleEditing>(),
            await venue.GuestAsync(),
            TestVenue.Friday.AddHours(2)
        );
        Assert.IsType<CommonRefusal.NotAllowed>(
            (await schedule.Pause.PauseOnlineAsync(TestVenue.Anna, until, Cancel)).Error
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("pause"),
            (await schedule.Pause.PauseOnlineAsync(TestVenue.Boris, TestVenue.Friday, Cancel)).Error
        );
        Assert.True((await schedule.Pause.PauseOnlineAsync(TestVenue.Boris, until, Cancel)).Succeeded);

        var phone = (await venue.CatalogAsync()).Settings.Phone;
        Assert.Equal(
            new AvailabilityRefusal.OnlinePaused(until, phone),
            (await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(16), Cancel)).Error
        );
        Assert.Equal(
            new AvailabilityRefusal.OnlinePaused(until, phone),
            (await venue.Bookings.Book.HoldAsync(guest, await venue.RequestAsync(16), Cancel)).Error
        );
        var offers = await venue.Availability.DayAsync(guest, TestVenue.Day, 2, Cancel);
        Assert.All(offers, offer => Assert.Equal(offer.StartsAt < until, offer.State == OfferState.Closed));
        Assert.All(
            (await venue.Availability.DaysAsync(guest, 2, Cancel)).Skip(1),
            day => Assert.NotEqual(0, day.FreeSlots)
        );
        await venue.BookAsync(TestVenue.Anna, 16);
        await venue.BookAsync(guest, 20);

        venue.Time.Set(until);
        Assert.True((await schedule.Pause.PauseOnlineAsync(TestVenue.Boris, until.AddHours(1), Cancel)).Succeeded);
        Assert.True((await schedule.Pause.PauseOnlineAsync(TestVenue.Boris, null, Cancel)).Succeeded);
        await venue.BookAsync(guest, 22);
    }

    [Fact]
    public async Task Guests_LargePartiesAndLateCancellations_AreSentToThePhone()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.SettingsAsync(s => (s.LargestPartyOnline, s.CancelMinutes, s.Phone) = (3, 120, "+7 495 1"));
        var guest = await venue.GuestAsync();

        Assert.Equal(
            new AvailabilityRefusal.PartyTooLargeOnline(3, "+7 495 1"),
            (await venue.Bookings.Book.CreateAsync(guest, await venue.RequestAsync(20, party: 4), Cancel)).Error
        );
        Assert.Equal(
            (3, 6),
            (
                await venue.Availability.LargestPartyAsync(guest, Cancel),
                Math.Min(6, await venue.Availability.LargestPartyAsync(TestVenue.Anna, Cancel))
            )
        );
        await venue.BookAsync(TestVenue.Anna, 20, party: 4);

        var (soon, later) = (await venue.BookAsync(guest, 18), await venue.BookAsync(guest, 20));
        venue.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(
            new AvailabilityRefusal.CancelTooLate(120, "+7 495 1"),
            (await venue.Bookings.Lifecycle.CancelAsync(guest, soon.Id, null, null, Cancel)).Error
        );
        Assert.True((await venue.Bookings.Lifecycle.CancelAsync(guest, later.Id, null, null, Cancel)).Succeeded);
        Assert.True(
            (await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, soon.Id, null, null, Cancel)).Succeeded
        );
    }
}
