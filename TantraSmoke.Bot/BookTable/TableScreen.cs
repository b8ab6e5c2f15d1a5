using System.Globalization;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Pictures;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.BookTable;

/// <summary>
/// Choosing a table: a picture of the hall at that time with the free tables as buttons. Without a picture, a list.
/// </summary>
public sealed class TableScreen(DraftPlaces places, HallPictures pictures, MiniAppAddress app) : Screen
{
    private const int MostInList = 40;
    private const int MostNumbers = 75;
    private const int MostHalls = 20;
    private const int LabelLength = 60;
    private const int HallLabelLength = 30;

    public override string Name => ScreenNames.Table;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var (texts, venue, draft) = (context.Texts, context.Venue, context.Draft);
        var when = BookingText.When(texts, venue, draft);
        if (
            await places.TablesAsync(context, cancellationToken) is not { } then
            || Shown(context, then) is not { } hall
        )
            return new ScreenView(Html.Paragraphs(when, texts.NotFreeThen), []);
        var options = then.Offer.Options.Where(o => IsIn(venue, o, hall)).ToList();
        var tabs = Tabs(context, then, hall);
        // The Mini App would make a second booking for a guest who is moving one.
        var map = draft.Moving is null ? app.Row(texts.HallMap, draft) : [];
        var list = new ScreenView(
            Html.Paragraphs(when, options.Count > 0 ? texts.AskTable : texts.NothingInHall),
            [
                .. tabs,
                .. options
                    .Take(MostInList)
                    .Select(IReadOnlyList<ScreenButton> (option) => [Button(LineOf(context, option), option)]),
                .. map,
            ]
        );
        var numbers = options
            .OrderBy(o => o.TableIds.Count)
            .ThenBy(o => venue.Table(o.TableIds[0])!.Number)
            .Select(o =>
                Button(
                    Mark(o.TableIds.SequenceEqual(draft.TableIds)) + texts.TableNumber(venue.TableNames(o.TableIds)),
                    o
                )
            );
        return list with
        {
            Html = Html.Paragraphs(
                when,
                texts.HallLegend,
                options.Count > 0 ? texts.AskTableInHall : texts.NothingInHall
            ),
            Rows = [.. tabs, .. numbers.Take(MostNumbers).Chunk(5), .. map],
            Photo = pictures.Of(venue, hall, then, texts.Language),
            WithoutPhoto = list,
        };
    }

    public override Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            action == "hall"
                ? new Turn(ScreenNames.Table, argument, Mode: TurnMode.Replace)
                : new Turn(ScreenNames.TableDetails, argument)
        );

    internal static string Description(BotTexts texts, VenueCatalog venue, IReadOnlyList<int> tableIds) =>
        string.Join(
            " + ",
            tableIds
                .Select(id => venue.Table(id)?.Description.In(texts.Language) ?? "")
                .Where(d => d.Length > 0)
                .Distinct()
        );

    /// <summary>The requested hall, else the hall of the held table, else the first with a free table.</summary>
    private static Hall? Shown(ScreenContext context, HistoricalTables then)
    {
        var venue = context.Venue;
        var asked = int.TryParse(context.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : (int?)null;
        var held = context.Draft.TableIds is [var table, ..] ? venue.Table(table)?.HallId : null;
        return venue.Halls.FirstOrDefault(h => h.Id == asked)
            ?? venue.Halls.FirstOrDefault(h => h.Id == held)
            ?? venue.Halls.FirstOrDefault(h => then.Offer.Options.Any(o => IsIn(venue, o, h)))
            ?? (venue.Halls is [var first, ..] ? first : null);
    }

    private static List<ScreenButton[]> Tabs(ScreenContext context, HistoricalTables then, Hall shown)
    {
        var venue = context.Venue;
        var halls = venue
            .Halls.Where(h => h == shown || venue.Tables.Any(t => t.HallId == h.Id && t.IsActive))
            .Take(MostHalls)
            .ToList();
        return halls.Count < 2
            ? []
            :
            [
                .. halls
                    .Select(h => new ScreenButton(
                        Mark(h == shown)
                            + Html.Shorten(h.Name.In(context.Texts.Language), HallLabelLength)
                            + $" ({then.Offer.Options.Count(o => IsIn(venue, o, h))})",
                        "hall",
                        h.Id.ToString(CultureInfo.InvariantCulture)
                    ))
                    .Chunk(2),
            ];
    }

    private static bool IsIn(VenueCatalog venue, TableOption option, Hall hall) =>
        venue.Table(option.TableIds[0])?.HallId == hall.Id;

    private static string LineOf(ScreenContext context, TableOption option) =>
        Html.Shorten(
            context.Texts.TableButton(
                context.Venue.TableNames(option.TableIds),
                option.Seats,
                Description(context.Texts, context.Venue, option.TableIds)
            ),
            LabelLength
        );

    private static string Mark(bool isCurrent) => isCurrent ? "• " : "";

    private static ScreenButton Button(string label, TableOption option) =>
        new(label, "table", string.Join(',', option.TableIds.Select(id => id.ToString(CultureInfo.InvariantCulture))));
}
