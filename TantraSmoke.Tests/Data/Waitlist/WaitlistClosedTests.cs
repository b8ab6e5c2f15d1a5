using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Data.Waitlist;

/// <summary>Nobody waits for what cannot come: they are told, and asked again when it can.</summary>
public sealed class WaitlistClosedTests
{
    private static readonly DateOnly Saturday = TestVenue.Day.AddDays(1);
    private static readonly DateTimeOffset Eight = TestVenue.Friday.AddHours(29);

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task DayIsClosed_EndsTheWait_AndOpeningItAsksAgain()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync(11);
        var entry = await FillAndJoinAsync(venue, guest);
        var closed = await CloseAsync(venue);
        await SendAsync(venue);

        Assert.Equal((WaitlistStatus.Left, WaitlistEnd.NotOffered), await StandsAsync(venue, entry));
        Assert.Equal([OutboxKind.WaitlistNotOffered], await ToldAsync(venue));
        Assert.Equal(0, await OfferAsync(venue));
        Assert.Equal([OutboxKind.WaitlistNotOffered], await ToldAsync(venue));

        await venue
            .Services.GetRequiredService<SpecialDayEditing>()
            .RemoveSpecialDayAsync(TestVenue.Boris, closed, true, Cancel);
        await OfferAsync(venue);
        await OfferAsync(venue);
        Assert.Equal([OutboxKind.WaitlistNotOffered, OutboxKind.WaitlistAskedAgain], await ToldAsync(venue));
        Assert.Equal(WaitlistStatus.Left, (await StandsAsync(venue, entry)).Item1);
        Assert.True((await Service(venue).Own.WaitOnAsync(guest, entry.Id, Cancel)).Succeeded);
        Assert.Equal((WaitlistStatus.Waiting, null), await StandsAsync(venue, entry));
    }

    [Fact]
    public async Task ClosedByMistakeAndOpenedBeforeTheyAreTold_WaitOnAsIfNothingWas()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var entry = await FillAndJoinAsync(venue, await venue.GuestAsync(11));
        // At 23:00 nobody is written to about the next evening.
        venue.Time.Set(TestVenue.Friday.AddHours(8));
        var closed = await CloseAsync(venue);
        var due = await venue.Store.ReadAsync(
            db => db.Outbox.Where(m => m.WaitlistEntryId != null).Select(m => m.DueAt).SingleAsync(Cancel),
            Cancel
        );
        Assert.Equal(TestVenue.Friday.AddHours(19), due);

        await venue
            .Services.GetRequiredService<SpecialDayEditing>()
            .RemoveSpecialDayAsync(TestVenue.Boris, closed, true, Cancel);
        await OfferAsync(venue);

        Assert.Equal((WaitlistStatus.Waiting, null), await StandsAsync(venue, entry));
        Assert.Empty(await ToldAsync(venue));
    }

    [Fact]
    public async Task RuleAllowsSuchPartiesNoLonger_IsToldAndNotSkippedForEver()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var entry = await FillAndJoinAsync(venue, await venue.GuestAsync(11));

        await venue.SettingsAsync(rules => rules.LargestPartyOnline = 1);
        await OfferAsync(venue);

        Assert.Equal((WaitlistStatus.Left, WaitlistEnd.NotOffered), await StandsAsync(venue, entry));
        Assert.Equal([OutboxKind.WaitlistNotOffered], await ToldAsync(venue));
    }

    private static WaitingList Service(TestVenue venue) => venue.Services.GetRequiredService<WaitingList>();

    private static Task<int> OfferAsync(TestVenue venue) => Service(venue).Offers.OfferNextAsync(Cancel);

    private static async Task<(WaitlistStatus, WaitlistEnd?)> StandsAsync(TestVenue venue, WaitlistEntry entry) =>
        (await Service(venue).Queries.FindAsync(Actor.System.Instance, entry.Id, Cancel))! is var row
            ? (row.Status, row.EndedBecause)
            : default;

    private static Task<List<OutboxKind>> ToldAsync(TestVenue venue) =>
        venue.Store.ReadAsync(
            db =>
                db.Outbox.Where(m => m.WaitlistEntryId != null)
                    .OrderBy(m => m.Id)
                    .Select(m => m.Kind)
                    .ToListAsync(Cancel),
            Cancel
        );

    private static Task SendAsync(TestVenue venue) =>
        venue.Store.ChangeAsync(
            Actor.System.Instance,
            db => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, venue.Time.GetUtcNow()), Cancel),
            Cancel
        );

    private static async Task<int> CloseAsync(TestVenue venue)
    {
        var wish = new SpecialDayWish(null, Saturday, SpecialDayKind.Closed, "Санитарный день");
        Assert.True(
            (
                await venue
                    .Services.GetRequiredService<SpecialDayEditing>()
                    .SaveSpecialDayAsync(TestVenue.Boris, wish, true, Cancel)
            ).Succeeded
        );
        await OfferAsync(venue);
        return (await venue.CatalogAsync()).SpecialDays.Single().Id;
    }

    private static async Task<WaitlistEntry> FillAndJoinAsync(TestVenue venue, Actor.Guest guest)
    {
        foreach (var table in (await venue.CatalogAsync()).Tables)
            await venue.BookAsync(
                TestVenue.Anna,
                new BookingRequest(Saturday, await venue.SlotAsync(20), new(1), Guid.NewGuid())
                {
                    TableIds = [table.Id],
                }
            );
        return (
            await Service(venue)
                .Own.JoinAsync(guest, new WaitlistWish(Saturday, Eight, Eight, 2), Guid.NewGuid(), Cancel)
        ).Value!;
    }
}
