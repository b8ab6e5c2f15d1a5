using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Talk;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// The last step: everything about the booking while the table is held. A message typed here becomes the comment.
/// </summary>
public sealed class ConfirmScreen(
    BookingDesk bookings,
    BookingQueries queries,
    HoldWatch holds,
    MiniAppAddress app,
    PlainTalk talk
) : Screen
{
    public override string Name => ScreenNames.Confirm;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, draft) = (context.Texts, context.Draft);
        List<IReadOnlyList<ScreenButton>> rows =
        [
            [
                new ScreenButton(draft.Moving is null ? texts.Confirm : texts.ConfirmMove, "confirm")
                {
                    Look = ButtonLook.Good,
                },
            ],
        ];
        List<ScreenButton> more = [new ScreenButton(texts.ChooseTable, "table")];
        if (StayScreen.MayBeLonger(context))
            more.Add(new ScreenButton(texts.StayLonger, "stay"));
        rows.Add(more);
        var asked = BookingRules.NeedsApproval(context.Venue.Settings, draft.PartySize) ? texts.WillBeAsked : null;
        if (draft.Moving is { } moving)
        {
            var old = await queries.FindAsync(context.Guest, moving, cancellationToken);
            var was = old is null ? null : $"{texts.Was}\n{BookingText.Facts(texts, context.Venue, old)}";
            return new ScreenView(
                Html.Paragraphs(was, $"{texts.Becomes}\n{BookingText.Facts(texts, context.Venue, draft)}", asked),
                rows
            );
        }

        rows.AddRange(app.Row(texts.HallMap, draft));
        if (context.Now < draft.HeldUntil)
            holds.Note(context.Session.ChatId, draft.HeldUntil);
        if (context.Venue.Settings.PhoneWish != PhoneWish.Never && !context.Session.HasPhone)
            rows.Add([new ScreenButton(texts.AddPhone, "phone")]);
        var held =
            context.Now < draft.HeldUntil ? texts.HeldUntil(BotTexts.Time(context.Venue.Clock, draft.HeldUntil)) : null;
        return new ScreenView(
            Html.Paragraphs(
                texts.Check,
                BookingText.Facts(texts, context.Venue, draft),
                asked,
                held,
                draft.Comment is null ? texts.CommentHint : null
            ),
            rows
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
            case "table":
                return new Turn(ScreenNames.Table);
            case "stay":
                return new Turn(ScreenNames.Stay);
            case "phone":
                return new Turn(ScreenNames.Phone);
        }

        var outcome = await TakeAsync(context, cancellationToken);
        if (outcome.Value is not { } booking)
            return DraftPlaces.Refused(context, outcome.Error!);
        context.Session.Campaign = null;
        context.Session.Usual = UsualBooking.Of(booking, context.Venue);
        return context.Draft.Moving is null
            ? new Turn(ScreenNames.Booked, booking.Id.ToString(), Mode: TurnMode.Reset)
            {
                Booking = BookingRow.Of(booking),
                Again =
                    booking.Status == BookingStatus.Requested
                        ? context.Texts.RequestedToast
                        : context.Texts.BookedToast,
            }
            : new Turn(
                ScreenNames.MyBooking,
                booking.Id.ToString(),
                Toast: booking.Status == BookingStatus.Requested ? context.Texts.AskedAgain : context.Texts.Moved,
                Notice: context.Texts.CalendarAgain,
                Mode: TurnMode.Reset
            );
    }

    public override async Task<Turn?> TypeAsync(ScreenContext context, string text, CancellationToken cancellationToken)
    {
        if (context.Draft.Moving is not null)
            return null;
        // Another day, time or party size changes the draft; it is not a comment.
        if (PlainTalk.Correction(context, text) is { } correction)
            return await talk.OpenAsync(context, correction, cancellationToken);
        if (TopicReader.Read(text) is { } topic)
            return topic == Topic.Yes ? new Turn(Notice: Html.Escape(context.Texts.PressConfirm)) : null;
        if (PlainTalk.IsQuestion(text))
            return null;
        if (text.Trim().Length > Booking.CommentLimit)
            return new Turn(
                Notice: Html.Escape(
                    context.Texts.Refusal(new CommonRefusal.CommentTooLong(Booking.CommentLimit), context.Venue.Clock)
                )
            );
        context.Session.Draft = context.Draft with { Comment = text.Trim() };
        return Turn.Stay;
    }

    public override Task LeaveAsync(ScreenContext context, CancellationToken cancellationToken) =>
        bookings.Book.ReleaseHoldAsync(context.Guest, cancellationToken);

    private Task<Outcome<Booking>> TakeAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var draft = context.Draft;
        return draft.Moving is { } moving
            ? bookings.Own.RescheduleAsync(
                context.Guest,
                moving,
                null,
                new RescheduleRequest(draft.ServiceDay, draft.SlotId, draft.PartySize, draft.TableIds, draft.Slots),
                cancellationToken
            )
            : bookings.Book.CreateAsync(
                context.Guest,
                new BookingRequest(
                    draft.ServiceDay,
                    draft.SlotId,
                    new(draft.PartySize) { Comment = draft.Comment },
                    draft.Key
                )
                {
                    TableIds = draft.TableIds,
                    Slots = draft.Slots,
                    Campaign = context.Session.Campaign,
                },
                cancellationToken
            );
    }
}
