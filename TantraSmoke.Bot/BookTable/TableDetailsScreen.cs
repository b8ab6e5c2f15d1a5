using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// Details of one table or combination, with the button that takes it. Only this screen moves the hold.
/// </summary>
public sealed class TableDetailsScreen(DraftPlaces places, TablePhotoStore rooms) : Screen
{
    public override string Name => ScreenNames.TableDetails;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, venue) = (context.Texts, context.Venue);
        var ids = Ids(context);
        var option = (await places.TablesAsync(context, cancellationToken))?.Offer.Options.FirstOrDefault(o =>
            o.TableIds.SequenceEqual(ids)
        );
        var about = texts.TableLine(
            venue.TableNames(ids),
            venue.Seats(ids),
            Html.Escape(TableScreen.Description(texts, venue, ids))
        );
        var zone = ids.Select(id => venue.Table(id)?.Zone).FirstOrDefault(z => z is not null);
        var html = Html.Paragraphs(
            BookingText.When(texts, venue, context.Draft),
            Html.Lines(about, zone is null ? null : texts.TableZone(Html.Escape(zone.In(texts.Language)))),
            option is null ? texts.NotFreeThen : null
        );
        return new ScreenView(
            html,
            option is null
                ? []
                :
                [
                    [new ScreenButton(texts.TakeTable, "take")],
                ]
        )
        {
            Photo = PhotoOf(context, ids),
        };
    }

    public override async Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    )
    {
        var ids = Ids(context);
        if (await IsFreeAsync(context, ids, cancellationToken))
        {
            var turn = await places.TakeAsync(context, ids, cancellationToken);
            if (turn.To != ScreenNames.Time)
                return turn;
        }

        // The table was taken meanwhile. A guest who chooses by table sees the other free tables, not other times.
        var then = await places.TablesAsync(context, cancellationToken);
        return then is { Offer.Options.Count: > 0 }
            ? new Turn(
                ScreenNames.Table,
                HallOf(context, ids),
                Notice: context.Texts.TableJustTaken(context.Venue.TableNames(ids)),
                Mode: TurnMode.BackTo
            )
            : new Turn(ScreenNames.Time, Notice: context.Texts.JustTaken, Mode: TurnMode.BackTo);
    }

    private async Task<bool> IsFreeAsync(ScreenContext context, List<int> ids, CancellationToken cancellationToken) =>
        (await places.TablesAsync(context, cancellationToken))?.Offer.Options.Any(o => o.TableIds.SequenceEqual(ids))
        == true;

    private ScreenPhoto? PhotoOf(ScreenContext context, List<int> ids) =>
        ids.Select(context.Venue.Table).FirstOrDefault(t => t?.Photo is not null) is { } table
            ? new ScreenPhoto(
                string.Create(CultureInfo.InvariantCulture, $"table.{table.Id}.{table.Photo}"),
                async cancellationToken => (await rooms.PhotoAsync(table.Id, cancellationToken))?.Content
            )
            : null;

    private static string? HallOf(ScreenContext context, List<int> ids) =>
        context.Venue.Table(ids[0])?.HallId.ToString(CultureInfo.InvariantCulture);

    private static List<int> Ids(ScreenContext context) =>
        [.. context.Argument!.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
}
