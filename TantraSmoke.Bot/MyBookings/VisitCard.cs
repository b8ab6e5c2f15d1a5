using System.Globalization;
using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.MyBookings;

/// <summary>One question after the visit: how was it, 1 to 5, and a few words if they like.</summary>
public sealed class VisitCard(BookingQueries queries, OwnBookings bookings) : Card
{
    private const string Named = "visit";

    public override string Kind => Named;

    /// <summary>Null when there is nothing to ask.</summary>
    public static CardView? View(BotTexts texts, VenueCatalog venue, BookingRow booking)
    {
        if (booking.Status != BookingStatus.Completed)
            return null;
        var name = Html.Escape(venue.Settings.VenueName);
        var when = texts.ShortWhen(venue.Clock, booking.ServiceDay, booking.StartsAt);
        if (booking.Rating is { } rating)
            return new CardView(
                Named,
                booking.Id,
                0,
                Html.Paragraphs(
                    texts.RatedThanks(rating),
                    booking.RatingComment is { } said ? texts.CommentLine(Html.Escape(said)) : null
                ),
                [
                    [new CardButton(texts.AddWords, "words")],
                    [new CardButton(texts.RateAgain, "again")],
                ]
            );
        return Ask(texts, booking, name, when);
    }

    public override async Task<CardTurn> TapAsync(
        ScreenContext context,
        CardTap tap,
        CancellationToken cancellationToken
    )
    {
        var (texts, venue) = (context.Texts, context.Venue);
        if (
            await queries.FindAsync(context.Guest, tap.Id, cancellationToken) is not { } booking
            || View(texts, venue, booking) is not { } view
        )
            return new CardTurn(new CardView(texts.Refusal(new CommonRefusal.NotFound(), venue.Clock)));
        switch (tap.Action)
        {
            case "words":
                return new CardTurn(Open: new Turn(ScreenNames.Rate, booking.Id.ToString()));
            case "again":
                return new CardTurn(
                    Ask(
                        texts,
                        booking,
                        Html.Escape(venue.Settings.VenueName),
                        texts.ShortWhen(venue.Clock, booking.ServiceDay, booking.StartsAt)
                    )
                );
        }

        if (!int.TryParse(tap.Action, NumberStyles.None, CultureInfo.InvariantCulture, out var rating))
            return new CardTurn(view);
        var outcome = await bookings.RateAsync(
            context.Guest,
            booking.Id,
            rating,
            booking.RatingComment,
            cancellationToken
        );
        return outcome.Error is { } error
            ? new CardTurn(view, texts.Refusal(error, venue.Clock), true)
            : new CardTurn(View(texts, venue, booking with { Rating = rating }), texts.ThankYou);
    }

    private static CardView Ask(BotTexts texts, BookingRow booking, string name, string when) =>
        new(
            Named,
            booking.Id,
            0,
            texts.HowWasIt(name, when),
            [
                [
                    .. Enumerable
                        .Range(1, Booking.HighestRating)
                        .Select(stars => new CardButton(
                            BookingText.Stars(stars),
                            stars.ToString(CultureInfo.InvariantCulture)
                        )),
                ],
            ]
        );
}
