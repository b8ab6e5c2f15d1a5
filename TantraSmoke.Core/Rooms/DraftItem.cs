using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>An item of the drawing: a table by its key, or a mark by its index.</summary>
public readonly record struct DraftItem(bool IsTable, int Key)
{
    public static DraftItem OfTable(int key) => new(true, key);

    public static DraftItem OfMark(int index) => new(false, index);

    /// <summary>"t5", "t-1", "m0".</summary>
    public override string ToString() => FormattableString.Invariant($"{(IsTable ? 't' : 'm')}{Key}");

    /// <summary>Returns null for an invalid name.</summary>
    public static DraftItem? Parse(string name) =>
        name.Length > 1
        && name[0] is 't' or 'm'
        && int.TryParse(
            name.AsSpan(1),
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.CultureInfo.InvariantCulture,
            out var key
        )
            ? new DraftItem(name[0] == 't', key)
            : null;
}

/// <summary>An item's new place.</summary>
public sealed record ItemPlace(DraftItem Item, int X, int Y, int Width, int Height, int Rotation);

/// <summary>The upright box around something on the drawing, centimetres.</summary>
internal readonly record struct DraftBox(ItemPlace Place)
{
    public int ReachX => TablePlace.ReachOf(Place.Width, Place.Height, Place.Rotation).X;
    public int ReachY => TablePlace.ReachOf(Place.Width, Place.Height, Place.Rotation).Y;
    public int Left => Place.X - ReachX;
    public int Right => Place.X + ReachX;
    public int Top => Place.Y - ReachY;
    public int Bottom => Place.Y + ReachY;
    public Ground Ground => new(Left, Right, Top, Bottom);
}

/// <summary>A part of the floor, centimetres.</summary>
internal readonly record struct Ground(int Left, int Right, int Top, int Bottom);
