using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Friends;
using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Staff;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Bot.Waitlist;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Talk;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Bot.Sending;

/// <summary>What an outbox message says now, in the receiver's language.</summary>
public sealed class OutboxCards(
    BookingQueries bookings,
    WaitlistQueries waitlist,
    GuestService guests,
    FriendService friends,
    VenueCatalogCache catalogs,
    StaffCard staffCard,
    TimeProvider time
)
{
    private const int LongestPassedOn = 3500;

    /// <summary>Null when the message no longer applies.</summary>
    /// <param name="passed">The message between a guest and the staff, if it is one.</param>
    public async Task<CardView?> OfAsync(OutboxMessage message, TalkToSend? passed, CancellationToken cancellationToken)
    {
        var venue = await catalogs.GetAsync(cancellationToken);
        var language = await guests.LanguageAsync(message.ChatId, cancellationToken);
        // A staff chat that never wrote to the bot has no language of its own.
        var texts = language is null && !message.ForGuest ? BotTexts.OfStaff(venue.Settings) : BotTexts.For(language);
        return passed is null
            ? await CardAsync(texts, venue, message, cancellationToken)
            : await TalkAsync(texts, venue, message.Kind, passed, cancellationToken);
    }

    /// <summary>The text unchanged, cut to Telegram's limit; the dashboard has all of it.</summary>
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
                    $"💬 {Html.Bold(Plain.Name(passed.GuestName))}"
                        + $"{(passed.Username is { } username ? " @" + Html.Escape(username) : "")}",
                    booking is null ? texts.WithoutBooking : Html.Escape(BookingText.Label(texts, venue, booking))
                ),
                text,
                texts.ReplyToAnswer
            )
        );
    }

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
        // The offer may have been withdrawn, or the question answered.
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
        // After an outage the message may be about a time that has passed.
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
