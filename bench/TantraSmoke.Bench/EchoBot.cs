using System.Collections.Concurrent;
using System.Globalization;
using TantraSmoke.Bot.Updates;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bench;

/// <summary>Makes the same calls as the real bot for each update and thinks about none of them.</summary>
/// <param name="work">What is done for an update of a person before it is answered.</param>
internal sealed class EchoBot(ITelegramBotClient bot, Func<long, bool, Task>? work = null) : IUpdateHandler
{
    private readonly ConcurrentDictionary<long, int> _messages = new();
    private int _views;

    public async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        if (update.CallbackQuery is { Message: { } tapped } query)
        {
            var answering = bot.AnswerCallbackQuery(query.Id, cancellationToken: cancellationToken);
            if (work is not null)
                await work(query.From.Id, false);
            await bot.EditMessageText(
                tapped.Chat.Id,
                tapped.Id,
                Text(),
                ParseMode.Html,
                replyMarkup: Buttons(),
                cancellationToken: cancellationToken
            );
            await answering;
        }
        else if (update.Message is { } typed)
        {
            if (work is not null)
                await work(typed.Chat.Id, true);
            if (_messages.TryGetValue(typed.Chat.Id, out var old))
                await bot.DeleteMessage(typed.Chat.Id, old, cancellationToken);
            _messages[typed.Chat.Id] = (
                await bot.SendMessage(
                    typed.Chat.Id,
                    Text(),
                    ParseMode.Html,
                    replyMarkup: Buttons(),
                    cancellationToken: cancellationToken
                )
            ).Id;
        }
    }

    public Task ApologizeAsync(Update update, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("the echo bot failed");

    public Task AskForPatienceAsync(Update update, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("the echo bot was flooded");

    private static string Text() =>
        "<b>Friday, 20 November, 20:00 – 22:00</b>\n\n2 guests, table 5 by the window. The table is kept for you "
        + "until 19:45.";

    private InlineKeyboardMarkup Buttons()
    {
        var view = Interlocked.Increment(ref _views);
        return new InlineKeyboardMarkup(
            Enumerable
                .Range(0, 4)
                .Select(row =>
                    Enumerable
                        .Range(0, 2)
                        .Select(column =>
                            InlineKeyboardButton.WithCallbackData(
                                "20:00 – 22:00",
                                string.Create(CultureInfo.InvariantCulture, $"{view}.{row}.{column}")
                            )
                        )
                )
        );
    }
}
