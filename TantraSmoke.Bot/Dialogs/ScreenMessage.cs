using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Pictures;
using TantraSmoke.Bot.Screens;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>
/// The message that shows a dialog, text or picture: edited in place, or sent anew when it cannot be edited. A text can
/// become a picture, a picture no text.
/// </summary>
public sealed class ScreenMessage(ITelegramBotClient bot, SentPictures pictures, ILogger<ScreenMessage> logger)
{
    private const int MostTries = 3;
    private const int ToastLength = 200;

    /// <returns>The message that shows it now.</returns>
    public async Task<ShownMessage> ShowAsync(
        long chatId,
        ShownMessage? before,
        string html,
        InlineKeyboardMarkup keyboard,
        ReadyPhoto? photo,
        CancellationToken cancellationToken
    )
    {
        if (photo is not null)
        {
            try
            {
                return await ShowPhotoAsync(chatId, before, html, keyboard, photo, cancellationToken);
            }
            catch (ApiRequestException refused) when (TelegramFault.From(refused).Kind == TelegramFaultKind.Other)
            {
                logger.LogWarning("A picture is shown as text in chat {ChatId}: {Reason}", chatId, refused.Message);
            }
        }

        if (before is null or { PhotoKey: null })
            return new ShownMessage(await ShowAsync(chatId, before?.Id, html, keyboard, cancellationToken), null);
        var text = await ShowAsync(chatId, null, html, keyboard, cancellationToken);
        await DeleteAsync(chatId, before.Id, cancellationToken);
        return new ShownMessage(text, null);
    }

    /// <summary>The same for text messages only.</summary>
    /// <returns>The id of the message that shows it now.</returns>
    public Task<int> ShowAsync(
        long chatId,
        int? messageId,
        string html,
        InlineKeyboardMarkup keyboard,
        CancellationToken cancellationToken
    ) =>
        InsistAsync(
            chatId,
            messageId,
            async existing =>
            {
                if (existing is not { } id)
                    return (
                        await bot.SendMessage(
                            chatId,
                            html,
                            ParseMode.Html,
                            replyMarkup: keyboard,
                            cancellationToken: cancellationToken
                        )
                    ).Id;
                await bot.EditMessageText(
                    chatId,
                    id,
                    html,
                    ParseMode.Html,
                    replyMarkup: keyboard,
                    cancellationToken: cancellationToken
                );
                return id;
            },
            cancellationToken
        );

    private async Task<ShownMessage> ShowPhotoAsync(
        long chatId,
        ShownMessage? before,
        string html,
        InlineKeyboardMarkup keyboard,
        ReadyPhoto photo,
        CancellationToken cancellationToken
    )
    {
        var id = await InsistAsync(
            chatId,
            before?.Id,
            async existing =>
            {
                if (existing is { } same && before?.PhotoKey == photo.Photo.Key)
                    return (
                        await bot.EditMessageCaption(
                            chatId,
                            same,
                            html,
                            ParseMode.Html,
                            keyboard,
                            cancellationToken: cancellationToken
                        )
                    ).Id;
                return (
                    await pictures.SendAsync(
                        photo,
                        file =>
                            existing is { } other
                                ? bot.EditMessageMedia(
                                    chatId,
                                    other,
                                    new InputMediaPhoto(file) { Caption = html, ParseMode = ParseMode.Html },
                                    keyboard,
                                    cancellationToken: cancellationToken
                                )
                                : bot.SendPhoto(
                                    chatId,
                                    file,
                                    html,
                                    ParseMode.Html,
                                    replyMarkup: keyboard,
                                    cancellationToken: cancellationToken
                                ),
                        cancellationToken
                    )
                ).Id;
            },
            cancellationToken
        );
        if (before is not null && before.Id != id)
            await DeleteAsync(chatId, before.Id, cancellationToken);
        return new ShownMessage(id, photo.Photo.Key);
    }

    /// <summary>Calls with the message to edit, or null to send one, and retries as far as useful.</summary>
    private async Task<int> InsistAsync(
        long chatId,
        int? messageId,
        Func<int?, Task<int>> call,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call(messageId);
            }
            catch (Exception exception)
                when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                var fault = TelegramFault.From(exception);
                switch (fault.Kind)
                {
                    case TelegramFaultKind.NotModified when messageId is { } shown:
                        return shown;
                    // Messages of a group that became a supergroup cannot be edited.
                    case TelegramFaultKind.ChatMigrated when messageId is { } left:
                        return left;
                    case TelegramFaultKind.EditTargetGone when messageId is not null:
                        messageId = null;
                        break;
                    case TelegramFaultKind.Blocked:
                        logger.LogInformation("Chat {ChatId} no longer wants to hear from us", chatId);
                        return messageId ?? 0;
                    // The client has already waited; the next tap must not wait longer.
                    case TelegramFaultKind.RateLimited:
                        throw;
                    // Edits may be repeated; a message may not be sent twice, so its time-outs are not retried.
                    case var kind
                        when attempt < MostTries
                            && fault.IsTransient
                            && (messageId is not null || kind is TelegramFaultKind.ServerError):
                        await Task.Delay(TimeSpan.FromMilliseconds(300 * attempt), cancellationToken);
                        break;
                    default:
                        throw;
                }
            }
        }
    }

    /// <summary>Deletes a message; failures are ignored.</summary>
    public Task DeleteAsync(long chatId, int messageId, CancellationToken cancellationToken) =>
        TryAsync(
            () => bot.DeleteMessage(chatId, messageId, cancellationToken),
            $"message {messageId} stays",
            chatId,
            cancellationToken
        );

    /// <summary>Sends a message and deletes it at once, to change the keyboard.</summary>
    public Task FlashAsync(long chatId, string text, ReplyMarkup markup, CancellationToken cancellationToken) =>
        TryAsync(
            async () =>
            {
                var flash = await bot.SendMessage(
                    chatId,
                    text,
                    replyMarkup: markup,
                    cancellationToken: cancellationToken
                );
                await bot.DeleteMessage(chatId, flash.Id, cancellationToken);
            },
            "the keyboard stays",
            chatId,
            cancellationToken
        );

    /// <summary>Answers a tap, optionally with a toast.</summary>
    /// <returns>false when that came too late, or not through.</returns>
    public Task<bool> AnswerAsync(
        CallbackQuery query,
        string? toast,
        bool isAlert,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            () =>
                bot.AnswerCallbackQuery(
                    query.Id,
                    toast is null ? null : Html.Shorten(toast, ToastLength),
                    isAlert,
                    cancellationToken: cancellationToken
                ),
            "a tap is not answered",
            query.From.Id,
            cancellationToken
        );

    /// <summary>A best-effort call whose failure must not lose the step.</summary>
    private async Task<bool> TryAsync(
        Func<Task> call,
        string otherwise,
        long chatId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception fault)
            when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug(
                "In chat {ChatId} {Otherwise}: {Reason}",
                chatId,
                otherwise,
                TelegramFault.From(fault).Message
            );
            return false;
        }
    }
}
