using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// Every path of the conversation once in each language, pressed by the labels of that language; and an English guest
/// never meets a Russian word. What a path has to do beyond that is tested beside it, in one language.
/// </summary>
public sealed class BothLanguagesTests
{
    private const long AdminId = 42;

    public static TheoryData<string> Languages => ["ru", "en"];

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, MemberData(nameof(Languages))]
    public async Task Book_WithEveryChoiceOnTheWay(string language)
    {
        await using var path = await Path.BeginAsync(language);
        var texts = path.Texts;
        await path.GoAsync(texts.About, texts.Back, texts.Book, "7+", texts.Back, "3", path.Day(1), "20:00");
        await path.GoAsync(
            texts.StayLonger,
            texts.StayUntil("00:00"),
            texts.ChooseTable,
            texts.TableNumber("5"),
            texts.Back,
            texts.TableNumber("6"),
            texts.TakeTable
        );
        await path.GoAsync(texts.AddPhone, texts.Back);
        await path.Guest.SendAsync("By the window");
        Assert.Contains(texts.CommentLine("By the window"), path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.Back);
        await path.GoAsync("20:00", texts.AddPhone);
        await path.Guest.ShareAsync("+7 916 123-45-67");
        Assert.Contains(texts.PhoneKept, path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.Confirm);
        Assert.StartsWith(Plain(texts.Booked), path.Screen, StringComparison.Ordinal);
        Assert.Equal(3, (await path.OnlyAsync(1)).PartySize);
        // Given up on the way: nothing is booked, nothing is held.
        await path.GoAsync(texts.ToMenu, texts.Book, "2", path.Day(0), "22:00", texts.Cancel);
        Assert.Equal(texts.Canceled, path.Guest.Toast?.Text);
        Assert.Empty(await path.Venue.Queries.DayAsync(TestVenue.Day, Cancel));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Repeat_InTwoTaps_AndSilenceIsToldKindly(string language)
    {
        await using var path = await Path.BeginAsync(language);
        var texts = path.Texts;
        await path.GoAsync(texts.Book, "2", path.Day(0), "20:00", texts.Confirm, texts.ToMenu);
        await path.GoAsync(
            texts.Repeat(texts.ShortWhen(TestVenue.Moscow, TestVenue.Friday.AddDays(7).AddHours(5)), texts.Party(2))
        );
        path.Venue.Time.Advance(TimeSpan.FromMinutes(5));
        foreach (var chat in path.Venue.Services.GetRequiredService<HoldWatch>().TakeOver(path.Venue.Time.GetUtcNow()))
            await path.Venue.Services.GetRequiredService<BackgroundDialogs>().ExpireHoldAsync(chat, Cancel);
        Assert.StartsWith(texts.HoldOver, path.Screen, StringComparison.Ordinal);
        await path.Guest.SendAsync("/start");
        await path.GoAsync("🔁", texts.Confirm);
        Assert.Equal(TestVenue.Friday.AddDays(7).AddHours(5), (await path.OnlyAsync(7)).StartsAt);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task MyBookings_EverythingThatCanBeDoneWithOne(string language)
    {
        await using var path = await Path.BeginAsync(language);
        var texts = path.Texts;
        await path.GoAsync(texts.MyBookings, texts.Book, "2", path.Day(0), "20:00", texts.Confirm, texts.MyBookings);
        await path.GoAsync(texts.ShortDay(TestVenue.Day));
        await path.GoAsync(texts.Wish);
        await path.Guest.SendAsync("A quiet place");
        await path.GoAsync(texts.Wish, texts.NoWish, texts.Occasion, texts.OccasionName(Occasion.Birthday));
        Assert.Equal(texts.Noted, path.Guest.Toast?.Text);
        Assert.Contains(texts.OccasionName(Occasion.Birthday), path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.Occasion, texts.NoOccasion, texts.Directions);
        await path.GoAsync(texts.ToCalendar);
        Assert.Contains(path.Guest.Messages, m => m.Text.StartsWith(texts.CalendarHint, StringComparison.Ordinal));
        await path.GoAsync(texts.MoveBooking, texts.ChangeDay, path.Day(1), "20:00", texts.ConfirmMove);
        Assert.Equal(texts.Moved, path.Guest.Toast?.Text);
        await path.GoAsync(texts.MoveBooking, texts.ChangeTime, "22:00", texts.ConfirmMove);
        await path.GoAsync(texts.MoveBooking, texts.ChangeParty, "3", texts.ConfirmMove);
        await path.GoAsync(
            texts.MoveBooking,
            texts.ChangeTable,
            texts.TableNumber("6"),
            texts.TakeTable,
            texts.ConfirmMove
        );
        var moved = await path.OnlyAsync(1);
        Assert.Equal(
            (3, TestVenue.Friday.AddDays(1).AddHours(7), await path.Venue.TableAsync(6)),
            (moved.PartySize, moved.StartsAt, Assert.Single(moved.TableIds))
        );

        path.Venue.Time.Set(moved.StartsAt.AddMinutes(-30));
        await path.Guest.SendAsync("/start");
        await path.GoAsync(texts.MyBookings, texts.ShortDay(moved.ServiceDay), texts.RunningLate, texts.LateBy(20));
        Assert.Contains(texts.LateLine(20), path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.CancelBooking, texts.KeepIt, texts.CancelBooking, texts.YesCancel);
        Assert.Equal(texts.BookingCanceled, path.Guest.Toast?.Text);
        Assert.Contains(texts.Status(BookingStatus.Canceled), path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.Back);
        Assert.Contains(texts.PastMark, path.Screen, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Reminder_Cancel_AndTheQuestionAfterTheVisit(string language)
    {
        await using var path = await Path.BeginAsync(language);
        var texts = path.Texts;
        await path.GoAsync(
            texts.Book,
            "2",
            path.Day(1),
            "20:00",
            texts.Confirm,
            texts.ToMenu,
            texts.Book,
            "2",
            path.Day(1),
            "22:00",
            texts.Confirm
        );
        var bookings = await path.Venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel);
        path.Venue.Time.Set(TestVenue.Friday.AddHours(5));
        await Dialog.DeliverAsync(path.Venue);
        await path.GoAsync(texts.WillCome);
        Assert.Equal(texts.SeeYouToast, path.Guest.Toast?.Text);
        await path.GoAsync(texts.MoveIt, texts.Cancel);
        path.Venue.Time.Set(TestVenue.Friday.AddDays(1).AddHours(4));
        await Dialog.DeliverAsync(path.Venue);
        await path.GoAsync(texts.CancelIt, texts.YesCancel);
        Assert.Single(
            await path.Venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel),
            b => b.Status == BookingStatus.Canceled
        );

        var kept = bookings.Single(b => b.StartsAt == TestVenue.Friday.AddDays(1).AddHours(5));
        path.Venue.Time.Set(kept.StartsAt);
        await path.Venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, kept.Id, null, Cancel);
        await path.Venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, kept.Id, null, Cancel);
        path.Venue.Time.Set(TestVenue.Friday.AddDays(2));
        await Dialog.DeliverAsync(path.Venue);
        Assert.StartsWith(Plain(texts.HowWasIt("", "")).Split('\n')[0], path.Screen, StringComparison.Ordinal);
        await path.GoAsync("3 ⭐", texts.RateAgain, "5 ⭐", texts.AddWords);
        await path.Guest.SendAsync("Lovely");
        var rated = (await path.Venue.Queries.DayAsync(kept.ServiceDay, Cancel)).Single(b => b.Id == kept.Id);
        Assert.Equal((5, "Lovely"), (rated.Rating, rated.RatingComment));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Waitlist_JoinPassWaitOnTakeAndLeave(string language)
    {
        await using var path = await Path.BeginAsync(language);
        var (texts, waitlist) = (path.Texts, path.Venue.Services.GetRequiredService<WaitingList>());
        await RepeatAndStayTests.FillAsync(path.Venue, TestVenue.Day);
        await path.GoAsync(
            texts.Book,
            "2",
            path.Day(0),
            texts.WaitForTime,
            texts.FromTime("18:00"),
            texts.UntilTime("22:00")
        );
        Assert.Contains(Plain(texts.Joined), path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.MyBookings, "🔔");
        await FreeAsync(path.Venue);
        await waitlist.Offers.OfferNextAsync(Cancel);
        await Dialog.DeliverAsync(path.Venue);
        Assert.StartsWith(Plain(texts.OfferTitle), path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.DeclineOffer, texts.WaitOn);
        Assert.StartsWith(Plain(texts.StillWaiting), path.Screen, StringComparison.Ordinal);
        await waitlist.Offers.OfferNextAsync(Cancel);
        await Dialog.DeliverAsync(path.Venue);
        await path.GoAsync(texts.TakeOffer);
        Assert.StartsWith(Plain(texts.Booked), path.Screen, StringComparison.Ordinal);

        await RepeatAndStayTests.FillAsync(path.Venue, TestVenue.Day.AddDays(1));
        await path.GoAsync(
            texts.ToMenu,
            texts.Book,
            "2",
            path.Day(1),
            texts.WaitForTime,
            texts.AnyTime,
            texts.StopWaiting
        );
        Assert.StartsWith(texts.NoLongerWaiting, path.Screen, StringComparison.Ordinal);
        Assert.Empty(await waitlist.Queries.OfGuestAsync(await path.ActorAsync(), Cancel));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task WhatCannotBe_IsSaidWithTheNextThing(string language)
    {
        await using var path = await Path.BeginAsync(language);
        var texts = path.Texts;
        await path.Venue.SettingsAsync(s =>
            (s.PhoneWish, s.ActiveBookingsPerGuest, s.CancelMinutes) = (PhoneWish.Required, 1, 600)
        );
        await path.GoAsync(texts.Book, "2", path.Day(0), "20:00", texts.Confirm);
        Assert.StartsWith(Plain(texts.AskPhone).Split('\n')[0], path.Screen, StringComparison.Ordinal);
        await path.Guest.SendAsync("+7 916 123-45-67");
        Assert.Contains(texts.OnlySharedPhone, path.Screen, StringComparison.Ordinal);
        await path.Guest.ShareAsync("+7 916 123-45-67");
        await path.GoAsync(
            texts.Confirm,
            texts.MyBookings,
            texts.ShortDay(TestVenue.Day),
            texts.CancelBooking,
            texts.YesCancel
        );
        Assert.Equal(
            texts.Refusal(new AvailabilityRefusal.CancelTooLate(600, path.Phone), TestVenue.Moscow),
            path.Guest.Toast?.Text
        );
        await path.Guest.SendAsync("/nonsense");
        Assert.Contains(texts.UnknownCommand, path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.Book, "2", path.Day(1), "20:00");
        Assert.Contains(
            texts.Refusal(new BookingRefusal.TooManyActive(1), TestVenue.Moscow),
            path.Guest.Toast?.Text + path.Screen,
            StringComparison.Ordinal
        );
        await path.Venue.SettingsAsync(s => s.OnlinePausedUntil = TestVenue.Friday.AddHours(2));
        await path.Guest.SendAsync("/start");
        Assert.Contains(
            texts.Paused(texts.Opens(TestVenue.Moscow, TestVenue.Friday.AddHours(2), TestVenue.Friday), path.Phone),
            path.Screen,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Admin_EveryButton_AndTheCard(string language)
    {
        await using var path = await Path.BeginAsync(language, AdminId);
        var texts = path.Texts;
        var booking = await path.Venue.BookAsync(TestVenue.Anna, 20);
        await path.GoAsync(
            texts.AdminPanel,
            texts.Tonight,
            texts.Back,
            texts.ComingBookings,
            texts.Back,
            texts.PauseOnline,
            texts.PauseHours(2),
            texts.PauseOnline
        );
        await path.GoAsync(
            texts.OpenOnline,
            texts.PauseOnline,
            texts.PauseToday,
            texts.PauseOnline,
            texts.OpenOnline,
            texts.InitTables,
            texts.DashboardLink
        );
        Assert.Contains("token=", path.Screen, StringComparison.Ordinal);
        await path.GoAsync(texts.FindByCode);
        await path.Guest.SendAsync(booking.Code);
        await path.GoAsync(
            texts.ConfirmIt,
            texts.CancelBooking,
            texts.KeepIt,
            texts.SeatThem,
            texts.Back,
            texts.ToMenu
        );
        Assert.Equal(BookingStatus.Seated, (await path.OnlyAsync(0)).Status);
        var other = await path.Venue.BookAsync(TestVenue.Anna, 22);
        await Dialog.DeliverAsync(path.Venue);
        Assert.StartsWith(texts.StaffTitle(BookingStatus.Booked), path.Screen, StringComparison.Ordinal);
        path.Venue.Time.Set(other.StartsAt);
        await path.GoAsync(texts.NeverCame);
        Assert.Equal(texts.StaffTitle(BookingStatus.NoShow), path.Guest.Toast?.Text);
    }

    private static string Plain(string html) =>
        html.Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal);

    /// <summary>A table that seats two comes free at 20:00.</summary>
    private static async Task FreeAsync(TestVenue venue)
    {
        var six = await venue.TableAsync(6);
        var booking = (await venue.Queries.DayAsync(TestVenue.Day, Cancel)).Single(b =>
            b.TableIds.Contains(six) && b.StartsAt == TestVenue.Friday.AddHours(5)
        );
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
    }

    /// <summary>A phone that is led through the conversation, and reads all that it is shown.</summary>
    private sealed class Path(TestVenue venue, Dialog guest, BotTexts texts) : IAsyncDisposable
    {
        public TestVenue Venue => venue;
        public Dialog Guest => guest;
        public BotTexts Texts => texts;
        public string Phone { get; } = "+7 495 000-00-00";
        public string Screen => guest.Messages.Last(m => m.FromBot && m.Buttons.Count > 0).Text;

        public static async Task<Path> BeginAsync(string language, long? id = null)
        {
            var venue = await Dialog.OpenVenueAsync(
                variables: new Dictionary<string, string?> { ["ADMIN_IDS_RAW"] = $"{AdminId}" }
            );
            await venue.Store.ChangeAsync(
                TestVenue.Boris,
                async db =>
                {
                    db.Settings.Single().Phone = "+7 495 000-00-00";
                    (db.Settings.Single().Latitude, db.Settings.Single().Longitude) = (55.7, 37.6);
                    await db.SaveChangesAsync(Cancel);
                },
                Cancel
            );
            var path = new Path(venue, Dialog.With(venue, "Emma", language, id), BotTexts.For(language));
            await path.Guest.SendAsync("/start");
            return path;
        }

        /// <summary>Presses one button after the other.</summary>
        public async Task GoAsync(params string[] labels)
        {
            foreach (var label in labels)
            {
                Read();
                await guest.TapAsync(guest.Messages.Last(m => m.FromBot && m.Buttons.Count > 0), label);
            }

            Read();
        }

        /// <summary>How the day that many days ahead is called on its button.</summary>
        public string Day(int ahead) =>
            texts.DayButton(TestVenue.Moscow, TestVenue.Day.AddDays(ahead), venue.Time.GetUtcNow());

        public async Task<BookingRow> OnlyAsync(int ahead) =>
            Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(ahead), Cancel));

        public Task<Actor.Guest> ActorAsync() =>
            venue.Store.ReadAsync(
                async db =>
                    await db
                        .Guests.Where(g => g.TelegramId == guest.ChatId)
                        .Select(g => new Actor.Guest(g.Id, g.Name))
                        .SingleAsync(Cancel),
                Cancel
            );

        public ValueTask DisposeAsync() => venue.DisposeAsync();

        private void Read()
        {
            if (texts != BotTexts.English)
                return;
            foreach (var message in guest.Messages.Where(m => m.FromBot))
                Assert.DoesNotContain(
                    $"{message.Text} {string.Join(' ', message.Labels)} {guest.Toast?.Text}",
                    letter => letter is >= 'А' and <= 'я'
                );
        }
    }
}
