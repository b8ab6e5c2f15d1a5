namespace TantraSmoke.Core.Rooms;

/// <summary>Finds room on a drawing for something new.</summary>
internal static class FreeGround
{
    /// <summary>
    /// Clearances in centimetres to try around a table, widest first, so that its chairs fit if possible.
    /// </summary>
    private static readonly int[] RoomAround = [90, 50, 20, 0];

    /// <summary>
    /// Offset to the nearest free place for the whole group; null if there is none, or if it has no tables.
    /// </summary>
    public static (int X, int Y)? Aside(this HallDraft hall, List<DraftBox> chosen)
    {
        const int step = 2 * HallDraft.Grid;
        var tables = chosen.Where(box => box.Place.Item.IsTable).ToList();
        if (tables.Count == 0)
            return null;
        var taken = hall.Items.Select(p => new DraftBox(p).Ground).ToList();
        var ways =
            from x in Enumerable.Range(-hall.Width / step, (2 * hall.Width / step) + 1)
            from y in Enumerable.Range(-hall.Height / step, (2 * hall.Height / step) + 1)
            let way = (X: x * step, Y: y * step)
            orderby (way.X * way.X) + (way.Y * way.Y), -way.X, -way.Y
            select way;
        foreach (var room in RoomAround)
        {
            foreach (var way in ways)
            {
                if (tables.TrueForAll(table => Fits(table, way, room)))
                    return way;
            }
        }

        return null;

        bool Fits(DraftBox table, (int X, int Y) way, int room)
        {
            var (x, y, reachX, reachY) = (table.Place.X + way.X, table.Place.Y + way.Y, table.ReachX, table.ReachY);
            return x >= reachX
                && y >= reachY
                && x + reachX <= hall.Width
                && y + reachY <= hall.Height
                && IsFree(taken, x, y, reachX + room, reachY + room);
        }
    }

    /// <summary>
    /// The first free place, row by row. A full hall grows by a row; at its maximum size the centre is used.
    /// </summary>
    public static (HallDraft Hall, int X, int Y) WithRoomFor(this HallDraft hall, int width, int height)
    {
        foreach (var room in RoomAround)
        {
            if (hall.FreePlace(width, height, room) is var (x, y))
                return (hall, x, y);
        }

        var around = 2 * RoomAround[0];
        var grown = hall with { Width = Math.Max(hall.Width, width + around), Height = hall.Height + height + around };
        return grown is { Width: <= HallDraft.WidestHall, Height: <= HallDraft.WidestHall }
            ? (grown, (width / 2) + RoomAround[0], hall.Height + (height / 2) + RoomAround[0])
            : (hall, hall.Width / 2, hall.Height / 2);
    }

    private static (int X, int Y)? FreePlace(this HallDraft hall, int width, int height, int room)
    {
        // Zones are drawn around their tables: a new table belongs to none and must not stand inside.
        var zones = FloorDrawing.Of(hall).Zones.Select(z => new Ground(z.X, z.X + z.Width, z.Y, z.Y + z.Height));
        List<Ground> taken = [.. hall.Items.Select(p => new DraftBox(p).Ground), .. zones];
        for (var y = First(height); y + (height / 2) + room <= hall.Height; y += 2 * HallDraft.Grid)
        {
            for (var x = First(width); x + (width / 2) + room <= hall.Width; x += 2 * HallDraft.Grid)
            {
                if (IsFree(taken, x, y, (width / 2) + room, (height / 2) + room))
                    return (x, y);
            }
        }

        return null;

        int First(int length) => HallDraft.Grid * (int)Math.Ceiling(((length / 2.0) + room) / HallDraft.Grid);
    }

    private static bool IsFree(List<Ground> taken, int x, int y, int reachX, int reachY) =>
        taken.TrueForAll(b =>
            b.Right < x - reachX || b.Left > x + reachX || b.Bottom < y - reachY || b.Top > y + reachY
        );
}
