using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// The second step: the day. Full days are marked, closed days give the reason, days that are over are left out.
/// </summary>
public sealed class DayScreen(DraftPlaces places) : Screen
{
    /// <summary>Telegram takes 100 buttons under a message; "back" and "cancel" are two of them.</summary>
    private const int MostDays = 98;

    private const int MostReasons = 5;

    public override string Name => ScreenNames.Day;

    public override bool AnswersAtOnce(string action) => true;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var days = (await places.DaysAsync(context, cancellationToken)).Where(d => d.Slots > 0 || d.IsClosed).ToList();
        if (days.All(d => d.IsClosed))
            return new ScreenView(context.Paused ?? texts.NoDays(Html.Escape(context.Venue.Settings.Phone)), []);
        var buttons = days.Take(MostDays)
            .Select(day =>
            {
                var label = texts.DayButton(context.Venue.Clock, day.ServiceDay, context.Now);
                var argument = day.ServiceDay.ToString("O", CultureInfo.InvariantCulture);
                if (day.IsClosed)
                    return new ScreenButton(
                        $"{label} · {texts.ClosedDayMark}",
                        "closed",
                        day.Special!.Name.In(texts.Language)
                    )
                    {
                        IsDisabled = true,
                    };
                return new ScreenButton(
                    day.FreeSlots > 0 ? $"{label} {Fullness(day)}" : $"{label} · {texts.FullDayMark}",
                    "day",
                    argument
                );
            });
        // Buttons of closed days are disabled, so the text gives the reason.
        var closed = days.Where(d => d.IsClosed)
            .Take(MostReasons)
            .Select(d =>
                $"📌 {texts.ShortDay(d.ServiceDay)}: {texts.ClosedDay(Html.Escape(d.Special!.Name.In(texts.Language)))}"
            );
        return new ScreenView(
            Html.Paragraphs(
                context.Paused,
                Html.Lines([.. closed]),
                texts.AskDay(context.Draft.PartySize),
                texts.FullnessLegend
            ),
            [.. buttons.Chunk(2)]
        );
    }

    // Symbols instead of words, so that two days fit in a row.
    private static string Fullness(DayOffer day) =>
        (Taken: day.Fullness, Free: (double)day.FreeSlots / day.Slots) switch
        {
            { Taken: < 1d / 3, Free: > 0.5 } => "▱▱▱",
            { Taken: < 2d / 3, Free: > 0.25 } => "▰▱▱",
            _ => "▰▰▱",
        };

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        if (action == "closed")
            return Task.FromResult(Turn.Say(context.Texts.ClosedDay(argument!)));
        if (!DateOnly.TryParseExact(argument, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Task.FromResult(Turn.Say(context.Texts.DayIsFull));
        context.Session.Draft = context.Draft with { ServiceDay = day };
        return places.NextAsync(context, cancellationToken);
    }
}
