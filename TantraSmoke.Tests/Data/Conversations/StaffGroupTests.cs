using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// What becomes of the staff's group: nothing that is for it is lost, and the dashboard says what is the matter.
/// </summary>
public sealed class StaffGroupTests
{
    private const long Group = -100500;
    private const long Supergroup = -1001234567890;
    private const string Bot = """{"id":1000000001,"is_bot":true,"first_name":"TantraSmoke"}""";
    private int _sentToTheOld;

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Supergroup_ByTheError_IsKeptAndUsedBothWays_AndOldPostsCount()
    {
        await using var venue = await OpenAsync(TestDatabase.Sqlite);
        var (guest, admin, telegram) = (Dialog.With(venue), Dialog.With(venue, "Админ", id: 77), Telegram(venue));
        await guest.SendAsync("/start");
        await guest.SendAsync("Есть парковка?");
        await Dialog.DeliverAsync(venue);
        var old = telegram.Messages(Group)[^1];
        telegram.AddGroup(Supergroup, "Персонал");
        Upgrade(venue);
        venue.Time.Advance(TimeSpan.FromMinutes(5));

        await venue.BookAsync(await venue.GuestAsync(), 20);
        await venue.BookAsync(await venue.GuestAsync(2), 22);
        await Dialog.DeliverAsync(venue);

        Assert.Equal(2, telegram.Messages(Supergroup).Count(m => m.Text.StartsWith("🆕", StringComparison.Ordinal)));
        Assert.Equal(1, _sentToTheOld);
        // What was posted before is answered as before, and so is what comes now.
        await ReplyAsync(venue, admin, old.Id, old.SentAt, "Есть, во дворе");
        await Dialog.DeliverAsync(venue);
        Assert.Contains("Есть, во дворе", guest.Screen.Text, StringComparison.Ordinal);
        await guest.SendAsync("Спасибо за ответ, а зарядка для машины?");
        await Dialog.DeliverAsync(venue);
        var fresh = telegram.Messages(Supergroup).Last(m => m.Text.Contains("зарядка", StringComparison.Ordinal));
        telegram.SendText(Supergroup, "И зарядка", by: admin.ChatId, replyTo: fresh.Id);
        await admin.SettleAsync();
        await Dialog.DeliverAsync(venue);
        Assert.Contains("И зарядка", guest.Screen.Text, StringComparison.Ordinal);
        // The hint for guests' groups is not for this one.
        telegram.SendText(Supergroup, "/start", by: admin.ChatId);
        await admin.SettleAsync();
        Assert.DoesNotContain(
            telegram.Messages(Supergroup),
            m =>
                m.Text.Contains("Забронировать", StringComparison.OrdinalIgnoreCase)
                && m.Buttons.Count > 0
                && m.Text.Contains("личн", StringComparison.Ordinal)
        );
        Assert.Equal(1, _sentToTheOld);
    }

    [Theory]
    [InlineData(
        """{"message":{"message_id":9,"date":5,"chat":{"id":-100500,"type":"group","title":"a"},"from":"""
            + """USER,"migrate_to_chat_id":-1001234567890}}"""
    )]
    [InlineData(
        """{"message":{"message_id":1,"date":5,"chat":{"id":-1001234567890,"type":"supergroup","title":"a"},"from":"""
            + """USER,"migrate_from_chat_id":-100500}}"""
    )]
    public async Task Supergroup_ByTheServiceMessage_GetsWhatIsSaidNextWithoutAFailedTry(string json)
    {
        await using var venue = await OpenAsync();
        var telegram = Telegram(venue);
        telegram.AddGroup(Supergroup, "Персонал");
        Upgrade(venue);
        await venue.BookAsync(await venue.GuestAsync(), 20);

        await HandleAsync(venue, json);
        await Dialog.DeliverAsync(venue);

        Assert.Single(telegram.Messages(Supergroup), m => m.FromBot);
        Assert.Equal(0, _sentToTheOld);
    }

