using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Sending;
using TantraSmoke.Core.Talk;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Sending;

/// <summary>Sends outbox messages, or edits the messages they have become.</summary>
public sealed class TelegramMessenger(
    ITelegramBotClient bot,
    SimulatedTelegram simulated,
    OutboxCards cards,
    TalkService talk,
    Announcements announcements,
    StaffChats chats,
    ILogger<TelegramMessenger> logger
) : IGuestMessenger
{
    private readonly ITelegramBotClient _simulator = simulated.CreateClient();

    public async Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var passed = message.TalkId is null ? null : await talk.ToSendAsync(message, cancellationToken);
        if (await cards.OfAsync(message, passed, cancellationToken) is not { } card)
            return SendOutcome.NotNeeded;
        try
        {
            if (message.MessageId is { } standing)
                return await ReplaceAsync(message.ChatId, standing, card, cancellationToken);
            if (passed is not null)
                return await DeliverAsync(message.ChatId, card, passed.ReplyTo, cancellationToken);
            var posted = message is { ForGuest: false, BookingId: { } about }
                ? await announcements.PostedAsync(about, message.ChatId, cancellationToken)
                : null;
            if (message.Kind != OutboxKind.StaffCard)
                return await DeliverAsync(message.ChatId, card, posted, cancellationToken);
            return posted is { } existing && await EditAsync(message.ChatId, existing, card, cancellationToken)
                ? new SendOutcome(SendResult.Sent, MessageId: existing)
                : await DeliverAsync(message.ChatId, card, null, cancellationToken);
        }
        catch (Exception exception)
            when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var fault = TelegramFault.From(exception);
            return fault.Kind switch
            {
                _ when message is { ChatId: < 0, ForGuest: false } && TroubleOf(fault) is { } trouble =>
                    new SendOutcome(SendResult.ChatClosed, null, fault.Message) { Trouble = trouble },
                TelegramFaultKind.Blocked => new SendOutcome(SendResult.Unreachable, null, fault.Message),
                _ when fault.IsTransient || fault.Kind is TelegramFaultKind.Unauthorized => new SendOutcome(
                    SendResult.TryAgain,
                    fault.RetryAfter,
                    fault.Message
                ),
                _ => new SendOutcome(SendResult.Impossible, null, fault.Message),
            };
        }
    }

    private static ChatTrouble? TroubleOf(TelegramFault fault) =>
        fault.Kind switch
        {
            TelegramFaultKind.Blocked => ChatTrouble.Removed,
            TelegramFaultKind.MayNotWrite or TelegramFaultKind.TopicGone => ChatTrouble.Muted,
            TelegramFaultKind.ChatNotFound => ChatTrouble.NotFound,
            _ => null,
        };

    /// <summary>
    /// Only edits: nothing is left to do if the message is gone; staff are told if it cannot be edited.
    /// </summary>
    private async Task<SendOutcome> ReplaceAsync(
        long chatId,
        int messageId,
        CardView card,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await EditTextAsync(chatId, messageId, card, cancellationToken);
            return new SendOutcome(SendResult.Sent, MessageId: messageId);
        }
        catch (ApiRequestException refused)
            when (TelegramFault.From(refused) is { Kind: TelegramFaultKind.NotModified })
        {
            return new SendOutcome(SendResult.Sent, MessageId: messageId);
        }
        catch (ApiRequestException refused)
            when (refused.Message.Contains("message to edit not found", StringComparison.OrdinalIgnoreCase))
        {
            return SendOutcome.NotNeeded with { MessageId = messageId };
        }
        catch (ApiRequestException refused)
            when (TelegramFault.From(refused).Kind is TelegramFaultKind.EditTargetGone or TelegramFaultKind.ChatMigrated
            )
        {
            return new SendOutcome(SendResult.Impossible, null, refused.Message, messageId);
        }
    }

    /// <returns>false when the message is gone: then the card is sent anew.</returns>
    private async Task<bool> EditAsync(long chatId, int messageId, CardView card, CancellationToken cancellationToken)
    {
        try
        {
            await EditTextAsync(chatId, messageId, card, cancellationToken);
            return true;
        }
        catch (ApiRequestException moved) when (TelegramFault.From(moved).NewChatId is not null)
        {
            // Old messages stay as they are; the supergroup has new message ids.
            return false;
        }
        catch (ApiRequestException refused)
            when (TelegramFault.From(refused).Kind is TelegramFaultKind.NotModified or TelegramFaultKind.EditTargetGone)
        {
            return TelegramFault.From(refused).Kind == TelegramFaultKind.NotModified;
        }
    }

    private Task<Message> EditTextAsync(
        long chatId,
        int messageId,
        CardView card,
        CancellationToken cancellationToken
    ) =>
        ClientOf(chatId)
            .EditMessageText(
                chatId,
                messageId,
                card.Html,
                ParseMode.Html,
                replyMarkup: card.Keyboard(),
                cancellationToken: cancellationToken
            );

    /// <param name="under">The message it belongs to; sent without, where that is gone.</param>
    private async Task<SendOutcome> DeliverAsync(
        long chatId,
        CardView card,
        int? under,
        CancellationToken cancellationToken
    )
    {
        var keyboard = card.Rows.Count > 0 ? card.Keyboard() : null;
        var reply = under is { } messageId
            ? new ReplyParameters { MessageId = messageId, AllowSendingWithoutReply = true }
            : null;
        var topic = chatId < 0 ? await chats.TopicOfAsync(chatId, cancellationToken) : null;
        try
        {
            return await PostAsync(topic);
        }
        catch (ApiRequestException gone)
            when (topic is not null && TelegramFault.From(gone).Kind == TelegramFaultKind.TopicGone)
        {
            logger.LogWarning(
                "Topic {Topic} of the group {ChatId} is gone; messages are posted outside of topics",
                topic,
                chatId
            );
            await chats.LoseTopicAsync(chatId, cancellationToken);
            return await PostAsync(null);
        }
        catch (ApiRequestException moved) when (TelegramFault.From(moved).NewChatId is { } supergroup)
        {
            // The refusal contains the new id.
            logger.LogInformation("The group {ChatId} has become the supergroup {NewChatId}", chatId, supergroup);
            await chats.MovedAsync(chatId, supergroup, cancellationToken);
            var sent = await bot.SendMessage(
                supergroup,
                card.Html,
                ParseMode.Html,
                replyMarkup: keyboard,
                cancellationToken: cancellationToken
            );
            return new SendOutcome(SendResult.Sent, MessageId: sent.Id) { ChatId = supergroup };
        }

        async Task<SendOutcome> PostAsync(int? thread)
        {
            var sent = await ClientOf(chatId)
                .SendMessage(
                    chatId,
                    card.Html,
                    ParseMode.Html,
                    replyParameters: reply,
                    replyMarkup: keyboard,
                    messageThreadId: thread,
                    cancellationToken: cancellationToken
                );
            return new SendOutcome(SendResult.Sent, MessageId: sent.Id);
        }
    }

    /// <summary>In Development simulated people exist beside real ones.</summary>
    private ITelegramBotClient ClientOf(long chatId) => simulated.People.Any(p => p.Id == chatId) ? _simulator : bot;
}
