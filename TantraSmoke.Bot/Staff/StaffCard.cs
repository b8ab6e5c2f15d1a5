using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Bot.Staff;

/// <summary>
/// A booking in a staff chat: one message with actions, edited as the booking changes. Rights come from the Telegram
/// account of who presses, not from membership in the group.
/// </summary>
public sealed class StaffCard(BookingQueries queries, BookingDesk bookings, StaffLookup staff) : Card
{
    private const string Named = "staff";
    private const string AskCancel = "ask";
    private const string AskDecline = "askno";

    private static readonly TimeSpan DoubleTap = TimeSpan.FromSeconds(20);

    public override string Kind => Named;

    public override bool IsForGroups => true;

    /// <summary>The state of the booking and its last change.</summary>
    /// <param name="asking">A question that stands open: <see cref="AskCancel"/> or <see cref="AskDecline"/>.</param>
    public async Task<CardView> ViewAsync(
        BotTexts texts,
        VenueCatalog venue,
        BookingRow booking,
        CancellationToken cancellationToken,
        string? asking = null
    ) =>
        View(
            texts,
            venue,
            booking,
            (await queries.HistoryAsync(booking.Id, cancellationToken)).LastOrDefault(),
            asking
        );

    /// <summary>A note beneath the card about the change, since an edit makes no sound.</summary>
    public static CardView Note(BotTexts texts, VenueCatalog venue, BookingRow booking) =>
        new(
            Html.Lines(
                booking.AnswerBy is { } by ? texts.AnswerNeeded(texts.ShortWhen(venue.Clock, by))
                    : booking.Status == BookingStatus.Canceled ? texts.GuestCanceled
                    : texts.GuestChanged,
                Html.Escape(BookingText.Label(texts, venue, booking)),
                booking.GuestName is { } name ? $"👤 {Html.Name(name)}" : null
            )
        );

