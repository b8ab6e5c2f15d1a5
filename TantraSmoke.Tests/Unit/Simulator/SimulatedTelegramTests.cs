using System.Text;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Unit.Simulator;

/// <summary>What the bot and the person with the phone see of each other.</summary>
public sealed class SimulatedTelegramTests : SimulatorTests
{
    [Fact]
    public async Task Start_OfAPerson_ReachesTheBot()
    {
        Telegram.SendText(Anna.Id, "/start table_5");

        var update = Assert.Single(await Bot.GetUpdates(cancellationToken: Ct));

        Assert.Equal(UpdateType.Message, update.Type);
        Assert.Equal("/start table_5", update.Message!.Text);
        Assert.Equal(MessageEntityType.BotCommand, Assert.Single(update.Message.Entities!).Type);
        Assert.Equal("/start", update.Message.EntityText());
        Assert.Equal(
            (Anna.Id, "Анна", "К", "anna", "ru"),
            (
                update.Message.From!.Id,
                update.Message.From.FirstName,
                update.Message.From.LastName,
                update.Message.From.Username,
                update.Message.From.LanguageCode
            )
        );
        Assert.Equal((Anna.Id, ChatType.Private), (update.Message.Chat.Id, update.Message.Chat.Type));
        Assert.Equal(Time.GetUtcNow().UtcDateTime, update.Message.Date);
    }

    [Fact]
    public async Task Message_WithHtmlAndButtons_IsShownAsOnAPhone()
    {
        var (message, shown) = await Said(
            "<b>Стол &amp; <i>бар</i></b> <a href=\"https://e.org/?a=1&amp;b=2\">карта</a> &lt;3",
            new InlineKeyboardMarkup()
                .AddButton("Да", "yes")
                .AddButton("Нет", "no")
                .AddNewRow(InlineKeyboardButton.WithUrl("Карта", "https://e.org"))
        );

        Assert.Equal((message.Id, true, "Стол & бар карта <3"), (shown.Id, shown.FromBot, shown.Text));
        Assert.Equal(
            [
                new TextSegment("Стол & ", TextLooks.Bold),
                new TextSegment("бар", TextLooks.Bold | TextLooks.Italic),
                new TextSegment(" ", TextLooks.Plain),
                new TextSegment("карта", TextLooks.Plain, "https://e.org/?a=1&b=2"),
                new TextSegment(" <3", TextLooks.Plain),
            ],
            shown.Segments
        );
        Assert.Equal(["Да", "Нет", "Карта"], shown.Labels);
        Assert.Equal(new SimulatedButton("Карта", SimulatedButtonKind.Url, "https://e.org"), shown.Buttons[1][0]);
        Assert.Equal("Стол & бар карта <3", message.Text);
        Assert.Equal("yes", message.ReplyMarkup!.InlineKeyboard.First().First().CallbackData);
    }

    [Fact]
    public async Task Tap_OnAButton_IsAnsweredWithAToast()
    {
        var (message, _) = await Said("?", new InlineKeyboardMarkup().AddButton("Да", "yes"));

        var tap = Telegram.Tap(Anna.Id, message.Id, "Да");
        Assert.True(Telegram.IsWaiting(Anna.Id));
        var query = (await Bot.GetUpdates(cancellationToken: Ct)).Last().CallbackQuery!;
        await Bot.AnswerCallbackQuery(query.Id, "Готово", showAlert: true, cancellationToken: Ct);

        Assert.Equal((tap, "yes", message.Id, Anna.Id), (query.Id, query.Data, query.Message!.Id, query.From.Id));
        Assert.False(Telegram.IsWaiting(Anna.Id));
        Assert.Equal(new SimulatedToast("Готово", true, Time.GetUtcNow(), 1), Telegram.LastToast(Anna.Id));
        await Refused(() => Bot.AnswerCallbackQuery(query.Id, cancellationToken: Ct), TelegramFaultKind.QueryTooOld);
    }

