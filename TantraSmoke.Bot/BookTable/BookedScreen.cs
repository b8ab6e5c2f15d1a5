using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.BookTable;

/// <summary>The table is theirs.</summary>
public sealed class BookedScreen(BookingQueries bookings) : Screen
{
    public override string Name => ScreenNames.Booked;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var booking =
            context.Booking
            ?? (
                Guid.TryParse(context.Argument, out var id)
                    ? await bookings.FindAsync(context.Guest, id, cancellationToken)
                    : null
            );
        var html =
            booking is null ? texts.NoBookings
            : booking.IsOpen
                ? Html.Paragraphs(
                    booking.IsCertain ? texts.Booked : texts.RequestReceived,
                    BookingText.Facts(texts, context.Venue, booking),
                    booking.IsCertain ? texts.BookedHint : null
                )
            : Html.Paragraphs(BookingText.Facts(texts, context.Venue, booking), texts.Status(booking.Status));
        IReadOnlyList<IReadOnlyList<ScreenButton>> code = booking is { IsOpen: true }
            ?
            [
                [new ScreenButton(texts.CopyCode(booking.Code), "code") { Copies = booking.Code }],
            ]
            : [];
        IReadOnlyList<IReadOnlyList<ScreenButton>> invite =
            booking is { IsCertain: true } && booking.StartsAt > context.Now
                ?
                [
                    [new ScreenButton(texts.InviteFriends, ScreenNames.Invite)],
                ]
                : [];
        return new ScreenView(
            html,
            [
                .. invite,
                .. code,
                [new ScreenButton(texts.MyBookings, ScreenNames.MyBookings)],
                [new ScreenButton(texts.ToMenu, ScreenNames.Home)],
            ]
        );
    }

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            action == ScreenNames.Home ? Turn.Home
            : action == ScreenNames.Invite ? new Turn(action, context.Argument)
            : new Turn(action, Mode: TurnMode.Replace)
        );
}
