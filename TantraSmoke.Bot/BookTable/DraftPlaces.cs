using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// Finds the place of a draft. A new booking's is held while the guest confirms; one that is to be moved keeps the
/// place it has, and its new one is taken only with the last tap.
/// </summary>
public sealed class DraftPlaces(AvailabilityQueries availability, TableBooking bookings)
{
    /// <summary>The day's times for the draft's party and stay.</summary>
    public Task<IReadOnlyList<SlotOffer>> OffersAsync(
        ScreenContext context,
        CancellationToken cancellationToken,
        int? slots = null
    ) =>
        availability.DayAsync(
            context.Guest,
            context.Draft.ServiceDay,
            context.Draft.PartySize,
            cancellationToken,
            slots ?? context.Draft.Slots,
            context.Draft.Moving
        );

    /// <summary>How every table stands at the draft's time; null when that time is no more.</summary>
    public Task<HistoricalTables?> TablesAsync(ScreenContext context, CancellationToken cancellationToken) =>
        availability.TablesAsync(
            context.Guest,
            context.Draft.ServiceDay,
            context.Draft.SlotId,
            context.Draft.PartySize,
            cancellationToken,
            context.Draft.Slots,
            context.Draft.Moving
        );

    public Task<IReadOnlyList<DayOffer>> DaysAsync(ScreenContext context, CancellationToken cancellationToken) =>
        availability.DaysAsync(context.Guest, context.Draft.PartySize, cancellationToken, context.Draft.Moving);

    /// <summary>Leads to the confirmation; a refusal is said, and the free times are shown anew.</summary>
    /// <param name="tableIds">Chosen; null takes the best fit, or keeps the tables of a booking that is moved.</param>
    public async Task<Turn> TakeAsync(
        ScreenContext context,
        IReadOnlyList<int>? tableIds,
        CancellationToken cancellationToken
    )
    {
        var draft = context.Draft;
        if (draft.Moving is not null)
            return await ProposeAsync(context, tableIds, cancellationToken);
        var request = new BookingRequest(draft.ServiceDay, draft.SlotId, draft.PartySize, draft.Key)
        {
            TableIds = tableIds,
            Slots = draft.Slots,
        };
        var outcome = await bookings.HoldAsync(context.Guest, request, cancellationToken);
        if (outcome.Value is not { } hold)
            return Refused(context, outcome.Error!);
        context.Session.Draft = draft with
        {
            TableIds = hold.Table.TableIds,
            StartsAt = hold.StartsAt,
            EndsAt = hold.EndsAt,
            HeldUntil = hold.ExpiresAt,
        };
        return ToConfirmation(context);
    }

