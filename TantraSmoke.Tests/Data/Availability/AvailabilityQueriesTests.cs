using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Availability;

public sealed class AvailabilityQueriesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Day_WhateverIsBooked_NeverOffersWhatIsClaimedAndAlwaysWhatIsNot(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var day = TestVenue.Day.AddDays(1);
        var catalog = await venue.CatalogAsync();
        var random = new Random(7);
        for (var number = 1; number <= 30; number++)
        {
            var table = catalog.Tables[random.Next(catalog.Tables.Count)];
            var slot = catalog.Slots[random.Next(catalog.Slots.Count)];
            var details = new BookingDetails(table.MinParty, (await venue.GuestAsync(number)).GuestId);
            var request = new BookingRequest(day, slot.Id, details, Guid.NewGuid()) { TableIds = [table.Id] };
            await venue.Bookings.Book.CreateAsync(TestVenue.Anna, request, Cancel);
        }

        var claims = await venue.Store.ReadAsync(db => db.Claims.ToListAsync(Cancel), Cancel);
        Assert.True(claims.Count > 15);
        var stranger = await venue.GuestAsync(99);
        foreach (var party in Enumerable.Range(1, 6))
        {
            foreach (var offer in await venue.Availability.DayAsync(stranger, day, party, Cancel))
            {
                var taken = claims
                    .Where(c => c.StartsAt < offer.EndsAt && c.EndsAt > offer.StartsAt)
                    .Select(c => c.TableId)
                    .ToHashSet();
                Assert.DoesNotContain(offer.Options, option => option.TableIds.Any(taken.Contains));
                var free = catalog
                    .Tables.Where(t => t.IsActive && !taken.Contains(t.Id) && t.MinParty <= party && party <= t.Seats)
                    .Select(t => t.Id);
                Assert.Equal(
                    free.Order(),
                    offer.Options.Where(o => o.TableIds.Count == 1).Select(o => o.TableIds[0]).Order()
                );
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task Day_Holds_CountForOthersUntilTheyExpire(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (holder, other) = (await venue.GuestAsync(1), await venue.GuestAsync(2));
        Assert.True(
            (await venue.Bookings.Book.HoldAsync(holder, await venue.RequestAsync(20, table: 5), Cancel)).Succeeded
        );

        Assert.True(await OffersAsync(holder));
        Assert.False(await OffersAsync(other));
        Assert.False(await OffersAsync(TestVenue.Anna));
        venue.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await OffersAsync(other));

        async Task<bool> OffersAsync(Actor actor)
        {
            var (slot, table) = (await venue.SlotAsync(20), await venue.TableAsync(5));
            var offers = await venue.Availability.DayAsync(actor, TestVenue.Day, 2, Cancel);
            return offers.Single(o => o.SlotId == slot).Options.Any(o => o.TableIds.Contains(table));
        }
    }

    [Fact]
    public async Task Days_AroundMidnight_StillBelongToTheEvening()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            db =>
            {
                db.TimeSlots.Add(new TimeSlot(new TimeOnly(1, 0), new TimeOnly(3, 0)));
                return db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
        var (guest, night) = (await venue.GuestAsync(), await venue.SlotAsync(1));

        // 23:59 and 00:30 in Moscow: today is Friday the 20th, and 01:00 is still to be had.
        foreach (var now in (DateTimeOffset[])[At(20, 59), At(21, 30)])
        {
            venue.Time.Set(now);
            var days = await venue.Availability.DaysAsync(guest, 2, Cancel);
            Assert.Equal((TestVenue.Day, 1, 14), (days[0].ServiceDay, days[0].FreeSlots, days.Count));
            var offer = Assert.Single(
                await venue.Availability.DayAsync(guest, TestVenue.Day, 2, Cancel),
                o => o.State == OfferState.Free
            );
            Assert.Equal((night, At(22, 0)), (offer.SlotId, offer.StartsAt));
        }

        // A minute later it is too late for guests, not for staff.
        venue.Time.Set(At(21, 31));
        Assert.Equal(0, (await venue.Availability.DaysAsync(guest, 2, Cancel))[0].FreeSlots);
        Assert.Equal(1, (await venue.Availability.DaysAsync(TestVenue.Anna, 2, Cancel))[0].FreeSlots);

        // The service day ends at 06:00.
        venue.Time.Set(At(27, 0));
        Assert.Equal(TestVenue.Day.AddDays(1), (await venue.Availability.DaysAsync(guest, 2, Cancel))[0].ServiceDay);
        Assert.Empty(await venue.Availability.DayAsync(guest, TestVenue.Day, 2, Cancel));
    }

    private static DateTimeOffset At(int utcHour, int minute) =>
        new DateTimeOffset(2026, 11, 20, 0, minute, 0, TimeSpan.Zero).AddHours(utcHour);
}
