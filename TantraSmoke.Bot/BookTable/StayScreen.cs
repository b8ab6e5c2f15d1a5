using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;

namespace TantraSmoke.Bot.BookTable;

/// <summary>How long to stay: one time, or two or three in a row where a table is free for all of it.</summary>
public sealed class StayScreen(DraftPlaces places) : Screen
{
    public override string Name => ScreenNames.Stay;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, draft, clock) = (context.Texts, context.Draft, context.Venue.Clock);
        var buttons = new List<ScreenButton>();
        for (var slots = 1; slots <= BookingRules.MostSlotsOnline; slots++)
        {
            var offer = (await places.OffersAsync(context, cancellationToken, slots)).FirstOrDefault(o =>
                o.SlotId == draft.SlotId
            );
            if (offer is not { State: OfferState.Free })
                break;
            var mark = slots == draft.Slots ? "• " : "";
            buttons.Add(
                new ScreenButton(
                    mark + texts.StayUntil(BotTexts.Time(clock, offer.EndsAt)),
                    "stay",
                    slots.ToString(CultureInfo.InvariantCulture)
                )
            );
        }

        var html = Html.Paragraphs(
            BookingText.When(texts, context.Venue, draft),
            buttons.Count > 1 ? texts.AskStay : texts.NoLongerStay
        );
        return new ScreenView(html, [.. buttons.Chunk(1)]);
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        var before = context.Draft;
        context.Session.Draft = before with { Slots = int.Parse(argument!, CultureInfo.InvariantCulture) };
        // The same table if it is free for that long, else another.
        var turn = await places.TakeAsync(context, before.TableIds, cancellationToken);
        if (turn.To != ScreenNames.Confirm)
            turn = await places.TakeAsync(context, null, cancellationToken);
        if (turn.To != ScreenNames.Confirm)
            context.Session.Draft = before;
        return turn;
    }

    /// <summary>Whether the day has a slot after this one, so that the guest may stay longer.</summary>
    internal static bool MayBeLonger(ScreenContext context) =>
        context.Draft.Slots > 1
        || SlotTime.InARow(context.Venue.Times(context.Draft.ServiceDay), context.Draft.SlotId, 2) is not null;
}
