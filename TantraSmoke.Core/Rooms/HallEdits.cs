using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>What people do to a drawing. Each method returns a new draft and leaves alone what is not there.</summary>
public static class HallEdits
{
    /// <summary>
    /// Adds a table with that number in the first free place; new keys count down. A full hall grows.
    /// </summary>
    public static (HallDraft Draft, DraftItem Added) Add(this HallDraft hall, TableShape shape, int number)
    {
        var (width, height, seats) = shape switch
        {
            TableShape.Round => (90, 90, 2),
            TableShape.Square => (120, 120, 4),
            TableShape.Rectangle => (220, 120, 6),
            TableShape.Sofa => (200, 110, 4),
        };
        var key = hall.NewKey();
        var (grown, x, y) = hall.WithRoomFor(width, height);
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
        return (grown with { Tables = [.. hall.Tables, table] }, DraftItem.OfTable(key));
    }

    /// <summary>Adds a wall or label in the first free place.</summary>
    public static (HallDraft Draft, DraftItem Added) Add(this HallDraft hall, MarkKind kind, LocalText text)
    {
        var (width, height) = kind == MarkKind.Wall ? (200, 20) : (160, 40);
        var (grown, x, y) = hall.WithRoomFor(width, height);
        return (
            grown with
            {
                Marks = [.. hall.Marks, new HallMark(kind, x, y, width, height, 0) { Words = text }],
            },
            DraftItem.OfMark(hall.Marks.Count)
        );
    }

    /// <summary>
    /// Removes items: new tables and marks are deleted, saved tables retired. Their combinations are removed.
    /// </summary>
    public static HallDraft Remove(this HallDraft hall, IReadOnlyCollection<DraftItem> items)
    {
        var tables = items.Where(i => i.IsTable).Select(i => i.Key).ToHashSet();
        var marks = items.Where(i => !i.IsTable).Select(i => i.Key).ToHashSet();
        return hall with
        {
            Tables =
            [
                .. hall
                    .Tables.Where(t => !t.IsNew || !tables.Contains(t.Key))
                    .Select(t => tables.Contains(t.Key) ? t with { IsActive = false } : t),
            ],
            Combinations = [.. hall.Combinations.Where(c => !c.Tables.Any(tables.Contains))],
            Marks = [.. hall.Marks.Where((_, i) => !marks.Contains(i))],
        };
    }

    /// <summary>Restores a retired table to its former place, or as near as the hall allows.</summary>
    public static HallDraft Revive(this HallDraft hall, int key)
    {
        if (hall.Table(key) is not { IsActive: false } table)
            return hall;
        var (x, y) = hall.Inside(table.Place.X, table.Place.Y, table.Place.Reach);
        return hall.With(table with { IsActive = true, Place = table.Place with { X = x, Y = y } });
    }

    /// <summary>
    /// Duplicates items to the nearest free place; tables get numbers from <paramref name="freeNumber"/>, called with
    /// the draft so far. If there is no place for the whole group, each table gets its own.
    /// </summary>
    public static (HallDraft Draft, IReadOnlyList<DraftItem> Added) Duplicate(
        this HallDraft hall,
        IReadOnlyCollection<DraftItem> items,
        Func<HallDraft, int> freeNumber
    )
    {
        var (draft, added) = (hall, new List<DraftItem>());
        var aside = hall.Aside(hall.Chosen(items));
        foreach (var item in items)
        {
            if (item.IsTable && hall.Table(item.Key) is { } table)
            {
                var (grown, x, y) = aside is { } together
                    ? (draft, table.Place.X + together.X, table.Place.Y + together.Y)
                    : draft.WithRoomFor(2 * table.Place.Reach.X, 2 * table.Place.Reach.Y);
                draft = grown;
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
            else if (!item.IsTable && item.Key >= 0 && item.Key < hall.Marks.Count)
            {
                var mark = hall.Marks[item.Key];
                added.Add(DraftItem.OfMark(draft.Marks.Count));
                var (x, y) = aside ?? (4 * HallDraft.Grid, 4 * HallDraft.Grid);
                draft = draft with
                {
                    Marks =
                    [
                        .. draft.Marks,
                        mark with
                        {
                            X = Math.Clamp(mark.X + x, 0, hall.Width),
                            Y = Math.Clamp(mark.Y + y, 0, hall.Height),
                        },
                    ],
                };
            }
        }

        return (draft, added);
    }

    /// <summary>An unsaved copy of the hall with new numbers and without retired tables.</summary>
    public static HallDraft Copy(this HallDraft hall, LocalText name, Func<HallDraft, int> freeNumber)
    {
        var (copy, keys) = (
            hall with
            {
                HallId = 0,
                Version = 0,
                Name = name,
                Tables = [],
                Combinations = [],
            },
            new Dictionary<int, TableDraft>()
        );
        foreach (var table in hall.Tables.Where(t => t.IsActive))
        {
            // The original hall's numbers are taken too.
            var number = freeNumber(copy with { Tables = [.. hall.Tables, .. copy.Tables] });
            keys[table.Key] = table with { Key = copy.NewKey(), Number = number };
            copy = copy with { Tables = [.. copy.Tables, keys[table.Key]] };
        }

        var together = hall
            .Combinations.Where(c => c.Tables.All(keys.ContainsKey))
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
    public static HallDraft Combine(this HallDraft hall, IEnumerable<int> keys)
    {
        var tables = keys.Select(hall.Table).OfType<TableDraft>().OrderBy(t => t.Number).ToList();
        if (tables.Count < 2)
            return hall;
        var seats = tables.Sum(t => t.Seats);
        var combination = new CombinationDraft(
            0,
            CombinationName(tables.Select(t => t.Number)),
            [.. tables.Select(t => t.Key)],
            Math.Min(seats, tables.Max(t => t.Seats) + 1),
            seats
        );
        return hall with { Combinations = [.. hall.Combinations, combination] };
    }

    private static string CombinationName(IEnumerable<int> numbers) =>
        string.Join('+', numbers.Order().Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
