using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Notifications;

/// <summary>Words outbox messages in the receiver's language and sends them.</summary>
public sealed class TelegramMessenger(
    ITelegramBotClient bot, SimulatedTelegram simulated, BookingQueries bookings, GuestService guests, VenueCatalogCache catalogs,
    ILogger<TelegramMessenger> logger) : IGuestMessenger
{
    private readonly ITelegramBotClient _simulator = simulated.CreateClient();

    public async Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var booking = message.BookingId is { } id ? await bookings.FindAsync(Actor.System.Instance, id, cancellationToken) : null;
        if (booking is null)
            return new SendOutcome(SendResult.Impossible, null, "the booking is gone");
        var venue = await catalogs.GetAsync(cancellationToken);
        var language = await guests.LanguageAsync(message.ChatId, cancellationToken);
        // A staff chat that never wrote to the bot has no language of its own.
        var texts = language is null && !message.ForGuest ? BotTexts.Russian : BotTexts.For(language);
        try
        {
            await DeliverAsync(message.ChatId, Words(texts, venue, message, booking), cancellationToken);
            return SendOutcome.Sent;
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

    /// <summary>A group that became a supergroup has another id from then on; Telegram tells it with the refusal.</summary>
    private async Task DeliverAsync(long chatId, string html, CancellationToken cancellationToken)
    {
        try
        {
            await ClientOf(chatId).SendMessage(chatId, html, ParseMode.Html, cancellationToken: cancellationToken);
        }
        catch (ApiRequestException moved) when (TelegramFault.From(moved).NewChatId is { } supergroup)
        {
            logger.LogWarning("The group {ChatId} is a supergroup now: set STAFF_CHAT_ID={NewChatId}", chatId, supergroup);
            await bot.SendMessage(supergroup, html, ParseMode.Html, cancellationToken: cancellationToken);
        }
    }

    /// <summary>In Development the simulator's people sit beside real ones.</summary>
    private ITelegramBotClient ClientOf(long chatId) => simulated.People.Any(p => p.Id == chatId) ? _simulator : bot;

    private static string Words(BotTexts texts, VenueCatalog venue, OutboxMessage message, BookingRow booking)
    {
        var facts = BookingText.Facts(texts, venue, booking);
        if (message.ForGuest)
        {
            return message.Kind switch
            {
                OutboxKind.BookingCreated => Html.Paragraphs(texts.GuestNewBooking, facts),
                OutboxKind.BookingCanceled => Html.Paragraphs(texts.GuestCanceledBooking(Html.Escape(venue.Settings.Phone)), facts),
                OutboxKind.BookingMoved => Html.Paragraphs(texts.GuestMovedBooking, facts),
            };
        }

        var title = message.Kind == OutboxKind.BookingCanceled ? texts.StaffCanceledBooking : texts.StaffNewBooking;
        var contact = booking.Username is { } username ? "@" + username : booking.Phone;
        var who = string.Join(" · ", new[] { booking.GuestName, contact, texts.Source(booking.Source) }.OfType<string>().Select(Html.Escape));
        return Html.Paragraphs(title, $"{facts}\n👤 {who}");
    }
}
