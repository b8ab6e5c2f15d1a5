using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.Updates;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Screens;

/// <summary>The one message of a dialog: edited in place, sent anew when Telegram says that it cannot be edited.</summary>
public sealed class ScreenMessage(ITelegramBotClient bot, ILogger<ScreenMessage> logger)
{
    private const int MostTries = 3;
    private const int ToastLength = 200;

    /// <returns>The id of the message that shows it now.</returns>
    public async Task<int> ShowAsync(
        long chatId, int? messageId, string html, InlineKeyboardMarkup keyboard, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (messageId is { } existing)
                {
                    await bot.EditMessageText(chatId, existing, html, ParseMode.Html, replyMarkup: keyboard, cancellationToken: cancellationToken);
                    return existing;
                }

                return (await bot.SendMessage(chatId, html, ParseMode.Html, replyMarkup: keyboard, cancellationToken: cancellationToken)).Id;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                var fault = TelegramFault.From(exception);
                switch (fault.Kind)
                {
                    case TelegramFaultKind.NotModified when messageId is { } shown:
                        return shown;
                    case TelegramFaultKind.EditTargetGone when messageId is not null:
                        messageId = null;
                        break;
                    case TelegramFaultKind.Blocked:
                        logger.LogInformation("Chat {ChatId} no longer wants to hear from us", chatId);
                        return messageId ?? 0;
                    // The client has waited as long as it may; the guest's next tap must not wait longer.
                    case TelegramFaultKind.RateLimited:
                        throw;
                    // An edit may safely be done twice; a message sent twice would be two, so a time-out is not tried again for it.
                    case var kind when attempt < MostTries && fault.IsTransient && (messageId is not null || kind is TelegramFaultKind.ServerError):
                        await Task.Delay(TimeSpan.FromMilliseconds(300 * attempt), cancellationToken);
                        break;
                    default:
                        throw;
                }
            }
        }
    }

    /// <summary>Takes a message away if Telegram lets us; an old one may stay.</summary>
    public Task DeleteAsync(long chatId, int messageId, CancellationToken cancellationToken) =>
        TryAsync(() => bot.DeleteMessage(chatId, messageId, cancellationToken), $"message {messageId} stays", chatId, cancellationToken);

    /// <summary>Says something that need not stay: it is there only to change the keyboard.</summary>
    public Task FlashAsync(long chatId, string text, ReplyMarkup markup, CancellationToken cancellationToken) => TryAsync(
        async () =>
        {
            var flash = await bot.SendMessage(chatId, text, replyMarkup: markup, cancellationToken: cancellationToken);
            await bot.DeleteMessage(chatId, flash.Id, cancellationToken);
        },
        "the keyboard stays", chatId, cancellationToken);

    /// <summary>Answers a tap, with a toast if there is something to say.</summary>
    /// <returns>false when that came too late, or not through.</returns>
    public Task<bool> AnswerAsync(CallbackQuery query, string? toast, bool isAlert, CancellationToken cancellationToken) => TryAsync(
        () => bot.AnswerCallbackQuery(query.Id, toast is null ? null : Html.Shorten(toast, ToastLength), isAlert, cancellationToken: cancellationToken),
        "a tap is not answered", query.From.Id, cancellationToken);

    /// <summary>A call that is a courtesy: its failure must not lose the step.</summary>
    private async Task<bool> TryAsync(Func<Task> call, string otherwise, long chatId, CancellationToken cancellationToken)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug("In chat {ChatId} {Otherwise}: {Reason}", chatId, otherwise, TelegramFault.From(fault).Message);
            return false;
        }
    }
}
