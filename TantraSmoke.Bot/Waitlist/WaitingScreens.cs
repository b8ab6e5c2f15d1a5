using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Bot.Waitlist;

/// <summary>The first step of joining a day's waitlist: the earliest time.</summary>
public sealed class WaitFromScreen(WaitingList waitlist) : Screen
{
    public override string Name => ScreenNames.WaitFrom;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, draft) = (context.Texts, context.Draft);
        var times = Times(context);
        var buttons = times.Select(t => new ScreenButton(
            texts.FromTime(texts.TimeOfDay(context.Venue.Clock, draft.ServiceDay, t.StartsAt)),
            "from",
            t.SlotId.ToString(CultureInfo.InvariantCulture)
        ));
        return Task.FromResult(
            new ScreenView(
                Html.Paragraphs(
                    texts.AskWaitFrom(texts.Party(draft.PartySize), texts.LongDay(draft.ServiceDay)),
                    texts.WaitHint(context.Venue.Settings.OfferMinutes)
                ),
                [
                    [new ScreenButton(texts.AnyTime, "any")],
                    .. buttons.Chunk(2),
                ]
            )
        );
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        if (action == "from")
            return new Turn(ScreenNames.WaitUntil, argument);
        var times = Times(context);
        return times.Count == 0
            ? Turn.Say(context.Texts.Refusal(new AvailabilityRefusal.SlotPassed(), context.Venue.Clock))
            : await JoinAsync(waitlist, context, times[0].StartsAt, times[^1].StartsAt, cancellationToken);
    }

    /// <summary>The day's times that guests can still book.</summary>
    internal static List<SlotTime> Times(ScreenContext context) =>
        [
            .. context
                .Venue.Times(context.Draft.ServiceDay)
                .Where(t =>
                    BookingRules.IsOpen(context.Venue.Settings, t.StartsAt, t.EndsAt, context.Now, forStaff: false)
                )
                .DistinctBy(t => t.StartsAt)
                .Take(40),
        ];

    internal static async Task<Turn> JoinAsync(
        WaitingList waitlist,
        ScreenContext context,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var draft = context.Draft;
        var outcome = await waitlist.Own.JoinAsync(
            context.Guest,
            new WaitlistWish(draft.ServiceDay, from, until, draft.PartySize),
            draft.Key,
            cancellationToken
        );
        return outcome.Value is { } entry
            ? new Turn(ScreenNames.Waiting, entry.Id.ToString(), Notice: context.Texts.Joined, Mode: TurnMode.Reset)
            : Turn.Say(context.Texts.Refusal(outcome.Error!, context.Venue.Clock));
    }
}

/// <summary>The second step: the latest time.</summary>
public sealed class WaitUntilScreen(WaitingList waitlist) : Screen
{
    public override string Name => ScreenNames.WaitUntil;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, draft) = (context.Texts, context.Draft);
        var buttons = Later(context)
            .Select(t => new ScreenButton(
                texts.UntilTime(texts.TimeOfDay(context.Venue.Clock, draft.ServiceDay, t.StartsAt)),
                "until",
                t.SlotId.ToString(CultureInfo.InvariantCulture)
            ));
        return Task.FromResult(new ScreenView(texts.AskWaitUntil, [.. buttons.Chunk(2)]));
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        var later = Later(context);
        var last = later.FindIndex(t => t.SlotId.ToString(CultureInfo.InvariantCulture) == argument);
        return last < 0
            ? Turn.Say(context.Texts.Refusal(new AvailabilityRefusal.SlotPassed(), context.Venue.Clock))
            : await WaitFromScreen.JoinAsync(
                waitlist,
                context,
                later[0].StartsAt,
                later[last].StartsAt,
                cancellationToken
            );
    }

    private static List<SlotTime> Later(ScreenContext context) =>
        [
            .. WaitFromScreen
                .Times(context)
                .SkipWhile(t => t.SlotId.ToString(CultureInfo.InvariantCulture) != context.Argument),
        ];
}

/// <summary>One waitlist entry in the dialog, with the content of its card.</summary>
public sealed class WaitingScreen(WaitingList waitlist, OfferCard card) : Screen
{
    public override string Name => ScreenNames.Waiting;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var party = await waitlist.Queries.FindAsync(context.Guest, Guid.Parse(context.Argument!), cancellationToken);
        var view = party is null ? null : OfferCard.View(texts, context.Venue, party, context.Now);
        IReadOnlyList<ScreenButton> ways =
        [
            new ScreenButton(texts.MyBookings, "mine"),
            new ScreenButton(texts.ToMenu, "home"),
        ];
        return view is null
            ? new ScreenView(texts.NoLongerWaiting, [ways])
            : new ScreenView(
                view.Html,
                [
                    .. view.Rows.Select(row =>
                        row.Select(b => new ScreenButton(
                                b.Label,
                                b.Action,
                                view.Stamp.ToString(CultureInfo.InvariantCulture)
                            ))
                            .ToList()
                    ),
                    ways,
                ]
            );
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        if (action is "mine" or "home")
            return action == "home" ? Turn.Home : new Turn(ScreenNames.MyBookings, Mode: TurnMode.Replace);
        var stamp = long.Parse(argument!, CultureInfo.InvariantCulture);
        var turn = await card.TapAsync(
            context,
            new CardTap(card.Kind, action, Guid.Parse(context.Argument!), stamp),
            cancellationToken
        );
        return (turn.Open ?? Turn.Stay) with
        {
            Toast = turn.Toast,
            IsAlert = turn.IsAlert,
            Mode = turn.Open is null ? TurnMode.Forward : TurnMode.Reset,
        };
    }
}

/// <summary>A waitlist entry in words.</summary>
internal static class WaitingText
{
    /// <summary>The wish as HTML.</summary>
    public static string Wish(BotTexts texts, VenueCatalog venue, WaitlistRow party) =>
        Html.Lines(
            "🗓 " + Html.Bold(texts.LongDay(party.ServiceDay)),
            "🕗 " + Range(texts, venue, party),
            texts.Party(party.PartySize)
        );

    /// <summary>Why the entry ended, as HTML.</summary>
    public static string NotOffered(BotTexts texts, VenueCatalog venue, WaitlistRow party) =>
        venue.Special(party.ServiceDay) is { Kind: SpecialDayKind.Closed } closed
            ? texts.WaitDayClosed(Html.Escape(closed.Name.In(texts.Language)))
            : texts.WaitNotOffered(Html.Escape(venue.Settings.Phone));

    /// <summary>For a button; plain text.</summary>
    public static string Label(BotTexts texts, VenueCatalog venue, WaitlistRow party) =>
        $"🔔 {texts.ShortDay(party.ServiceDay)}, {Range(texts, venue, party)} · {texts.Party(party.PartySize)}";

    public static string Offer(
        BotTexts texts,
        VenueCatalog venue,
        WaitlistRow party,
        DateTimeOffset starts,
        DateTimeOffset ends
    ) =>
        Html.Lines(
            "🗓 " + Html.Bold(texts.When(venue.Clock, party.ServiceDay, starts, ends)),
            texts.Party(party.PartySize),
            texts.TableLine(venue.TableNames(party.OfferedTableIds), venue.Seats(party.OfferedTableIds), "")
        );

    private static string Range(BotTexts texts, VenueCatalog venue, WaitlistRow party) =>
        party.WantedFrom == party.WantedUntil
            ? texts.TimeOfDay(venue.Clock, party.ServiceDay, party.WantedFrom!.Value)
            : texts.SlotTimes(venue.Clock, party.ServiceDay, party.WantedFrom!.Value, party.WantedUntil!.Value);
}