    [Fact]
    public async Task Edit_InPlace_ChangesTheSameMessage()
    {
        var (message, _) = await Said("один", new InlineKeyboardMarkup().AddButton("Да", "yes"));
        Time.Advance(TimeSpan.FromMinutes(1));

        await Bot.EditMessageText(Anna.Id, message.Id, "<b>два</b>", ParseMode.Html, cancellationToken: Ct);

        var shown = Telegram.Messages(Anna.Id)[^1];
        Assert.Equal((message.Id, "два", Time.GetUtcNow()), (shown.Id, shown.Text, shown.EditedAt));
        Assert.Empty(shown.Buttons);
        await Refused(
            () => Bot.EditMessageText(Anna.Id, message.Id, "<b>два</b>", ParseMode.Html, cancellationToken: Ct),
            TelegramFaultKind.NotModified
        );
        await Refused(
            () => Bot.EditMessageReplyMarkup(Anna.Id, message.Id, cancellationToken: Ct),
            TelegramFaultKind.NotModified
        );
        await Bot.EditMessageReplyMarkup(
            Anna.Id,
            message.Id,
            new InlineKeyboardMarkup().AddButton("Ещё", "more"),
            cancellationToken: Ct
        );
        Assert.Equal(["Ещё"], Telegram.Messages(Anna.Id)[^1].Labels);
    }

    [Fact]
    public async Task Photo_Uploaded_IsKeptAndChangedInPlace()
    {
        Telegram.SendText(Anna.Id, "/start");
        var message = await Bot.SendPhoto(
            Anna.Id,
            InputFile.FromStream(TestPictures.Png(), "зал.png"),
            "<b>Зал</b>",
            ParseMode.Html,
            cancellationToken: Ct
        );
        var first = Telegram.Messages(Anna.Id)[^1];

        Assert.Equal((640, 480), (message.Photo![0].Width, message.Photo[0].Height));
        Assert.Equal(("Зал", message.Photo[0].FileId), (first.Text, first.PhotoFileId));
        Assert.Equal("зал.png", Telegram.File(first.PhotoFileId!)!.Name);
        using var copy = new MemoryStream();
        await Bot.GetInfoAndDownloadFile(first.PhotoFileId!, copy, Ct);
        Assert.Equal(TestPictures.Png().ToArray(), copy.ToArray());

        await Refused(
            () => Bot.EditMessageText(Anna.Id, message.Id, "x", cancellationToken: Ct),
            TelegramFaultKind.EditTargetGone
        );
        await Bot.EditMessageCaption(Anna.Id, message.Id, "Терраса", cancellationToken: Ct);
        await Bot.EditMessageMedia(
            Anna.Id,
            message.Id,
            new InputMediaPhoto(TestPictures.Png(tail: 1)) { Caption = "VIP" },
            cancellationToken: Ct
        );
        var changed = Telegram.Messages(Anna.Id)[^1];
        Assert.Equal((first.Id, "VIP"), (changed.Id, changed.Text));
        Assert.Equal(TestPictures.Png(tail: 1).ToArray(), Telegram.File(changed.PhotoFileId!)!.Content);

        var again = await Bot.SendPhoto(Anna.Id, changed.PhotoFileId!, cancellationToken: Ct);
        Assert.Equal(changed.PhotoFileId, again.Photo![0].FileId);
    }

    [Fact]
    public async Task Document_Uploaded_KeepsItsName()
    {
        Telegram.SendText(Anna.Id, "/start");

        var message = await Bot.SendDocument(
            Anna.Id,
            InputFile.FromStream(new MemoryStream("a;b"u8.ToArray()), "отчёт за ноябрь.csv"),
            cancellationToken: Ct
        );

        Assert.Equal("отчёт за ноябрь.csv", message.Document!.FileName);
        Assert.Equal("a;b", Encoding.UTF8.GetString(Telegram.File(message.Document.FileId)!.Content));
        Assert.Equal(message.Document.FileId, Telegram.Messages(Anna.Id)[^1].DocumentFileId);
    }

