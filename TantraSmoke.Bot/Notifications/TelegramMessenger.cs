using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Bot.Waiting;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using TantraSmoke.Core.Waitlist;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Notifications;

/// <summary>Words outbox messages in the receiver's language and sends them.</summary>
public sealed class TelegramMessenger(
    ITelegramBotClient bot, SimulatedTelegram simulated, BookingQueries bookings, WaitlistService waitlist, GuestService guests, VenueCatalogCache catalogs,
    StaffCard staffCard, Announcements announcements, TimeProvider time, ILogger<TelegramMessenger> logger) : IGuestMessenger
{
    private readonly ITelegramBotClient _simulator = simulated.CreateClient();

    public async Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var venue = await catalogs.GetAsync(cancellationToken);
        var language = await guests.LanguageAsync(message.ChatId, cancellationToken);
        // A staff chat that never wrote to the bot has no language of its own.
        var texts = language is null && !message.ForGuest ? BotTexts.Group : BotTexts.For(language);
        if (await CardAsync(texts, venue, message, cancellationToken) is not { } card)
            return SendOutcome.NotNeeded;
        try
        {
            var posted = message is { Kind: OutboxKind.StaffCard, BookingId: { } about } ? await announcements.PostedAsync(about, message.ChatId, cancellationToken) : null;
            return new SendOutcome(
                SendResult.Sent,
                MessageId: posted is { } existing && await EditAsync(message.ChatId, existing, card, cancellationToken)
                    ? existing
                    : await DeliverAsync(message.ChatId, card, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var fault = TelegramFault.From(exception);
            return fault.Kind switch
            {
                TelegramFaultKind.Blocked => new SendOutcome(SendResult.Unreachable, null, fault.Message),
                _ when fault.IsTransient || fault.Kind is TelegramFaultKind.Unauthorized => new SendOutcome(SendResult.TryAgain, fault.RetryAfter, fault.Message),
                _ => new SendOutcome(SendResult.Impossible, null, fault.Message),
            };
        }
    }

    /// <returns>false when the message is gone, or its group is another now: then the card is sent anew.</returns>
    private async Task<bool> EditAsync(long chatId, int messageId, CardView card, CancellationToken cancellationToken)
    {
        try
        {
            await ClientOf(chatId).EditMessageText(chatId, messageId, card.Html, ParseMode.Html, replyMarkup: card.Keyboard(), cancellationToken: cancellationToken);
            return true;
        }
        catch (ApiRequestException refused) when (TelegramFault.From(refused).Kind is TelegramFaultKind.NotModified or TelegramFaultKind.EditTargetGone or TelegramFaultKind.ChatMigrated)
        {
            return TelegramFault.From(refused).Kind == TelegramFaultKind.NotModified;
        }
    }

    /// <summary>A group that became a supergroup has another id from then on; Telegram tells it with the refusal.</summary>
    private async Task<int> DeliverAsync(long chatId, CardView card, CancellationToken cancellationToken)
    {
        var keyboard = card.Rows.Count > 0 ? card.Keyboard() : null;
        try
        {
            return (await ClientOf(chatId).SendMessage(chatId, card.Html, ParseMode.Html, replyMarkup: keyboard, cancellationToken: cancellationToken)).Id;
        }
        catch (ApiRequestException moved) when (TelegramFault.From(moved).NewChatId is { } supergroup)
        {
            logger.LogWarning("The group {ChatId} is a supergroup now: set STAFF_CHAT_ID={NewChatId}", chatId, supergroup);
            return (await bot.SendMessage(supergroup, card.Html, ParseMode.Html, replyMarkup: keyboard, cancellationToken: cancellationToken)).Id;
        }
    }

    /// <summary>In Development the simulator's people sit beside real ones.</summary>
    private ITelegramBotClient ClientOf(long chatId) => simulated.People.Any(p => p.Id == chatId) ? _simulator : bot;

    /// <summary>What is to be said as things are now; null when there is nothing to say any more.</summary>
    private async Task<CardView?> CardAsync(BotTexts texts, VenueCatalog venue, OutboxMessage message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (message.WaitlistEntryId is { } waiting)
            return await waitlist.FindAsync(Actor.System.Instance, waiting, cancellationToken) is { } party ? Of(texts, venue, message.Kind, party, now) : null;
        if (message.Kind is OutboxKind.OpeningSummary or OutboxKind.ClosingSummary)
        {
            if (ShiftSummaries.DayOf(venue, message.Kind, message.CreatedAt) is not { } day)
                return null;
            var rows = await bookings.DayAsync(day, cancellationToken);
            return new CardView(message.Kind == OutboxKind.OpeningSummary ? ShiftText.Opening(texts, venue, day, rows) : ShiftText.Closing(texts, day, rows));
        }

        return message.BookingId is { } id && await bookings.FindAsync(Actor.System.Instance, id, cancellationToken) is { } booking
            ? message.Kind == OutboxKind.StaffCard
                ? await staffCard.ViewAsync(texts, venue, booking, cancellationToken)
                : Of(texts, venue, message, booking, now)
            : null;
    }

    private static CardView? Of(BotTexts texts, VenueCatalog venue, OutboxKind kind, WaitlistRow party, DateTimeOffset now)
    {
        if (kind == OutboxKind.WaitlistOver)
            return new CardView(Html.Paragraphs(texts.WaitingIsOver, WaitingText.Wish(texts, venue, party)));
        // An offer that was taken back meanwhile is none; the question whether they wait on has been answered.
        var isTrue = kind == OutboxKind.WaitlistOffer ? party.HasOffer(now) : party.PassedAt is not null;
        return isTrue ? OfferCard.View(texts, venue, party, now) : null;
    }

    private static CardView? Of(BotTexts texts, VenueCatalog venue, OutboxMessage message, BookingRow booking, DateTimeOffset now)
    {
        var facts = BookingText.Facts(texts, venue, booking);
        return message.Kind switch
        {
            OutboxKind.BookingCreated => new CardView(Html.Paragraphs(texts.GuestNewBooking, facts)),
            OutboxKind.BookingCanceled => new CardView(Html.Paragraphs(texts.GuestCanceledBooking(Html.Escape(venue.Settings.Phone)), facts)),
            OutboxKind.BookingMoved => new CardView(Html.Paragraphs(texts.GuestMovedBooking, facts)),
            OutboxKind.Reminder => ReminderCard.View(texts, venue, booking, now),
            OutboxKind.VisitQuestion => booking.Rating is null ? VisitCard.View(texts, venue, booking) : null,
            OutboxKind.StaffCard or OutboxKind.OpeningSummary or OutboxKind.ClosingSummary
                or OutboxKind.WaitlistOffer or OutboxKind.WaitlistPassed or OutboxKind.WaitlistOver => null,
        };
    }
}
