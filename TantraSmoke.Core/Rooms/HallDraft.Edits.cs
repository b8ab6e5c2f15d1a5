using TantraSmoke.Core.Entities;

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

// Edits of a drawing. Each returns a new draft; items that do not exist are ignored.
public sealed partial record HallDraft
{
    /// <summary>Grid in centimetres on which new items are placed.</summary>
    public const int Grid = 10;

    /// <summary>All items with their places: active tables, then marks.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<ItemPlace> Items =>
        Tables
            .Where(t => t.IsActive)
            .Select(t => new ItemPlace(
                DraftItem.OfTable(t.Key),
                t.Place.X,
                t.Place.Y,
                t.Place.Width,
                t.Place.Height,
                t.Place.Rotation
            ))
            .Concat(
                Marks.Select((m, i) => new ItemPlace(DraftItem.OfMark(i), m.X, m.Y, m.Width, m.Height, m.Rotation))
            );

    public HallDraft With(TableDraft table) =>
        this with
        {
            Tables = [.. Tables.Select(t => t.Key == table.Key ? table : t)],
        };

    public HallDraft With(int markIndex, HallMark mark) =>
        this with
        {
            Marks = [.. Marks.Select((m, i) => i == markIndex ? mark : m)],
        };

    /// <summary>Places items after a gesture, clamped to the hall and to valid sizes.</summary>
    public HallDraft Put(IEnumerable<ItemPlace> places)
    {
        var draft = this;
        foreach (var (item, x, y, width, height, rotation) in places)
        {
            var turned = ((rotation % 360) + 360) % 360;
            if (item.IsTable && draft.Table(item.Key) is { } table)
            {
                var size = (
                    Math.Clamp(width, TablePlace.Smallest, TablePlace.Largest),
                    Math.Clamp(height, TablePlace.Smallest, TablePlace.Largest)
                );
                var place = table.Place with
                {
                    X = x,
                    Y = y,
                    Width = size.Item1,
                    Height = size.Item2,
                    Rotation = turned,
                };
                var (inX, inY) = Inside(x, y, place.Reach);
                draft = draft.With(table with { Place = place with { X = inX, Y = inY } });
            }
            else if (!item.IsTable && item.Key >= 0 && item.Key < Marks.Count)
            {
                var mark = Marks[item.Key] with
                {
                    X = Math.Clamp(x, 0, Width),
                    Y = Math.Clamp(y, 0, Height),
                    Width = Math.Clamp(width, HallMark.Smallest, WidestHall),
                    Height = Math.Clamp(height, HallMark.Smallest, WidestHall),
                    Rotation = turned,
                };
                draft = draft.With(item.Key, mark);
            }
        }

        return draft;
    }

    /// <summary>
    /// Adds a table with that number in the first free place; new keys count down. A full hall grows.
    /// </summary>
    public (HallDraft Draft, DraftItem Added) Add(TableShape shape, int number)
    {
        var (width, height, seats) = shape switch
        {
            TableShape.Round => (90, 90, 2),
            TableShape.Square => (120, 120, 4),
            TableShape.Rectangle => (220, 120, 6),
            TableShape.Sofa => (200, 110, 4),
        };
        var key = NewKey();
        var (hall, x, y) = WithRoomFor(width, height);
        var table = new TableDraft(
            key,
            number,
            seats,
            1,
            "",
            new TablePlace(x, y, width, height, 0, shape),
            null,
            IsOnline: true,
            IsActive: true
        );
        return (hall with { Tables = [.. Tables, table] }, DraftItem.OfTable(key));
    }

    /// <summary>Adds a wall or label in the first free place.</summary>
    public (HallDraft Draft, DraftItem Added) Add(MarkKind kind, LocalText text)
    {
        var (width, height) = kind == MarkKind.Wall ? (200, 20) : (160, 40);
        var (hall, x, y) = WithRoomFor(width, height);
        return (
            hall with
            {
                Marks = [.. Marks, new HallMark(kind, x, y, width, height, 0) { Words = text }],
            },
            DraftItem.OfMark(Marks.Count)
        );
    }

