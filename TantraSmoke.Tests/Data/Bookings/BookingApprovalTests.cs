using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Bookings;

/// <summary>Large parties that guests book themselves wait for the venue's yes.</summary>
public sealed class BookingApprovalTests
{
    private static readonly Dictionary<string, string?> WithStaff = new() { ["ADMIN_IDS_RAW"] = "42" };

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Create_AGuestsPartyOverTheLimit_WaitsAndKeepsItsPlace()
    {
        await using var venue = await OpenAsync(TestDatabase.Sqlite, over: 3);
        var guest = await venue.GuestAsync();

        var asks = await venue.BookAsync(guest, 20, table: 5, party: 4);

        Assert.Equal((BookingStatus.Requested, TestVenue.Friday), (asks.Status, asks.RequestedAt));
        Assert.IsType<AvailabilityRefusal.TableTaken>(
            (
                await venue.Bookings.Book.CreateAsync(
                    await venue.GuestAsync(901),
                    await venue.RequestAsync(20, 5),
                    Cancel
                )
            ).Error
        );
        Assert.Equal(BookingStatus.Booked, (await venue.BookAsync(guest, 18, party: 3)).Status);
        Assert.Equal(BookingStatus.Booked, (await venue.BookAsync(TestVenue.Anna, 22, party: 4)).Status);
        // It is one of the bookings a guest may have, and nothing is reminded of before the yes.
        var booker = await venue.Store.WriteAsync<Booker>(
            guest,
            async db => await db.LockBookerAsync(guest.GuestId, null, TestVenue.Friday, Cancel),
            Cancel
        );
        Assert.Equal(2, booker.Value?.ActiveBookings);
        Assert.DoesNotContain(await KindsAsync(venue, asks.Id), kind => kind == OutboxKind.Reminder);
    }

    [Fact]
    public async Task Approve_IsConfirmedToldAndReminded()
    {
        await using var venue = await OpenAsync(TestDatabase.Sqlite);
        var asks = await AskAsync(venue);

        var approved = await venue.Bookings.Approval.ApproveAsync(TestVenue.Anna, asks.Id, asks.Version, Cancel);

        Assert.Equal(BookingStatus.Confirmed, approved.Value?.Status);
        Assert.Equal(
            [OutboxKind.BookingApproved, OutboxKind.Reminder, OutboxKind.Reminder],
            await ToGuestAsync(venue, asks.Id)
        );
        var line = (await venue.Queries.HistoryAsync(asks.Id, Cancel))[^1];
        Assert.Equal((BookingAction.Approved, "Anna"), (line.Action, line.ActorName));
        Assert.IsType<BookingRefusal.WrongStatus>(
            (await venue.Bookings.Approval.ApproveAsync(TestVenue.Anna, asks.Id, null, Cancel)).Error
        );
        Assert.IsType<BookingRefusal.WrongStatus>(
            (await venue.Bookings.Approval.DeclineAsync(TestVenue.Anna, asks.Id, null, Cancel)).Error
        );
        Assert.IsType<BookingRefusal.ChangedMeanwhile>(
            (await venue.Bookings.Approval.DeclineAsync(TestVenue.Boris, asks.Id, asks.Version, Cancel)).Error
        );
    }

