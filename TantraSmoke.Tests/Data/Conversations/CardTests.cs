using Ical.Net;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Waitlist;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>Reminders, the question after the visit and offers: messages with buttons beside the dialog.</summary>
public sealed class CardTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("ru", "Напоминаем: завтра, сб 21 нояб, в 20:00 вас ждёт столик", "Да, буду", "Спасибо, ждём вас!")]
    [InlineData(
        "en",
        "Reminder: your table is booked for tomorrow, Sat 21 Nov, at 20:00",
        "Yes, I’ll be there",
        "Thank you, see you soon!"
    )]
    public async Task Reminder_Yes_ConfirmsAndTheFloorKnows(string language, string said, string yes, string thanks)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await ForTomorrowAsync(venue, language);
        venue.Time.Set(TestVenue.Friday.AddHours(5));
        await Dialog.DeliverAsync(venue);
        var card = guest.Screen;
        Assert.Contains(said, card.Text, StringComparison.Ordinal);
        Assert.Equal(3, card.Labels.Count());

        await guest.TapAsync(card, yes);

        Assert.Equal(thanks, guest.Toast?.Text);
        Assert.Contains($"✅ {thanks}", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(2, guest.Screen.Labels.Count());
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        Assert.Equal(
            (BookingStatus.Confirmed, TestVenue.Friday.AddHours(5)),
            (booking.Status, booking.GuestConfirmedAt)
        );
        // The dialog is still there, above, and works.
        Assert.Equal(2, guest.Messages.Count(m => m.FromBot));
    }

    [Fact]
    public async Task Reminder_MoveAndCancel_OpenTheDialogInItsPlace()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await ForTomorrowAsync(venue);
        venue.Time.Set(TestVenue.Friday.AddHours(5));
        await Dialog.DeliverAsync(venue);
        var card = guest.Screen;

        await guest.TapAsync(card, "Перенести");
        Assert.Equal((card.Id, 1), (guest.Screen.Id, guest.Messages.Count(m => m.FromBot)));
        await guest.TapAsync("🕗 Время");
        await guest.TapAsync("22:00");
        await guest.TapAsync("✅ Перенести");
        // A day before is 22:00, which is quiet already.
        venue.Time.Set(TestVenue.Friday.AddHours(19));
        await Dialog.DeliverAsync(venue);
        await guest.TapAsync("Отменить");
        Assert.StartsWith("Отменить эту бронь?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("❌ Да, отменить");

        Assert.Contains("отменено", guest.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel), b => b.IsOpen);
        // Nothing is left to remind of.
        venue.Time.Set(TestVenue.Friday.AddDays(1).AddHours(6));
        await Dialog.DeliverAsync(venue);
        Assert.DoesNotContain(guest.Messages, m => m.Text.Contains("Напоминаем", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ru", "📆 В календарь", "📆 Обновить в календаре")]
    [InlineData("en", "📆 Add to calendar", "📆 Update my calendar")]
    public async Task Moved_ByTheVenue_OffersTheFileAnew_ForTheSameEntry(string language, string first, string anew)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await ForTomorrowAsync(venue, language);
        await guest.TapAsync("📅");
        await guest.TapAsync(guest.Screen.Labels.First());
        await guest.TapAsync(first);
        var before = FileOf(venue, guest, 0);
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(SlotId: await venue.SlotAsync(22)),
            Cancel
        );
        await Dialog.DeliverAsync(venue);

        await guest.TapAsync(guest.Screen, anew);

        var after = FileOf(venue, guest, 1);
        Assert.Equal((before.Uid, TestVenue.Friday.AddDays(1).AddHours(7)), (after.Uid, after.Start));
        Assert.True(after.Sequence > before.Sequence, $"{after.Sequence} after {before.Sequence}");
        // The dialog has opened at the booking, beneath the file.
        Assert.Contains(first, guest.Screen.Labels);
    }

    [Fact]
    public async Task Reminder_OfATimeThatHasChanged_RedrawsAndDoesNothing()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await ForTomorrowAsync(venue);
        venue.Time.Set(TestVenue.Friday.AddHours(5));
        await Dialog.DeliverAsync(venue);
        var card = guest.Screen;
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(SlotId: await venue.SlotAsync(22)),
            Cancel
        );

        await guest.TapAsync(card, "Да, буду");

        Assert.Equal("Бронь изменилась. Вот как она выглядит сейчас", guest.Toast?.Text);
        Assert.Contains("22:00–00:00", guest.Messages.Single(m => m.Id == card.Id).Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel)).GuestConfirmedAt);
        // Canceled since: no button is left.
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        await guest.TapAsync(guest.Messages.Single(m => m.Id == card.Id), "Отменить");
        Assert.Empty(guest.Messages.Single(m => m.Id == card.Id).Labels);
    }

    [Fact]
    public async Task Card_ForgedByAStranger_FindsNothing()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await ForTomorrowAsync(venue);
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        var stranger = Dialog.With(venue, "Олег");
        await stranger.SendAsync("/start");
        var data = new CardTap("remind", "yes", booking.Id, booking.StartsAt.ToUnixTimeSeconds() / 60).ToData();
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(data), 1, 64);

        foreach (
            var (forged, number) in new[]
            {
                data,
                "!remind.yes.x.1",
                "!remind.yes.AAAAAAAAAAAAAAAAAAAA**.1",
                "!remind.yes.AAAAAAAAAAA AAAAAAAAAA.1",
                "!",
                "!...",
                "!nothing.yes.AAAAAAAAAAAAAAAAAAAAAA.1",
                "!visit.5.AAAAAAAAAAAAAAAAAAAAAA.0",
                "!offer.take.AAAAAAAAAAAAAAAAAAAAAA.0",
            }.Select((d, i) => (d, i))
        )
        {
            await venue
                .Services.GetRequiredService<UpdateDispatcher>()
                .HandleAsync(
                    new Update
                    {
                        Id = 800_000 + number,
                        CallbackQuery = new CallbackQuery
                        {
                            Id = Guid.NewGuid().ToString("N"),
                            From = new User
                            {
                                Id = stranger.ChatId,
                                FirstName = "Олег",
                                LanguageCode = "ru",
                            },
                            Message = new Message
                            {
                                Id = 999,
                                Chat = new Chat { Id = stranger.ChatId, Type = ChatType.Private },
                            },
                            ChatInstance = "1",
                            Data = forged,
                        },
                    },
                    Cancel
                );
        }

        var kept = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        Assert.Equal((booking.Version, BookingStatus.Booked), (kept.Version, kept.Status));
        Assert.DoesNotContain(stranger.Messages, m => m.Text.Contains(booking.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Visit_StarsAndWords_AreOnTheBooking()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await ChangeBookingTests.BookedAsync(venue);
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        venue.Time.Set(booking.StartsAt);
        await venue.Bookings.Lifecycle.SeatAsync(TestVenue.Anna, booking.Id, null, Cancel);
        await venue.Bookings.Lifecycle.CompleteAsync(TestVenue.Anna, booking.Id, null, Cancel);
        venue.Time.Set(TestVenue.Friday.AddDays(1));
        await Dialog.DeliverAsync(venue);
        Assert.StartsWith("Как вам у нас?", guest.Screen.Text, StringComparison.Ordinal);

        await guest.TapAsync("4 ⭐");
        Assert.Contains("Ваша оценка: 4 ⭐", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✍️ Добавить пару слов");
        await guest.SendAsync("Вкусно & <шумно>");

        var rated = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Equal((4, "Вкусно & <шумно>"), (rated.Rating, rated.RatingComment));
        Assert.Contains("Вкусно & <шумно>", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "🔔 Нужного времени нет", "Любое время", "✅ Беру", "Столик забронирован")]
    [InlineData("en", "🔔 My time isn’t listed", "Any time", "✅ I’ll take it", "is booked")]
    public async Task Waitlist_JoinOfferTake_IsABooking(
        string language,
        string join,
        string any,
        string take,
        string booked
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await WaitingAsync(venue, language, join, any);
        Assert.Single(guest.Messages, m => m.FromBot);
        await CancelOneAsync(venue);

        await venue.Services.GetRequiredService<WaitlistOffers>().OfferNextAsync(Cancel);
        await Dialog.DeliverAsync(venue);
        await guest.TapAsync(take);

        Assert.Contains(booked, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel), b => b.GuestName == "Ирина");
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task Waitlist_OfferRunsOut_IsToldAndAsksWhetherTheyWaitOn()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await WaitingAsync(venue);
        await CancelOneAsync(venue);
        await venue.Services.GetRequiredService<WaitlistOffers>().OfferNextAsync(Cancel);
        await Dialog.DeliverAsync(venue);
        var offer = guest.Screen;
        Assert.Contains("Держим его за вами до 15:10 (ещё 10 минут)", offer.Text, StringComparison.Ordinal);

        venue.Time.Advance(TimeSpan.FromMinutes(10));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        await Dialog.DeliverAsync(venue);
        Assert.StartsWith("Столик предложили следующему", guest.Screen.Text, StringComparison.Ordinal);
        // The old offer takes nothing.
        await guest.TapAsync(offer, "✅ Беру");
        Assert.True(guest.Toast?.IsAlert);
        Assert.DoesNotContain(await venue.Queries.DayAsync(TestVenue.Day, Cancel), b => b.GuestName == "Ирина");
        await guest.TapAsync("🔔 Жду дальше");
        Assert.StartsWith("🔔 Вы в листе ожидания", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("❌ Больше не жду");
        Assert.Equal("Вы больше не в листе ожидания.", guest.Screen.Text);
    }

    [Fact]
    public async Task Waitlist_RangeIsChosenFromUntil_AndMyBookingsShowsIt()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await RepeatAndStayTests.FillAsync(venue, TestVenue.Day);
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️");
        await guest.TapAsync("2");
        await guest.TapAsync("Сегодня");
        await guest.TapAsync("🔔");

        await guest.TapAsync("с 18:00");
        await guest.TapAsync("до 20:00");
        await guest.TapAsync("📅 Мои брони");

        Assert.Contains("🔔 пт 20 нояб, 18:00–20:00 · 👥 2 гостя", guest.Screen.Labels);
        await guest.TapAsync("🔔");
        await guest.TapAsync("❌ Больше не жду");
        Assert.Empty(await venue.Services.GetRequiredService<WaitlistQueries>().WaitingAsync(Cancel));
    }

    [Theory]
    [InlineData(
        "ru",
        "🔔 Нужного времени нет",
        "Любое время",
        "В этот день мы всё-таки закрыты: Ремонт",
        "снова можно забронировать",
        "🔔 Жду дальше",
        "🔔 Вы в листе ожидания"
    )]
    [InlineData(
        "en",
        "🔔 My time isn’t listed",
        "Any time",
        "We’re closed that day after all: Ремонт",
        "can be booked again",
        "🔔",
        "🔔"
    )]
    public async Task Waitlist_DayIsClosedAndOpenedAgain_IsToldAndAskedAgain(
        string language,
        string join,
        string any,
        string closed,
        string again,
        string waitOn,
        string waiting
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = await WaitingAsync(venue, language, join, any);
        var (waitlist, schedule) = (
            venue.Services.GetRequiredService<WaitingList>(),
            venue.Services.GetRequiredService<ScheduleEditing>()
        );
        Assert.True(
            (
                await schedule.Special.SaveSpecialDayAsync(
                    TestVenue.Boris,
                    new SpecialDayWish(null, TestVenue.Day, SpecialDayKind.Closed, "Ремонт"),
                    true,
                    Cancel
                )
            ).Succeeded
        );
        await waitlist.Offers.OfferNextAsync(Cancel);
        await Dialog.DeliverAsync(venue);
        Assert.StartsWith(closed, guest.Screen.Text, StringComparison.Ordinal);

        await schedule.Special.RemoveSpecialDayAsync(
            TestVenue.Boris,
            (await venue.CatalogAsync()).SpecialDays.Single().Id,
            true,
            Cancel
        );
        await waitlist.Offers.OfferNextAsync(Cancel);
        await Dialog.DeliverAsync(venue);
        Assert.Contains(again, guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync(waitOn);

        Assert.StartsWith(waiting, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(await waitlist.Queries.WaitingAsync(Cancel));
    }

    /// <summary>A table that guests book for two comes free.</summary>
    private static async Task CancelOneAsync(TestVenue venue)
    {
        var catalog = await venue.CatalogAsync();
        var canceled = (await venue.Queries.DayAsync(TestVenue.Day, Cancel)).First(b =>
            b.StartsAt > TestVenue.Friday.AddHours(1)
            && catalog.Option(b.TableIds) is { IsOnline: true } option
            && option.Takes(2)
        );
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, canceled.Id, null, null, Cancel);
    }

    private static async Task<Dialog> WaitingAsync(
        TestVenue venue,
        string language = "ru",
        string join = "🔔 Нужного времени нет",
        string any = "Любое время"
    )
    {
        await RepeatAndStayTests.FillAsync(venue, TestVenue.Day);
        var guest = Dialog.With(venue, language: language);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️");
        await guest.TapAsync("2");
        await guest.TapAsync(guest.Screen.Labels.First());
        await guest.TapAsync(join);
        await guest.TapAsync(any);
        return guest;
    }

    private static (string Uid, int Sequence, DateTimeOffset Start) FileOf(TestVenue venue, Dialog guest, int nth)
    {
        var id = guest.Messages.Where(m => m.DocumentFileId is not null).ElementAt(nth).DocumentFileId!;
        var entry = Assert.Single(
            Calendar
                .Load(
                    System.Text.Encoding.UTF8.GetString(
                        venue.Services.GetRequiredService<SimulatedTelegram>().File(id)!.Content
                    )
                )!
                .Events
        );
        return (entry.Uid!, entry.Sequence, new DateTimeOffset(entry.DtStart!.AsUtc, TimeSpan.Zero));
    }

    private static async Task<Dialog> ForTomorrowAsync(TestVenue venue, string language = "ru")
    {
        var guest = Dialog.With(venue, language: language);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️");
        await guest.TapAsync("2");
        await guest.TapAsync(guest.Screen.Labels.ElementAt(1));
        await guest.TapAsync("20:00");
        await guest.TapAsync("✅");
        return guest;
    }
}
