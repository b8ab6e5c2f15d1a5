using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.MyBookings;

/// <summary>The venue has moved a booking; offers the new calendar file.</summary>
public sealed class CalendarCard(BookingQueries queries) : Card
{
    private const string Named = "ics";

    public override string Kind => Named;

    /// <param name="html">What is said.</param>
    public static CardView View(BotTexts texts, BookingRow booking, string html) =>
        new(
            Named,
            booking.Id,
            0,
            html,
            [
                [new CardButton(texts.CalendarAnew, "file")],
            ]
        );

    public override async Task<CardTurn> TapAsync(
        ScreenContext context,
        CardTap tap,
        CancellationToken cancellationToken
    ) =>
        await queries.FindAsync(context.Guest, tap.Id, cancellationToken) is { } booking
            ? new CardTurn(
                Open: new Turn(ScreenNames.MyBooking, booking.Id.ToString(), Mode: TurnMode.Reset)
                {
                    Attachment = MyBookingScreen.Calendar(context, booking, context.Now),
                }
            )
            : new CardTurn(
                Toast: context.Texts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock),
                IsAlert: true
            );
}