    [Fact]
    public async Task Decline_FreesThePlaceTellsTheGuest_AndCanBeUndone()
    {
        await using var venue = await OpenAsync(TestDatabase.Sqlite);
        var asks = await AskAsync(venue);

        var declined = await venue.Bookings.Approval.DeclineAsync(TestVenue.Anna, asks.Id, null, Cancel);

        Assert.Equal(BookingStatus.Canceled, declined.Value?.Status);
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.BookingId == asks.Id, Cancel), Cancel)
        );
        Assert.Equal([OutboxKind.BookingDeclined], await ToGuestAsync(venue, asks.Id));
        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            db => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, TestVenue.Friday), Cancel),
            Cancel
        );

        var undone = await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, asks.Id, null, Cancel);

        Assert.Equal(BookingStatus.Requested, undone.Value?.Status);
        Assert.Equal(
            1,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.BookingId == asks.Id, Cancel), Cancel)
        );
        Assert.Equal([OutboxKind.BookingDeclined, OutboxKind.BookingRequested], await ToGuestAsync(venue, asks.Id));
    }

    [Fact]
    public async Task CatchUp_NobodyAnswersInTime_RemindsStaffThenEndsItWhileThePartyCanStillGoElsewhere()
    {
        await using var venue = await OpenAsync(TestDatabase.Sqlite);
        var asks = await AskAsync(venue);
        var by = asks.StartsAt.AddHours(-1);
        Assert.Equal(
            [TestVenue.Friday.AddMinutes(15), TestVenue.Friday.AddDays(1), by.AddHours(-2)],
            await venue.Store.ReadAsync(
                db =>
                    db.Outbox.Where(m => m.Kind == OutboxKind.RequestUnanswered && m.ChatId == 42)
                        .OrderBy(m => m.DueAt)
                        .Select(m => m.DueAt)
                        .ToListAsync(Cancel),
                Cancel
            )
        );

        venue.Time.Set(by.AddSeconds(-1));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        Assert.Equal(BookingStatus.Requested, await StatusAsync(venue, asks.Id));
        venue.Time.Set(by);
        Assert.Equal(1, await venue.Bookings.Clock.CatchUpAsync(Cancel));

        Assert.Equal(BookingStatus.Canceled, await StatusAsync(venue, asks.Id));
        Assert.Equal([OutboxKind.RequestExpired], await ToGuestAsync(venue, asks.Id));
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(db => db.Claims.CountAsync(c => c.BookingId == asks.Id, Cancel), Cancel)
        );
        var line = (await venue.Queries.HistoryAsync(asks.Id, Cancel))[^1];
        Assert.Equal((BookingAction.Declined, "system"), (line.Action, line.ActorKind));
        Assert.Equal(0, await venue.Bookings.Clock.CatchUpAsync(Cancel));
    }

    [Fact]
    public async Task CatchUp_APartyThatIsHere_IsNotSentAway()
    {
        await using var venue = await OpenAsync();
        var asks = await venue.BookAsync(await venue.GuestAsync(), 18, party: 4);
        await venue.Bookings.Lifecycle.ArriveAsync(TestVenue.Anna, asks.Id, null, 2, Cancel);

        venue.Time.Set(asks.StartsAt);
        await venue.Bookings.Clock.CatchUpAsync(Cancel);

        Assert.Equal(BookingStatus.Requested, await StatusAsync(venue, asks.Id));
        Assert.Equal(
            BookingStatus.Seated,
            (await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, asks.Id, null, Cancel)).Value?.Status
        );
    }

    [Theory]
    [InlineData(20, 4, BookingStatus.Confirmed)]
    [InlineData(22, 4, BookingStatus.Requested)]
    [InlineData(20, 5, BookingStatus.Requested)]
    [InlineData(20, 3, BookingStatus.Confirmed)]
    [InlineData(22, 2, BookingStatus.Confirmed)]
    public async Task Reschedule_OfAnApprovedParty_AsksAgainForAnotherTimeOrMoreGuests(
        int hour,
        int party,
        BookingStatus becomes
    )
    {
        await using var venue = await OpenAsync();
        var guest = await venue.GuestAsync();
        var asks = await AskAsync(venue, guest);
        await venue.Bookings.Approval.ApproveAsync(TestVenue.Anna, asks.Id, null, Cancel);
        await PostAsync(venue, asks.Id);

        var moved = await venue.Bookings.Own.RescheduleAsync(
            guest,
            asks.Id,
            null,
            new RescheduleRequest(asks.ServiceDay, await venue.SlotAsync(hour), party),
            Cancel
        );

        Assert.Equal(becomes, moved.Value?.Status);
        var unsent = await KindsAsync(venue, asks.Id);
        Assert.Equal(becomes == BookingStatus.Requested, !unsent.Contains(OutboxKind.Reminder));
        Assert.Contains(OutboxKind.StaffNote, unsent);
    }

    [Fact]
    public async Task Reschedule_OfARequestToFewerGuests_NeedsNoAnswerAnyMore()
    {
        await using var venue = await OpenAsync();
        var guest = await venue.GuestAsync();
        var asks = await AskAsync(venue, guest);

        var moved = await venue.Bookings.Own.RescheduleAsync(
            guest,
            asks.Id,
            null,
            new RescheduleRequest(asks.ServiceDay, await venue.SlotAsync(20), 2),
            Cancel
        );

        Assert.Equal(BookingStatus.Booked, moved.Value?.Status);
        Assert.Contains(OutboxKind.Reminder, await KindsAsync(venue, asks.Id));
    }

    [Fact]
    public async Task Cancel_ByTheGuest_IsNotedOnceUnderTheCard()
    {
        await using var venue = await OpenAsync();
        var guest = await venue.GuestAsync();
        var (unheard, asks) = (await venue.BookAsync(guest, 18), await AskAsync(venue, guest));
        await PostAsync(venue, asks.Id);

        await venue.Bookings.Lifecycle.CancelAsync(guest, unheard.Id, null, null, Cancel);
        await venue.Bookings.Lifecycle.CancelAsync(guest, asks.Id, null, null, Cancel);
        await venue.Bookings.Lifecycle.CancelAsync(guest, asks.Id, null, null, Cancel);

        Assert.Single(await KindsAsync(venue, asks.Id), kind => kind == OutboxKind.StaffNote);
        // Of what nobody has heard of yet the card itself says so.
        Assert.Equal([OutboxKind.StaffCard], await KindsAsync(venue, unheard.Id));
    }

    [Theory]
    [InlineData(600, 540)]
    [InlineData(120, 60)]
    [InlineData(60, 30)]
    [InlineData(30, 15)]
    public void AnswerBy_AnHourBeforeOrHalfOfWhatIsLeft(int ahead, int answered) =>
        Assert.Equal(
            TestVenue.Friday.AddMinutes(answered),
            BookingRules.AnswerBy(TestVenue.Friday, TestVenue.Friday.AddMinutes(ahead))
        );

    [Theory, OnBothDatabases]
    public async Task Lists_RequestsAreAFilterAndPlacesInTheRoom(TestDatabase database)
    {
        await using var venue = await OpenAsync(database);
        var asks = await AskAsync(venue);
        var lists = venue.Services.GetRequiredService<BookingLists>();

        var page = await lists.PageAsync(new BookingSearch { Status = BookingStatus.Requested }, 1, 10, Cancel);

        Assert.Equal(asks.Id, Assert.Single(page.Rows).Id);
        Assert.Equal(1, page.ByStatus[BookingStatus.Requested]);
        Assert.Equal(
            1,
            (
                await venue.Services.GetRequiredService<TantraSmoke.Core.Floor.FloorService>().SnapshotAsync(Cancel)
            ).Requests
        );
    }

    private static async Task<TestVenue> OpenAsync(TestDatabase database = TestDatabase.Sqlite, int over = 3)
    {
        var venue = await TestVenue.OpenAsync(database, null, WithStaff);
        await venue.SettingsAsync(s => s.ApprovalAbove = over);
        return venue;
    }

    /// <summary>Four guests, in three days at 20:00.</summary>
    private static async Task<Booking> AskAsync(TestVenue venue, Actor.Guest? guest = null) =>
        await venue.BookAsync(guest ?? await venue.GuestAsync(), 20, party: 4, day: TestVenue.Day.AddDays(3));

    /// <summary>The card is in the chat.</summary>
    private static Task PostAsync(TestVenue venue, Guid id) =>
        venue.Store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                db.PostedCards.Add(new PostedCard(id, 42, 7));
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

    private static async Task<BookingStatus?> StatusAsync(TestVenue venue, Guid id) =>
        (await venue.Queries.FindAsync(Actor.System.Instance, id, Cancel))?.Status;

    private static Task<List<OutboxKind>> ToGuestAsync(TestVenue venue, Guid id) =>
        venue.Store.ReadAsync(
            db =>
                db.Outbox.Where(m => m.BookingId == id && m.ForGuest)
                    .OrderBy(m => m.Id)
                    .Select(m => m.Kind)
                    .ToListAsync(Cancel),
            Cancel
        );

    private static Task<List<OutboxKind>> KindsAsync(TestVenue venue, Guid id) =>
        venue.Store.ReadAsync(
            db => db.Outbox.Where(m => m.BookingId == id && m.SentAt == null).Select(m => m.Kind).ToListAsync(Cancel),
            Cancel
        );
}
