using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.Staff;

/// <summary>Finds a booking by its code, past or future, with its actions.</summary>
public sealed class FindBookingScreen(BookingLists lists, StaffCard card) : Screen
{
    private const string Back = "@back";

    public override string Name => ScreenNames.FindBooking;
    public override bool IsStep => false;
    public override bool IsForAdmins => true;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        IReadOnlyList<ScreenButton> back = [new ScreenButton(texts.Back, Back)];
        // The code, then the open question.
        if (context.Argument?.Split(' ', 2) is not [var code, .. var asking])
            return new ScreenView(texts.AskCode, [back]);
        if (await lists.ByCodeAsync(code, cancellationToken) is not { } booking)
            return new ScreenView(texts.NoSuchCode(Html.Escape(context.Argument)), [back]);
        var view = await card.ViewAsync(texts, context.Venue, booking, cancellationToken, asking.FirstOrDefault());
        var version = booking.Version.ToString(CultureInfo.InvariantCulture);
        return new ScreenView(
            Html.Paragraphs(view.Html, texts.AskAnotherCode),
            [
                .. view.Rows.Select(row =>
                    (IReadOnlyList<ScreenButton>)[.. row.Select(b => new ScreenButton(b.Label, b.Action, version))]
                ),
                back,
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
        if (action == Back || context.Argument?.Split(' ')[0] is not { } code)
            return Turn.Back;
        if (
            await lists.ByCodeAsync(code, cancellationToken) is not { } booking
            || await card.ActorAsync(context, cancellationToken) is not { } actor
        )
            return Turn.Stay;
        var outcome = await card.ActAsync(
            actor,
            booking.Id,
            int.Parse(argument!, CultureInfo.InvariantCulture),
            action,
            cancellationToken
        );
        return new Turn(
            Name,
            outcome is null ? $"{code} {action}" : code,
            Mode: TurnMode.Replace,
            IsAlert: outcome?.Error is not null,
            Toast: outcome?.Error is { } error ? context.Texts.Refusal(error, context.Venue.Clock)
                : outcome?.Value is { } done ? context.Texts.StaffTitle(done.Status)
                : null
        );
    }

    public override Task<Turn?> TypeAsync(ScreenContext context, string text, CancellationToken cancellationToken) =>
        Task.FromResult<Turn?>(
            new Turn(Name, Html.Shorten(text.Trim(), Booking.CodeLength + 10), Mode: TurnMode.Replace)
        );
}
