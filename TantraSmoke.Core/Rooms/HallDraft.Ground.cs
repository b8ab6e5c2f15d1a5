using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

// Finds free places for new items.
public sealed partial record HallDraft
{
    /// <summary>
    /// Clearances in centimetres to try around a table, widest first, so that its chairs fit if possible.
    /// </summary>
    private static readonly int[] RoomAround = [90, 50, 20, 0];

    /// <summary>
    /// The first free place, row by row. A full hall grows by a row; at its maximum size the centre is used.
    /// </summary>
    private (HallDraft Hall, int X, int Y) WithRoomFor(int width, int height)
    {
        foreach (var room in RoomAround)
        {
            if (FreePlace(width, height, room) is var (x, y))
                return (this, x, y);
        }

        var around = 2 * RoomAround[0];
        var grown = this with { Width = Math.Max(Width, width + around), Height = Height + height + around };
        return grown is { Width: <= WidestHall, Height: <= WidestHall }
            ? (grown, (width / 2) + RoomAround[0], Height + (height / 2) + RoomAround[0])
            : (this, Width / 2, Height / 2);
    }

    private (int X, int Y)? FreePlace(int width, int height, int room)
    {
        // Zones are drawn around their tables: a new table belongs to none and must not stand inside.
        var zones = FloorDrawing.Of(this).Zones.Select(z => new Ground(z.X, z.X + z.Width, z.Y, z.Y + z.Height));
        List<Ground> taken = [.. Items.Select(p => new Box(p).Ground), .. zones];
        for (var y = First(height); y + (height / 2) + room <= Height; y += 2 * Grid)
        {
            for (var x = First(width); x + (width / 2) + room <= Width; x += 2 * Grid)
            {
                if (IsFree(taken, x, y, (width / 2) + room, (height / 2) + room))
                    return (x, y);
            }
        }

        return null;

        int First(int length) => Grid * (int)Math.Ceiling(((length / 2.0) + room) / Grid);
    }

    /// <summary>
    /// Offset to the nearest free place for the whole group; null if there is none, or if it has no tables.
    /// </summary>
    private (int X, int Y)? Aside(List<Box> chosen)
    {
        const int step = 2 * Grid;
        var tables = chosen.Where(box => box.Place.Item.IsTable).ToList();
        if (tables.Count == 0)
            return null;
        var taken = Items.Select(p => new Box(p).Ground).ToList();
        var ways =
            from x in Enumerable.Range(-Width / step, (2 * Width / step) + 1)
            from y in Enumerable.Range(-Height / step, (2 * Height / step) + 1)
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

        bool Fits(Box table, (int X, int Y) way, int room)
        {
            var (x, y, reachX, reachY) = (table.Place.X + way.X, table.Place.Y + way.Y, table.ReachX, table.ReachY);
            return x >= reachX
                && y >= reachY
                && x + reachX <= Width
                && y + reachY <= Height
                && IsFree(taken, x, y, reachX + room, reachY + room);
        }
    }

    private static bool IsFree(List<Ground> taken, int x, int y, int reachX, int reachY) =>
        taken.TrueForAll(b =>
            b.Right < x - reachX || b.Left > x + reachX || b.Bottom < y - reachY || b.Top > y + reachY
        );

    private readonly record struct Box(ItemPlace Place)
    {
        public int ReachX => TablePlace.ReachOf(Place.Width, Place.Height, Place.Rotation).X;
        public int ReachY => TablePlace.ReachOf(Place.Width, Place.Height, Place.Rotation).Y;
        public int Left => Place.X - ReachX;
        public int Right => Place.X + ReachX;
        public int Top => Place.Y - ReachY;
        public int Bottom => Place.Y + ReachY;
        public Ground Ground => new(Left, Right, Top, Bottom);
    }

    private readonly record struct Ground(int Left, int Right, int Top, int Bottom);
}
