using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Simulator;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Tests.Unit.Simulator;

/// <summary>A simulated Telegram whose clock stands still, with the bot's client and Anna's phone.</summary>
public abstract class SimulatorTests
{
    protected SimulatorTests()
    {
        Telegram = new SimulatedTelegram(Time);
        Bot = Telegram.CreateClient();
        Anna = Telegram.AddPerson("Анна", "К", "anna", "ru");
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualTime Time { get; } = new();
    protected SimulatedTelegram Telegram { get; }
    protected ITelegramBotClient Bot { get; }
    protected SimulatedPerson Anna { get; }

    protected async Task<(Message Message, SimulatedMessage Shown)> Said(string html, ReplyMarkup? markup = null)
    {
        Telegram.SendText(Anna.Id, "/start");
        var message = await Bot.SendMessage(Anna.Id, html, ParseMode.Html, replyMarkup: markup, cancellationToken: Ct);
        return (message, Telegram.Messages(Anna.Id)[^1]);
    }

    protected static async Task Refused(Func<Task> call, TelegramFaultKind kind, string? words = null)
    {
        var refused = await Assert.ThrowsAsync<ApiRequestException>(call);
        Assert.Equal(kind, TelegramFault.From(refused).Kind);
        if (words is not null)
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }
}
