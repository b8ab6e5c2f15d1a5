using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>Two overlapping tables of a draft. Allowed, but usually a mistake.</summary>
public sealed record TableOverlap(TableDraft One, TableDraft Other)
{
    /// <summary>Overlap in centimetres tolerated for tables pushed together.</summary>
    private const double Slack = 2;
    private const int CornersOfRound = 16;

    /// <summary>All overlapping pairs of active tables, by number, ignoring chairs.</summary>
    public static IReadOnlyList<TableOverlap> Of(HallDraft draft)
    {
        var tables = draft
            .Tables.Where(t => t.IsActive)
            .OrderBy(t => t.Number)
            .Select(t => (Table: t, Outline: Outline(t.Place)))
            .ToList();
        return
        [
            .. from one in tables.Select((t, i) => (t.Table, t.Outline, Index: i))
            from other in tables.Skip(one.Index + 1)
            where IsNear(one.Table.Place, other.Table.Place) && Overlap(one.Outline, other.Outline)
            select new TableOverlap(one.Table, other.Table),
        ];
    }

    private static bool IsNear(TablePlace one, TablePlace other) =>
        Math.Abs(one.X - other.X) < one.Reach.X + other.Reach.X
        && Math.Abs(one.Y - other.Y) < one.Reach.Y + other.Reach.Y;

    private static (double X, double Y)[] Outline(TablePlace place)
    {
        var (sin, cos) = Math.SinCos(place.Rotation * Math.PI / 180);
        var (width, height) = (place.Width / 2.0, place.Height / 2.0);
        IEnumerable<(double X, double Y)> corners =
            place.Shape == TableShape.Round
                ? Enumerable
                    .Range(0, CornersOfRound)
                    .Select(i => Math.SinCos(2 * Math.PI * i / CornersOfRound))
                    .Select(at => (width * at.Cos, height * at.Sin))
                : [(-width, -height), (width, -height), (width, height), (-width, height)];
        return [.. corners.Select(c => (place.X + (c.X * cos) - (c.Y * sin), place.Y + (c.X * sin) + (c.Y * cos)))];
    }

    // Separating axis theorem: convex shapes are disjoint if and only if an edge's normal separates them.
    private static bool Overlap((double X, double Y)[] one, (double X, double Y)[] other) =>
        !Edges(one).Concat(Edges(other)).Any(edge => IsApart(edge, one, other));

    private static IEnumerable<(double X, double Y)> Edges((double X, double Y)[] outline) =>
        outline
            .Select((from, i) => (From: from, To: outline[(i + 1) % outline.Length]))
            .Select(e => (e.To.X - e.From.X, e.To.Y - e.From.Y));

    private static bool IsApart((double X, double Y) edge, (double X, double Y)[] one, (double X, double Y)[] other)
    {
        var length = Math.Sqrt((edge.X * edge.X) + (edge.Y * edge.Y));
        var (a, b) = (one.Select(Along).ToList(), other.Select(Along).ToList());
        return a.Max() <= b.Min() + Slack || b.Max() <= a.Min() + Slack;

        double Along((double X, double Y) point) => ((point.X * -edge.Y) + (point.Y * edge.X)) / length;
    }
}
