using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.Admin;

/// <summary>Somebody reads out a code: the booking, whenever it is or was.</summary>
public sealed class FindBookingScreen(BookingLists lists, StaffCard card) : Screen
{
    public override string Name => ScreenNames.FindBooking;
    public override bool IsStep => false;
    public override bool IsForAdmins => true;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        IReadOnlyList<ScreenButton> back = [new ScreenButton(texts.Back, "back")];
        if (context.Argument is not { } code)
            return new ScreenView(texts.AskCode, [back]);
        return await lists.ByCodeAsync(code, cancellationToken) is { } booking
            ? new ScreenView(Html.Paragraphs((await card.ViewAsync(texts, context.Venue, booking, cancellationToken)).Html, texts.AskAnotherCode), [back])
            : new ScreenView(texts.NoSuchCode(Html.Escape(code)), [back]);
    }

    public override Task<Turn> TapAsync(ScreenContext context, string action, string? argument, CancellationToken cancellationToken) => Task.FromResult(Turn.Back);

    public override Task<Turn?> TypeAsync(ScreenContext context, string text, CancellationToken cancellationToken) =>
        Task.FromResult<Turn?>(new Turn(Name, Html.Shorten(text.Trim(), Booking.CodeLength + 10), Mode: TurnMode.Replace));
}
