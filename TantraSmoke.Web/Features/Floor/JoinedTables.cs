using System.Globalization;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>A band that connects the joined tables of a party.</summary>
/// <param name="Css">Classes for the state's colours.</param>
/// <param name="Points">Points of an SVG polyline from table to table.</param>
public readonly record struct JoinedTables(Guid BookingId, string Css, string Points)
{
    /// <summary>The bands of a hall: seated parties, and those due now or within the hour.</summary>
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

    // Ordered along the direction in which the tables stand.
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
