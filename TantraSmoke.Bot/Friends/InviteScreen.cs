using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Friends;

namespace TantraSmoke.Bot.Friends;

/// <summary>The link that invites friends and the number who accepted, updated while it is shown.</summary>
public sealed class InviteScreen(
    FriendService friends,
    BookingQueries bookings,
    DraftPlaces places,
    BotAddress address,
    InviteWatch watch
) : Screen
{
    public override string Name => ScreenNames.Invite;
    public override bool IsStep => false;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        var id = Guid.Parse(context.Argument!);
        var booking = await bookings.FindAsync(context.Guest, id, cancellationToken);
        var outcome = await friends.LinkAsync(context.Guest, id, cancellationToken);
        if (booking is null || outcome.Value is not { } link)
            return new ScreenView(
                texts.Refusal(outcome.Error ?? new CommonRefusal.NotFound(), venue.Clock),
                [
                    [new ScreenButton(texts.Back, "back")],
                ]
            );
        watch.Note(id, context.Session.ChatId);
        var rows = new List<IReadOnlyList<ScreenButton>>();
        if (link.IsOutgrown)
            rows.Add([new ScreenButton(texts.WeAre(link.Heads), "grow") { Look = ButtonLook.Good }]);
        var url = await address.UsernameAsync(cancellationToken) is { } username
            ? BotAddress.Url(username, StartLink.PartyMark + link.Token)
            : null;
        if (url is not null)
        {
            var words = texts.InviteWords(
                venue.Settings.VenueName,
                texts.When(venue.Clock, booking.ServiceDay, booking.StartsAt, booking.EndsAt)
            );
            rows.Add([
                new ScreenButton(texts.SendToFriends, "send")
                {
                    Opens =
                        $"https://t.me/share/url?url={Uri.EscapeDataString(url)}&text={Uri.EscapeDataString(words)}",
                    Look = ButtonLook.Main,
                },
            ]);
            rows.Add([new ScreenButton(texts.CopyLink, "copy") { Copies = url }]);
        }

        rows.Add([new ScreenButton(texts.Back, "back"), new ScreenButton(texts.ToMenu, "home")]);
        return new ScreenView(
            Html.Paragraphs(
                texts.InviteTitle,
                BookingText.Facts(texts, venue, booking),
                url is null ? texts.NoLinkYet : Html.Escape(url),
                link.Coming + link.Declined > 0 ? null : Html.Bold(texts.Heads(link.Heads, link.Declined)),
                link.IsOutgrown ? texts.Outgrown(link.Heads, link.PartySize) : texts.InviteHint
            ),
            rows
        );
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) =>
        action switch
        {
            "grow" => await GrowAsync(
                context,
                Guid.Parse(context.Argument!),
                friends,
                bookings,
                places,
                cancellationToken
            ),
            "home" => Turn.Home,
            "back" => context.Session.Back.Count > 0
                ? Turn.Back
                : new Turn(ScreenNames.MyBooking, context.Argument, Mode: TurnMode.Reset),
            _ => Turn.Stay,
        };

    /// <summary>
    /// Changes the booking to the number who accepted, by the usual rules; the guest confirms with the last tap.
    /// </summary>
    internal static async Task<Turn> GrowAsync(
        ScreenContext context,
        Guid id,
        FriendService friends,
        BookingQueries bookings,
        DraftPlaces places,
        CancellationToken cancellationToken
    )
    {
        var booking = await bookings.FindAsync(context.Guest, id, cancellationToken);
        var link = (await friends.LinkAsync(context.Guest, id, cancellationToken)).Value;
        if (booking is null || link is not { IsOutgrown: true })
            return Turn.Say(context.Texts.Refusal(new CommonRefusal.NotFound(), context.Venue.Clock));
        if (ChangeBookingScreen.Begin(context, booking) is { } refused)
            return refused;
        var largest = LargePartyScreen.Largest(context);
        if (link.Heads > largest)
            return LargePartyScreen.TooLarge(context, largest);
        context.Session.Draft = context.Draft with { PartySize = link.Heads };
        return await places.TakeAsync(context, null, cancellationToken);
    }
}