    [Theory]
    [InlineData("Forbidden: bot was kicked from the group chat", 403, ChatTrouble.Removed)]
    [InlineData("Bad Request: not enough rights to send text messages to the chat", 400, ChatTrouble.Muted)]
    [InlineData("Bad Request: have no rights to send a message", 400, ChatTrouble.Muted)]
    [InlineData("Bad Request: TOPIC_CLOSED", 400, ChatTrouble.Muted)]
    [InlineData("Bad Request: chat not found", 400, ChatTrouble.NotFound)]
    public async Task Closed_IsShownOnTheFloor_AndEverythingComesWhenTheBotMayWriteAgain(
        string error,
        int code,
        ChatTrouble trouble
    )
    {
        await using var venue = await OpenAsync();
        var telegram = Telegram(venue);
        var isClosed = true;
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
            isClosed && call.Request is SendMessageRequest { ChatId.Identifier: Group }
                ? throw new ApiRequestException(error, code)
                : ValueTask.CompletedTask;
        await venue.BookAsync(await venue.GuestAsync(), 20);
        await Dialog.DeliverAsync(venue);
        Assert.Equal(trouble, (await FloorAsync(venue)).ChatTrouble);
        for (var hours = 0; hours < 48; hours++)
        {
            venue.Time.Advance(TimeSpan.FromMinutes(15));
            await Dialog.DeliverAsync(venue);
        }

        Assert.Empty(telegram.Messages(Group));
        isClosed = false;
        await HandleAsync(
            venue,
            $$$$"""{"my_chat_member":{"chat":{"id":{{{{Group}}}},"type":"group","title":"a"},"from":USER,"date":"""
                + $$$$"""5,"old_chat_member":{"status":"kicked","user":{{{{Bot}}}},"until_date":"""
                + $$$$"""0},"new_chat_member":{"status":"member","user":{{{{Bot}}}}}}}"""
        );
        await Dialog.DeliverAsync(venue);

        Assert.Contains(telegram.Messages(Group), m => m.Text.Contains("20:00", StringComparison.Ordinal));
        Assert.Null((await FloorAsync(venue)).ChatTrouble);
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(
                db =>
                    db.Outbox.CountAsync(
                        m => m.ChatId == Group && m.Kind == OutboxKind.StaffCard && m.FailedAt != null,
                        Cancel
                    ),
                Cancel
            )
        );
    }

    [Fact]
    public async Task Removed_IsShownAtOnce_AndLetInAgainToo()
    {
        await using var venue = await OpenAsync();
        string Member(string before, string after) =>
            $$$$"""{"my_chat_member":{"chat":{"id":{{{{Group}}}},"type":"group","title":"a"},"from":USER,"date":"""
            + $$$$"""5,"old_chat_member":{"status":"{{{{before}}}}","user":{{{{Bot}}}},"until_date":"""
            + $$$$"""0},"new_chat_member":{"status":"{{{{after}}}}","user":{{{{Bot}}}},"until_date":0}}}""";

        await HandleAsync(venue, Member("member", "kicked"));
        Assert.Equal(ChatTrouble.Removed, (await FloorAsync(venue)).ChatTrouble);
        await HandleAsync(venue, Member("kicked", "member"));
        Assert.Null((await FloorAsync(venue)).ChatTrouble);
        // It is the staff's group: nobody is told how to book.
        Assert.Empty(Telegram(venue).Messages(Group));
    }

    [Fact]
    public async Task Here_InATopicOfTheGroup_PostsThere_UntilTheTopicIsGone()
    {
        await using var venue = await OpenAsync(TestDatabase.Sqlite);
        var (isGone, threads) = (false, new List<int?>());
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
        {
            if (call.Request is not SendMessageRequest { ChatId.Identifier: Group } sent)
                return ValueTask.CompletedTask;
            threads.Add(sent.MessageThreadId);
            return isGone && sent.MessageThreadId is not null
                ? throw new ApiRequestException("Bad Request: message thread not found", 400)
                : ValueTask.CompletedTask;
        };

        await HandleAsync(venue, Here(17, "Брони"));
        Assert.Equal("Сообщения для сотрудников теперь приходят в эту тему.", Telegram(venue).Messages(Group)[^1].Text);
        var chats = venue.Services.GetRequiredService<StaffChats>();
        var group = await chats.ShownAsync(Cancel);
        Assert.Equal((17, "Брони"), (group!.TopicId, group.TopicName));
        await venue.BookAsync(await venue.GuestAsync(), 20);
        await Dialog.DeliverAsync(venue);
        Assert.Equal([17, 17], threads);
        Assert.Null((await FloorAsync(venue)).ChatTrouble);

        isGone = true;
        await venue.BookAsync(await venue.GuestAsync(2), 20);
        await Dialog.DeliverAsync(venue);
        Assert.Equal([17, 17, 17, null], threads);
        Assert.Equal(ChatTrouble.TopicGone, (await FloorAsync(venue)).ChatTrouble);
        Assert.Equal(3, Telegram(venue).Messages(Group).Count);

        await HandleAsync(venue, Here(null, ""));
        Assert.Null((await FloorAsync(venue)).ChatTrouble);
        Assert.Equal("Сообщения для сотрудников теперь приходят сюда.", Telegram(venue).Messages(Group)[^1].Text);
    }

    [Fact]
    public async Task Here_ByWhoMayNotChangeSettings_OrElsewhere_IsNotAnsweredAndChangesNothing()
    {
        await using var venue = await OpenAsync();
        Dialog.With(venue, "Олег", id: 78);

        await HandleAsync(venue, Here(17, "Брони"), user: 78);

        Assert.Empty(Telegram(venue).Messages(Group));
        Assert.Null((await venue.Services.GetRequiredService<StaffChats>().ShownAsync(Cancel))!.TopicId);
    }

    [Theory, OnBothDatabases]
    public async Task Erased_GuestsPosts_AreEditedToDeleted_AndWhatCannotBeIsCounted(TestDatabase database)
    {
        await using var venue = await OpenAsync(database);
        var (guest, telegram) = (Dialog.With(venue, "Секретов"), Telegram(venue));
        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");
        await guest.TapAsync("🏠");
        await guest.SendAsync("Я буду с секретной собакой");
        await Dialog.DeliverAsync(venue);
        Assert.Equal(2, telegram.Messages(Group).Count);
        var stuck = telegram.Messages(Group)[0].Id;
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
            call.Request is EditMessageTextRequest { MessageId: var edited } && edited == stuck
                ? throw new ApiRequestException("Bad Request: message can't be edited", 400)
                : ValueTask.CompletedTask;
        var guests = venue.Services.GetRequiredService<GuestService>();
        var id = (await guests.ByTelegramAsync(guest.ChatId, Cancel))!.GuestId;

        Assert.True((await venue.Erasure.EraseAsync(TestVenue.Boris, id, true, Cancel)).Succeeded);
        await Dialog.DeliverAsync(venue);

        Assert.Contains(
            "Удалено по просьбе гостя",
            telegram
                .Messages(Group)
                .Single(m => m.Id != stuck && m.Id < stuck + 10 && m.Text.Contains("Удалено", StringComparison.Ordinal))
                .Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(telegram.Messages(Group), m => m.Text.Contains("собакой", StringComparison.Ordinal));
        Assert.Equal(1, (await FloorAsync(venue)).NotErased);
    }

    private static async Task<TestVenue> OpenAsync(TestDatabase database = TestDatabase.Sqlite)
    {
        var venue = await Dialog.OpenVenueAsync(
            database,
            new Dictionary<string, string?> { ["STAFF_CHAT_ID"] = "-100500", ["ADMIN_IDS_RAW"] = "77" }
        );
        Telegram(venue).AddGroup(Group, "Персонал");
        return venue;
    }

    private void Upgrade(TestVenue venue) =>
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
        {
            if (call.Request is not SendMessageRequest { ChatId.Identifier: Group })
                return ValueTask.CompletedTask;
            _sentToTheOld++;
            throw new ApiRequestException(
                "Bad Request: group chat was upgraded to a supergroup chat",
                400,
                new ResponseParameters { MigrateToChatId = Supergroup }
            );
        };

    private static Task ReplyAsync(TestVenue venue, Dialog staff, int answered, DateTimeOffset at, string text) =>
        HandleAsync(
            venue,
            $$$$"""{"message":{"message_id":2,"date":{{{{venue.Time.GetUtcNow().ToUnixTimeSeconds()}}}},"chat":"""
                + $$$$"""{"id":{{{{Supergroup}}}},"type":"supergroup","title":"a"},"from":"""
                + $$$$"""USER,"text":"{{{{text}}}}","reply_to_message":{"message_id":{{{{answered}}}},"date":"""
                + $$$$"""{{{{at.ToUnixTimeSeconds()}}}},"chat":{"id":{{{{Supergroup}}}}"""
                + $$$$""","type":"supergroup","title":"a"},"from":{{{{Bot}}}},"text":"x"}}}""",
            staff.ChatId
        );

    /// <summary>
    /// Telegram shows what is typed in a topic as an answer to the message with which the topic began.
    /// </summary>
    private static string Here(int? topic, string name)
    {
        const string chat = """{"id":-100500,"type":"supergroup","title":"a","is_forum":true}""";
        var began = $$$"""
            "is_topic_message":true,"message_thread_id":{{{topic}}},
            "reply_to_message":{"message_id":{{{topic}}},"date":5,"chat":{{{chat}}},
            "message_thread_id":{{{topic}}},"is_topic_message":true,
            "forum_topic_created":{"name":"{{{name}}}","icon_color":1} },
            """;
        return $$$"""{"message":{"message_id":90,"date":5,"chat":{{{chat}}},"from":USER,"""
            + $$$"""{{{(topic is null ? "" : began)}}}"text":"/here@TantraSmokeBot"} }""";
    }

    private static Task HandleAsync(TestVenue venue, string json, long user = 77)
    {
        json = json.Replace(
            "USER",
            $$"""{"id":{{user}},"is_bot":false,"first_name":"Админ","language_code":"ru"}""",
            StringComparison.Ordinal
        );
        json = json.Insert(1, $"\"update_id\":{Random.Shared.Next(800_000, 900_000)},");
        return venue
            .Services.GetRequiredService<UpdateDispatcher>()
            .HandleAsync(
                JsonSerializer.Deserialize<JsonElement>(json).Deserialize<Update>(JsonBotAPI.Options)!,
                Cancel
            );
    }

    private static Task<FloorSnapshot> FloorAsync(TestVenue venue) =>
        venue.Services.GetRequiredService<FloorService>().SnapshotAsync(Cancel);

    private static SimulatedTelegram Telegram(TestVenue venue) =>
        venue.Services.GetRequiredService<SimulatedTelegram>();
}