    /// <summary>
    /// Removes items: new tables and marks are deleted, saved tables retired. Their combinations are removed.
    /// </summary>
    public HallDraft Remove(IReadOnlyCollection<DraftItem> items)
    {
        var tables = items.Where(i => i.IsTable).Select(i => i.Key).ToHashSet();
        var marks = items.Where(i => !i.IsTable).Select(i => i.Key).ToHashSet();
        return this with
        {
            Tables =
            [
                .. Tables
                    .Where(t => !t.IsNew || !tables.Contains(t.Key))
                    .Select(t => tables.Contains(t.Key) ? t with { IsActive = false } : t),
            ],
            Combinations = [.. Combinations.Where(c => !c.Tables.Any(tables.Contains))],
            Marks = [.. Marks.Where((_, i) => !marks.Contains(i))],
        };
    }

    /// <summary>Restores a retired table to its former place, or as near as the hall allows.</summary>
    public HallDraft Revive(int key)
    {
        if (Table(key) is not { IsActive: false } table)
            return this;
        var (x, y) = Inside(table.Place.X, table.Place.Y, table.Place.Reach);
        return With(table with { IsActive = true, Place = table.Place with { X = x, Y = y } });
    }

    /// <summary>
    /// Duplicates items to the nearest free place; tables get numbers from <paramref name="freeNumber"/>, called with
    /// the draft so far. If there is no place for the whole group, each table gets its own.
    /// </summary>
    public (HallDraft Draft, IReadOnlyList<DraftItem> Added) Duplicate(
        IReadOnlyCollection<DraftItem> items,
        Func<HallDraft, int> freeNumber
    )
    {
        var (draft, added) = (this, new List<DraftItem>());
        var aside = Aside(Chosen(items));
        foreach (var item in items)
        {
            if (item.IsTable && Table(item.Key) is { } table)
            {
                var (hall, x, y) = aside is { } together
                    ? (draft, table.Place.X + together.X, table.Place.Y + together.Y)
                    : draft.WithRoomFor(2 * table.Place.Reach.X, 2 * table.Place.Reach.Y);
                draft = hall;
                var copy = table with
                {
                    Key = draft.NewKey(),
                    Number = freeNumber(draft),
                    Place = table.Place with { X = x, Y = y },
                    IsActive = true,
                };
                draft = draft with { Tables = [.. draft.Tables, copy] };
                added.Add(DraftItem.OfTable(copy.Key));
            }
            else if (!item.IsTable && item.Key >= 0 && item.Key < Marks.Count)
            {
                var mark = Marks[item.Key];
                added.Add(DraftItem.OfMark(draft.Marks.Count));
                var (x, y) = aside ?? (4 * Grid, 4 * Grid);
                draft = draft with
                {
                    Marks =
                    [
                        .. draft.Marks,
                        mark with
                        {
                            X = Math.Clamp(mark.X + x, 0, Width),
                            Y = Math.Clamp(mark.Y + y, 0, Height),
                        },
                    ],
                };
            }
        }

        return (draft, added);
    }

