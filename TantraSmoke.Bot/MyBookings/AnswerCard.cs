using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.MyBookings;

/// <summary>The venue declined a large party; offers alternatives.</summary>
public sealed class AnswerCard : Card
{
    private const string Named = "answer";

    public override string Kind => Named;

    /// <param name="html">What is said.</param>
    public static CardView View(BotTexts texts, BookingRow booking, string html) =>
        new(
            Named,
            booking.Id,
            0,
            html,
            [
                [new CardButton(texts.BookAnother, "book")],
                [new CardButton(texts.MyBookings, "mine")],
            ]
        );

    public override Task<CardTurn> TapAsync(ScreenContext context, CardTap tap, CancellationToken cancellationToken)
    {
        var turn = tap.Action == "mine" ? new Turn(ScreenNames.MyBookings) : PartyScreen.Begin(context);
        return Task.FromResult(
            turn.To is null ? new CardTurn(Toast: turn.Toast, IsAlert: true) : new CardTurn(Open: turn)
        );
    }
}