    /// <summary>
    /// To the first step that has still to be asked; the steps before it are where "back" leads. What was wished for is
    /// taken once: who comes back to a step chooses. So does who wished for a time that cannot be had, or could be two.
    /// </summary>
    public async Task<Turn> NextAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (session, draft) = (context.Session, context.Draft);
        if (draft.PartySize == 0)
            return new Turn(ScreenNames.Party);
        Pass(session, ScreenNames.Party);
        // On the day's step it has just been chosen.
        if (session.Screen != ScreenNames.Day && draft.WishedDay is null)
            return new Turn(ScreenNames.Day);
        draft = session.Draft = draft with { ServiceDay = draft.WishedDay ?? draft.ServiceDay, WishedDay = null };
        Pass(session, ScreenNames.Day);
        if (draft.WishedTimes.Count == 0)
            return new Turn(ScreenNames.Time);
        session.Draft = draft with { WishedTimes = [] };
        Pass(session, ScreenNames.Time);
        var starts = draft.WishedTimes.Select(t => context.Venue.Clock.ToUtc(draft.ServiceDay, t)).ToList();
        var begin = (await OffersAsync(context, cancellationToken)).Where(o => starts.Contains(o.StartsAt)).ToList();
        var offers = begin.Where(o => o.State != OfferState.Closed).ToList();
        if (offers is not [{ State: OfferState.Free } offer])
            return new Turn(
                ScreenNames.Time,
                Mode: TurnMode.Replace,
                Notice: offers.Count > 1 ? context.Texts.PleaseChoose([context.Texts.UnclearTime])
                    : begin.Count == 0 ? context.Texts.NothingBeginsAt(Spoken(draft.WishedTimes))
                    : context.Texts.NotFreeAt(Spoken(draft.WishedTimes))
            );
        session.Draft = session.Draft with { SlotId = offer.SlotId };
        return await TakeBestAsync(context, cancellationToken);
    }

    /// <summary>The table the guest came for, else the best fit.</summary>
    public async Task<Turn> TakeBestAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        if (context.Draft.WishedTable is not { } wished || context.Venue.Table(wished) is not { } table)
            return await TakeAsync(context, null, cancellationToken);
        var turn = await TakeAsync(context, [wished], cancellationToken);
        if (turn.To == ScreenNames.Confirm)
            return turn;
        turn = await TakeAsync(context, null, cancellationToken);
        return turn.To == ScreenNames.Confirm ? turn with { Notice = context.Texts.OtherTable(table.Number) } : turn;
    }

    private static string Spoken(IEnumerable<TimeOnly> times) =>
        string.Join(" / ", times.Select(t => t.ToString("HH:mm", CultureInfo.InvariantCulture)));

    /// <summary>A step that need not be asked is one that "back" leads to all the same.</summary>
    private static void Pass(ChatSession session, string step)
    {
        if (Order(session.Screen) < Order(step))
            session.Go(step, null, TurnMode.Forward);
    }

    private static int Order(string screen) =>
        screen switch
        {
            ScreenNames.Party or ScreenNames.LargeParty => 1,
            ScreenNames.Day => 2,
            ScreenNames.Time => 3,
            _ => 0,
        };

    /// <summary>
    /// The same party, table, weekday and hour as the last time; another table when theirs is taken, else what is free
    /// that day.
    /// </summary>
    public async Task<Turn> RepeatAsync(
        ScreenContext context,
        BookingRequest usual,
        CancellationToken cancellationToken
    )
    {
        context.Session.Draft = new BookingDraft
        {
            PartySize = usual.PartySize,
            ServiceDay = usual.ServiceDay,
            SlotId = usual.SlotId,
            Slots = usual.Slots,
        };
        var turn = await TakeAsync(context, usual.TableIds, cancellationToken);
        if (turn.To == ScreenNames.Confirm)
            return turn;
        turn = await TakeAsync(context, null, cancellationToken);
        if (turn.To == ScreenNames.Confirm)
            return turn with { Notice = context.Texts.UsualTableTaken };
        if (context.Draft.Slots > 1)
        {
            context.Session.Draft = context.Draft with { Slots = 1 };
            turn = await TakeAsync(context, null, cancellationToken);
            if (turn.To == ScreenNames.Confirm)
                return turn with { Notice = context.Texts.UsualTableTaken };
        }

        // Why not is said where there is nothing to choose from, too.
        return turn.To is not null || turn.IsAlert ? turn : new Turn(ScreenNames.Time);
    }

    /// <summary>
    /// Every refusal offers the next thing: a taken place leads to what is still free, the rest is said where the guest
    /// is.
    /// </summary>
    internal static Turn Refused(ScreenContext context, Refusal error) =>
        error switch
        {
            AvailabilityRefusal.TableTaken => new Turn(
                ScreenNames.Time,
                Notice: context.Texts.JustTaken,
                Mode: TurnMode.BackTo
            ),
            AvailabilityRefusal.TimeIsFull => new Turn(
                ScreenNames.Time,
                Notice: Html.Escape(context.Texts.Refusal(error, context.Venue.Clock)),
                Mode: TurnMode.BackTo
            ),
            BookingRefusal.PhoneNeeded => new Turn(ScreenNames.Phone),
            _ => Turn.Say(context.Texts.Refusal(error, context.Venue.Clock)),
        };

    private async Task<Turn> ProposeAsync(
        ScreenContext context,
        IReadOnlyList<int>? tableIds,
        CancellationToken cancellationToken
    )
    {
        var draft = context.Draft;
        var offer = (await OffersAsync(context, cancellationToken)).FirstOrDefault(o => o.SlotId == draft.SlotId);
        var wanted = tableIds ?? draft.TableIds;
        if (offer is not { State: OfferState.Free })
            return new Turn(ScreenNames.Time, Notice: context.Texts.NotFreeThen, Mode: TurnMode.BackTo);
        var option = offer.Options.FirstOrDefault(o => o.TableIds.SequenceEqual(wanted)) ?? offer.Options[0];
        context.Session.Draft = draft with
        {
            TableIds = option.TableIds,
            StartsAt = offer.StartsAt,
            EndsAt = offer.EndsAt,
        };
        return ToConfirmation(context);
    }

    private static Turn ToConfirmation(ScreenContext context) =>
        new(
            ScreenNames.Confirm,
            Mode: context.Session.Screen is ScreenNames.Table or ScreenNames.TableDetails or ScreenNames.Stay
                ? TurnMode.BackTo
                : TurnMode.Forward
        );
}