    [Fact]
    public async Task Venue_Sent_IsShown()
    {
        Telegram.SendText(Anna.Id, "/start");

        var message = await Bot.SendVenue(Anna.Id, 55.75, 37.62, "Тантра", "Тверская, 1", cancellationToken: Ct);

        Assert.Equal((MessageType.Venue, "Тантра"), (message.Type, message.Venue!.Title));
        Assert.Equal(new SimulatedVenue(55.75, 37.62, "Тантра", "Тверская, 1"), Telegram.Messages(Anna.Id)[^1].Venue);
    }

    [Fact]
    public async Task Contact_Requested_IsShared()
    {
        await Said(
            "Номер?",
            new ReplyKeyboardMarkup(KeyboardButton.WithRequestContact("Поделиться")) { ResizeKeyboard = true }
        );
        Assert.Equal(SimulatedButtonKind.Contact, Telegram.ReplyKeyboard(Anna.Id)[0][0].Kind);

        Telegram.ShareContact(Anna.Id, "+79001234567");
        var contact = (await Bot.GetUpdates(cancellationToken: Ct)).Last().Message!.Contact!;
        await Bot.SendMessage(Anna.Id, "Спасибо", replyMarkup: new ReplyKeyboardRemove(), cancellationToken: Ct);

        Assert.Equal(("+79001234567", (long?)Anna.Id), (contact.PhoneNumber, contact.UserId));
        Assert.Empty(Telegram.ReplyKeyboard(Anna.Id));
    }

    [Fact]
    public async Task Group_OfStaff_ReceivesMessages()
    {
        Telegram.AddGroup(-1001, "Персонал");

        await Bot.SendMessage(-1001, "Новая бронь", cancellationToken: Ct);

        Assert.Equal("Новая бронь", Assert.Single(Telegram.Messages(-1001)).Text);
        Assert.Equal("Персонал", (await Bot.GetChat(-1001, Ct)).Title);
    }

    [Fact]
    public async Task Commands_AreKeptByLanguage()
    {
        await Bot.SetMyCommands([new BotCommand("start", "Start")], cancellationToken: Ct);
        await Bot.SetMyCommands([new BotCommand("start", "Начать")], languageCode: "ru", cancellationToken: Ct);
        await Bot.SetChatMenuButton(menuButton: new MenuButtonCommands(), cancellationToken: Ct);
        await Bot.SetMyCommands(
            [new BotCommand("admin", "Admin")],
            new BotCommandScopeChat { ChatId = Anna.Id },
            cancellationToken: Ct
        );

        Assert.Equal(("start", "Начать"), Assert.Single(Telegram.Commands("ru")));
        Assert.Equal(("start", "Start"), Assert.Single(Telegram.Commands("de")));
        await Refused(
            () => Bot.SetMyCommands([new BotCommand("Start", "x")], cancellationToken: Ct),
            TelegramFaultKind.Other,
            "BOT_COMMAND_INVALID"
        );
    }

    [Fact]
    public async Task Changes_OfAChat_AreAnnounced()
    {
        var changed = new List<long>();
        Telegram.ChatChanged += changed.Add;
        Telegram.ChatChanged += _ => throw new ObjectDisposedException("page");

        var (message, _) = await Said("x");
        await Bot.EditMessageText(Anna.Id, message.Id, "y", cancellationToken: Ct);
        await Bot.DeleteMessage(Anna.Id, message.Id, Ct);
        await Refused(() => Bot.SendMessage(Anna.Id, "", cancellationToken: Ct), TelegramFaultKind.Other);

        Assert.Equal([Anna.Id, Anna.Id, Anna.Id, Anna.Id], changed);
    }
}

file static class MessageText
{
    public static string EntityText(this Message message) =>
        message.Text!.Substring(message.Entities![0].Offset, message.Entities[0].Length);
}
