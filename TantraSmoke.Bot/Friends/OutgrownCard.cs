using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Friends;

namespace TantraSmoke.Bot.Friends;

/// <summary>More friends accepted than the booking is for: one tap proposes it for all of them.</summary>
public sealed class OutgrownCard(FriendService friends, BookingQueries bookings, DraftPlaces places) : Card
{
    private const string Named = "grow";

    public override string Kind => Named;

    /// <summary>Null when they fit again, or it is over.</summary>
    public static CardView? View(BotTexts texts, VenueCatalog venue, BookingRow booking, DateTimeOffset now) =>
        booking.FriendsComing + 1 is var heads
        && heads > booking.PartySize
        && booking.IsCertain
        && booking.StartsAt > now
            ? new CardView(
                Named,
                booking.Id,
                heads,
                Html.Paragraphs(
                    Html.Bold(texts.Heads(heads, booking.FriendsDeclined)),
                    texts.Outgrown(heads, booking.PartySize),
                    BookingText.Facts(texts, venue, booking)
                ),
                [
                    [new CardButton(texts.WeAre(heads), "grow")],
                ]
            )
            : null;

    public override async Task<CardTurn> TapAsync(
        ScreenContext context,
        CardTap tap,
        CancellationToken cancellationToken
    )
    {
        var texts = context.Texts;
        if (await bookings.FindAsync(context.Guest, tap.Id, cancellationToken) is not { } booking)
            return new CardTurn(new CardView(texts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock)));
        if (View(texts, context.Venue, booking, context.Now) is not { } view || view.Stamp != tap.Stamp)
            return new CardTurn(
                View(texts, context.Venue, booking, context.Now)
                    ?? new CardView(BookingText.Facts(texts, context.Venue, booking)),
                texts.BookingHasChanged
            );
        var turn = await InviteScreen.GrowAsync(context, tap.Id, friends, bookings, places, cancellationToken);
        return turn.To is null ? new CardTurn(view, turn.Toast, true) : new CardTurn(Open: turn);
    }
}
