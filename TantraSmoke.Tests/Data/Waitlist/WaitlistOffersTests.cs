using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Data.Waitlist;

/// <summary>Guests who wait in the chat: what comes free goes to the first in line who fits, one at a time.</summary>
public sealed class WaitlistOffersTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Cancellation_GoesToTheFirstInLine_ThenWhenItRunsOutToTheNext(TestDatabase database)
    {
        await using var venue = await FullAsync(database);
        var (first, second) = (await venue.GuestAsync(11, "Анна"), await venue.GuestAsync(12, "Борис"));
        var (a, b) = (await JoinAsync(venue, first), await JoinAsync(venue, second));
        Assert.Equal(0, await OfferAsync(venue));

        await CancelOneAsync(venue);
        Assert.Equal(1, await OfferAsync(venue));
        Assert.Equal(0, await OfferAsync(venue));
        Assert.Equal(
            (WaitlistStatus.Offered, WaitlistStatus.Waiting),
            (await StatusAsync(venue, a), await StatusAsync(venue, b))
        );
        // It is theirs alone, as a claim with an end.
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (
                await venue.Bookings.Book.CreateAsync(await venue.GuestAsync(13), await venue.RequestAsync(20), Cancel)
            ).Error
        );
        var claim = Assert.Single(
            await venue.Store.ReadAsync(
                db => db.Claims.Where(c => c.Kind == ClaimKind.Offer).ToListAsync(Cancel),
                Cancel
            )
        );
        Assert.Equal(
            (venue.Time.GetUtcNow().AddMinutes(10), TestVenue.Friday.AddHours(5)),
            (claim.ExpiresAt, claim.StartsAt)
        );

        venue.Time.Advance(TimeSpan.FromMinutes(10));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        Assert.Equal(1, await OfferAsync(venue));
        Assert.Equal(
            (WaitlistStatus.Waiting, WaitlistStatus.Offered),
            (await StatusAsync(venue, a), await StatusAsync(venue, b))
        );
        var late = await Service(venue).Own.AcceptAsync(first, a.Id, Cancel);
        Assert.IsType<WaitlistRefusal.OfferOver>(late.Error);
        var booked = await Service(venue).Own.AcceptAsync(second, b.Id, Cancel);
        Assert.True(booked.Succeeded, booked.Error?.ToString());
        // The same tap again is the same booking.
        Assert.Equal(booked.Value.Id, (await Service(venue).Own.AcceptAsync(second, b.Id, Cancel)).Value?.Id);
        Assert.Equal(0, await venue.OverlapsAsync());
        Assert.Equal(
            ["waitlist_offer", "waitlist_passed", "waitlist_offer"],
            (
                await venue.Store.ReadAsync(
                    db =>
                        db.Outbox.Where(m => m.WaitlistEntryId != null)
                            .OrderBy(m => m.Id)
                            .Select(m => m.DedupeKey)
                            .ToListAsync(Cancel),
                    Cancel
                )
            ).Select(key => key.Split(':')[0])
        );
        // Every step of it is kept.
        var audit = await venue.Store.ReadAsync(
            db =>
                db.Audit.Where(x => x.Subject == AuditEntry.Waitlist && x.SubjectId == b.Id.ToString())
                    .OrderBy(x => x.Id)
                    .Select(x => x.ActorName)
                    .ToListAsync(Cancel),
            Cancel
        );
        Assert.Equal(["Борис 12", "TantraSmoke", "Борис 12"], audit);
    }

    [Fact]
    public async Task WhoLetAnOfferPass_IsLeftOutUntilTheySayThatTheyWaitOn()
    {
        await using var venue = await FullAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync(11);
        var entry = await JoinAsync(venue, guest);
        await CancelOneAsync(venue);
        await OfferAsync(venue);

        Assert.True((await Service(venue).Own.DeclineAsync(guest, entry.Id, Cancel)).Succeeded);
        Assert.Equal(0, await OfferAsync(venue));
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.Kind == ClaimKind.Offer, Cancel), Cancel)
        );
        Assert.True((await Service(venue).Own.WaitOnAsync(guest, entry.Id, Cancel)).Succeeded);
        Assert.Equal(1, await OfferAsync(venue));
    }

    [Theory, OnBothDatabases]
    public async Task TwoReplicasTimers_OfferOneTableOnce(TestDatabase database)
    {
        await using var venue = await FullAsync(database);
        foreach (var number in Enumerable.Range(11, 6))
        {
            await JoinAsync(venue, await venue.GuestAsync(number));
            venue.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await CancelOneAsync(venue);
        await CancelOneAsync(venue);
        // Each replica has a service, a store and connections of its own.
        var replicas = Enumerable.Range(0, 2).Select(_ => venue.Replica()).ToList();
        var made = await Task.WhenAll(
            replicas.SelectMany(r =>
                Enumerable
                    .Range(0, 3)
                    .Select(_ => Task.Run(() => r.GetRequiredService<WaitlistOffers>().OfferNextAsync(Cancel), Cancel))
            )
        );

        Assert.Equal(2, made.Sum());
        var offered = await venue.Store.ReadAsync(
            db => db.Waitlist.OrderBy(e => e.JoinedAt).Select(e => e.Status).ToListAsync(Cancel),
            Cancel
        );
        Assert.Equal(
            [
                WaitlistStatus.Offered,
                WaitlistStatus.Offered,
                WaitlistStatus.Waiting,
                WaitlistStatus.Waiting,
                WaitlistStatus.Waiting,
                WaitlistStatus.Waiting,
            ],
            offered
        );
        Assert.Equal(
            2,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.WaitlistOffer, Cancel),
                Cancel
            )
        );
        Assert.Equal(0, await venue.OverlapsAsync());

        // When they run out, both timers see it, and each guest hears of it once.
        venue.Time.Advance(TimeSpan.FromMinutes(10));
        await Task.WhenAll(
            replicas.Select(r => Task.Run(() => r.GetRequiredService<BookingClock>().CatchUpAsync(Cancel), Cancel))
        );
        await Task.WhenAll(
            replicas.Select(r => Task.Run(() => r.GetRequiredService<WaitlistOffers>().OfferNextAsync(Cancel), Cancel))
        );
        Assert.Equal(
            2,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.WaitlistPassed, Cancel),
                Cancel
            )
        );
        Assert.Equal(
            4,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.WaitlistOffer, Cancel),
                Cancel
            )
        );
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    [Fact]
    public async Task FirstWhoFits_LargerPartiesAndOtherTimesAreSkipped()
    {
        await using var venue = await FullAsync(TestDatabase.Sqlite);
        var (large, late, small) = (await venue.GuestAsync(11), await venue.GuestAsync(12), await venue.GuestAsync(13));
        var a = await JoinAsync(venue, large, party: 8);
        var b = await JoinAsync(venue, late, from: 22, until: 22);
        var c = await JoinAsync(venue, small);

        await CancelOneAsync(venue);
        await OfferAsync(venue);

        Assert.Equal(
            (WaitlistStatus.Waiting, WaitlistStatus.Waiting, WaitlistStatus.Offered),
            (await StatusAsync(venue, a), await StatusAsync(venue, b), await StatusAsync(venue, c))
        );
    }

    [Fact]
    public async Task PartyAtTheDoorWhoCameBefore_IsLeftTheTable()
    {
        // 19:00 in Moscow: who sits down now stays beyond 20:00.
        await using var venue = await FullAsync(TestDatabase.Sqlite, TestVenue.Friday.AddHours(4));
        await Service(venue)
            .Parties.AddAsync(TestVenue.Anna, new WaitlistParty("Ольга", null, 2, 20), Guid.NewGuid(), Cancel);
        venue.Time.Advance(TimeSpan.FromSeconds(1));
        var entry = await JoinAsync(venue, await venue.GuestAsync(11));
        await CancelOneAsync(venue);

        Assert.Equal(0, await OfferAsync(venue));
        var waiting = (await Service(venue).Queries.WaitingAsync(Cancel))[0];
        await Service(venue).Parties.LeaveAsync(TestVenue.Anna, waiting.Id, waiting.Version, Cancel);
        Assert.Equal(1, await OfferAsync(venue));
        Assert.Equal(WaitlistStatus.Offered, await StatusAsync(venue, entry));
    }

    [Fact]
    public async Task Host_OffersByHand_TheFirstFreeTimeOfTheRange()
    {
        await using var venue = await FullAsync(TestDatabase.Sqlite);
        var entry = await JoinAsync(venue, await venue.GuestAsync(11));
        var freed = await CancelOneAsync(venue);

        var outcome = await Service(venue).Parties.OfferAsync(TestVenue.Anna, entry.Id, entry.Version, freed, Cancel);

        Assert.True(outcome.Succeeded, outcome.Error?.ToString());
        Assert.Equal(
            (WaitlistStatus.Offered, TestVenue.Friday.AddHours(5)),
            (outcome.Value.Status, outcome.Value.OfferedStartsAt)
        );
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.WaitlistOffer, Cancel),
                Cancel
            )
        );
    }

    [Fact]
    public async Task TimeIsOver_EndsTheWaitAndSaysSo()
    {
        await using var venue = await FullAsync(TestDatabase.Sqlite);
        var entry = await JoinAsync(venue, await venue.GuestAsync(11));
        venue.Time.Set(TestVenue.Friday.AddHours(4.75));

        await OfferAsync(venue);

        Assert.Equal(WaitlistStatus.Left, await StatusAsync(venue, entry));
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.WaitlistOver, Cancel),
                Cancel
            )
        );
    }

    [Fact]
    public async Task Join_TwiceForADay_OrByAStranger_IsRefused()
    {
        await using var venue = await FullAsync(TestDatabase.Sqlite);
        var (guest, stranger) = (await venue.GuestAsync(11), await venue.GuestAsync(12));
        var entry = await JoinAsync(venue, guest);
        var wish = new WaitlistWish(TestVenue.Day, TestVenue.Friday.AddHours(5), TestVenue.Friday.AddHours(5), 2);

        Assert.IsType<WaitlistRefusal.AlreadyWaiting>(
            (await Service(venue).Own.JoinAsync(guest, wish, Guid.NewGuid(), Cancel)).Error
        );
        Assert.IsType<AvailabilityRefusal.SlotPassed>(
            (
                await Service(venue)
                    .Own.JoinAsync(
                        stranger,
                        wish with
                        {
                            From = TestVenue.Friday,
                            Until = TestVenue.Friday,
                        },
                        Guid.NewGuid(),
                        Cancel
                    )
            ).Error
        );
        Assert.IsType<CommonRefusal.NotFound>((await Service(venue).Own.LeaveAsync(stranger, entry.Id, Cancel)).Error);
        Assert.IsType<CommonRefusal.NotFound>((await Service(venue).Own.AcceptAsync(stranger, entry.Id, Cancel)).Error);
        Assert.Null(await Service(venue).Queries.FindAsync(stranger, entry.Id, Cancel));
        Assert.True((await Service(venue).Own.LeaveAsync(guest, entry.Id, Cancel)).Succeeded);
    }

    private static WaitingList Service(TestVenue venue) => venue.Services.GetRequiredService<WaitingList>();

    private static Task<int> OfferAsync(TestVenue venue) => Service(venue).Offers.OfferNextAsync(Cancel);

    private static async Task<WaitlistStatus> StatusAsync(TestVenue venue, WaitlistEntry entry) =>
        (await Service(venue).Queries.FindAsync(Actor.System.Instance, entry.Id, Cancel))!.Status;

    private static async Task<WaitlistEntry> JoinAsync(
        TestVenue venue,
        Actor.Guest guest,
        int party = 2,
        int from = 20,
        int until = 20
    )
    {
        var wish = new WaitlistWish(
            TestVenue.Day,
            TestVenue.Friday.AddHours(from - 15),
            TestVenue.Friday.AddHours(until - 15),
            party
        );
        var outcome = await Service(venue).Own.JoinAsync(guest, wish, Guid.NewGuid(), Cancel);
        Assert.True(outcome.Succeeded, outcome.Error?.ToString());
        venue.Time.Advance(TimeSpan.FromMilliseconds(1));
        return outcome.Value;
    }

    /// <summary>Every table is booked at 20:00 and at 22:00 of the day.</summary>
    private static async Task<TestVenue> FullAsync(TestDatabase database, DateTimeOffset? now = null)
    {
        var venue = await TestVenue.OpenAsync(database, now);
        foreach (var table in (await venue.CatalogAsync()).Tables)
        {
            foreach (var hour in new[] { 20, 22 })
                await venue.BookAsync(
                    TestVenue.Anna,
                    new BookingRequest(TestVenue.Day, await venue.SlotAsync(hour), new(1), Guid.NewGuid())
                    {
                        TableIds = [table.Id],
                    }
                );
        }

        return venue;
    }

    /// <summary>Somebody who has a table for two at 20:00 cancels; returns the tables.</summary>
    private static async Task<IReadOnlyList<int>> CancelOneAsync(TestVenue venue)
    {
        var catalog = await venue.CatalogAsync();
        var booking = (await venue.Queries.DayAsync(TestVenue.Day, Cancel)).First(b =>
            b.IsOpen
            && b.StartsAt == TestVenue.Friday.AddHours(5)
            && catalog.Option(b.TableIds) is { Seats: <= 4, IsOnline: true } option
            && option.Takes(2)
        );
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        return booking.TableIds;
    }
}
