using System.Globalization;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>A band drawn between the tables of one party, so that they are seen to belong together.</summary>
/// <param name="Css">The state's colours.</param>
/// <param name="Points">From table to neighbouring table, as SVG writes a line.</param>
public readonly record struct JoinedTables(Guid BookingId, string Css, string Points)
{
    /// <summary>The bands of a hall: of who sits, is expected now or within the hour.</summary>
    public static IReadOnlyList<JoinedTables> Of(FloorDrawing hall, FloorPicture picture) =>
        [
            .. from drawing in hall.Tables
            let table = picture.Table(drawing.TableId)
            where table?.Current is { TableIds.Count: > 1 }
            group (drawing, table) by table.Current!.Id into party
            where party.Count() > 1
            select new JoinedTables(
                party.Key,
                $"ft-{party.First().table.State.ToString().ToLowerInvariant()}",
                Line([.. party.Select(one => one.drawing)])
            ),
        ];

    // Along the direction in which they stand.
    private static string Line(List<TableDrawing> tables)
    {
        var isWide = tables.Max(t => t.X) - tables.Min(t => t.X) >= tables.Max(t => t.Y) - tables.Min(t => t.Y);
        return string.Join(
            ' ',
            tables
                .OrderBy(t => isWide ? t.X : t.Y)
                .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.X},{t.Y}"))
        );
    }
}
