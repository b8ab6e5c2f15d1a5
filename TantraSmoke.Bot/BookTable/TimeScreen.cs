using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// The third step: the time. Only free times are offered, each with the number of tables; a tap holds the best fit.
/// Without free times, the nearest days that have some, and the waitlist.
/// </summary>
public sealed class TimeScreen(DraftPlaces places) : Screen
{
    private const int MostOtherDays = 3;

    public override string Name => ScreenNames.Time;

    public override bool AnswersAtOnce(string action) => true;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, draft, clock) = (context.Texts, context.Draft, context.Venue.Clock);
        var day = Html.Bold(texts.LongDay(draft.ServiceDay));
        if (context.Venue.Special(draft.ServiceDay) is { } special)
        {
            var name = Html.Escape(special.Name.In(texts.Language));
            day =
                special.Kind == SpecialDayKind.Closed
                    ? $"{day}. {texts.ClosedDay(name)}"
                    : $"{texts.SpecialDay(name)}\n\n{day}";
        }

        var offers = await places.OffersAsync(context, cancellationToken);
        var free = offers.Where(o => o.State == OfferState.Free).ToList();
        IReadOnlyList<ScreenButton> waiting =
            draft.Moving is null && offers.Any(o => o.State == OfferState.Full)
                ? [new ScreenButton(texts.WaitForTime, "wait")]
                : [];
        if (free.Count == 0)
            return await NothingAsync(context, day, waiting, cancellationToken);
        var buttons = free.Select(o => new ScreenButton(
            texts.TimeButton(texts.SlotTimes(clock, o.ServiceDay, o.StartsAt, o.EndsAt), Tables(o)),
            "time",
            o.SlotId.ToString(CultureInfo.InvariantCulture)
        ));
        return new ScreenView(
            Html.Paragraphs(texts.AskTime($"{texts.Party(draft.PartySize)}, {day}"), texts.TablesLegend),
            [
                .. buttons.Chunk(free.Any(o => clock.IsAfterMidnight(o.ServiceDay, o.StartsAt)) ? 1 : 2),
                .. waiting.Chunk(1),
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
        switch (action)
        {
            case "wait":
                return new Turn(ScreenNames.WaitFrom);
            case "on"
                when DateOnly.TryParseExact(
                    argument,
                    "O",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ):
                context.Session.Draft = context.Draft with { ServiceDay = day };
                return new Turn(ScreenNames.Time, Mode: TurnMode.Replace);
            case "day":
                return new Turn(ScreenNames.Day, Mode: TurnMode.BackTo);
        }

        if (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var slotId))
            return Turn.Back;
        context.Session.Draft = context.Draft with { SlotId = slotId };
        return await places.TakeBestAsync(context, cancellationToken);
    }

    /// <summary>The number of free tables, or the combinations where no single table is large enough.</summary>
    private static int Tables(SlotOffer offer) =>
        offer.Options.Count(o => o.TableIds.Count == 1) is var single and > 0 ? single : offer.Options.Count;

    private async Task<ScreenView> NothingAsync(
        ScreenContext context,
        string day,
        IReadOnlyList<ScreenButton> waiting,
        CancellationToken cancellationToken
    )
    {
        var (texts, draft) = (context.Texts, context.Draft);
        var near = (await places.DaysAsync(context, cancellationToken))
            .Where(d => d.FreeSlots > 0 && d.ServiceDay != draft.ServiceDay)
            .OrderBy(d => Math.Abs(d.ServiceDay.DayNumber - draft.ServiceDay.DayNumber))
            .Take(MostOtherDays)
            .OrderBy(d => d.ServiceDay)
            .Select(d => new ScreenButton(
                texts.DayButton(context.Venue.Clock, d.ServiceDay, context.Now),
                "on",
                d.ServiceDay.ToString("O", CultureInfo.InvariantCulture)
            ));
        return new ScreenView(
            texts.NoTimes(day),
            [.. near.Chunk(1), .. waiting.Chunk(1), [new ScreenButton(texts.OtherDay, "day")]]
        );
    }
}
