using System.Net.Http.Json;
using TantraSmoke.Bot.BotApi;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Unit.Simulator;

/// <summary>The test's own instrument has to be right before others lean on it.</summary>
public sealed class FakeBotApiServerTests : IAsyncLifetime
{
    private FakeBotApiServer _server = null!;
    private ITelegramBotClient _bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeBotApiServer.StartAsync();
        _bot = _server.CreateClient(retryThreshold: 0);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Everything_OverHttp_WorksAndMatchesTheFacts()
    {
        var anna = _server.Telegram.AddPerson("Анна");
        var poll = _bot.GetUpdates(
            timeout: 20,
            allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery],
            cancellationToken: Ct
        );
        _server.Telegram.SendText(anna.Id, "/start");
        Assert.Equal("/start", Assert.Single(await poll).Message!.Text);

        var me = await _bot.GetMe(Ct);
        var message = await _bot.SendMessage(
            anna.Id,
            "<b>Привет</b>",
            ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup().AddButton("Да", "y"),
            cancellationToken: Ct
        );
        var tap = _server.Telegram.Tap(anna.Id, message.Id, "Да")!;
        await _bot.AnswerCallbackQuery(tap, "Ок", cancellationToken: Ct);
        await _bot.SendChatAction(anna.Id, ChatAction.UploadPhoto, cancellationToken: Ct);
        var photo = await _bot.SendPhoto(
            anna.Id,
            InputFile.FromStream(TestPictures.Png(), "зал.png"),
            "Зал",
            cancellationToken: Ct
        );
        using var copy = new MemoryStream();
        await _bot.GetInfoAndDownloadFile(photo.Photo![0].FileId, copy, Ct);

        Assert.True(me.IsBot);
        Assert.Equal("Ок", _server.Telegram.LastToast(anna.Id)!.Text);
        Assert.Equal("зал.png", _server.Telegram.File(photo.Photo[0].FileId)!.Name);
        Assert.Equal(TestPictures.Png().ToArray(), copy.ToArray());
        _server.AssertAllRequestsMatchFacts();
        Assert.Equal("Привет", _server.Telegram.Messages(anna.Id)[1].Text);
        Assert.Equal(1, _server.Count("sendPhoto"));
    }

    [Theory]
    [InlineData("sendMessag", """{"chat_id":1,"text":"x"}""", "sendMessag: no such method")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","colour":"red"}""", "sendMessage: no parameter colour")]
    [InlineData("sendMessage", """{"chat_id":1}""", "sendMessage: text is missing")]
    [InlineData("sendMessage", """{"chat_id":true,"text":"x"}""", "sendMessage.chat_id: true is no Integer")]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","parse_mode":"Word"}""",
        "sendMessage.parse_mode: Word is none of HTML, MarkdownV2, Markdown"
    )]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","data":"b"}]]}}""",
        "sendMessage.reply_markup.inline_keyboard[0][0]: InlineKeyboardButton has no data"
    )]
    [InlineData(
        "sendMessage",
        """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"callback_data":"b"}]]}}""",
        "sendMessage.reply_markup.inline_keyboard[0][0]: InlineKeyboardButton lacks text"
    )]
    [InlineData(
        "setMyCommands",
        """{"commands":[{"command":"a","description":"b"}],"scope":{"type":"chat"}}""",
        "setMyCommands.scope: BotCommandScopeChat lacks chat_id"
    )]
    [InlineData("sendPhoto", """{"chat_id":1,"photo":"attach://x"}""", "sendPhoto.photo: attach://x has no form part")]
    public async Task WrongRequest_IsFoundOut(string method, string json, string violation)
    {
        using var http = new HttpClient();
        await http.PostAsJsonAsync(
            $"{_server.Url}/bot{_server.Token}/{method}",
            System.Text.Json.JsonDocument.Parse(json),
            Ct
        );

        Assert.Equal([violation], _server.Calls.Single().Violations);
        Assert.ThrowsAny<Exception>(_server.AssertAllRequestsMatchFacts);
    }

    [Fact]
    public async Task Faults_HitTheNextCallsOnly()
    {
        _server.FailNext("getMe", Fault.TooManyRequests(7), Fault.ServerError, Fault.Garbage);
        _server.FailNext("*", Fault.Unauthorized);

        Assert.Equal((TelegramFaultKind.RateLimited, TimeSpan.FromSeconds(7)), await Failure());
        Assert.Equal((TelegramFaultKind.ServerError, null), await Failure());
        Assert.Equal((TelegramFaultKind.BrokenReply, null), await Failure());
        Assert.Equal((TelegramFaultKind.Unauthorized, null), await Failure());
        Assert.Equal("TantraSmoke", (await _bot.GetMe(Ct)).FirstName);

        async Task<(TelegramFaultKind, TimeSpan?)> Failure()
        {
            var fault = TelegramFault.From(await Assert.ThrowsAnyAsync<RequestException>(() => _bot.GetMe(Ct)));
            return (fault.Kind, fault.RetryAfter);
        }
    }

    [Fact]
    public async Task Hang_LastsUntilTheCallerGivesUp()
    {
        _server.FailNext("getMe", Fault.Hang);
        _bot.Timeout = TimeSpan.FromMilliseconds(200);

        var failed = await Assert.ThrowsAsync<RequestException>(() => _bot.GetMe(Ct));

        Assert.Equal(TelegramFaultKind.Timeout, TelegramFault.From(failed).Kind);
    }

    [Fact]
    public async Task WrongToken_IsUnauthorized()
    {
        var stranger = new TelegramBotClient(new TelegramBotClientOptions("77:other", _server.Url));

        var failed = await Assert.ThrowsAsync<ApiRequestException>(() => stranger.GetMe(Ct));

        Assert.Equal(TelegramFaultKind.Unauthorized, TelegramFault.From(failed).Kind);
        Assert.False(await stranger.TestApi(Ct));
        Assert.True(await _bot.TestApi(Ct));
    }
}
