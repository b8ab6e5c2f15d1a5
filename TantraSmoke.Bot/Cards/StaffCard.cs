using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Bot.Cards;

/// <summary>
/// A booking in a chat of the staff: one message that is edited as the booking changes, with what can be done about it. Whoever
/// presses is looked up by their Telegram account: that somebody is in the group gives them no right.
/// </summary>
public sealed class StaffCard(BookingQueries queries, BookingService bookings, StaffService staff) : Card
{
    private const string Named = "staff";

    public override string Kind => Named;

    public override bool IsForGroups => true;

    /// <summary>How the booking stands, and who changed it last.</summary>
    public async Task<CardView> ViewAsync(BotTexts texts, VenueCatalog venue, BookingRow booking, CancellationToken cancellationToken) =>
        View(texts, venue, booking, (await queries.HistoryAsync(booking.Id, cancellationToken)).LastOrDefault(), isAsking: false);

    public override async Task<CardTurn> TapAsync(ScreenContext context, CardTap tap, CancellationToken cancellationToken)
    {
        var person = context.Session.Person!;
        var member = context.IsAdmin
            ? await staff.AdminFromTelegramAsync(person.Id, person.Name, cancellationToken)
            : await staff.ByTelegramAsync(person.Id, cancellationToken);
        if (member is null)
            return new CardTurn(Toast: context.Texts.OnlyStaff, IsAlert: true);
        var actor = member.ToActor();
        var chatTexts = context.Session.ChatId < 0 ? BotTexts.Group : context.Texts;
        if (await queries.FindAsync(actor, tap.Id, cancellationToken) is not { } booking)
            return new CardTurn(new CardView(chatTexts.Refusal(new BookingError.NotFound(), context.Venue.Clock)));
        // Somebody was faster and the card is about to be edited: how it stands now, and nothing done.
        if (booking.Version != tap.Stamp)
            return new CardTurn(await ViewAsync(chatTexts, context.Venue, booking, cancellationToken), context.Texts.BookingHasChanged);

        var outcome = tap.Action switch
        {
            "ok" => await bookings.ConfirmAsync(actor, booking.Id, booking.Version, cancellationToken),
            "seat" => await bookings.SeatAsync(actor, booking.Id, booking.Version, cancellationToken),
            "noshow" => await bookings.MarkNoShowAsync(actor, booking.Id, booking.Version, cancellationToken),
            "cancel" => await bookings.CancelAsync(actor, booking.Id, booking.Version, null, cancellationToken),
            _ => default(Outcome<Booking>?),
        };
        // What was done is on its way to every chat that has the card, this one too.
        if (outcome?.Value is { } done)
            return new CardTurn(Toast: context.Texts.StaffTitle(done.Status));
        if (outcome?.Error is { } error)
            return new CardTurn(Toast: context.Texts.Refusal(error, context.Venue.Clock), IsAlert: true);
        return new CardTurn(tap.Action == "ask" && booking.IsExpected
            ? View(chatTexts, context.Venue, booking, null, isAsking: true)
            : await ViewAsync(chatTexts, context.Venue, booking, cancellationToken));
    }

    private static CardView View(BotTexts texts, VenueCatalog venue, BookingRow booking, BookingHistory? last, bool isAsking)
    {
        var contact = booking.Username is { } username ? "@" + username : booking.Phone;
        var who = string.Join(" · ", new[] { booking.GuestName, contact, texts.Source(booking.Source) }.OfType<string>().Select(Html.Escape));
        var change = last is null or { Action: BookingAction.Created }
            ? null
            : texts.LastChange(last.Action, Html.Escape(last.ActorName), BotTexts.Time(venue.Clock, last.At));
        var html = Html.Paragraphs(
            Html.Bold(texts.StaffTitle(booking.Status)),
            Html.Lines(BookingText.Facts(texts, venue, booking), $"👤 {who}"),
            Html.Lines(booking is { IsExpected: true, GuestConfirmedAt: not null } ? texts.GuestWillCome : null, change),
            isAsking ? texts.AskCancel : null);
        return new CardView(Named, booking.Id, booking.Version, html, Buttons(texts, booking, isAsking));
    }

    private static IReadOnlyList<IReadOnlyList<CardButton>> Buttons(BotTexts texts, BookingRow booking, bool isAsking)
    {
        if (!booking.IsExpected)
            return [];
        if (isAsking)
            return [[new CardButton(texts.YesCancel, "cancel"), new CardButton(texts.KeepIt, "keep")]];
        var seat = new CardButton(texts.SeatThem, "seat");
        return
        [
            booking.Status == BookingStatus.Booked ? [new CardButton(texts.ConfirmIt, "ok"), seat] : [seat],
            [new CardButton(texts.NeverCame, "noshow"), new CardButton(texts.CancelBooking, "ask")],
        ];
    }
}
