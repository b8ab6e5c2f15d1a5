namespace TantraSmoke.Core.Rooms;

/// <summary>Ways to align several items.</summary>
public enum Alignment
{
    Left,
    Centre,
    Right,
    Top,
    Middle,
    Bottom,
}

/// <summary>Brings things on a drawing into line. Each method returns a new draft.</summary>
public static class HallArrangement
{
    /// <summary>Aligns items with the outermost of them, or with the common centre.</summary>
    public static HallDraft Align(this HallDraft hall, IReadOnlyCollection<DraftItem> items, Alignment alignment)
    {
        var chosen = hall.Chosen(items);
        if (chosen.Count < 2)
            return hall;
        var (left, right) = (chosen.Min(b => b.Left), chosen.Max(b => b.Right));
        var (top, bottom) = (chosen.Min(b => b.Top), chosen.Max(b => b.Bottom));
        return hall.Put(
            chosen.Select(b =>
                alignment switch
                {
                    Alignment.Left => b.Place with { X = left + b.ReachX },
                    Alignment.Centre => b.Place with { X = (left + right) / 2 },
                    Alignment.Right => b.Place with { X = right - b.ReachX },
                    Alignment.Top => b.Place with { Y = top + b.ReachY },
                    Alignment.Middle => b.Place with { Y = (top + bottom) / 2 },
                    Alignment.Bottom => b.Place with { Y = bottom - b.ReachY },
                }
            )
        );
    }

    /// <summary>Spaces three or more items evenly; the outermost stay.</summary>
    public static HallDraft Distribute(this HallDraft hall, IReadOnlyCollection<DraftItem> items, bool sideways)
    {
        var chosen = hall.Chosen(items).OrderBy(b => sideways ? b.Left : b.Top).ToList();
        if (chosen.Count < 3)
            return hall;
        var (begin, end) = sideways
            ? (chosen[0].Left, chosen.Max(b => b.Right))
            : (chosen[0].Top, chosen.Max(b => b.Bottom));
        var gap = (end - begin - chosen.Sum(b => 2.0 * (sideways ? b.ReachX : b.ReachY))) / (chosen.Count - 1);
        var (at, places) = ((double)begin, new List<ItemPlace>());
        foreach (var box in chosen)
        {
            var reach = sideways ? box.ReachX : box.ReachY;
            var centre = (int)Math.Round(at + reach);
            places.Add(sideways ? box.Place with { X = centre } : box.Place with { Y = centre });
            at += (2 * reach) + gap;
        }

        return hall.Put(places);
    }

    internal static List<DraftBox> Chosen(this HallDraft hall, IReadOnlyCollection<DraftItem> items) =>
        [.. hall.Items.Where(p => items.Contains(p.Item)).Select(p => new DraftBox(p))];
}