    /// <summary>The member of staff who presses; null for others.</summary>
    public async Task<Actor.Staff?> ActorAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var person = context.Session.Person!;
        var member = context.IsAdmin
            ? await staff.AdminFromTelegramAsync(person.Id, person.Name, cancellationToken)
            : await staff.ByTelegramAsync(person.Id, cancellationToken);
        return member?.ToActor();
    }

    /// <summary>Runs the action of a button; null for a button that only asks.</summary>
    public async Task<Outcome<Booking>?> ActAsync(
        Actor actor,
        Guid id,
        int version,
        string action,
        CancellationToken cancellationToken
    ) =>
        action switch
        {
            "ok" => await bookings.Lifecycle.ConfirmAsync(actor, id, version, cancellationToken),
            "yes" => await bookings.Approval.ApproveAsync(actor, id, version, cancellationToken),
            "no" => await bookings.Approval.DeclineAsync(actor, id, version, cancellationToken),
            "seat" => await bookings.Lifecycle.SeatAsync(actor, id, version, cancellationToken),
            "noshow" => await bookings.Lifecycle.MarkNoShowAsync(actor, id, version, cancellationToken),
            "cancel" => await bookings.Lifecycle.CancelAsync(actor, id, version, null, cancellationToken),
            _ => default(Outcome<Booking>?),
        };

    private static BookingStatus? LeadsTo(string action) =>
        action switch
        {
            "ok" => BookingStatus.Confirmed,
            "yes" => BookingStatus.Booked,
            "no" or "cancel" => BookingStatus.Canceled,
            "seat" => BookingStatus.Seated,
            "noshow" => BookingStatus.NoShow,
            _ => null,
        };

    public override async Task<CardTurn> TapAsync(
        ScreenContext context,
        CardTap tap,
        CancellationToken cancellationToken
    )
    {
        if (await ActorAsync(context, cancellationToken) is not { } actor)
            return new CardTurn(Toast: context.Texts.OnlyStaff, IsAlert: true);
        var chatTexts = context.Session.ChatId < 0 ? BotTexts.OfStaff(context.Venue.Settings) : context.Texts;
        if (await queries.FindAsync(actor, tap.Id, cancellationToken) is not { } booking)
            return new CardTurn(new CardView(chatTexts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock)));
        // A repeated tap of the same person: the card is about to be edited.
        var last =
            booking.Version == tap.Stamp
                ? null
                : (await queries.HistoryAsync(booking.Id, cancellationToken)).LastOrDefault();
        if (
            last is { ActorKind: "staff" }
            && last.ActorId == actor.StaffId
            && context.Now - last.At < DoubleTap
            && LeadsTo(tap.Action) == booking.Status
        )
            return new CardTurn(Toast: context.Texts.StaffTitle(booking.Status));
        // The booking changed meanwhile: the card shows the current state, nothing is done.
        if (booking.Version != tap.Stamp)
            return new CardTurn(
                await ViewAsync(chatTexts, context.Venue, booking, cancellationToken),
                context.Texts.BookingHasChanged
            );

        var outcome = await ActAsync(actor, booking.Id, booking.Version, tap.Action, cancellationToken);
        // The change is sent to every chat with the card, including this one.
        if (outcome?.Value is { } done)
            return new CardTurn(Toast: context.Texts.StaffTitle(done.Status));
        return outcome?.Error is { } error
            ? new CardTurn(Toast: context.Texts.Refusal(error, context.Venue.Clock), IsAlert: true)
            : new CardTurn(await ViewAsync(chatTexts, context.Venue, booking, cancellationToken, tap.Action));
    }

    private static CardView View(
        BotTexts texts,
        VenueCatalog venue,
        BookingRow booking,
        BookingHistory? last,
        string? asking
    )
    {
        var contact = booking.Username is { } username ? "@" + username : PhoneNumber.Written(booking.Phone);
        var who = string.Join(
            " · ",
            new[] { booking.GuestName is { } guest ? Plain.Name(guest) : null, contact, texts.Source(booking.Source) }
                .OfType<string>()
                .Select(Html.Escape)
        );
        var change = last is null or { Action: BookingAction.Created }
            ? null
            : texts.LastChange(last.Action, Html.Escape(last.ActorName), BotTexts.Time(venue.Clock, last.At));
        var buttons = Buttons(texts, booking, asking);
        var question =
            buttons.Count != 1
                ? null
                : asking switch
                {
                    AskCancel => texts.AskCancel,
                    AskDecline => texts.AskDecline,
                    _ => null,
                };
        var html = Html.Paragraphs(
            Html.Bold(texts.StaffTitle(booking.Status)),
            Html.Lines(BookingText.Facts(texts, venue, booking), $"👤 {who}"),
            Html.Lines(
                booking is { IsExpected: true, GuestConfirmedAt: not null } ? texts.GuestWillCome : null,
                change
            ),
            question
        );
        return new CardView(Named, booking.Id, booking.Version, html, buttons);
    }

    private static IReadOnlyList<IReadOnlyList<CardButton>> Buttons(BotTexts texts, BookingRow booking, string? asking)
    {
        if (!booking.IsExpected)
            return [];
        var (isRequest, keep, seat) = (
            booking.Status == BookingStatus.Requested,
            new CardButton(texts.KeepIt, "keep"),
            new CardButton(texts.SeatThem, "seat")
        );
        if (isRequest)
            return asking == AskDecline
                ?
                [
                    [new CardButton(texts.YesDecline, "no"), keep],
                ]
                :
                [
                    [new CardButton(texts.ApproveIt, "yes"), new CardButton(texts.DeclineIt, AskDecline)],
                    [seat],
                ];
        return asking == AskCancel
            ?
            [
                [new CardButton(texts.YesCancel, "cancel"), keep],
            ]
            :
            [
                booking.Status == BookingStatus.Booked ? [new CardButton(texts.ConfirmIt, "ok"), seat] : [seat],
                [new CardButton(texts.NeverCame, "noshow"), new CardButton(texts.CancelBooking, AskCancel)],
            ];
    }
}
