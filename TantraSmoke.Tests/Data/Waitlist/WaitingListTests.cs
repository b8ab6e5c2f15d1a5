using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Waitlist;
using TantraSmoke.Tests.Data.Guests;

namespace TantraSmoke.Tests.Data.Waitlist;

public sealed class WaitingListTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Add_WithAndWithoutPhone_KeepsTheOrderAndIsHeardOfAndAudited(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        using var changes = venue.Services.GetRequiredService<VenueFeed>().Subscribe();
        var (service, key) = (Service(venue), Guid.NewGuid());

        var first = await service.Parties.AddAsync(
            TestVenue.Anna,
            new WaitlistParty(" Ольга ", null, 2, 20),
            key,
            Cancel
        );
        Assert.Equal(
            first.Value?.Id,
            (await service.Parties.AddAsync(TestVenue.Anna, new WaitlistParty("Ольга", null, 2, 20), key, Cancel))
                .Value
                ?.Id
        );
        venue.Time.Advance(TimeSpan.FromMinutes(25));
        var second = await AddAsync(venue, "Пётр", 4, phone: "8 916 123-45-67");

        var waiting = await service.Queries.WaitingAsync(Cancel);
        Assert.Equal(["Ольга", "Пётр"], waiting.Select(e => e.Name));
        Assert.Equal(
            (25, true, false),
            (
                waiting[0].Waited(venue.Time.GetUtcNow()),
                waiting[0].IsOverQuote(venue.Time.GetUtcNow()),
                waiting[1].IsOverQuote(venue.Time.GetUtcNow())
            )
        );
        Assert.Equal(("+79161234567", true), (waiting[1].Phone, waiting[1].GuestId is not null));
        var hint = new VenueChange(ChangeKind.Waitlist, second.Id.ToString(), TestVenue.Day, second.Version);
        await foreach (var batch in changes.ReadAllAsync(TimeProvider.System, Cancel))
        {
            if (batch.Contains(hint))
                break;
        }

        var audit = await venue.Store.ReadAsync(
            db => db.Audit.Where(a => a.Subject == AuditEntry.Waitlist).ToListAsync(Cancel),
            Cancel
        );
        Assert.Equal((2, "Anna", "added"), (audit.Count, audit[0].ActorName, audit[0].Action));
    }

    [Fact]
    public async Task Add_WithoutRightOrSense_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        async Task<Refusal?> RefusalAsync(Actor actor, WaitlistParty party) =>
            (await Service(venue).Parties.AddAsync(actor, party, Guid.NewGuid(), Cancel)).Error;
        var party = new WaitlistParty("Ольга", null, 2, 20);

        Assert.IsType<CommonRefusal.NotAllowed>(await RefusalAsync(await venue.GuestAsync(), party));
        Assert.Equal(
            new CommonRefusal.InvalidInput("name"),
            await RefusalAsync(TestVenue.Anna, party with { Name = " " })
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("guests"),
            await RefusalAsync(TestVenue.Anna, party with { PartySize = 0 })
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("quote"),
            await RefusalAsync(TestVenue.Anna, party with { QuotedMinutes = 601 })
        );
        Assert.Equal(
            new CommonRefusal.InvalidInput("phone"),
            await RefusalAsync(TestVenue.Anna, party with { Phone = "12" })
        );
        Assert.IsType<GuestRefusal.GuestNotFound>(await RefusalAsync(TestVenue.Anna, party with { GuestId = 999_999 }));
        Assert.Empty(await Service(venue).Queries.WaitingAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Offer_KeepsTheTableUntilItExpires(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (entry, table) = (await AddAsync(venue, "Ольга", 4), await venue.TableAsync(5));

        var offered = await Service(venue).Parties.OfferAsync(TestVenue.Anna, entry.Id, entry.Version, [table], Cancel);

        Assert.Equal(
            (WaitlistStatus.Offered, TestVenue.Friday.AddMinutes(10)),
            (offered.Value?.Status, offered.Value?.OfferedUntil)
        );
        var refused = await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Boris,
            new WalkInRequest([table], 2, Guid.NewGuid()),
            Cancel
        );
        Assert.Equal("Ольга", Assert.IsType<BookingRefusal.TableOccupied>(refused.Error).By);
        Assert.IsType<AvailabilityRefusal.PartyTooLarge>(
            (
                await Service(venue)
                    .Parties.OfferAsync(
                        TestVenue.Anna,
                        entry.Id,
                        offered.Value!.Version,
                        [await venue.TableAsync(2)],
                        Cancel
                    )
            ).Error
        );

        venue.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.False((await Service(venue).Queries.WaitingAsync(Cancel)).Single().HasOffer(venue.Time.GetUtcNow()));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        var again = (await Service(venue).Queries.WaitingAsync(Cancel)).Single();
        Assert.Equal((WaitlistStatus.Waiting, 0), (again.Status, again.OfferedTableIds.Count));
        Assert.Equal(0, await venue.Store.ReadAsync(db => db.Claims.CountAsync(Cancel), Cancel));
    }

    [Fact]
    public async Task Offer_WhereSomebodyComesSoon_SaysWhoAndOffersNothing()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(1, "Ирина"), 16, table: 5);
        venue.Time.Set(booking.StartsAt.AddMinutes(-14));
        var entry = await AddAsync(venue, "Ольга", 4);

        var refused = await Service(venue)
            .Parties.OfferAsync(TestVenue.Anna, entry.Id, entry.Version, booking.TableIds, Cancel);

        Assert.Equal(
            ("Ирина 1", booking.StartsAt),
            (
                Assert.IsType<BookingRefusal.TableOccupied>(refused.Error).By,
                ((BookingRefusal.TableOccupied)refused.Error!).From
            )
        );
        Assert.Equal(WaitlistStatus.Waiting, (await Service(venue).Queries.WaitingAsync(Cancel)).Single().Status);
    }

    [Fact]
    public async Task Edit_ANumberWrittenDownBeforeThatIsNone_IsNobodysMistakeUntilItIsTouched()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var entry = await AddAsync(venue, "Пётр", 4, phone: "+7 916 123-45-67");
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            db => db.Waitlist.ExecuteUpdateAsync(e => e.SetProperty(w => w.Phone, "+1234567"), Cancel),
            Cancel
        );
        var party = new WaitlistParty("Пётр", "+1234567", 5, 20) { GuestId = entry.GuestId };

        var edited = await Service(venue).Parties.EditAsync(TestVenue.Anna, entry.Id, entry.Version, party, Cancel);

        Assert.Equal((5, "+1234567"), (edited.Value?.PartySize, edited.Value?.Phone));
        var touched = await Service(venue)
            .Parties.EditAsync(
                TestVenue.Anna,
                entry.Id,
                edited.Value!.Version,
                party with
                {
                    Phone = "+123456",
                },
                Cancel
            );
        Assert.Equal(new CommonRefusal.InvalidInput("phone"), touched.Error);
    }

    [Fact]
    public async Task Seat_AtTheOfferedTable_MakesAWalkInAndUndoPutsThemBackOnTheList()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var entry = await AddAsync(venue, "Пётр", 4, phone: "+7 916 123-45-67");
        var offered = (
            await Service(venue)
                .Parties.OfferAsync(TestVenue.Anna, entry.Id, entry.Version, [await venue.TableAsync(5)], Cancel)
        ).Value!;

        var seated = (
            await Service(venue).Parties.SeatAsync(TestVenue.Anna, entry.Id, offered.Version, null, Cancel)
        ).Value!;

        var booking = await venue.Queries.FindAsync(TestVenue.Anna, seated.Id, Cancel);
        Assert.Equal(
            (BookingStatus.Seated, BookingSource.WalkIn, "Пётр", 4),
            (booking!.Status, booking.Source, booking.GuestName, booking.PartySize)
        );
        Assert.Empty(await Service(venue).Queries.WaitingAsync(Cancel));

        Assert.True(
            (await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, booking.Version, Cancel)).Succeeded
        );
        Assert.Equal(WaitlistStatus.Waiting, (await Service(venue).Queries.WaitingAsync(Cancel)).Single().Status);
        Assert.Equal(0, await venue.Store.ReadAsync(db => db.Claims.CountAsync(Cancel), Cancel));
    }

    [Fact]
    public async Task Seat_UnknownGuestAtATakenTable_IsRefusedAndTheOfferStays()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var entry = await AddAsync(venue, "Ольга в красном", 2);
        var offered = (
            await Service(venue)
                .Parties.OfferAsync(TestVenue.Anna, entry.Id, entry.Version, [await venue.TableAsync(2)], Cancel)
        ).Value!;
        await venue.Bookings.WalkIns.SeatWalkInAsync(
            TestVenue.Boris,
            new WalkInRequest([await venue.TableAsync(5)], 2, Guid.NewGuid()),
            Cancel
        );

        Assert.IsType<BookingRefusal.TableOccupied>(
            (
                await Service(venue)
                    .Parties.SeatAsync(TestVenue.Anna, entry.Id, offered.Version, [await venue.TableAsync(5)], Cancel)
            ).Error
        );
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.Kind == ClaimKind.Offer, Cancel), Cancel)
        );

        var seated = (
            await Service(venue)
                .Parties.SeatAsync(TestVenue.Anna, entry.Id, offered.Version, [await venue.TableAsync(3)], Cancel)
        ).Value!;
        Assert.Equal(
            "Ольга в красном",
            (await venue.Queries.FindAsync(TestVenue.Anna, seated.Id, Cancel))?.Details.Comment
        );
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.Kind == ClaimKind.Offer, Cancel), Cancel)
        );
    }

    [Fact]
    public async Task Leave_IsTakenBackWithinTenMinutes()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var first = await AddAsync(venue, "Ольга", 2);
        venue.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await AddAsync(venue, "Пётр", 2);
        var left = (await Service(venue).Parties.LeaveAsync(TestVenue.Anna, first.Id, first.Version, Cancel)).Value!;
        Assert.Single(await Service(venue).Queries.WaitingAsync(Cancel));

        Assert.True(
            (await Service(venue).Parties.ReturnAsync(TestVenue.Boris, first.Id, left.Version, Cancel)).Succeeded
        );
        Assert.Equal([first.Id, second.Id], (await Service(venue).Queries.WaitingAsync(Cancel)).Select(e => e.Id));

        var late = (await Service(venue).Parties.LeaveAsync(TestVenue.Anna, second.Id, second.Version, Cancel)).Value!;
        venue.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.IsType<BookingRefusal.UndoExpired>(
            (await Service(venue).Parties.ReturnAsync(TestVenue.Anna, second.Id, late.Version, Cancel)).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Seat_TwoHostsAtOnce_OneSeatsAndTheOtherLearnsWhoItWas(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var entry = await AddAsync(venue, "Ольга", 2);
        var tables = new[] { await venue.TableAsync(2), await venue.TableAsync(3) };

        var outcomes = await Task.WhenAll(
            new[] { TestVenue.Anna, TestVenue.Boris }.Select(
                (host, i) =>
                    Task.Run(
                        () => Service(venue).Parties.SeatAsync(host, entry.Id, entry.Version, [tables[i]], Cancel),
                        Cancel
                    )
            )
        );

        var won = outcomes[0].Succeeded ? 0 : 1;
        Assert.True(outcomes[won].Succeeded, outcomes[won].Error?.ToString());
        Assert.Equal(
            new WaitlistRefusal.WaitlistChanged(won == 0 ? "Anna" : "Boris", "Ольга", WaitlistStatus.Seated),
            outcomes[1 - won].Error
        );
        Assert.Equal(1, await venue.Store.ReadAsync(db => db.Bookings.CountAsync(Cancel), Cancel));
    }

    [Fact]
    public async Task Edit_AnOlderVersion_IsRefusedWithTheName()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var entry = await AddAsync(venue, "Ольга", 2);

        var edited = await Service(venue)
            .Parties.EditAsync(
                TestVenue.Anna,
                entry.Id,
                entry.Version,
                new WaitlistParty("Ольга К.", null, 3, 40),
                Cancel
            );
        Assert.Equal(("Ольга К.", 3, 40), (edited.Value?.Name, edited.Value?.PartySize, edited.Value?.QuotedMinutes));
        var stale = await Service(venue)
            .Parties.EditAsync(TestVenue.Boris, entry.Id, entry.Version, new WaitlistParty("Оля", null, 5, 40), Cancel);
        Assert.Equal(new WaitlistRefusal.WaitlistChanged("Anna", "Ольга К.", WaitlistStatus.Waiting), stale.Error);
    }

    [Fact]
    public async Task AddAndEdit_GuestWhoWasMergedMeanwhile_IsTheOneWhoRemains_AndAnErasedOneIsNobody()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var (keep, gone) = (
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Ира", "89160000001", Cancel)).Value!,
            (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Ирина", "89160000002", Cancel)).Value!
        );
        var party = new WaitlistParty("Ирина", "8 916 000-00-02", 2, 20) { GuestId = gone.Id };
        Assert.Equal(
            new CommonRefusal.InvalidInput("phone"),
            (
                await Service(venue)
                    .Parties.AddAsync(
                        TestVenue.Anna,
                        party with
                        {
                            Phone = new string('x', 5_000),
                        },
                        Guid.NewGuid(),
                        Cancel
                    )
            ).Error
        );
        Assert.True((await venue.Merging.MergeAsync(TestVenue.Boris, keep.Id, gone.Id, Cancel)).Succeeded);

        var added = (await Service(venue).Parties.AddAsync(TestVenue.Anna, party, Guid.NewGuid(), Cancel)).Value!;
        Assert.Equal((keep.Id, "+79160000002"), (added.GuestId, added.Phone));
        Assert.Equal(
            keep.Id,
            (await Service(venue).Parties.EditAsync(TestVenue.Anna, added.Id, added.Version, party, Cancel))
                .Value
                ?.GuestId
        );

        Assert.True((await venue.Erasure.EraseAsync(TestVenue.Boris, keep.Id, false, Cancel)).Succeeded);
        Assert.IsType<GuestRefusal.GuestNotFound>(
            (await Service(venue).Parties.AddAsync(TestVenue.Anna, party, Guid.NewGuid(), Cancel)).Error
        );
    }

    [Fact]
    public async Task Waiting_GuestWhoStayedAwayTooOften_IsFlagged_AndAStrangerIsNot()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.SettingsAsync(settings => settings.NoShowFlagCount = 1);
        var guest = await venue.GuestAsync();
        await GuestStandingTests.StayAwayAsync(venue, guest, 1);
        var party = new WaitlistParty("Ирина", null, 2, 20);
        await Service(venue)
            .Parties.AddAsync(TestVenue.Anna, party with { GuestId = guest.GuestId }, Guid.NewGuid(), Cancel);
        await AddAsync(venue, "Ольга", 2);

        var waiting = await Service(venue).Queries.WaitingAsync(Cancel);

        Assert.Equal([new GuestStanding(0, 1, true), null], waiting.Select(row => row.Standing));
    }

    private static WaitingList Service(TestVenue venue) => venue.Services.GetRequiredService<WaitingList>();

    private static async Task<WaitlistEntry> AddAsync(TestVenue venue, string name, int party, string? phone = null)
    {
        var added = await Service(venue)
            .Parties.AddAsync(TestVenue.Anna, new WaitlistParty(name, phone, party, 20), Guid.NewGuid(), Cancel);
        Assert.True(added.Succeeded, added.Error?.ToString());
        return added.Value;
    }
}
