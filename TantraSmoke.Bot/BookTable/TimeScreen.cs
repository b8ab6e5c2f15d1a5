using System.Globalization;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Bot.BookTable;

/// <summary>Third step: what time. Only what is free is offered; a tap holds the best-fitting table.</summary>
public sealed class TimeScreen(AvailabilityQueries availability, BookingService bookings) : Screen
{
    public override string Name => ScreenNames.Time;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, draft, clock) = (context.Texts, context.Draft, context.Venue.Clock);
        var day = Html.Bold(texts.LongDay(draft.ServiceDay));
        if (context.Venue.Special(draft.ServiceDay) is { } special)
            day = special.Kind == SpecialDayKind.Closed ? $"{day}. {texts.ClosedDay(Html.Escape(special.Name))}" : $"{texts.SpecialDay(Html.Escape(special.Name))}\n\n{day}";
        var free = (await availability.DayAsync(context.Guest, draft.ServiceDay, draft.PartySize, cancellationToken))
            .Where(o => o.State == OfferState.Free).ToList();
        if (free.Count == 0)
            return new ScreenView(texts.NoTimes(day), [[new ScreenButton(texts.OtherDay, "day")]]);
        var buttons = free.Select(o =>
            new ScreenButton(texts.SlotTimes(clock, o.ServiceDay, o.StartsAt, o.EndsAt), "time", o.SlotId.ToString(CultureInfo.InvariantCulture)));
        return new ScreenView(texts.AskTime($"{texts.Party(draft.PartySize)}, {day}"), [.. buttons.Chunk(free.Any(o => clock.IsAfterMidnight(o.ServiceDay, o.StartsAt)) ? 1 : 2)]);
    }

    public override async Task<Turn> TapAsync(ScreenContext context, string action, string? argument, CancellationToken cancellationToken)
    {
        if (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var slotId))
            return Turn.Back;
        context.Session.Draft = context.Draft with { SlotId = slotId };
        return await HoldAsync(bookings, context, null, cancellationToken);
    }

    /// <summary>Holds a table for the draft and leads to the confirmation; a refusal is said and the free times are shown anew.</summary>
    internal static async Task<Turn> HoldAsync(
        BookingService bookings, ScreenContext context, IReadOnlyList<int>? tableIds, CancellationToken cancellationToken)
    {
        var draft = context.Draft;
        var request = new BookingRequest(draft.ServiceDay, draft.SlotId, draft.PartySize, draft.Key) { TableIds = tableIds };
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
        return new Turn(ScreenNames.Confirm, Mode: context.Session.Screen == ScreenNames.Time ? TurnMode.Forward : TurnMode.Back);
    }

    /// <summary>Every refusal offers the next thing: a taken place leads to what is still free, the rest is said where the guest is.</summary>
    internal static Turn Refused(ScreenContext context, BookingError error) => error switch
    {
        BookingError.TableTaken { StillFree.Count: > 0 } => new Turn(
            ScreenNames.Time, Notice: context.Texts.JustTaken, Mode: TurnMode.BackTo),
        BookingError.TimeIsFull { StillFree.Count: > 0 } => new Turn(
            ScreenNames.Time, Notice: Html.Escape(context.Texts.Refusal(error, context.Venue.Clock)), Mode: TurnMode.BackTo),
        _ => Turn.Say(context.Texts.Refusal(error, context.Venue.Clock)),
    };
}
