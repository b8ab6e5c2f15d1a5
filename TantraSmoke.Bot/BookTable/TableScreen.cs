using System.Globalization;
using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Bot.BookTable;

/// <summary>Choosing the table oneself, from those that are free and fit; the hold moves to it.</summary>
public sealed class TableScreen(DraftPlaces places) : Screen
{
    private const int MostButtons = 40;
    private const int LabelLength = 60;

    public override string Name => ScreenNames.Table;

    public override async Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken)
    {
        var draft = context.Draft;
        var offers = await places.OffersAsync(context, cancellationToken);
        var options = offers.FirstOrDefault(o => o.SlotId == draft.SlotId)?.Options ?? [];
        var rows = options.Take(MostButtons).Select(IReadOnlyList<ScreenButton> (option) =>
        [
            new ScreenButton(
                Html.Shorten(context.Texts.TableButton(context.Venue.TableNames(option.TableIds), option.Seats, Description(context.Venue, option.TableIds)), LabelLength),
                "table",
                string.Join(',', option.TableIds.Select(id => id.ToString(CultureInfo.InvariantCulture)))),
        ]);
        return new ScreenView(Html.Paragraphs(BookingText.When(context.Texts, context.Venue, draft), context.Texts.AskTable), [.. rows]);
    }

    public override Task<Turn> TapAsync(ScreenContext context, string action, string? argument, CancellationToken cancellationToken)
    {
        var tables = argument!.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
        return places.TakeAsync(context, tables, cancellationToken);
    }

    internal static string Description(VenueCatalog venue, IReadOnlyList<int> tableIds) =>
        string.Join(" + ", tableIds.Select(id => venue.Table(id)?.Description ?? "").Where(d => d.Length > 0).Distinct());
}
