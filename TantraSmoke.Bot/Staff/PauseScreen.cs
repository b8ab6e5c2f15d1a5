using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Bot.Staff;

/// <summary>Pauses online booking for some hours, or ends the pause.</summary>
public sealed class PauseScreen(OnlinePause schedule) : Screen
{
    private static readonly int[] Hours = [1, 2, 4, 8];

    public override string Name => ScreenNames.Pause;
    public override bool IsStep => false;
    public override bool IsForAdmins => true;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        IReadOnlyList<ScreenButton> back = [new ScreenButton(texts.Back, "back")];
        if (BookingRules.IsPaused(venue.Settings, context.Now))
            return Task.FromResult(
                new ScreenView(
                    texts.PausedUntil(texts.Opens(venue.Clock, venue.Settings.OnlinePausedUntil!.Value, context.Now)),
                    [
                        [new ScreenButton(texts.OpenOnline, "open")],
                        back,
                    ]
                )
            );
        var hours = Hours.Select(h => new ScreenButton(
            texts.PauseHours(h),
            "hours",
            h.ToString(CultureInfo.InvariantCulture)
        ));
        return Task.FromResult(
            new ScreenView(
                Html.Paragraphs(texts.OnlineOpen, texts.AskPause),
                [
                    [.. hours],
                    [new ScreenButton(texts.PauseToday, "day")],
                    back,
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
        var clock = context.Venue.Clock;
        DateTimeOffset? until = action switch
        {
            "hours" => context.Now.AddHours(int.Parse(argument!, CultureInfo.InvariantCulture)),
            "day" => clock.Day(clock.ServiceDayOf(context.Now)).End,
            _ => null,
        };
        if (action is not ("hours" or "day" or "open"))
            return Turn.Back;
        var outcome = await schedule.PauseOnlineAsync(AdminScreen.ActorOf(context), until, cancellationToken);
        if (outcome.Error is { } error)
            return Turn.Say(context.Texts.Refusal(error, clock));
        var said = until is { } opens
            ? context.Texts.PausedUntil(context.Texts.Opens(clock, opens, context.Now))
            : context.Texts.OnlineOpen;
        return new Turn(ScreenNames.Admin, Mode: TurnMode.BackTo, Notice: said);
    }
}
