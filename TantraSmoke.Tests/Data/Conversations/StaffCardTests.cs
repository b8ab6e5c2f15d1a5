using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Staff;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>One card per booking in the staff's chats, edited as the booking changes.</summary>
public sealed class StaffCardTests
{
    private const long Group = -1001234567890;
    private const long AdminId = 42;
    private static readonly Dictionary<string, string?> WithStaff = new()
    {
        ["ADMIN_IDS_RAW"] = "42",
        ["STAFF_CHAT_ID"] = "-1001234567890",
    };

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Card_WhileTheBookingChanges_IsOneMessageEdited()
    {
        await using var venue = await OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(name: "Ирина <3"), 20);
        await Dialog.DeliverAsync(venue);
        Assert.StartsWith("🆕 Новая бронь", Card(venue).Text, StringComparison.Ordinal);
        Assert.Equal(["✅ Подтвердить", "🪑 Посадить", "🚫 Не пришли", "❌ Отменить бронь"], Card(venue).Labels);
        var first = Card(venue).Id;

        await venue.Bookings.Lifecycle.ConfirmAsync(TestVenue.Anna, booking.Id, null, Cancel);
        await Dialog.DeliverAsync(venue);
        Assert.StartsWith("✅ Бронь подтверждена", Card(venue).Text, StringComparison.Ordinal);
        Assert.Contains("✏️ подтверждено в 15:00: Anna", Card(venue).Text, StringComparison.Ordinal);
        Assert.Equal(3, Card(venue).Labels.Count());
        await venue.Bookings.Moves.MoveAsync(
            TestVenue.Anna,
            booking.Id,
            null,
            new MoveRequest(SlotId: await venue.SlotAsync(22)),
            Cancel
        );
        await Dialog.DeliverAsync(venue);
        Assert.Contains("22:00–00:00", Card(venue).Text, StringComparison.Ordinal);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        await Dialog.DeliverAsync(venue);

