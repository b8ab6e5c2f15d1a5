using System.Text;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Updates;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Bot.Simulator;

public sealed class SimulatedTelegramTests
{
    private readonly ManualTime _time = new();
    private readonly SimulatedTelegram _telegram;
    private readonly ITelegramBotClient _bot;
    private readonly SimulatedPerson _anna;

    public SimulatedTelegramTests()
    {
        _telegram = new SimulatedTelegram(_time);
        _bot = _telegram.CreateClient();
        _anna = _telegram.AddPerson("Анна", "К", "anna", "ru");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_OfAPerson_ReachesTheBot()
    {
        _telegram.SendText(_anna.Id, "/start table_5");

        var update = Assert.Single(await _bot.GetUpdates(cancellationToken: Ct));

        Assert.Equal(UpdateType.Message, update.Type);
        Assert.Equal("/start table_5", update.Message!.Text);
        Assert.Equal(MessageEntityType.BotCommand, Assert.Single(update.Message.Entities!).Type);
        Assert.Equal("/start", update.Message.EntityText());
        Assert.Equal((_anna.Id, "Анна", "К", "anna", "ru"), (update.Message.From!.Id, update.Message.From.FirstName,
            update.Message.From.LastName, update.Message.From.Username, update.Message.From.LanguageCode));
        Assert.Equal((_anna.Id, ChatType.Private), (update.Message.Chat.Id, update.Message.Chat.Type));
        Assert.Equal(_time.GetUtcNow().UtcDateTime, update.Message.Date);
    }

    [Fact]
    public async Task Message_WithHtmlAndButtons_IsShownAsOnAPhone()
    {
        var (message, shown) = await Said("<b>Стол &amp; <i>бар</i></b> <a href=\"https://e.org/?a=1&amp;b=2\">карта</a> &lt;3",
            new InlineKeyboardMarkup().AddButton("Да", "yes").AddButton("Нет", "no")
                .AddNewRow(InlineKeyboardButton.WithUrl("Карта", "https://e.org")));

        Assert.Equal((message.Id, true, "Стол & бар карта <3"), (shown.Id, shown.FromBot, shown.Text));
        Assert.Equal(
            [
                new TextSegment("Стол & ", TextLooks.Bold), new TextSegment("бар", TextLooks.Bold | TextLooks.Italic),
                new TextSegment(" ", TextLooks.Plain), new TextSegment("карта", TextLooks.Plain, "https://e.org/?a=1&b=2"),
                new TextSegment(" <3", TextLooks.Plain),
            ],
            shown.Segments);
        Assert.Equal(["Да", "Нет", "Карта"], shown.Labels);
        Assert.Equal(new SimulatedButton("Карта", SimulatedButtonKind.Url, "https://e.org"), shown.Buttons[1][0]);
        Assert.Equal("Стол & бар карта <3", message.Text);
        Assert.Equal("yes", message.ReplyMarkup!.InlineKeyboard.First().First().CallbackData);
    }

    [Fact]
    public async Task Tap_OnAButton_IsAnsweredWithAToast()
    {
        var (message, _) = await Said("?", new InlineKeyboardMarkup().AddButton("Да", "yes"));

        var tap = _telegram.Tap(_anna.Id, message.Id, "Да");
        Assert.True(_telegram.IsWaiting(_anna.Id));
        var query = (await _bot.GetUpdates(cancellationToken: Ct)).Last().CallbackQuery!;
        await _bot.AnswerCallbackQuery(query.Id, "Готово", showAlert: true, cancellationToken: Ct);

        Assert.Equal((tap, "yes", message.Id, _anna.Id), (query.Id, query.Data, query.Message!.Id, query.From.Id));
        Assert.False(_telegram.IsWaiting(_anna.Id));
        Assert.Equal(new SimulatedToast("Готово", true, _time.GetUtcNow(), 1), _telegram.LastToast(_anna.Id));
        await Refused(() => _bot.AnswerCallbackQuery(query.Id, cancellationToken: Ct), TelegramFaultKind.QueryTooOld);
    }

    [Fact]
    public async Task Tap_AnsweredTooLate_IsRefused()
    {
        var (message, _) = await Said("?", new InlineKeyboardMarkup().AddButton("Да", "yes"));
        var tap = _telegram.Tap(_anna.Id, message.Id, 0, 0)!;

        _time.Advance(TimeSpan.FromSeconds(151));

        await Refused(() => _bot.AnswerCallbackQuery(tap, cancellationToken: Ct), TelegramFaultKind.QueryTooOld);
    }

    [Fact]
    public async Task Edit_InPlace_ChangesTheSameMessage()
    {
        var (message, _) = await Said("один", new InlineKeyboardMarkup().AddButton("Да", "yes"));
        _time.Advance(TimeSpan.FromMinutes(1));

        await _bot.EditMessageText(_anna.Id, message.Id, "<b>два</b>", ParseMode.Html, cancellationToken: Ct);

        var shown = _telegram.Messages(_anna.Id)[^1];
        Assert.Equal((message.Id, "два", _time.GetUtcNow()), (shown.Id, shown.Text, shown.EditedAt));
        Assert.Empty(shown.Buttons);
        await Refused(() => _bot.EditMessageText(_anna.Id, message.Id, "<b>два</b>", ParseMode.Html, cancellationToken: Ct), TelegramFaultKind.NotModified);
        await Refused(() => _bot.EditMessageReplyMarkup(_anna.Id, message.Id, cancellationToken: Ct), TelegramFaultKind.NotModified);
        await _bot.EditMessageReplyMarkup(_anna.Id, message.Id, new InlineKeyboardMarkup().AddButton("Ещё", "more"), cancellationToken: Ct);
        Assert.Equal(["Ещё"], _telegram.Messages(_anna.Id)[^1].Labels);
    }

    [Fact]
    public async Task Edit_OfWhatIsNotThere_IsRefusedInTelegramsWords()
    {
        var (message, _) = await Said("текст");
        var own = _telegram.Messages(_anna.Id)[0].Id;

        await Refused(() => _bot.EditMessageText(_anna.Id, 1, "x", cancellationToken: Ct), TelegramFaultKind.EditTargetGone, "message to edit not found");
        await Refused(() => _bot.EditMessageText(_anna.Id, own, "x", cancellationToken: Ct), TelegramFaultKind.EditTargetGone, "message can't be edited");
        await Refused(() => _bot.EditMessageCaption(_anna.Id, message.Id, "x", cancellationToken: Ct), TelegramFaultKind.EditTargetGone);
        await _bot.DeleteMessage(_anna.Id, message.Id, Ct);
        Assert.DoesNotContain(_telegram.Messages(_anna.Id), shown => shown.Id == message.Id);
        await Refused(() => _bot.DeleteMessage(_anna.Id, message.Id, Ct), TelegramFaultKind.EditTargetGone);
    }

    [Fact]
    public async Task Delete_AfterTwoDays_IsRefused()
    {
        var (message, _) = await Said("текст");
        _time.Advance(TimeSpan.FromHours(49));

        await Refused(() => _bot.DeleteMessage(_anna.Id, message.Id, Ct), TelegramFaultKind.EditTargetGone, "message can't be deleted");
    }

    [Fact]
    public async Task Photo_Uploaded_IsKeptAndChangedInPlace()
    {
        _telegram.SendText(_anna.Id, "/start");
        var message = await _bot.SendPhoto(_anna.Id, InputFile.FromStream(TestPictures.Png(), "зал.png"), "<b>Зал</b>", ParseMode.Html, cancellationToken: Ct);
        var first = _telegram.Messages(_anna.Id)[^1];

        Assert.Equal((640, 480), (message.Photo![0].Width, message.Photo[0].Height));
        Assert.Equal(("Зал", message.Photo[0].FileId), (first.Text, first.PhotoFileId));
        Assert.Equal("зал.png", _telegram.File(first.PhotoFileId!)!.Name);
        using var copy = new MemoryStream();
        await _bot.GetInfoAndDownloadFile(first.PhotoFileId!, copy, Ct);
        Assert.Equal(TestPictures.Png().ToArray(), copy.ToArray());

        await Refused(() => _bot.EditMessageText(_anna.Id, message.Id, "x", cancellationToken: Ct), TelegramFaultKind.EditTargetGone);
        await _bot.EditMessageCaption(_anna.Id, message.Id, "Терраса", cancellationToken: Ct);
        await _bot.EditMessageMedia(_anna.Id, message.Id, new InputMediaPhoto(TestPictures.Png(tail: 1)) { Caption = "VIP" }, cancellationToken: Ct);
        var changed = _telegram.Messages(_anna.Id)[^1];
        Assert.Equal((first.Id, "VIP"), (changed.Id, changed.Text));
        Assert.Equal(TestPictures.Png(tail: 1).ToArray(), _telegram.File(changed.PhotoFileId!)!.Content);

        var again = await _bot.SendPhoto(_anna.Id, changed.PhotoFileId!, cancellationToken: Ct);
        Assert.Equal(changed.PhotoFileId, again.Photo![0].FileId);
    }

    [Fact]
    public async Task Document_Uploaded_KeepsItsName()
    {
        _telegram.SendText(_anna.Id, "/start");

        var message = await _bot.SendDocument(_anna.Id, InputFile.FromStream(new MemoryStream("a;b"u8.ToArray()), "отчёт за ноябрь.csv"), cancellationToken: Ct);

        Assert.Equal("отчёт за ноябрь.csv", message.Document!.FileName);
        Assert.Equal("a;b", Encoding.UTF8.GetString(_telegram.File(message.Document.FileId)!.Content));
        Assert.Equal(message.Document.FileId, _telegram.Messages(_anna.Id)[^1].DocumentFileId);
    }

    [Fact]
    public async Task Venue_Sent_IsShown()
    {
        _telegram.SendText(_anna.Id, "/start");

        var message = await _bot.SendVenue(_anna.Id, 55.75, 37.62, "Тантра", "Тверская, 1", cancellationToken: Ct);

        Assert.Equal((MessageType.Venue, "Тантра"), (message.Type, message.Venue!.Title));
        Assert.Equal(new SimulatedVenue(55.75, 37.62, "Тантра", "Тверская, 1"), _telegram.Messages(_anna.Id)[^1].Venue);
    }

    [Fact]
    public async Task Contact_Requested_IsShared()
    {
        await Said("Номер?", new ReplyKeyboardMarkup(KeyboardButton.WithRequestContact("Поделиться")) { ResizeKeyboard = true });
        Assert.Equal(SimulatedButtonKind.Contact, _telegram.ReplyKeyboard(_anna.Id)[0][0].Kind);

        _telegram.ShareContact(_anna.Id, "+79001234567");
        var contact = (await _bot.GetUpdates(cancellationToken: Ct)).Last().Message!.Contact!;
        await _bot.SendMessage(_anna.Id, "Спасибо", replyMarkup: new ReplyKeyboardRemove(), cancellationToken: Ct);

        Assert.Equal(("+79001234567", (long?)_anna.Id), (contact.PhoneNumber, contact.UserId));
        Assert.Empty(_telegram.ReplyKeyboard(_anna.Id));
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task Text_AtItsLimit_IsCountedAfterParsing(int length, bool fits)
    {
        _telegram.SendText(_anna.Id, "/start");
        Task Send() => _bot.SendMessage(_anna.Id, $"<b>{new string('ж', length - 1)}&amp;</b>", ParseMode.Html, cancellationToken: Ct);

        if (fits) await Send();
        else await Refused(Send, TelegramFaultKind.Other, "message is too long");
    }

    [Theory]
    [InlineData("", "message text is empty")]
    [InlineData("<b> </b>", "message text is empty")]
    [InlineData("<b>x", "can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("a < b", "can't parse entities: Unclosed start tag at byte offset 2")]
    [InlineData("<div>x</div>", "can't parse entities: Unsupported start tag \"div\" at byte offset 0")]
    [InlineData("<b><i>x</b></i>", "can't parse entities: Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("ж</b>", "can't parse entities: Unexpected end tag at byte offset 2")]
    public async Task Text_ThatTelegramRefuses_IsRefusedInItsWords(string html, string reason)
    {
        _telegram.SendText(_anna.Id, "/start");

        await Refused(() => _bot.SendMessage(_anna.Id, html, ParseMode.Html, cancellationToken: Ct), TelegramFaultKind.Other, reason);
    }

    [Theory]
    [InlineData("жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж", true)]
    [InlineData("жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжx", false)]
    [InlineData("", false)]
    public async Task CallbackData_AtItsLimit_IsCountedInBytes(string data, bool fits)
    {
        _telegram.SendText(_anna.Id, "/start");
        Task Send() => _bot.SendMessage(_anna.Id, "x", replyMarkup: new InlineKeyboardMarkup(new InlineKeyboardButton("x") { CallbackData = data }), cancellationToken: Ct);

        if (fits) await Send();
        else await Refused(Send, TelegramFaultKind.Other, "BUTTON_DATA_INVALID");
    }

    [Fact]
    public async Task Caption_AndPicture_HaveLimits()
    {
        _telegram.SendText(_anna.Id, "/start");

        await Refused(() => _bot.SendPhoto(_anna.Id, TestPictures.Png(), new string('x', 1025), cancellationToken: Ct), TelegramFaultKind.Other, "message caption is too long");
        await Refused(() => _bot.SendPhoto(_anna.Id, TestPictures.Png(9000, 1001), cancellationToken: Ct), TelegramFaultKind.Other, "PHOTO_INVALID_DIMENSIONS");
        await Refused(() => _bot.SendPhoto(_anna.Id, new MemoryStream("<svg/>"u8.ToArray()), cancellationToken: Ct), TelegramFaultKind.Other, "IMAGE_PROCESS_FAILED");
        await Refused(() => _bot.SendPhoto(_anna.Id, "no-such-file", cancellationToken: Ct), TelegramFaultKind.Other);
    }

    [Fact]
    public async Task Writing_WhereNobodyListens_IsRefused()
    {
        await Refused(() => _bot.SendMessage(_anna.Id, "x", cancellationToken: Ct), TelegramFaultKind.Blocked);
        await Refused(() => _bot.SendMessage(42, "x", cancellationToken: Ct), TelegramFaultKind.Other, "chat not found");
        _telegram.SendText(_anna.Id, "/start");
        _telegram.SetBlocked(_anna.Id, true);
        await Refused(() => _bot.SendMessage(_anna.Id, "x", cancellationToken: Ct), TelegramFaultKind.Blocked);

        var blocked = (await _bot.GetUpdates(cancellationToken: Ct)).Last().MyChatMember!;
        Assert.Equal((ChatMemberStatus.Member, ChatMemberStatus.Kicked), (blocked.OldChatMember.Status, blocked.NewChatMember.Status));
        _telegram.SetBlocked(_anna.Id, false);
        await _bot.SendMessage(_anna.Id, "x", cancellationToken: Ct);
    }

    [Fact]
    public async Task Group_OfStaff_ReceivesMessages()
    {
        _telegram.AddGroup(-1001, "Персонал");

        await _bot.SendMessage(-1001, "Новая бронь", cancellationToken: Ct);

        Assert.Equal("Новая бронь", Assert.Single(_telegram.Messages(-1001)).Text);
        Assert.Equal("Персонал", (await _bot.GetChat(-1001, Ct)).Title);
    }

    [Fact]
    public async Task Commands_AreKeptByLanguage()
    {
        await _bot.SetMyCommands([new BotCommand("start", "Start")], cancellationToken: Ct);
        await _bot.SetMyCommands([new BotCommand("start", "Начать")], languageCode: "ru", cancellationToken: Ct);
        await _bot.SetChatMenuButton(menuButton: new MenuButtonCommands(), cancellationToken: Ct);
        await _bot.SetMyCommands([new BotCommand("admin", "Admin")], new BotCommandScopeChat { ChatId = _anna.Id }, cancellationToken: Ct);

        Assert.Equal(("start", "Начать"), Assert.Single(_telegram.Commands("ru")));
        Assert.Equal(("start", "Start"), Assert.Single(_telegram.Commands("de")));
        await Refused(() => _bot.SetMyCommands([new BotCommand("Start", "x")], cancellationToken: Ct), TelegramFaultKind.Other, "BOT_COMMAND_INVALID");
    }

    [Fact]
    public async Task Changes_OfAChat_AreAnnounced()
    {
        var changed = new List<long>();
        _telegram.ChatChanged += changed.Add;
        _telegram.ChatChanged += _ => throw new ObjectDisposedException("page");

        var (message, _) = await Said("x");
        await _bot.EditMessageText(_anna.Id, message.Id, "y", cancellationToken: Ct);
        await _bot.DeleteMessage(_anna.Id, message.Id, Ct);
        await Refused(() => _bot.SendMessage(_anna.Id, "", cancellationToken: Ct), TelegramFaultKind.Other);

        Assert.Equal([_anna.Id, _anna.Id, _anna.Id, _anna.Id], changed);
    }

    [Fact]
    public async Task Memory_IsBounded()
    {
        for (var i = 0; i < SimulatedTelegram.PeopleLimit + 20; i++) _telegram.AddPerson($"P{i}");
        var last = _telegram.People[^1];
        for (var i = 0; i < 1100; i++) _telegram.SendText(last.Id, $"text {i}");

        Assert.Equal(SimulatedTelegram.PeopleLimit, _telegram.People.Count);
        Assert.Equal(200, _telegram.Messages(last.Id).Count);
        Assert.Equal("text 1099", _telegram.Messages(last.Id)[^1].Text);
        Assert.Equal(1000, _telegram.PendingUpdates);
        Assert.Equal("text 100", (await _bot.GetUpdates(limit: 1, cancellationToken: Ct))[0].Message!.Text);
    }

    private async Task<(Message Message, SimulatedMessage Shown)> Said(string html, ReplyMarkup? markup = null)
    {
        _telegram.SendText(_anna.Id, "/start");
        var message = await _bot.SendMessage(_anna.Id, html, ParseMode.Html, replyMarkup: markup, cancellationToken: Ct);
        return (message, _telegram.Messages(_anna.Id)[^1]);
    }

    private static async Task Refused(Func<Task> call, TelegramFaultKind kind, string? words = null)
    {
        var refused = await Assert.ThrowsAsync<ApiRequestException>(call);
        Assert.Equal(kind, TelegramFault.From(refused).Kind);
        if (words is not null) Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }
}

file static class MessageText
{
    public static string EntityText(this Message message) =>
        message.Text!.Substring(message.Entities![0].Offset, message.Entities[0].Length);
}
