using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bot.BookTable;

/// <summary>Last step: everything at a glance while the table is held. A message typed here becomes the comment.</summary>
public sealed class ConfirmScreen(BookingService bookings) : Screen
{
    public override string Name => ScreenNames.Confirm;

    public override Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, draft) = (context.Texts, context.Draft);
        var held = context.Now < draft.HeldUntil ? texts.HeldUntil(BotTexts.Time(context.Venue.Clock, draft.HeldUntil)) : null;
        return Task.FromResult(new ScreenView(
            Html.Paragraphs(texts.Check, BookingText.Facts(texts, context.Venue, draft), held, draft.Comment is null ? texts.CommentHint : null),
            [[new ScreenButton(texts.Confirm, "confirm")], [new ScreenButton(texts.ChooseTable, "table")]]));
    }

    public override async Task<Turn> TapAsync(ScreenContext context, string action, string? argument, CancellationToken cancellationToken)
    {
        if (action == "table")
            return new Turn(ScreenNames.Table);

        var draft = context.Draft;
        var request = new BookingRequest(draft.ServiceDay, draft.SlotId, draft.PartySize, draft.Key) { TableIds = draft.TableIds, Comment = draft.Comment };
        var outcome = await bookings.CreateAsync(context.Guest, request, cancellationToken);
        return outcome.Value is { } booking
            ? new Turn(ScreenNames.Booked, booking.Id.ToString(), Mode: TurnMode.Reset)
            : TimeScreen.Refused(context, outcome.Error!);
    }

    public override Task<Turn?> TypeAsync(ScreenContext context, string text, CancellationToken cancellationToken)
    {
        if (text.Trim().Length > Booking.CommentLimit)
            return Task.FromResult<Turn?>(new Turn(Notice: Html.Escape(
                context.Texts.Refusal(new BookingError.CommentTooLong(Booking.CommentLimit), context.Venue.Clock))));
        context.Session.Draft = context.Draft with { Comment = text.Trim() };
        return Task.FromResult<Turn?>(Turn.Stay);
    }

    public override Task LeaveAsync(ScreenContext context, CancellationToken cancellationToken) =>
        bookings.ReleaseHoldAsync(context.Guest, cancellationToken);
}
