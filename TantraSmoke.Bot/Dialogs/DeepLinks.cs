using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Friends;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Bot.Dialogs;

/// <summary>Opens a start link: booking a table or a day, or an invitation; any other leads to the menu.</summary>
public sealed class DeepLinks(DraftPlaces places, GuestService guests, FriendService friends)
{
    public async Task<Turn> OpenAsync(ScreenContext context, string payload, CancellationToken cancellationToken)
    {
        var (session, venue) = (context.Session, context.Venue);
        if (payload.StartsWith(StartLink.PartyMark, StringComparison.Ordinal))
            return await friends.FindAsync(context.Guest, payload[StartLink.PartyMark.Length..], cancellationToken)
                    is not { } invitation
                    ? Turn.Home
                : invitation is { IsOwn: true, IsOpen: true }
                    ? new Turn(ScreenNames.Invite, invitation.BookingId.ToString(), Mode: TurnMode.Reset)
                : new Turn(ScreenNames.Invited, payload[StartLink.PartyMark.Length..], Mode: TurnMode.Reset);
        if (StartLink.Read(payload) is not { } link)
            return Turn.Home;
        if (link.Campaign is { } campaign && venue.Settings.HasCampaign(campaign))
        {
            session.Campaign = campaign;
            await guests.CameByAsync(context.Guest, campaign, cancellationToken);
        }

        var table = venue.Tables.FirstOrDefault(t =>
            t.Number == link.Table && venue.Option([t.Id]) is { IsOnline: true }
        );
        var day =
            link.Day is { } named && BookingRules.IsWithinHorizon(venue.Settings, venue.Clock, named, context.Now)
                ? named
                : (DateOnly?)null;
        if (table is null && day is null)
            return Turn.Home;
        session.Draft = new BookingDraft { WishedTable = table?.Id, WishedDay = day };
        session.Go(ScreenNames.Home, null, TurnMode.Reset);
        var turn = await places.NextAsync(context, cancellationToken);
        return turn with
        {
            Notice = Html.Lines(
                table is null
                    ? null
                    : context.Texts.TableLine(
                        venue.TableNames([table.Id]),
                        table.Seats,
                        Html.Escape(table.Description.In(context.Texts.Language))
                    ),
                day is { } shown ? "🗓 " + Html.Bold(context.Texts.LongDay(shown)) : null
            ),
        };
    }
}
