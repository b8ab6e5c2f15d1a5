using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Bot.Waitlist;

/// <summary>
/// Offers a free table to a waiting guest for some minutes; afterwards asks whether they keep waiting.
/// </summary>
public sealed class OfferCard(WaitingList waitlist) : Card
{
    private const string Named = "offer";

    public override string Kind => Named;

    /// <summary>
    /// The state of the entry: offered, passed, waiting or asked again; null when it is off the list.
    /// </summary>
    public static CardView? View(BotTexts texts, VenueCatalog venue, WaitlistRow party, DateTimeOffset now)
    {
        var wish = WaitingText.Wish(texts, venue, party);
        if (party.EndedBecause == WaitlistEnd.AskedAgain)
            return new CardView(
                Named,
                party.Id,
                party.Version,
                Html.Paragraphs(texts.WaitAskedAgain, wish),
                [
                    [new CardButton(texts.WaitOn, "on")],
                    [new CardButton(texts.StopWaiting, "leave")],
                ]
            );
        if (!party.IsThere)
            return null;
        if (party.HasOffer(now) && party.OfferedStartsAt is { } starts && party.OfferedEndsAt is { } ends)
            return new CardView(
                Named,
                party.Id,
                party.Version,
                Html.Paragraphs(
                    texts.OfferTitle,
                    WaitingText.Offer(texts, venue, party, starts, ends),
                    texts.OfferUntil(
                        BotTexts.Time(venue.Clock, party.OfferedUntil!.Value),
                        Math.Max(1, (int)Math.Ceiling((party.OfferedUntil.Value - now).TotalMinutes))
                    )
                ),
                [
                    [new CardButton(texts.TakeOffer, "take")],
                    [new CardButton(texts.DeclineOffer, "no")],
                ]
            );
        return party.PassedAt is not null
            ? new CardView(
                Named,
                party.Id,
                party.Version,
                Html.Paragraphs(texts.OfferPassed, wish),
                [
                    [new CardButton(texts.WaitOn, "on")],
                    [new CardButton(texts.StopWaiting, "leave")],
                ]
            )
            : new CardView(
                Named,
                party.Id,
                party.Version,
                Html.Paragraphs(texts.StillWaiting, wish),
                [
                    [new CardButton(texts.StopWaiting, "leave")],
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
        if (await waitlist.Queries.FindAsync(context.Guest, tap.Id, cancellationToken) is not { } party)
            return new CardTurn(new CardView(texts.Refusal(new WaitlistRefusal.OfferOver(), context.Venue.Clock)));
        // The card shows an earlier offer: the current one is shown, not taken.
        if (party.IsThere && party.Version != tap.Stamp)
            return new CardTurn(View(texts, context.Venue, party, context.Now), texts.OfferChanged, true);
        Refusal? refusal;
        string? toast = null;
        switch (tap.Action)
        {
            case "take":
                var booked = await waitlist.Own.AcceptAsync(context.Guest, tap.Id, cancellationToken);
                if (booked.Value is { } booking)
                    return new CardTurn(Open: new Turn(ScreenNames.Booked, booking.Id.ToString()));
                refusal = booked.Error;
                break;
            case "no":
                refusal = (await waitlist.Own.DeclineAsync(context.Guest, tap.Id, cancellationToken)).Error;
                break;
            case "on":
                (refusal, toast) = (
                    (await waitlist.Own.WaitOnAsync(context.Guest, tap.Id, cancellationToken)).Error,
                    texts.StillWaitingToast
                );
                break;
            case "leave":
                (refusal, toast) = (
                    (await waitlist.Own.LeaveAsync(context.Guest, tap.Id, cancellationToken)).Error,
                    texts.NoLongerWaiting
                );
                break;
            default:
                refusal = null;
                break;
        }

        var fresh = await waitlist.Queries.FindAsync(context.Guest, tap.Id, cancellationToken) ?? party;
        var view = View(texts, context.Venue, fresh, context.Now) ?? new CardView(texts.NoLongerWaiting);
        return refusal is null
            ? new CardTurn(view, toast)
            : new CardTurn(view, texts.Refusal(refusal, context.Venue.Clock), true);
    }
}
