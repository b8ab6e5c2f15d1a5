using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Screens;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace TantraSmoke.Tests.Data.Screens;

/// <summary>
/// In which order a step shows, saves, answers and tidies up, and what is left of it when Telegram fails.
/// </summary>
public sealed class ScreenEngineTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly TaskCompletionSource _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestVenue _venue = null!;
    private Dialog _guest = null!;
    private string? _fails;
    private bool _answersWait;

    private static CancellationToken Cancel => TestVenue.Cancel;

    private ITelegramBotClient Bot => _venue.Services.GetRequiredService<ITelegramBotClient>();

    public async ValueTask InitializeAsync()
    {
        _venue = await Dialog.OpenVenueAsync();
        _guest = Dialog.With(_venue);
        Bot.OnMakingApiRequest += async (_, call, _) =>
        {
            _calls.Enqueue(call.Request.MethodName);
            if (call.Request.MethodName == _fails)
                throw new RequestException("Telegram is away");
            if (_answersWait && call.Request.MethodName == "answerCallbackQuery")
                await _mayAnswer.Task;
        };
        await _guest.SendAsync("/start");
        await _guest.TapAsync("🍽️ Забронировать столик");
    }

    public async ValueTask DisposeAsync()
    {
        _mayAnswer.TrySetResult();
        await _venue.DisposeAsync();
    }

    [Theory]
    [InlineData("/start")]
    [InlineData("двое")]
    public async Task Type_SendFails_TheOldMessageStaysAndItsButtonsWork(string text)
    {
        var shown = _guest.Screen;
        _fails = "sendMessage";

        await Assert.ThrowsAsync<RequestException>(() => _guest.SendAsync(text));

        _fails = null;
        await ConfirmAllAsync();
        Assert.Equal(shown.Id, _guest.Screen.Id);
        await _guest.TapAsync("2");
        Assert.Contains("На какой день?", _guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(shown.Id, _guest.Screen.Id);
    }

    [Fact]
    public async Task Type_TheNewMessageComes_BeforeTheOldGoes()
    {
        _calls.Clear();

        await _guest.SendAsync("двое");

        Assert.Equal(["sendMessage", "deleteMessage"], _calls.Where(method => method != "getUpdates"));
        Assert.Single(_guest.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task StaleTap_EditFails_TheOtherMessageStaysAndItsButtonsWork()
    {
        var old = _guest.Screen;
        // Telegram keeps what the bot could not delete.
        _fails = "deleteMessage";
        await _guest.SendAsync("/start");
        var current = _guest.Screen;
        _fails = "editMessageText";

        await Assert.ThrowsAsync<RequestException>(() => _guest.TapAsync(old, "2"));

        _fails = null;
        await ConfirmAllAsync();
        Assert.Equal(current.Id, _guest.Screen.Id);
        await _guest.TapAsync("📅 Мои брони");
        Assert.Contains("У вас пока нет броней", _guest.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tap_AnswerHasToWait_TheStepIsShownAndSavedMeanwhile(bool isStale)
    {
        var tapped = _guest.Screen;
        if (isStale)
        {
            _fails = "deleteMessage";
            await _guest.SendAsync("/start");
            _fails = null;
        }

        var before = await SessionAsync();
        _answersWait = true;
        var step = _guest.TapAsync(tapped, "2");

        var after = before;
        for (var waited = 0; waited < 500 && after.Token == before.Token; waited++)
        {
            await Task.Delay(10, Cancel);
            after = await SessionAsync();
        }

        Assert.NotEqual(before.Token, after.Token);
        Assert.Equal((isStale ? ScreenNames.Home : ScreenNames.Day, tapped.Id), (after.Screen, after.MessageId));
        Assert.False(step.IsCompleted);
        _mayAnswer.SetResult();
        await step;
    }

    private async Task<ChatSession> SessionAsync() =>
        ChatSession.FromJson(
            (await _venue.Services.GetRequiredService<ISessionStore>().LoadAsync(_guest.ChatId, Cancel))!
        )!;

    /// <summary>A step that failed is not brought again.</summary>
    private async Task ConfirmAllAsync()
    {
        foreach (var update in await Bot.GetUpdates(cancellationToken: Cancel))
            await Bot.GetUpdates(update.Id + 1, cancellationToken: Cancel);
    }
}