    /// <summary>Aligns items with the outermost of them, or with the common centre.</summary>
    public HallDraft Align(IReadOnlyCollection<DraftItem> items, Alignment alignment)
    {
        var chosen = Chosen(items);
        if (chosen.Count < 2)
            return this;
        var (left, right) = (chosen.Min(b => b.Left), chosen.Max(b => b.Right));
        var (top, bottom) = (chosen.Min(b => b.Top), chosen.Max(b => b.Bottom));
        return Put(
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
    public HallDraft Distribute(IReadOnlyCollection<DraftItem> items, bool sideways)
    {
        var chosen = Chosen(items).OrderBy(b => sideways ? b.Left : b.Top).ToList();
        if (chosen.Count < 3)
            return this;
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

        return Put(places);
    }

    /// <summary>
    /// Rebases the changes made since <paramref name="begun"/> onto what somebody else saved: a three-way merge by
    /// field in which this draft wins conflicts.
    /// </summary>
    /// <param name="theirs">The hall as saved now.</param>
    /// <param name="begun">The hall when this draft was begun.</param>
    public HallDraft Onto(HallDraft theirs, HallDraft begun)
    {
        var tables = theirs
            .Tables.Select(their =>
                Table(their.Key) is { } mine ? mine.Onto(their, begun.Table(their.Key) ?? their) : their
            )
            .Concat(Tables.Where(t => t.IsNew))
            .ToList();
        var keys = tables.Select(t => t.Key).ToHashSet();
        var combinations = Merged(
            Combinations,
            theirs.Combinations,
            begun.Combinations,
            (one, other) => one.Id != 0 && one.Id == other.Id
        );
        return theirs with
        {
            Name = Merged(Name, theirs.Name, begun.Name),
            Width = Merged(Width, theirs.Width, begun.Width),
            Height = Merged(Height, theirs.Height, begun.Height),
            Tables = tables,
            Combinations = [.. combinations.Where(c => c.Tables.All(keys.Contains))],
            Marks = Merged(Marks, theirs.Marks, begun.Marks, (one, other) => one == other),
        };
    }

    /// <summary>
    /// This draft as a change of <paramref name="saved"/>, for undoing a save: tables added since are retired, because
    /// they may be booked.
    /// </summary>
    public HallDraft Over(HallDraft saved) =>
        this with
        {
            Version = saved.Version,
            Tables =
            [
                .. Tables,
                .. saved.Tables.Where(t => Table(t.Key) is null).Select(t => t with { IsActive = false }),
            ],
        };

    internal static T Merged<T>(T mine, T theirs, T begun) =>
        EqualityComparer<T>.Default.Equals(mine, begun) ? theirs : mine;

    /// <summary>Merges by language, so that a translation and a correction both survive.</summary>
    internal static LocalText Merged(LocalText mine, LocalText theirs, LocalText begun) =>
        new(Merged(mine.Ru, theirs.Ru, begun.Ru), Merged(mine.En, theirs.En, begun.En));

    /// <summary>Their list with this draft's removals, changes and additions applied.</summary>
    private static List<T> Merged<T>(
        IReadOnlyList<T> mine,
        IReadOnlyList<T> theirs,
        IReadOnlyList<T> begun,
        Func<T, T, bool> isSame
    )
        where T : notnull
    {
        var touched = begun.Where(was => !mine.Contains(was)).ToList();
        return
        [
            .. theirs.Where(their => !touched.Exists(was => isSame(was, their))),
            .. mine.Where(one => !begun.Contains(one)),
        ];
    }

    /// <summary>An unsaved copy of the hall with new numbers and without retired tables.</summary>
    public HallDraft Copy(LocalText name, Func<HallDraft, int> freeNumber)
    {
        var (copy, keys) = (
            this with
            {
                HallId = 0,
                Version = 0,
                Name = name,
                Tables = [],
                Combinations = [],
            },
            new Dictionary<int, TableDraft>()
        );
        foreach (var table in Tables.Where(t => t.IsActive))
        {
            // The original hall's numbers are taken too.
            var number = freeNumber(copy with { Tables = [.. Tables, .. copy.Tables] });
            keys[table.Key] = table with { Key = copy.NewKey(), Number = number };
            copy = copy with { Tables = [.. copy.Tables, keys[table.Key]] };
        }

        var together = Combinations
            .Where(c => c.Tables.All(keys.ContainsKey))
            .Select(c =>
                c with
                {
                    Id = 0,
                    Name = CombinationName(c.Tables.Select(t => keys[t].Number)),
                    Tables = [.. c.Tables.Select(t => keys[t].Key)],
                }
            );
        return copy with { Combinations = [.. together] };
    }

    /// <summary>Makes tables joinable, for more guests than any of them seats.</summary>
    public HallDraft Combine(IEnumerable<int> keys)
    {
        var tables = keys.Select(Table).OfType<TableDraft>().OrderBy(t => t.Number).ToList();
        if (tables.Count < 2)
            return this;
        var seats = tables.Sum(t => t.Seats);
        var combination = new CombinationDraft(
            0,
            CombinationName(tables.Select(t => t.Number)),
            [.. tables.Select(t => t.Key)],
            Math.Min(seats, tables.Max(t => t.Seats) + 1),
            seats
        );
        return this with { Combinations = [.. Combinations, combination] };
    }

    public HallDraft WithCombination(int index, CombinationDraft? combination) =>
        this with
        {
            Combinations = [.. Combinations.Select((c, i) => i == index ? combination : c).OfType<CombinationDraft>()],
        };

    private static string CombinationName(IEnumerable<int> numbers) =>
        string.Join('+', numbers.Order().Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private int NewKey() => Math.Min(0, Tables.Select(t => t.Key).DefaultIfEmpty(0).Min()) - 1;

    private (int X, int Y) Inside(int x, int y, (int X, int Y) reach) =>
        (
            Math.Clamp(x, Math.Min(reach.X, Width / 2), Math.Max(Width - reach.X, Width / 2)),
            Math.Clamp(y, Math.Min(reach.Y, Height / 2), Math.Max(Height - reach.Y, Height / 2))
        );

    private List<Box> Chosen(IReadOnlyCollection<DraftItem> items) =>
        [.. Items.Where(p => items.Contains(p.Item)).Select(p => new Box(p))];
}
