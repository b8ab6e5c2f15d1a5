using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Pictures;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Unit.Screens;

public sealed class ScreenMessageTests : IAsyncLifetime
{
    private static readonly InlineKeyboardMarkup Buttons = new InlineKeyboardMarkup()
        .AddButton("Yes", "t.0")
        .AddButton("No", "t.1");
    private readonly RecordedLog<ScreenMessage> _log = new();
    private readonly InMemoryCache _kept = new();
    private FakeBotApiServer _server = null!;
    private SimulatedPerson _anna = null!;
    private ScreenMessage _message = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<string> Shown => _server.Telegram.Messages(_anna.Id).Where(m => m.FromBot).Select(m => m.Text);

    public async ValueTask InitializeAsync()
    {
        _server = await FakeBotApiServer.StartAsync();
        _anna = _server.Telegram.AddPerson("Anna");
        _server.Telegram.SendText(_anna.Id, "/start");
        var client = _server.CreateClient(retryThreshold: 5);
        _message = new ScreenMessage(client, new SentPictures(client, _kept), _log);
    }

    public async ValueTask DisposeAsync()
    {
        _server.AssertAllRequestsMatchFacts();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Show_Again_EditsTheSameMessage()
    {
        var first = await ShowAsync(null, "one");
        var second = await ShowAsync(first, "<b>two</b>");

        Assert.Equal(first, second);
        Assert.Equal(["two"], Shown);
        Assert.Equal(["Yes", "No"], _server.Telegram.Messages(_anna.Id)[^1].Labels);
    }

    [Theory]
    [InlineData("Bad Request: message to edit not found")]
    [InlineData("Bad Request: message can't be edited")]
    public async Task Show_EditTargetGone_IsSentAnew(string refusal)
    {
        var first = await ShowAsync(null, "one");
        _server.FailNext("editMessageText", Fault.Refusal(400, refusal));

        var second = await ShowAsync(first, "two");

        Assert.NotEqual(first, second);
        Assert.Equal(["one", "two"], Shown);
    }

    [Fact]
    public async Task Show_NothingNew_IsFine()
    {
        var first = await ShowAsync(null, "one");
        Assert.Equal(first, await ShowAsync(first, "one"));

        Assert.Equal(1, _server.Count("editMessageText"));
        Assert.Equal(["one"], Shown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Show_TooManyRequests_WaitsAsAskedAndTriesAgain(bool isEdit)
    {
        int? existing = isEdit ? await ShowAsync(null, "one") : null;
        _server.FailNext("*", Fault.TooManyRequests(1));
        var started = TimeProvider.System.GetTimestamp();

        await ShowAsync(existing, "two");

        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.99, 10);
        Assert.Equal(["two"], Shown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Show_TooManyRequestsForLong_GivesUpAtOnce(bool isEdit)
    {
        int? existing = isEdit ? await ShowAsync(null, "one") : null;
        var before = _server.Calls.Count;
        _server.FailNext("*", Fault.TooManyRequests(6));

        await Assert.ThrowsAnyAsync<RequestException>(() => ShowAsync(existing, "two"));

        Assert.Equal(1, _server.Calls.Count - before);
    }

    [Fact]
    public async Task Show_TooManyRequestsAgainAndAgain_IsTriedByTheClientOnly()
    {
        _server.FailNext("sendMessage", Enumerable.Repeat(Fault.TooManyRequests(0), 9));

        await Assert.ThrowsAnyAsync<RequestException>(() => ShowAsync(null, "one"));

        Assert.Equal(3, _server.Count("sendMessage"));
    }

    [Fact]
    public async Task Show_ServerErrorsWithoutEnd_FailAfterThreeTries()
    {
        _server.FailNext("sendMessage", Enumerable.Repeat(Fault.ServerError, 5));

        await Assert.ThrowsAnyAsync<RequestException>(() => ShowAsync(null, "one"));

        Assert.Equal(3, _server.Count("sendMessage"));
    }

    [Fact]
    public async Task Show_BrokenReplyToASend_IsNotSentTwice()
    {
        _server.FailNext("sendMessage", Fault.Garbage);

        await Assert.ThrowsAnyAsync<Exception>(() => ShowAsync(null, "one"));

        Assert.Equal(1, _server.Count("sendMessage"));
    }

    [Fact]
    public async Task Show_GuestBlockedTheBot_IsNotedQuietly()
    {
        var first = await ShowAsync(null, "one");
        _server.Telegram.SetBlocked(_anna.Id, true);

        Assert.Equal(first, await ShowAsync(first, "two"));

        Assert.Single(_log.Of(LogLevel.Information));
    }

    [Fact]
    public async Task Show_TextThenPictureThenTextAgain_IsOneMessageAllTheTime()
    {
        var text = await ShowAsync(null, "one", null);
        var picture = await ShowAsync(text, "two", "a");
        var caption = await ShowAsync(picture, "three", "a");
        var other = await ShowAsync(caption, "four", "b");

        Assert.Equal((text.Id, text.Id, text.Id), (picture.Id, caption.Id, other.Id));
        Assert.Equal(["four"], Shown);
        Assert.Equal(
            (2, 1, 0),
            (_server.Count("editMessageMedia"), _server.Count("editMessageCaption"), _server.Count("sendPhoto"))
        );

        // No picture becomes a text: that one is sent, and the picture goes.
        var again = await ShowAsync(other, "five", null);
        Assert.NotEqual(other.Id, again.Id);
        Assert.Null(again.PhotoKey);
        Assert.Equal(["five"], Shown);
    }

    [Fact]
    public async Task Show_SamePicture_IsUploadedOnceForAllChats()
    {
        var boris = _server.Telegram.AddPerson("Boris");
        _server.Telegram.SendText(boris.Id, "/start");
        await Task.WhenAll(ShowAsync(null, "one", "a"), ShowAsync(null, "two", "a", boris.Id));
        await ShowAsync(null, "three", "a");

        Assert.Equal(3, _server.Count("sendPhoto"));
        Assert.Single(_server.Calls, c => c.Call.Files.Count > 0);
    }

    [Theory]
    [InlineData("Bad Request: wrong file identifier/HTTP URL specified")]
    [InlineData("Bad Request: wrong remote file identifier specified: Wrong string length")]
    public async Task Show_FileIdRefused_IsUploadedAnewAndRemembered(string refusal)
    {
        await ShowAsync(null, "one", "a");
        _server.FailNext("sendPhoto", Fault.Refusal(400, refusal));

        var shown = await ShowAsync(null, "two", "a");
        await ShowAsync(null, "three", "a");

        Assert.NotNull(shown.PhotoKey);
        Assert.Equal(2, _server.Calls.Count(c => c.Call.Files.Count > 0));
        Assert.Equal(4, _server.Count("sendPhoto"));
    }

    [Fact]
    public async Task Show_PictureThatTelegramDoesNotTake_BecomesText()
    {
        _server.FailNext("sendPhoto", Fault.Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED"));

        var shown = await ShowAsync(null, "one", "a");

        Assert.Null(shown.PhotoKey);
        Assert.Equal(["one"], Shown);
        Assert.Equal(["Yes", "No"], _server.Telegram.Messages(_anna.Id)[^1].Labels);
    }

    [Fact]
    public async Task Show_ButtonsOfAPictureRefused_AreSentPlainWithTheWholePicture()
    {
        var client = new ButtonFallback(_server.CreateClient(), new RecordedLog<ButtonFallback>());
        var message = new ScreenMessage(client, new SentPictures(client, _kept), _log);
        _server.FailNext(
            "sendPhoto",
            Fault.Refusal(400, "Bad Request: can't parse inline keyboard button: unknown style")
        );
        var ready = await new SentPictures(client, _kept).ReadyAsync(
            new ScreenPhoto("a", _ => Task.FromResult<byte[]?>(TestPictures.Png().ToArray())),
            Cancel
        );
        var buttons = new InlineKeyboardMarkup(
            new InlineKeyboardButton("Yes", "t.0") { Style = KeyboardButtonStyle.Success }
        );

        var shown = await message.ShowAsync(_anna.Id, null, "one", buttons, ready, Cancel);

        Assert.NotNull(shown.PhotoKey);
        Assert.Equal(
            [33, 33],
            _server
                .Calls.Where(c => c.Call.Method == "sendPhoto")
                .Select(c => c.Call.Files.Values.Single().Content.Length)
        );
    }

    [Fact]
    public async Task Show_PictureInAMessageThatIsGone_IsSentAnew()
    {
        var first = await ShowAsync(null, "one", "a");
        _server.FailNext("editMessageMedia", Fault.Refusal(400, "Bad Request: message to edit not found"));

        var second = await ShowAsync(first, "two", "b");

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(["two"], Shown);
    }

    private Task<int> ShowAsync(int? messageId, string html) =>
        _message.ShowAsync(_anna.Id, messageId, html, Buttons, Cancel);

    private async Task<ShownMessage> ShowAsync(ShownMessage? before, string html, string? photo, long? chat = null)
    {
        var ready = photo is null
            ? null
            : await new SentPictures(_server.CreateClient(), _kept).ReadyAsync(
                new ScreenPhoto(photo, _ => Task.FromResult<byte[]?>(TestPictures.Png(tail: (byte)photo[0]).ToArray())),
                Cancel
            );
        return await _message.ShowAsync(chat ?? _anna.Id, before, html, Buttons, ready, Cancel);
    }
}
