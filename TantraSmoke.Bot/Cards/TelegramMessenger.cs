using Microsoft.Extensions.Logging;
using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Sending;
using TantraSmoke.Core.Talk;
using TantraSmoke.Core.Waitlist;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Bot.Cards;

/// <summary>Words outbox messages in the receiver's language and sends them.</summary>
public sealed class TelegramMessenger(
    ITelegramBotClient bot,
    SimulatedTelegram simulated,
    BookingQueries bookings,
    WaitlistQueries waitlist,
    GuestService guests,
    FriendService friends,
    TalkService talk,
    VenueCatalogCache catalogs,
    StaffCard staffCard,
    Announcements announcements,
    StaffChats chats,
    TimeProvider time,
    ILogger<TelegramMessenger> logger
) : IGuestMessenger
{
    private const int LongestPassedOn = 3500;

    private readonly ITelegramBotClient _simulator = simulated.CreateClient();

    public async Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var venue = await catalogs.GetAsync(cancellationToken);
        var language = await guests.LanguageAsync(message.ChatId, cancellationToken);
        // A staff chat that never wrote to the bot has no language of its own.
        var texts = language is null && !message.ForGuest ? BotTexts.OfStaff(venue.Settings) : BotTexts.For(language);
        var passed = message.TalkId is null ? null : await talk.ToSendAsync(message, cancellationToken);
        var word = passed is null
            ? await CardAsync(texts, venue, message, cancellationToken)
            : await TalkAsync(texts, venue, message.Kind, passed, cancellationToken);
        if (word is not { } card)
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

    /// <summary>Word for word, as far as Telegram takes; all of it stands in the dashboard.</summary>
    private async Task<CardView> TalkAsync(
        BotTexts texts,
        VenueCatalog venue,
        OutboxKind kind,
        TalkToSend passed,
        CancellationToken cancellationToken
    )
    {
        var text = Html.Escape(Html.Shorten(passed.Text, LongestPassedOn));
        if (kind == OutboxKind.TalkToGuest)
            return new CardView(Html.Paragraphs(Html.Bold($"💬 {venue.Settings.VenueName}"), text));
        if (kind == OutboxKind.TalkUndelivered)
            return new CardView(Html.Paragraphs(texts.AnswerUndelivered(Html.Name(passed.GuestName)), text));
        var booking = passed.BookingId is { } id
            ? await bookings.FindAsync(Actor.System.Instance, id, cancellationToken)
            : null;
        return new CardView(
            Html.Paragraphs(
                Html.Lines(
                    $"💬 {Html.Bold(Plain.Name(passed.GuestName))}{(passed.Username is { } username ? " @" + Html.Escape(username) : "")}",
                    booking is null ? texts.WithoutBooking : Html.Escape(BookingText.Label(texts, venue, booking))
                ),
                text,
                texts.ReplyToAnswer
            )
        );
    }

    /// <summary>
    /// Edits a message and nothing else: where it is gone nothing is left to do, where it cannot be edited staff hear
    /// of it.
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
            // What was posted in the group stays as it is; the supergroup counts its messages anew.
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
            // Telegram tells the new id with the refusal; it is kept and used from now on.
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

    /// <summary>In Development the simulator's people sit beside real ones.</summary>
    private ITelegramBotClient ClientOf(long chatId) => simulated.People.Any(p => p.Id == chatId) ? _simulator : bot;

    /// <summary>What is to be said as things are now; null when there is nothing to say any more.</summary>
    private async Task<CardView?> CardAsync(
        BotTexts texts,
        VenueCatalog venue,
        OutboxMessage message,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (message.Kind == OutboxKind.Erased)
            return new CardView(texts.ErasedPost);
        if (message.WaitlistEntryId is { } waiting)
            return await waitlist.FindAsync(Actor.System.Instance, waiting, cancellationToken) is { } party
                ? Of(texts, venue, message.Kind, party, now)
                : null;
        if (message.Kind is OutboxKind.OpeningSummary or OutboxKind.ClosingSummary)
        {
            if (ShiftSummaries.DayOf(venue, message.Kind, message.CreatedAt) is not { } day)
                return null;
            var rows = await bookings.DayAsync(day, cancellationToken);
            return new CardView(
                message.Kind == OutboxKind.OpeningSummary
                    ? ShiftText.Opening(texts, venue, day, rows)
                    : ShiftText.Closing(texts, day, rows)
            );
        }

        if (
            message is
            {
                Kind: OutboxKind.FriendReminder or OutboxKind.FriendMoved or OutboxKind.FriendCanceled,
                BookingId: { } met
            }
        )
            return
                await guests.ByTelegramAsync(message.ChatId, cancellationToken) is { } friend
                && await friends.FindAnsweredAsync(friend, met, cancellationToken) is { } invitation
                ? FriendCard.View(texts, venue, message.Kind, invitation, now)
                : null;
        return
            message.BookingId is { } id
            && await bookings.FindAsync(Actor.System.Instance, id, cancellationToken) is { } booking
            ? message.Kind == OutboxKind.StaffCard
                ? await staffCard.ViewAsync(texts, venue, booking, cancellationToken)
                : Of(texts, venue, message, booking, now)
            : null;
    }

    private static CardView? Of(
        BotTexts texts,
        VenueCatalog venue,
        OutboxKind kind,
        WaitlistRow party,
        DateTimeOffset now
    )
    {
        if (kind == OutboxKind.WaitlistOver)
            return new CardView(Html.Paragraphs(texts.WaitingIsOver, WaitingText.Wish(texts, venue, party)));
        if (kind == OutboxKind.WaitlistNotOffered)
            return party.EndedBecause == WaitlistEnd.NotOffered
                ? new CardView(
                    Html.Paragraphs(WaitingText.NotOffered(texts, venue, party), WaitingText.Wish(texts, venue, party))
                )
                : null;
        if (kind == OutboxKind.WaitlistAskedAgain)
            return party.EndedBecause == WaitlistEnd.AskedAgain ? OfferCard.View(texts, venue, party, now) : null;
        // An offer that was taken back meanwhile is none; the question whether they wait on has been answered.
        var isTrue = kind == OutboxKind.WaitlistOffer ? party.HasOffer(now) : party.PassedAt is not null;
        return isTrue ? OfferCard.View(texts, venue, party, now) : null;
    }

    private static CardView? Of(
        BotTexts texts,
        VenueCatalog venue,
        OutboxMessage message,
        BookingRow booking,
        DateTimeOffset now
    )
    {
        // After an outage: what was to be said of a time that is over by now would be a wrong sentence.
        if (
            booking.EndsAt <= now
            && message.Kind
                is OutboxKind.BookingCreated
                    or OutboxKind.BookingCanceled
                    or OutboxKind.BookingMoved
                    or OutboxKind.BookingRestored
                    or OutboxKind.BookingApproved
                    or OutboxKind.BookingDeclined
                    or OutboxKind.RequestExpired
        )
            return null;
        var facts = BookingText.Facts(texts, venue, booking);
        return message.Kind switch
        {
            OutboxKind.BookingCreated => new CardView(Html.Paragraphs(texts.GuestNewBooking, facts)),
            OutboxKind.BookingCanceled => new CardView(
                Html.Paragraphs(texts.GuestCanceledBooking(Html.Escape(venue.Settings.Phone)), facts)
            ),
            OutboxKind.BookingMoved => CalendarCard.View(
                texts,
                booking,
                Html.Paragraphs(texts.GuestMovedBooking, facts)
            ),
            OutboxKind.BookingRestored => booking.IsOpen
                ? new CardView(Html.Paragraphs(texts.GuestRestoredBooking, facts))
                : null,
            OutboxKind.BookingRequested => booking.AnswerBy is null
                ? null
                : new CardView(Html.Paragraphs(texts.RequestAgain, facts)),
            OutboxKind.BookingApproved => new CardView(Html.Paragraphs(texts.RequestApproved, facts)),
            OutboxKind.BookingDeclined => AnswerCard.View(
                texts,
                booking,
                Html.Paragraphs(texts.RequestDeclined(Html.Escape(venue.Settings.Phone)), facts)
            ),
            OutboxKind.RequestExpired => AnswerCard.View(
                texts,
                booking,
                Html.Paragraphs(texts.RequestExpired(Html.Escape(venue.Settings.Phone)), facts)
            ),
            OutboxKind.StaffNote => StaffCard.Note(texts, venue, booking),
            OutboxKind.RequestUnanswered => booking.AnswerBy is null ? null : StaffCard.Note(texts, venue, booking),
            OutboxKind.PartyOutgrown => OutgrownCard.View(texts, venue, booking, now),
            OutboxKind.FriendReminder
            or OutboxKind.FriendMoved
            or OutboxKind.FriendCanceled
            or OutboxKind.TalkToStaff
            or OutboxKind.TalkToGuest
            or OutboxKind.TalkUndelivered => null,
            OutboxKind.Reminder => ReminderCard.View(texts, venue, booking, now),
            OutboxKind.VisitQuestion => booking.Rating is null ? VisitCard.View(texts, venue, booking) : null,
            OutboxKind.StaffCard
            or OutboxKind.OpeningSummary
            or OutboxKind.ClosingSummary
            or OutboxKind.WaitlistOffer
            or OutboxKind.WaitlistPassed
            or OutboxKind.WaitlistOver
            or OutboxKind.WaitlistNotOffered
            or OutboxKind.WaitlistAskedAgain
            or OutboxKind.Erased => null,
        };
    }
}
