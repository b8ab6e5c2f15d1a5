using Microsoft.Extensions.Logging.Abstractions;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Unit.Updates;

/// <summary>A Bot API server that is too old for some buttons gets plain ones, and is asked only once.</summary>
public sealed class ButtonFallbackTests
{
    private readonly SimulatedTelegram _telegram = new(TimeProvider.System);
    private readonly SimulatedPerson _person;
    private readonly ButtonFallback _bot;
    private int _calls;

    public ButtonFallbackTests()
    {
        _person = _telegram.AddPerson("Ирина");
        _telegram.SendText(_person.Id, "/start");
        _bot = new ButtonFallback(_telegram.CreateClient(), NullLogger<ButtonFallback>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TextThatIsTooLong_EndsWithTheLastLineThatFits()
    {
        var html = string.Join('\n', Enumerable.Range(1, 400).Select(n => $"<b>{n}</b> a line of a long list"));

        var sent = await _bot.SendMessage(_person.Id, html, ParseMode.Html, cancellationToken: Cancel);
        await _bot.EditMessageText(
            _person.Id,
            sent.Id,
            "<i>first</i>\n" + html,
            ParseMode.Html,
            cancellationToken: Cancel
        );

        var text = _telegram.LastFromBot(_person.Id)!.Text;
        Assert.InRange(text.Length, 4000, 4096);
        Assert.EndsWith("a line of a long list\n…", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewServer_GetsEveryButtonAsItIs()
    {
        await SendAsync();

        var buttons = _telegram.LastFromBot(_person.Id)!.Buttons.SelectMany(row => row).ToList();
        Assert.Equal(
            [SimulatedButtonKind.Callback, SimulatedButtonKind.Disabled, SimulatedButtonKind.Copy],
            buttons.Select(b => b.Kind)
        );
        Assert.Equal("success", buttons[0].Style);
    }

    [Fact]
    public async Task OldServer_Refuses_GetsPlainOnes_AndIsNotAskedAgain()
    {
        _bot.OnMakingApiRequest += (_, call, _) =>
        {
            _calls++;
            var rows = ((InlineKeyboardMarkup)((SendMessageRequest)call.Request).ReplyMarkup!).InlineKeyboard;
            return rows.SelectMany(row => row)
                .Any(b => b.Style is not null || b.CopyText is not null || b.Disabled is not null)
                ? throw new ApiRequestException(
                    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline "
                        + "keyboard",
                    400
                )
                : ValueTask.CompletedTask;
        };

        await SendAsync();
        Assert.Equal(2, _calls);
        await SendAsync();

        Assert.Equal(3, _calls);
        var buttons = _telegram.LastFromBot(_person.Id)!.Buttons.SelectMany(row => row).ToList();
        Assert.Equal([("Да", "yes"), ("Закрыто", "why")], buttons.Select(b => (b.Label, b.Value)));
        Assert.All(buttons, b => Assert.Equal((SimulatedButtonKind.Callback, null), (b.Kind, b.Style)));
    }

    [Fact]
    public async Task OtherRefusals_ArePassedOn()
    {
        _bot.OnMakingApiRequest += (_, _, _) => throw new ApiRequestException("Bad Request: chat not found", 400);

        await Assert.ThrowsAsync<ApiRequestException>(SendAsync);
    }

    private Task SendAsync() =>
        _bot.SendMessage(
            _person.Id,
            "Привет",
            replyMarkup: new InlineKeyboardMarkup()
                .AddNewRow(new InlineKeyboardButton("Да") { CallbackData = "yes", Style = KeyboardButtonStyle.Success })
                .AddNewRow(new InlineKeyboardButton("Закрыто") { CallbackData = "why", Disabled = new() })
                .AddNewRow(InlineKeyboardButton.WithCopyText("Код", "K7MP2R")),
            cancellationToken: Cancel
        );
}
