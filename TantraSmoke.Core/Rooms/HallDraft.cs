using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>An editable copy of a hall, saved as a whole. Immutable: every edit returns a new draft.</summary>
/// <param name="HallId">0 for a new hall.</param>
/// <param name="Version">The hall's version when the draft was begun.</param>
/// <param name="Tables">Including retired ones.</param>
public sealed partial record HallDraft(
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

    public TableDraft? Table(int key) => Tables.FirstOrDefault(t => t.Key == key);

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

    /// <summary>See <see cref="HallDraft.Onto"/>.</summary>
    internal TableDraft Onto(TableDraft theirs, TableDraft begun) =>
        new(
            Key,
            HallDraft.Merged(Number, theirs.Number, begun.Number),
            HallDraft.Merged(Seats, theirs.Seats, begun.Seats),
            HallDraft.Merged(MinParty, theirs.MinParty, begun.MinParty),
            HallDraft.Merged(Description, theirs.Description, begun.Description),
            HallDraft.Merged(Place, theirs.Place, begun.Place),
            HallDraft.Merged(Zone ?? LocalText.Empty, theirs.Zone ?? LocalText.Empty, begun.Zone ?? LocalText.Empty)
                is { IsEmpty: false } zone
                ? zone
                : null,
            HallDraft.Merged(IsOnline, theirs.IsOnline, begun.IsOnline),
            HallDraft.Merged(IsActive, theirs.IsActive, begun.IsActive)
        );

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
