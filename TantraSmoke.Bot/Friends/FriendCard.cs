using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Friends;

namespace TantraSmoke.Bot.Friends;

/// <summary>
/// A card for a friend who accepted: a reminder, a new time with the question whether they still come, or a
/// cancellation.
/// </summary>
public sealed class FriendCard(FriendService friends) : Card
{
    private const string Named = "friend";

    public override string Kind => Named;

    /// <summary>Null when the message no longer applies.</summary>
    public static CardView? View(
        BotTexts texts,
        VenueCatalog venue,
        OutboxKind kind,
        Invitation invitation,
        DateTimeOffset now
    ) =>
        kind switch
        {
            OutboxKind.FriendReminder when invitation is { IsOpen: true, IsComing: true } => View(
                texts,
                venue,
                invitation,
                texts.FriendReminder(texts.Nearly(venue.Clock, invitation.ServiceDay, invitation.StartsAt, now))
            ),
            OutboxKind.FriendMoved when invitation is { IsOpen: true, IsComing: not false } => View(
                texts,
                venue,
                invitation,
                texts.FriendMoved
            ),
            OutboxKind.FriendCanceled when invitation.Status == Core.Entities.BookingStatus.Canceled => View(
                texts,
                venue,
                invitation,
                texts.FriendCanceled
            ),
            _ => null,
        };

    public override async Task<CardTurn> TapAsync(
        ScreenContext context,
        CardTap tap,
        CancellationToken cancellationToken
    )
    {
        var texts = context.Texts;
        if (await friends.FindAnsweredAsync(context.Guest, tap.Id, cancellationToken) is not { } invitation)
            return new CardTurn(new CardView(texts.InvitationOver));
        // The booking has been moved since: the current state is shown, nothing is answered.
        if (!invitation.IsOpen || Stamp(invitation) != tap.Stamp)
            return new CardTurn(View(texts, context.Venue, invitation, null), texts.BookingHasChanged);
        var outcome = await friends.AnswerAgainAsync(context.Guest, tap.Id, tap.Action == "yes", cancellationToken);
        return outcome.Value is { } fresh
            ? new CardTurn(View(texts, context.Venue, fresh, null), FriendText.Thanks(texts, tap.Action == "yes"))
            : new CardTurn(new CardView(texts.InvitationOver), texts.InvitationOver, true);
    }

    private static CardView View(BotTexts texts, VenueCatalog venue, Invitation invitation, string? news) =>
        new(
            Named,
            invitation.BookingId,
            Stamp(invitation),
            Html.Paragraphs(news, FriendText.Of(texts, venue, invitation)),
            invitation.IsOpen
                ?
                [
                    [new CardButton(texts.IAmComing, "yes"), new CardButton(texts.ICannot, "no")],
                ]
                : []
        );

    private static long Stamp(Invitation invitation) => invitation.StartsAt.ToUnixTimeSeconds() / 60;
}
