using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>An editable copy of a hall, saved as a whole. Immutable: every edit returns a new draft.</summary>
/// <param name="HallId">0 for a new hall.</param>
/// <param name="Version">The hall's version when the draft was begun.</param>
/// <param name="Tables">Including retired ones.</param>
public sealed record HallDraft(
    int HallId,
    int Version,
    LocalText Name,
    int Width,
    int Height,
    IReadOnlyList<TableDraft> Tables,
    IReadOnlyList<CombinationDraft> Combinations,
    IReadOnlyList<HallMark> Marks
)
{
    /// <summary>Grid in centimetres on which new items are placed.</summary>
    public const int Grid = 10;
    public const int NameLimit = 40;
    public const int NarrowestHall = 200;
    public const int WidestHall = 10_000;

    /// <summary>An empty hall.</summary>
    public static HallDraft New(LocalText name) => new(0, 0, name, 1200, 800, [], [], []);

    public static HallDraft Of(Hall hall, IEnumerable<Table> tables, IEnumerable<TableCombination> combinations)
    {
        var own = tables.Where(t => t.HallId == hall.Id).OrderBy(t => t.Number).ToList();
        var ids = own.Select(t => t.Id).ToHashSet();
        return new HallDraft(
            hall.Id,
            hall.Version,
            hall.Name,
            hall.Width,
            hall.Height,
            [.. own.Select(TableDraft.Of)],
            [.. combinations.Where(c => c.TableIds.Any(ids.Contains)).OrderBy(c => c.Id).Select(CombinationDraft.Of)],
            hall.Marks
        );
    }

    /// <summary>The hall from the catalog; null if it does not exist.</summary>
    public static HallDraft? Of(VenueCatalog catalog, int hallId) =>
        catalog.Halls.FirstOrDefault(h => h.Id == hallId) is { } hall
            ? Of(hall, catalog.Tables, catalog.Combinations)
            : null;

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

    public TableDraft? Table(int key) => Tables.FirstOrDefault(t => t.Key == key);

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

    public HallDraft WithCombination(int index, CombinationDraft? combination) =>
        this with
        {
            Combinations = [.. Combinations.Select((c, i) => i == index ? combination : c).OfType<CombinationDraft>()],
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

    internal int NewKey() => Math.Min(0, Tables.Select(t => t.Key).DefaultIfEmpty(0).Min()) - 1;

    internal (int X, int Y) Inside(int x, int y, (int X, int Y) reach) =>
        (
            Math.Clamp(x, Math.Min(reach.X, Width / 2), Math.Max(Width - reach.X, Width / 2)),
            Math.Clamp(y, Math.Min(reach.Y, Height / 2), Math.Max(Height - reach.Y, Height / 2))
        );

    // Drafts are equal if saving them gives the same result.
    public bool Equals(HallDraft? other) =>
        other is not null
        && (HallId, Version, Name, Width, Height)
            == (other.HallId, other.Version, other.Name, other.Width, other.Height)
        && Tables.SequenceEqual(other.Tables)
        && Combinations.SequenceEqual(other.Combinations)
        && Marks.SequenceEqual(other.Marks);

    public override int GetHashCode() =>
        HashCode.Combine(HallId, Version, Name, Tables.Count, Combinations.Count, Marks.Count);
}

/// <summary>A table in a draft.</summary>
/// <param name="Key">The table's id; 0 or less for a new table, unique within the draft.</param>
public sealed record TableDraft(
    int Key,
    int Number,
    int Seats,
    int MinParty,
    LocalText Description,
    TablePlace Place,
    LocalText? Zone,
    bool IsOnline,
    bool IsActive
)
{
    public const int MostSeats = 50;
    public const int HighestNumber = 9999;
    public const int DescriptionLimit = 500;
    public const int ZoneLimit = 40;

    public bool IsNew => Key <= 0;

    internal static TableDraft Of(Table t) =>
        new(t.Id, t.Number, t.Seats, t.MinParty, t.Description, t.Place, t.Zone, t.IsOnline, t.IsActive);
}

/// <summary>Tables that can be joined.</summary>
/// <param name="Id">0 for a new combination.</param>
/// <param name="Tables">Keys of the tables in the draft.</param>
public sealed record CombinationDraft(int Id, string Name, IReadOnlyList<int> Tables, int MinParty, int Seats)
{
    public const int MostTables = 6;
    public const int NameLimit = 40;

    internal static CombinationDraft Of(TableCombination c) => new(c.Id, c.Name, c.TableIds, c.MinParty, c.Seats);

    public bool Equals(CombinationDraft? other) =>
        other is not null
        && (Id, Name, MinParty, Seats) == (other.Id, other.Name, other.MinParty, other.Seats)
        && Tables.SequenceEqual(other.Tables);

    public override int GetHashCode() => HashCode.Combine(Id, Name, MinParty, Seats);
}
