using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Talk;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>Double and many taps, albums, pins and captions: each is answered once, and what was said stays.</summary>
public sealed class ImpatientTests
{
    private const long Group = -100500;

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData("ru", "✅ Всё верно", "Столик забронирован")]
    [InlineData("en", "✅ Confirm", "Your table is booked")]
    public async Task Confirm_PressedTwice_SaysBookedAndBooksOnce(string language, string confirm, string booked)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, language: language);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️");
        foreach (var number in new[] { 1, 0 })
            await guest.TapAsync(guest.Screen.Labels.ElementAt(number));
        await guest.TapAsync("20:00");
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        telegram.Tap(guest.ChatId, guest.Screen.Id, confirm);
        telegram.Tap(guest.ChatId, guest.Screen.Id, confirm);

        await guest.SettleAsync();

        Assert.Equal(booked, guest.Toast?.Text);
        Assert.Contains(booked, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
    }

    [Fact]
    public async Task Button_PressedTwentyTimes_CausesOneEdit()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        var calls = Count(venue, "editMessageText");
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        for (var taps = 0; taps < 20; taps++)
            telegram.Tap(guest.ChatId, guest.Screen.Id, "🍽️ Забронировать столик");

        await guest.SettleAsync();

        Assert.Equal(1, calls());
        // Several buttons of the view before: their answers, and at most one edit more.
        var labels = guest.Screen.Labels.ToList();
        for (var taps = 0; taps < 20; taps++)
            telegram.Tap(guest.ChatId, guest.Screen.Id, labels[taps % 3]);
        await guest.SettleAsync();
        Assert.InRange(calls(), 2, 3);
        await guest.TapAsync("Сегодня");
    }

    [Fact]
    public async Task StaffCard_PressedTwice_SaysWhatWasDone_AndTwentyTapsOfOthersEditItOnce()
    {
        await using var venue = await Dialog.OpenVenueAsync(
            variables: new Dictionary<string, string?> { ["STAFF_CHAT_ID"] = "-100500", ["ADMIN_IDS_RAW"] = "77" }
        );
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        telegram.AddGroup(Group, "Персонал");
        var admin = Dialog.With(venue, "Админ", id: 77);
        await venue.BookAsync(await venue.GuestAsync(), 20);
        await Dialog.DeliverAsync(venue);
        var card = telegram.Messages(Group)[^1];
        var calls = Count(venue, "editMessageText");
        var ok = card.Labels.First();
        for (var taps = 0; taps < 20; taps++)
            telegram.Tap(Group, card.Id, ok, by: admin.ChatId);

        await admin.SettleAsync();

        Assert.Contains("одтвержд", telegram.LastToast(Group)!.Text, StringComparison.Ordinal);
        Assert.InRange(calls(), 0, 1);
    }

    [Fact]
    public async Task Album_WithOneCaption_AndAPin_LeaveTheNoteThatIsShown()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        var photo = new PhotoSize
        {
            FileId = "p",
            FileUniqueId = "p",
            Width = 1,
            Height = 1,
        };
        await HandleAsync(
            venue,
            Of(guest, m => (m.Photo, m.Caption, m.MediaGroupId) = ([photo], "вот такой торт", "album"))
        );
        await HandleAsync(venue, Of(guest, m => (m.Photo, m.MediaGroupId) = ([photo], "album")));
        await HandleAsync(venue, Of(guest, m => (m.Photo, m.MediaGroupId) = ([photo], "album")));
        await HandleAsync(
            venue,
            Of(
                guest,
                m =>
                    m.PinnedMessage = new Message
                    {
                        Id = 5,
                        Chat = m.Chat,
                        Text = "x",
                    }
            )
        );

        Assert.Contains("Передали сотрудникам вашу подпись", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal("вот такой торт", Assert.Single((await ThreadAsync(venue, guest)).Lines).Text);
    }

    [Fact]
    public async Task Group_CaptionInReply_ReachesTheGuest_AndAnAlbumIsAnsweredOnce()
    {
        await using var venue = await Dialog.OpenVenueAsync(
            variables: new Dictionary<string, string?> { ["STAFF_CHAT_ID"] = "-100500", ["ADMIN_IDS_RAW"] = "77" }
        );
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        telegram.AddGroup(Group, "Персонал");
        var (guest, admin) = (Dialog.With(venue), Dialog.With(venue, "Админ", id: 77));
        await guest.SendAsync("/start");
        await guest.SendAsync("Какие у вас торты?");
        await Dialog.DeliverAsync(venue);
        var asked = telegram.Messages(Group)[^1];
        var photo = new PhotoSize
        {
            FileId = "p",
            FileUniqueId = "p",
            Width = 1,
            Height = 1,
        };
        foreach (var caption in new[] { "Вот такие", null, null })
        {
            await HandleAsync(
                venue,
                Of(
                    admin,
                    m =>
                    {
                        m.Chat = new Chat
                        {
                            Id = Group,
                            Type = ChatType.Group,
                            Title = "Персонал",
                        };
                        (m.Photo, m.Caption, m.MediaGroupId) = ([photo], caption, "album");
                        m.ReplyToMessage = new Message
                        {
                            Id = asked.Id,
                            Chat = m.Chat,
                            From = new User
                            {
                                Id = 1,
                                IsBot = true,
                                FirstName = "b",
                            },
                        };
                    }
                )
            );
        }

        await Dialog.DeliverAsync(venue);

        Assert.Contains("Вот такие", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(2, telegram.Messages(Group).Count(m => m.FromBot));
        Assert.Contains("только", telegram.Messages(Group)[^1].Text, StringComparison.OrdinalIgnoreCase);
    }

    private static Func<int> Count(TestVenue venue, string method)
    {
        var calls = 0;
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
        {
            if (call.Request.MethodName == method)
                calls++;
            return ValueTask.CompletedTask;
        };
        return () => calls;
    }

    private static Update Of(Dialog person, Action<Message> change)
    {
        var id = Random.Shared.Next(800_000, 900_000);
        var message = new Message
        {
            Id = id,
            From = new User
            {
                Id = person.ChatId,
                FirstName = "Ирина",
                LanguageCode = "ru",
            },
            Chat = new Chat { Id = person.ChatId, Type = ChatType.Private },
        };
        change(message);
        return new Update { Id = id, Message = message };
    }

    private static Task HandleAsync(TestVenue venue, Update update) =>
        venue.Services.GetRequiredService<UpdateDispatcher>().HandleAsync(update, Cancel);

    private static async Task<TalkThread> ThreadAsync(TestVenue venue, Dialog guest)
    {
        var known = await venue.Services.GetRequiredService<GuestService>().ByTelegramAsync(guest.ChatId, Cancel);
        return await venue.Services.GetRequiredService<TalkService>().OfGuestAsync(known!.GuestId, Cancel);
    }
}
