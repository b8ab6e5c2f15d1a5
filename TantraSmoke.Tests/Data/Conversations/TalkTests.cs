using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Talk;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// What guests write outside the dialog reaches the staff, and the staff's answer the guest; nothing is lost either
/// way.
/// </summary>
public sealed class TalkTests
{
    private const long Group = -100500;
    private static readonly Dictionary<string, string?> WithGroup = new()
    {
        ["STAFF_CHAT_ID"] = "-100500",
        ["ADMIN_IDS_RAW"] = "77",
    };

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("ru", "💬 Передали сотрудникам, ответ придёт сюда.")]
    [InlineData("en", "💬 We’ve passed this on to the staff. Their answer will come here.")]
    public async Task Message_ReachesTheGroupUnderTheBookingsCard_AndTheReplyReachesTheGuest(
        string language,
        string passedOn
    )
    {
        await using var venue = await OpenAsync();
        var (guest, admin, telegram) = (
            Dialog.With(venue, language: language),
            Dialog.With(venue, "Админ", id: 77),
            Telegram(venue)
        );
        await BookAsync(guest);
        await Dialog.DeliverAsync(venue);
        var card = Assert.Single(telegram.Messages(Group), m => m.FromBot);

        await guest.SendAsync("Можно с собакой? <b>&");
        Assert.Contains(passedOn, guest.Screen.Text, StringComparison.Ordinal);
        await Dialog.DeliverAsync(venue);
        var first = telegram.Messages(Group)[^1];
        Assert.Contains("Можно с собакой? <b>&", first.Text, StringComparison.Ordinal);
        Assert.Contains("Ирина", first.Text, StringComparison.Ordinal);
        Assert.Contains("20:00", first.Text, StringComparison.Ordinal);
        Assert.Equal(card.Id, first.ReplyTo);
        // What follows stands under what came first.
        await guest.SendAsync("Она маленькая");
        await Dialog.DeliverAsync(venue);
        Assert.Equal(first.Id, telegram.Messages(Group)[^1].ReplyTo);
        Assert.Single((await FloorAsync(venue)).Unread);

        telegram.SendText(Group, "Конечно! <3", by: admin.ChatId, replyTo: first.Id);
        await guest.SettleAsync();
        await Dialog.DeliverAsync(venue);

        Assert.Contains("Конечно! <3", guest.Screen.Text, StringComparison.Ordinal);
        var thread = await ThreadAsync(venue, guest);
        Assert.Equal(
            [TalkDelivery.Received, TalkDelivery.Received, TalkDelivery.Delivered],
            thread.Lines.Select(l => l.Delivery)
        );
        Assert.Equal("Конечно! <3", thread.Lines[^1].Text);
        Assert.Empty((await FloorAsync(venue)).Unread);
        // The dialog's buttons above still work.
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️");
    }

    [Fact]
    public async Task Reply_ByWhoIsNotOnTheStaff_OrToSomethingElse_GoesNowhere()
    {
        await using var venue = await OpenAsync();
        var (guest, stranger, telegram) = (Dialog.With(venue), Dialog.With(venue, "Гость группы"), Telegram(venue));
        await guest.SendAsync("/start");
        await guest.SendAsync("Можно со своим тортом?");
        await Dialog.DeliverAsync(venue);
        var asked = telegram.Messages(Group)[^1];

        telegram.SendText(Group, "Нет!", by: stranger.ChatId, replyTo: asked.Id);
        await guest.SettleAsync();
        await Dialog.DeliverAsync(venue);

        Assert.DoesNotContain(guest.Messages, m => m.Text.Contains("Нет!", StringComparison.Ordinal));
        Assert.Equal(asked.Id, telegram.Messages(Group).Last(m => m.FromBot).Id);
    }

    [Fact]
    public async Task Admin_WithoutAGroup_AnswersInTheirOwnChat()
    {
        await using var venue = await Dialog.OpenVenueAsync(
            variables: new Dictionary<string, string?> { ["ADMIN_IDS_RAW"] = "77" }
        );
        var (guest, admin, telegram) = (Dialog.With(venue), Dialog.With(venue, "Админ", id: 77), Telegram(venue));
        await admin.SendAsync("/start");
        await guest.SendAsync("/start");
        await guest.SendAsync("Можно со своим тортом?");
        await Dialog.DeliverAsync(venue);
        var asked = telegram
            .Messages(77)
            .Single(m => m.Text.Contains("Можно со своим тортом?", StringComparison.Ordinal));

        telegram.SendText(77, "Да, до шести утра", replyTo: asked.Id);
        await admin.SettleAsync();
        await Dialog.DeliverAsync(venue);

        Assert.Contains("Да, до шести утра", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Передаём гостю", admin.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToABlockedBot_IsVisiblyUndelivered_AndTheGroupHearsOfIt()
    {
        await using var venue = await OpenAsync();
        var (guest, telegram) = (Dialog.With(venue), Telegram(venue));
        await guest.SendAsync("/start");
        await guest.SendAsync("Можно со своим тортом?");
        var id = await GuestIdAsync(venue, guest);
        Assert.True((await Talk(venue).AnswerAsync(TestVenue.Anna, id, "Да", "k1", Cancel)).Succeeded);
        telegram.SetBlocked(guest.ChatId, true);

        await Dialog.DeliverAsync(venue);

        var thread = await ThreadAsync(venue, guest);
        Assert.Equal((TalkDelivery.Blocked, false), (thread.Lines[^1].Delivery, thread.CanAnswer));
        Assert.Contains(
            telegram.Messages(Group),
            m => m.Text.Contains("Ответ не дошёл: Ирина", StringComparison.Ordinal)
        );
        Assert.IsType<TalkRefusal.CannotBeReached>(
            (await Talk(venue).AnswerAsync(TestVenue.Anna, id, "Да", "k2", Cancel)).Error
        );
    }

    [Fact]
    public async Task InAStep_ButtonsAreAskedFor_AndACaptionIsPassedOnHonestly()
    {
        await using var venue = await OpenAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️");
        await guest.SendAsync("с собакой");
        Assert.Contains("нажмите одну из кнопок ниже", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Empty((await ThreadAsync(venue, guest)).Lines);

        await guest.SendAsync("/start");
        await PhotoAsync(venue, guest, "вот такая собака");
        Assert.Contains("Сами картинки и файлы я передать не могу", guest.Screen.Text, StringComparison.Ordinal);
        await PhotoAsync(venue, guest, null);
        Assert.Contains("Я понимаю только кнопки и текст", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal("вот такая собака", Assert.Single((await ThreadAsync(venue, guest)).Lines).Text);
    }

    [Theory, OnBothDatabases]
    public async Task Messages_AreKeptOnce_InFull_AndAFloodIsStopped(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database, variables: WithGroup);
        var (talk, guest) = (Talk(venue), await venue.GuestAsync());
        var booking = await venue.BookAsync(guest, 20);
        var full = new string('ы', TalkMessage.TextLimit);

        var first = (await talk.WriteAsync(guest, full, "a", Cancel)).Value!;
        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => talk.WriteAsync(guest, full, "a", Cancel)));
        Assert.All(again, o => Assert.Equal(first.Id, o.Value!.Id));
        Assert.Equal(booking.Id, first.BookingId);
        Assert.IsType<CommonRefusal.TextTooLong>((await talk.WriteAsync(guest, full + "ы", "b", Cancel)).Error);
        for (var number = 1; number < TalkService.MostMessages; number++)
            Assert.True((await talk.WriteAsync(guest, "ещё", $"n{number}", Cancel)).Succeeded);
        Assert.IsType<TalkRefusal.TooManyMessages>((await talk.WriteAsync(guest, "ещё", "last", Cancel)).Error);
        venue.Time.Advance(TalkService.FloodWindow);
        Assert.True((await talk.WriteAsync(guest, "ещё", "last", Cancel)).Succeeded);

        var thread = await talk.OfGuestAsync(guest.GuestId, Cancel);
        Assert.Equal((TalkService.MostMessages + 1, full), (thread.Lines.Count, thread.Lines[0].Text));
        Assert.Equal(
            thread.Lines.Count,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.TalkToStaff, Cancel),
                Cancel
            )
        );
        Assert.Equal(thread.Unread, (await talk.MarkReadAsync(TestVenue.Anna, guest.GuestId, Cancel)).Value!.Count);
    }

    [Theory, OnBothDatabases]
    public async Task Erase_DeletesWhatWasWritten_AndMergeTakesItAlong(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database, variables: WithGroup);
        var (talk, guests) = (Talk(venue), venue.Services.GetRequiredService<GuestService>());
        var guest = await venue.GuestAsync();
        await talk.WriteAsync(guest, "секрет", "a", Cancel);
        await talk.AnswerAsync(TestVenue.Anna, guest.GuestId, "ответ", "b", Cancel);
        var byPhone = (await guests.FindOrCreateByPhoneAsync(TestVenue.Anna, "Ирина", "+79160000001", Cancel)).Value!;
        Assert.True((await venue.Merging.MergeAsync(TestVenue.Boris, byPhone.Id, guest.GuestId, Cancel)).Succeeded);
        Assert.Equal(2, (await talk.OfGuestAsync(guest.GuestId, Cancel)).Lines.Count);

        Assert.True((await venue.Erasure.EraseAsync(TestVenue.Boris, guest.GuestId, true, Cancel)).Succeeded);

        Assert.Equal(0, await venue.Store.ReadAsync(db => db.TalkMessages.CountAsync(Cancel), Cancel));
        Assert.Equal(0, await venue.Store.ReadAsync(db => db.Outbox.CountAsync(m => m.TalkId != null, Cancel), Cancel));
    }

    private static Task<TestVenue> OpenAsync() => OpenWithGroupAsync();

    private static async Task<TestVenue> OpenWithGroupAsync()
    {
        var venue = await Dialog.OpenVenueAsync(variables: WithGroup);
        Telegram(venue).AddGroup(Group, "Персонал");
        return venue;
    }

    private static SimulatedTelegram Telegram(TestVenue venue) =>
        venue.Services.GetRequiredService<SimulatedTelegram>();

    private static TalkService Talk(TestVenue venue) => venue.Services.GetRequiredService<TalkService>();

    private static Task<FloorSnapshot> FloorAsync(TestVenue venue) =>
        venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);

    private static async Task BookAsync(Dialog guest)
    {
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️");
        await guest.TapAsync("2");
        await guest.TapAsync(guest.Screen.Labels.First());
        await guest.TapAsync("20:00");
        await guest.TapAsync("✅");
    }

    private static async Task<long> GuestIdAsync(TestVenue venue, Dialog guest) =>
        (await venue.Services.GetRequiredService<GuestService>().ByTelegramAsync(guest.ChatId, Cancel))!.GuestId;

    private static async Task<TalkThread> ThreadAsync(TestVenue venue, Dialog guest) =>
        await Talk(venue).OfGuestAsync(await GuestIdAsync(venue, guest), Cancel);

    private static Task PhotoAsync(TestVenue venue, Dialog guest, string? caption) =>
        venue
            .Services.GetRequiredService<UpdateDispatcher>()
            .HandleAsync(
                new Update
                {
                    Id = Random.Shared.Next(800_000, 900_000),
                    Message = new Message
                    {
                        Id = Random.Shared.Next(800_000, 900_000),
                        From = new User
                        {
                            Id = guest.ChatId,
                            FirstName = "Ирина",
                            LanguageCode = "ru",
                        },
                        Chat = new Chat { Id = guest.ChatId, Type = ChatType.Private },
                        Photo =
                        [
                            new PhotoSize
                            {
                                FileId = "p",
                                FileUniqueId = "p",
                                Width = 1,
                                Height = 1,
                            },
                        ],
                        Caption = caption,
                    },
                },
                Cancel
            );
}
