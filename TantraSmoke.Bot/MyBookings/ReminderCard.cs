using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;

namespace TantraSmoke.Bot.MyBookings;

/// <summary>"Your table tomorrow": will they be there, another time, or not at all?</summary>
public sealed class ReminderCard(BookingQueries queries, OwnBookings bookings) : Card
{
    private const string Named = "remind";

    public override string Kind => Named;

    /// <summary>Null when there is nothing left to remind of.</summary>
    public static CardView? View(BotTexts texts, VenueCatalog venue, BookingRow booking, DateTimeOffset now)
    {
        if (!booking.IsCertain || booking.StartsAt <= now)
            return null;
        var hasAnswered = booking.GuestConfirmedAt is not null;
        CardButton[] others = [new CardButton(texts.MoveIt, "move"), new CardButton(texts.CancelIt, "cancel")];
        return new CardView(
            Named,
            booking.Id,
            Stamp(booking),
            Html.Paragraphs(
                texts.ReminderTitle(texts.Nearly(venue.Clock, booking.ServiceDay, booking.StartsAt, now)),
                BookingText.Facts(texts, venue, booking),
                hasAnswered ? texts.SeeYou : texts.AskWillCome
            ),
            hasAnswered
                ? [others]
                :
                [
                    [new CardButton(texts.WillCome, "yes")],
                    others,
                ]
        );
    }

    public override async Task<CardTurn> TapAsync(
        ScreenContext context,
        CardTap tap,
        CancellationToken cancellationToken
    )
    {
        var texts = context.Texts;
        if (await queries.FindAsync(context.Guest, tap.Id, cancellationToken) is not { } booking)
            return new CardTurn(new CardView(texts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock)));
        // The booking has been moved or is over: the current state is shown, nothing is done.
        if (Stamp(booking) != tap.Stamp || View(texts, context.Venue, booking, context.Now) is null)
            return new CardTurn(Now(context, booking), texts.BookingHasChanged);
        switch (tap.Action)
        {
            case "move":
                return new CardTurn(Open: new Turn(ScreenNames.ChangeBooking, booking.Id.ToString()));
            case "cancel":
                return new CardTurn(Open: new Turn(ScreenNames.CancelBooking, booking.Id.ToString()));
            case "yes" when booking.GuestConfirmedAt is null:
                var outcome = await bookings.AnswerAsync(
                    context.Guest,
                    booking.Id,
                    booking.StartsAt,
                    cancellationToken
                );
                var fresh = await queries.FindAsync(context.Guest, tap.Id, cancellationToken) ?? booking;
                return outcome.Error is { } error
                    ? new CardTurn(Now(context, fresh), texts.Refusal(error, context.Venue.Clock), true)
                    : new CardTurn(Now(context, fresh), texts.SeeYouToast);
            case "yes":
                return new CardTurn(Now(context, booking), texts.SeeYouToast);
            default:
                return new CardTurn(Now(context, booking));
        }
    }

    private static CardView Now(ScreenContext context, BookingRow booking) =>
        View(context.Texts, context.Venue, booking, context.Now)
        ?? new CardView(
            Html.Paragraphs(
                BookingText.Facts(context.Texts, context.Venue, booking),
                Html.Bold(context.Texts.Status(booking.Status))
            )
        );

    private static long Stamp(BookingRow booking) => booking.StartsAt.ToUnixTimeSeconds() / 60;
}
