using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// Finds the table of a draft. A new booking is held while the guest confirms; a booking being moved keeps its table
/// until the last tap takes the new one.
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

    /// <summary>The state of every table at the time of the draft; null when that time no longer exists.</summary>
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

    /// <summary>Leads to the confirmation, or back to the free times with the refusal.</summary>
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
        var request = new BookingRequest(draft.ServiceDay, draft.SlotId, new(draft.PartySize), draft.Key)
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
    /// Leads to the first step that is still open; the steps before it are on the way back. A wish is used once: a
    /// guest who comes back to a step chooses by button, and so does one whose wished time is not free or ambiguous.
    /// </summary>
    public async Task<Turn> NextAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (session, draft) = (context.Session, context.Draft);
        if (draft.PartySize == 0)
            return new Turn(ScreenNames.Party);
        Pass(session, ScreenNames.Party);
        // The guest has just chosen the day on its own screen.
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

    /// <summary>Skipped steps stay on the way back.</summary>
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
    /// The guest's usual booking: same party, table, weekday and time; another table if theirs is taken, else the free
    /// times of that day.
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

        // The refusal is shown even where nothing is left to choose from.
        return turn.To is not null || turn.IsAlert ? turn : new Turn(ScreenNames.Time);
    }

    /// <summary>
    /// Turns a refusal into a next step: a taken table leads to the free times, anything else is shown on the current
    /// screen.
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
