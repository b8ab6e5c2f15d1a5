using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Tests.Data.Notifications;

public sealed class ReminderPlannerTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    /// <summary>Times of Moscow, which is three hours ahead of UTC.</summary>
    [Theory]
    [InlineData("a day and three hours before", "11-25 20:00", "11-20 15:00", "24 3", "11-24 20:00, 11-25 17:00")]
    [InlineData("booked later than the first", "11-21 14:00", "11-20 15:00", "24 3", "11-21 11:00")]
    [InlineData("booked later than all", "11-20 17:00", "11-20 15:00", "24 3", "")]
    [InlineData("booked in that very moment", "11-21 15:00", "11-20 15:00", "24", "")]
    [InlineData("at night it waits for the morning", "11-26 01:30", "11-20 15:00", "24", "11-25 10:00")]
    [InlineData("at night, but the booking is near", "11-26 01:30", "11-20 15:00", "3", "11-25 22:30")]
    [InlineData("early, and there is time", "11-25 12:00", "11-20 15:00", "3", "11-25 10:00")]
    [InlineData("early, and there is not", "11-25 10:30", "11-20 15:00", "3", "11-25 07:30")]
    [InlineData("two that would come together are one", "11-25 13:00", "11-20 15:00", "12 3", "11-25 10:00")]
    [InlineData("the first quiet minute", "11-26 22:00", "11-20 15:00", "24", "11-26 10:00")]
    [InlineData("the last loud minute", "11-26 21:59", "11-20 15:00", "24", "11-25 21:59")]
    [InlineData("switched off", "11-25 20:00", "11-20 15:00", "", "")]
    public void Plan_ByTheRules_IsQuietAtNightAndSilentWhenTooLate(
        string why,
        string startsAt,
        string now,
        string hours,
        string expected
    )
    {
        var due = ReminderPlanner.Plan(
            new VenueSettings { ReminderHours = hours },
            TestVenue.Moscow,
            At(startsAt),
            At(now)
        );

        Assert.True(expected == string.Join(", ", due.Select(d => $"{TestVenue.Moscow.ToLocal(d):MM-dd HH:mm}")), why);
    }

    [Fact]
    public async Task Booking_MovedAndCanceled_TakesItsRemindersAlong()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await venue.GuestAsync();
        var booking = await venue.BookAsync(guest, 20, day: TestVenue.Day.AddDays(3));
        Assert.Equal([booking.StartsAt.AddHours(-24), booking.StartsAt.AddHours(-3)], await DueAsync(venue));

        var moved = await venue.Bookings.Own.RescheduleAsync(
            guest,
            booking.Id,
            null,
            new RescheduleRequest(TestVenue.Day.AddDays(5), await venue.SlotAsync(18), 2),
            Cancel
        );
        Assert.Equal([moved.Value!.StartsAt.AddHours(-24), moved.Value.StartsAt.AddHours(-3)], await DueAsync(venue));
        var byStaff = await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(TestVenue.Day),
            Cancel
        );
        Assert.DoesNotContain(await DueAsync(venue), d => d > byStaff.Value!.StartsAt);
        await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Equal(2, (await DueAsync(venue)).Count);
        // Another table at the same time changes nothing about them.
        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(TableIds: [await venue.TableAsync(7)]),
            Cancel
        );
        Assert.Equal(2, (await DueAsync(venue)).Count);

        await venue.Bookings.Lifecycle.CancelAsync(guest, booking.Id, null, null, Cancel);
        Assert.Empty(await DueAsync(venue));
        await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Equal(2, (await DueAsync(venue)).Count);
    }

    [Theory, OnBothDatabases]
    public async Task Rules_Changed_PlanAnewWhatIsToCome(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20, day: TestVenue.Day.AddDays(3));
        var seen = (await venue.CatalogAsync()).Settings;
        var wanted = seen.Copy();
        wanted.ReminderHours = "48 5";

        Assert.True(
            (
                await venue
                    .Services.GetRequiredService<SettingsService>()
                    .SaveAsync(TestVenue.Boris, seen, wanted, false, Cancel)
            ).Succeeded
        );

        Assert.Equal([booking.StartsAt.AddHours(-48), booking.StartsAt.AddHours(-5)], await DueAsync(venue));
    }

    [Fact]
    public async Task PhoneGuest_BecomesATelegramGuest_IsRemindedThere()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guests = venue.Services.GetRequiredService<GuestService>();
        var caller = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Ирина", "89161112233", Cancel)).Value!;
        await venue.BookAsync(
            TestVenue.Anna,
            await venue.RequestAsync(20, day: TestVenue.Day.AddDays(3), guest: caller.Id)
        );
        Assert.Empty(await DueAsync(venue));

        await venue.Merging.MergeAsync(TestVenue.Boris, (await venue.GuestAsync()).GuestId, caller.Id, Cancel);

        Assert.Equal(2, (await DueAsync(venue)).Count);
    }

    [Fact]
    public async Task Visit_WhenItIsOver_IsAskedAboutOnceAndNotAtNight()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Empty(await DueAsync(venue));

        venue.Time.Set(booking.EndsAt);
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, booking.Id, null, Cancel);
        // 22:00 in Moscow, and an hour later it would be night.
        Assert.Equal([At("11-21 10:00")], await DueAsync(venue, OutboxKind.VisitQuestion));

        await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Empty(await DueAsync(venue, OutboxKind.VisitQuestion));
        await venue.SettingsAsync(s => s.AsksRating = false);
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, booking.Id, null, Cancel);
        Assert.Empty(await DueAsync(venue, OutboxKind.VisitQuestion));
    }

    private static DateTimeOffset At(string moscow) =>
        TestVenue.Moscow.FromLocal(DateTime.ParseExact($"2026-{moscow}", "yyyy-MM-dd HH:mm", null));

    private static Task<List<DateTimeOffset>> DueAsync(TestVenue venue, OutboxKind kind = OutboxKind.Reminder) =>
        venue.Store.ReadAsync(
            db =>
                db.Outbox.Where(m => m.Kind == kind && m.SentAt == null)
                    .OrderBy(m => m.DueAt)
                    .Select(m => m.DueAt)
                    .ToListAsync(Cancel),
            Cancel
        );
}
