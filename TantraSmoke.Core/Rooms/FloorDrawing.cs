using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>
/// Geometry of a hall in centimetres, origin top left, shared by the dashboard's floor and the picture in the chat.
/// Independent of colours and occupancy.
/// </summary>
public sealed record FloorDrawing(
    LocalText Hall,
    int Width,
    int Height,
    IReadOnlyList<ZoneDrawing> Zones,
    IReadOnlyList<TableDrawing> Tables
)
{
    // Keeps chairs and a zone's outline clear of neighbouring tables.
    private const int ZoneMargin = 70;
    private const int ZoneNameRoom = 30;

    /// <summary>Walls and labels in drawing order, below the tables.</summary>
    public IReadOnlyList<HallMark> Marks { get; init; } = [];

    /// <summary>Draws the active tables of a hall, sorted by number.</summary>
    public static FloorDrawing Of(Hall hall, IEnumerable<Table> tables) =>
        Of(
            hall.Name,
            hall.Width,
            hall.Height,
            hall.Marks,
            tables
                .Where(t => t.HallId == hall.Id && t.IsActive)
                .Select(t => (TableDrawing.Of(t.Id, t.Number, t.Seats, t.Place), t.Zone))
        );

    /// <summary>Draws a hall from a draft; new tables have the draft's keys.</summary>
    public static FloorDrawing Of(HallDraft draft) =>
        Of(
            draft.Name,
            draft.Width,
            draft.Height,
            draft.Marks,
            draft
                .Tables.Where(t => t.IsActive)
                .Select(t => (TableDrawing.Of(t.Key, t.Number, t.Seats, t.Place), t.Zone))
        );

    private static FloorDrawing Of(
        LocalText name,
        int width,
        int height,
        IReadOnlyList<HallMark> marks,
        IEnumerable<(TableDrawing Table, LocalText? Zone)> tables
    )
    {
        var here = tables.OrderBy(t => t.Table.Number).ToList();
        // One translated table name is enough for the whole zone.
        var zones = here.Where(t => t.Zone is not null)
            .GroupBy(t => t.Zone!.In("ru"))
            .Select(zone =>
                ZoneOf(
                    zone.Select(t => t.Zone!).FirstOrDefault(name => name.Written.Count() > 1) ?? zone.First().Zone!,
                    width,
                    height,
                    [.. zone.Select(t => t.Table)]
                )
            )
            .ToList();
        return new FloorDrawing(name, width, height, zones, [.. here.Select(t => t.Table)]) { Marks = marks };
    }

    private static ZoneDrawing ZoneOf(LocalText name, int width, int height, List<TableDrawing> tables)
    {
        var left = Math.Max(0, tables.Min(t => t.X - t.Reach.X) - ZoneMargin);
        var top = Math.Max(0, tables.Min(t => t.Y - t.Reach.Y) - ZoneMargin - ZoneNameRoom);
        var right = Math.Min(width, tables.Max(t => t.X + t.Reach.X) + ZoneMargin);
        var bottom = Math.Min(height, tables.Max(t => t.Y + t.Reach.Y) + ZoneMargin);
        return new ZoneDrawing(name, left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }
}

/// <summary>A zone inside the hall, drawn around the tables that name it.</summary>
public sealed record ZoneDrawing(LocalText Name, int X, int Y, int Width, int Height);

/// <summary>
/// A table relative to its centre (<paramref name="X"/>, <paramref name="Y"/>): shape and chairs rotate, the text does
/// not.
/// </summary>
public sealed record TableDrawing(
    int TableId,
    int Number,
    int Seats,
    TableShape Shape,
    int X,
    int Y,
    int Width,
    int Height,
    int Rotation,
    IReadOnlyList<ChairDrawing> Chairs
)
{
    /// <summary>Corner radius; for a round table half its size.</summary>
    public int Corner =>
        Shape switch
        {
            TableShape.Round => Math.Min(Width, Height) / 2,
            TableShape.Square or TableShape.Rectangle => 12,
            TableShape.Sofa => 20,
        };

    internal (int X, int Y) Reach => TablePlace.ReachOf(Width, Height, Rotation);

    public static TableDrawing Of(int tableId, int number, int seats, TablePlace place) =>
        new(
            tableId,
            number,
            seats,
            place.Shape,
            place.X,
            place.Y,
            place.Width,
            place.Height,
            place.Rotation,
            ChairDrawing.Around(place, seats)
        );
}

/// <summary>A chair relative to its table's centre: position, size and rotation in degrees clockwise.</summary>
public sealed record ChairDrawing(double X, double Y, double Width, double Height, double Angle)
{
    private const double Depth = 26;
    private const double Breadth = 40;
    private const double Gap = 6;

    /// <summary>Distributes a table's seats around it.</summary>
    public static IReadOnlyList<ChairDrawing> Around(TablePlace place, int seats) =>
        place.Shape switch
        {
            TableShape.Round => Circle(place, seats),
            TableShape.Sofa => Sofa(place, seats),
            TableShape.Square or TableShape.Rectangle => Sides(place, seats),
        };

    private static List<ChairDrawing> Circle(TablePlace place, int seats)
    {
        var chairs = new List<ChairDrawing>();
        var distance = (Math.Min(place.Width, place.Height) / 2) + Gap + (Depth / 2);
        for (var i = 0; i < seats; i++)
        {
            var angle = 360.0 * i / seats;
            var radians = angle * Math.PI / 180;
            chairs.Add(
                new ChairDrawing(
                    Round(distance * Math.Sin(radians)),
                    Round(-distance * Math.Cos(radians)),
                    Breadth,
                    Depth,
                    Round(angle)
                )
            );
        }

        return chairs;
    }

    // One bench along the back and around both corners, divided per seat.
    private static List<ChairDrawing> Sofa(TablePlace place, int seats)
    {
        var length = place.Width + (2 * (Gap + Depth));
        var each = length / seats;
        var y = -(place.Height / 2.0) - Gap - (Depth / 2);
        return
        [
            .. Enumerable
                .Range(0, seats)
                .Select(i => new ChairDrawing(Round((each * (i + 0.5)) - (length / 2)), y, Round(each - 3), Depth, 0)),
        ];
    }

    private static List<ChairDrawing> Sides(TablePlace place, int seats)
    {
        var chairs = new List<ChairDrawing>();
        var perSide = PerSide(place, seats);
        for (var side = 0; side < 4; side++)
        {
            var alongX = side % 2 == 0;
            var (length, across) = alongX ? (place.Width, place.Height) : (place.Height, place.Width);
            var distance = (across / 2.0) + Gap + (Depth / 2);
            for (var i = 0; i < perSide[side]; i++)
            {
                var along = (length * (i + 0.5) / perSide[side]) - (length / 2.0);
                var (x, y) = side switch
                {
                    0 => (along, -distance),
                    1 => (distance, along),
                    2 => (along, distance),
                    _ => (-distance, along),
                };
                chairs.Add(new ChairDrawing(Round(x), Round(y), Breadth, Depth, 90 * side));
            }
        }

        return chairs;
    }

    /// <summary>
    /// Seats at the top, right, bottom and left: each goes to the side with most room left, opposite sides first.
    /// </summary>
    private static int[] PerSide(TablePlace place, int seats)
    {
        int[] lengths = [place.Width, place.Height, place.Width, place.Height];
        int[] order = place.Width >= place.Height ? [0, 2, 1, 3] : [1, 3, 0, 2];
        var counts = new int[4];
        for (var i = 0; i < seats; i++)
            counts[order.MaxBy(side => lengths[side] / (counts[side] + 1.0))]++;
        return counts;
    }

    private static double Round(double value) => Math.Round(value, 1);
}