        Assert.StartsWith("❌ Бронь отменена", Card(venue).Text, StringComparison.Ordinal);
        Assert.Contains("Ирина <3", Card(venue).Text, StringComparison.Ordinal);
        Assert.Empty(Card(venue).Labels);
        Assert.Equal((first, 1), (Card(venue).Id, Telegram(venue).Messages(Group).Count));
    }

    [Fact]
    public async Task Card_OfWhoCalled_HasTheirNumberInTheGroupsOfItsCountry()
    {
        await using var venue = await OpenAsync();
        var guest = (
            await venue
                .Services.GetRequiredService<GuestService>()
                .FindOrCreateByPhoneAsync(TestVenue.Anna, "Linh", "+84 91 234 5678", Cancel)
        ).Value!;
        await venue.BookAsync(new Actor.Guest(guest.Id, guest.Name), 20);

        await Dialog.DeliverAsync(venue);

        Assert.Contains("Linh · +84 912 345 678", Card(venue).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Card_ManyChangesBeforeItIsSent_IsOneRequest(TestDatabase database)
    {
        await using var venue = await OpenAsync(database);
        var requests = 0;
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
        {
            requests += call.Request
                is SendMessageRequest { ChatId.Identifier: Group }
                    or EditMessageTextRequest { ChatId.Identifier: Group }
                ? 1
                : 0;
            return ValueTask.CompletedTask;
        };
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        await venue.Bookings.Lifecycle.ConfirmAsync(TestVenue.Anna, booking.Id, null, Cancel);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel);

        await Dialog.DeliverAsync(venue);

        Assert.Equal(1, requests);
        Assert.StartsWith("✅ Бронь подтверждена", Card(venue).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_ThatWasDeleted_IsSentAnewAndEditedFromThen()
    {
        await using var venue = await OpenAsync();
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        await Dialog.DeliverAsync(venue);
        var first = Card(venue).Id;
        await venue.Services.GetRequiredService<ITelegramBotClient>().DeleteMessage(Group, first, Cancel);

        await venue.Bookings.Lifecycle.ConfirmAsync(TestVenue.Anna, booking.Id, null, Cancel);
        await Dialog.DeliverAsync(venue);
        var second = Card(venue).Id;
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        await Dialog.DeliverAsync(venue);

        Assert.NotEqual(first, second);
        Assert.Equal(second, Card(venue).Id);
        Assert.StartsWith("❌ Бронь отменена", Card(venue).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "✅ Подтвердить", "✅ Бронь подтверждена", "🪑 Посадить", "🪑 Гости за столом")]
    [InlineData("en", "✅ Confirm", "✅ Booking confirmed", "🪑 Seat", "🪑 Party seated")]
    public async Task Card_AnAdminConfirmsAndSeats_EveryChatSeesIt(
        string language,
        string confirm,
        string confirmed,
        string seat,
        string seated
    )
    {
        await using var venue = await OpenAsync();
        var admin = Dialog.With(venue, "Борис", language, AdminId);
        await admin.SendAsync("/start");
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        await Dialog.DeliverAsync(venue);
        var card = admin.Screen;

        await admin.TapAsync(card, confirm);
        Assert.Equal(confirmed, admin.Toast?.Text);
        await Dialog.DeliverAsync(venue);
        Assert.StartsWith(confirmed, Shown().Text, StringComparison.Ordinal);
        Assert.StartsWith("✅ Бронь подтверждена", Card(venue).Text, StringComparison.Ordinal);
        await admin.TapAsync(Shown(), seat);
        await Dialog.DeliverAsync(venue);

        Assert.StartsWith(seated, Shown().Text, StringComparison.Ordinal);
        Assert.StartsWith("🪑 Гости за столом", Card(venue).Text, StringComparison.Ordinal);
        Assert.Equal(
            BookingStatus.Seated,
            (await venue.Queries.FindAsync(Actor.System.Instance, booking.Id, Cancel))!.Status
        );
        Assert.Equal("Борис", (await venue.Queries.HistoryAsync(booking.Id, Cancel))[^1].ActorName);

        SimulatedMessage Shown() => admin.Messages.Single(m => m.Id == card.Id);
    }

    [Fact]
    public async Task Card_InTheGroup_ObeysStaffOnlyAndAsksBeforeItCancels()
    {
        await using var venue = await OpenAsync();
        await venue
            .Services.GetRequiredService<StaffChanges>()
            .AddAsync(TestVenue.Boris, new StaffFacts("Вера", StaffRole.Host, null, 555), Cancel);
        var (host, stranger) = (Dialog.With(venue, "Вера", id: 555), Dialog.With(venue, "Oleg", "en"));
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        await Dialog.DeliverAsync(venue);

        foreach (var label in new[] { "✅ Подтвердить", "🪑 Посадить", "🚫 Не пришли", "❌ Отменить бронь" })
        {
            await stranger.TapInAsync(Group, Card(venue), label);
            Assert.StartsWith(
                "These buttons are for staff",
                Telegram(venue).LastToast(Group)?.Text,
                StringComparison.Ordinal
            );
        }

        Assert.Equal((BookingStatus.Booked, 1), (await StateAsync(venue, booking.Id)));
        await host.TapInAsync(Group, Card(venue), "🚫 Не пришли");
        Assert.Equal((BookingStatus.Booked, 1), (await StateAsync(venue, booking.Id)));
        await host.TapInAsync(Group, Card(venue), "❌ Отменить бронь");
        Assert.Contains("Отменить эту бронь?", Card(venue).Text, StringComparison.Ordinal);
        await host.TapInAsync(Group, Card(venue), "Оставить");
        Assert.StartsWith("🆕 Новая бронь", Card(venue).Text, StringComparison.Ordinal);
        await host.TapInAsync(Group, Card(venue), "❌ Отменить бронь");
        await host.TapInAsync(Group, Card(venue), "❌ Да, отменить");
        await Dialog.DeliverAsync(venue);

        Assert.Equal((BookingStatus.Canceled, 2), (await StateAsync(venue, booking.Id)));
        Assert.Contains("отменено в 15:00: Вера", Card(venue).Text, StringComparison.Ordinal);
        // Nobody became a guest by pressing, and the group has no dialog.
        Assert.Equal(
            (1, 0),
            await venue.Store.ReadAsync(db => Task.FromResult((db.Guests.Count(), db.ChatSessions.Count())), Cancel)
        );
    }

    [Theory]
    [InlineData("ru", StaffLanguage.Russian)]
    [InlineData("en", StaffLanguage.English)]
    public async Task Card_GuestAnswersComesLateAndNeverComes_ShowsEachInTheGroupsLanguage(
        string language,
        StaffLanguage spoken
    )
    {
        await using var venue = await OpenAsync();
        await venue.SettingsAsync(s => s.StaffLanguage = spoken);
        var (texts, guest) = (BotTexts.For(language), await venue.GuestAsync());
        var booking = await venue.BookAsync(guest, 20);
        await Dialog.DeliverAsync(venue);
        var first = Card(venue).Id;

        await venue.Bookings.Own.AnswerAsync(guest, booking.Id, booking.StartsAt, Cancel);
        await Dialog.DeliverAsync(venue);
        Assert.Contains(texts.GuestWillCome, Card(venue).Text, StringComparison.Ordinal);
        Assert.StartsWith(texts.StaffTitle(BookingStatus.Confirmed), Card(venue).Text, StringComparison.Ordinal);
        venue.Time.Set(booking.StartsAt.AddMinutes(-30));
        await venue.Bookings.Own.RunLateAsync(guest, booking.Id, 20, Cancel);
        await Dialog.DeliverAsync(venue);
        Assert.Contains(texts.LateLine(20), Card(venue).Text, StringComparison.Ordinal);
        // Half an hour is the grace, and twenty minutes more of it were asked for.
        venue.Time.Set(booking.StartsAt.AddMinutes(49));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        Assert.Equal(BookingStatus.Confirmed, (await StateAsync(venue, booking.Id)).Item1);
        venue.Time.Set(booking.StartsAt.AddMinutes(50));
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        await Dialog.DeliverAsync(venue);

        Assert.StartsWith(texts.StaffTitle(BookingStatus.NoShow), Card(venue).Text, StringComparison.Ordinal);
        Assert.Empty(Card(venue).Labels);
        Assert.Equal(first, Card(venue).Id);
    }

    [Fact]
    public async Task Card_InAGroupThatBecameASupergroup_StaysOneMessageThere()
    {
        const long supergroup = -1009999999999;
        await using var venue = await OpenAsync();
        Telegram(venue).AddGroup(supergroup, "Персонал");
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
            call.Request
                is SendMessageRequest { ChatId.Identifier: Group }
                    or EditMessageTextRequest { ChatId.Identifier: Group }
                ? throw new ApiRequestException(
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    400,
                    new ResponseParameters { MigrateToChatId = supergroup }
                )
                : ValueTask.CompletedTask;
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        await Dialog.DeliverAsync(venue);
        await venue.Bookings.Lifecycle.ConfirmAsync(TestVenue.Anna, booking.Id, null, Cancel);
        await Dialog.DeliverAsync(venue);

        Assert.StartsWith(
            "✅ Бронь подтверждена",
            Assert.Single(Telegram(venue).Messages(supergroup)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(Telegram(venue).Messages(Group));
    }

    [Fact]
    public async Task Card_DrawnBeforeSomebodyElsesChange_RedrawsAndDoesNothing()
    {
        await using var venue = await OpenAsync();
        var admin = Dialog.With(venue, "Борис", id: AdminId);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        await Dialog.DeliverAsync(venue);
        await venue.Bookings.Lifecycle.ConfirmAsync(TestVenue.Anna, booking.Id, null, Cancel);

        await admin.TapInAsync(Group, Card(venue), "🪑 Посадить");

        Assert.Equal("Бронь изменилась. Вот как она выглядит сейчас", Telegram(venue).LastToast(Group)?.Text);
        Assert.Equal((BookingStatus.Confirmed, 2), await StateAsync(venue, booking.Id));
        Assert.StartsWith("✅ Бронь подтверждена", Card(venue).Text, StringComparison.Ordinal);
    }

    private static async Task<TestVenue> OpenAsync(TestDatabase database = TestDatabase.Sqlite)
    {
        var venue = await Dialog.OpenVenueAsync(database, WithStaff);
        Telegram(venue).AddGroup(Group, "Персонал");
        return venue;
    }

    private static SimulatedTelegram Telegram(TestVenue venue) =>
        venue.Services.GetRequiredService<SimulatedTelegram>();

    private static SimulatedMessage Card(TestVenue venue) => Assert.Single(Telegram(venue).Messages(Group));

    private static async Task<(BookingStatus, int)> StateAsync(TestVenue venue, Guid id) =>
        await venue.Queries.FindAsync(Actor.System.Instance, id, Cancel) is { } booking
            ? (booking.Status, booking.Version)
            : default;
}
