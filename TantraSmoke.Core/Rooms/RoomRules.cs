using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>Faults of a draft.</summary>
public enum RoomFault
{
    HallNameMissing,
    HallNameTooLong,
    HallNameTaken,
    HallSize,
    Number,

    /// <summary>Another table of this hall has the number.</summary>
    NumberTwice,

    /// <summary>A table of another hall, named in the problem, has the number.</summary>
    NumberTaken,
    Seats,
    MinParty,
    TableSize,
    TableOutside,
    DescriptionTooLong,
    ZoneTooLong,

    /// <summary>A combination needs two to six active tables of the hall.</summary>
    CombinationTables,
    CombinationTwice,
    CombinationSeats,
    CombinationMinParty,
    CombinationName,
    CombinationNameTaken,
    MarkSize,
    MarkOutside,
    LabelEmpty,
    MarkTextTooLong,
}

/// <summary>A broken rule and the item that breaks it.</summary>
/// <param name="Table">Key of the table.</param>
/// <param name="Combination">Index in the draft's list.</param>
/// <param name="Mark">Index in the draft's list.</param>
/// <param name="Subject">The table's number or the combination's name.</param>
/// <param name="Detail">A value for the message, such as the maximum number of seats.</param>
public sealed record RoomProblem(
    RoomFault Fault,
    int? Table = null,
    int? Combination = null,
    int? Mark = null,
    string Subject = "",
    string Detail = ""
)
{
    /// <summary>The other hall, for the message.</summary>
    public LocalText Hall { get; init; } = LocalText.Empty;
}

/// <summary>Names and numbers used in the rest of the venue.</summary>
/// <param name="Numbers">Table numbers of other halls, with the hall's name.</param>
public sealed record RoomsAround(
    IReadOnlyDictionary<int, LocalText> Numbers,
    IReadOnlySet<string> HallNames,
    IReadOnlySet<string> CombinationNames
)
{
    public static RoomsAround Of(VenueCatalog catalog, int hallId) =>
        Of(catalog.Halls, catalog.Tables, catalog.Combinations, hallId);

    internal static RoomsAround Of(
        IReadOnlyList<Hall> halls,
        IReadOnlyList<Table> tables,
        IEnumerable<TableCombination> combinations,
        int hallId
    )
    {
        var own = tables.Where(t => t.HallId == hallId).Select(t => t.Id).ToHashSet();
        return new RoomsAround(
            tables
                .Where(t => t.HallId != hallId)
                .ToDictionary(t => t.Number, t => halls.First(h => h.Id == t.HallId).Name),
            halls
                .Where(h => h.Id != hallId)
                .SelectMany(h => h.Name.Written)
                .ToHashSet(StringComparer.OrdinalIgnoreCase),
            combinations
                .Where(c => !c.TableIds.Any(own.Contains))
                .Select(c => c.Name)
                .ToHashSet(StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>The lowest number not used by any table, in this draft or elsewhere.</summary>
    public int FreeNumber(HallDraft draft) =>
        Enumerable
            .Range(1, TableDraft.HighestNumber)
            .First(n => !Numbers.ContainsKey(n) && draft.Tables.All(t => t.Number != n));
}

/// <summary>Validation rules of a draft. Pure.</summary>
public static class RoomRules
{
    // A wall may overlap the hall's edge.
    private const int WallOverhang = 20;

    /// <summary>All broken rules; empty if the draft can be saved.</summary>
    public static IReadOnlyList<RoomProblem> Check(HallDraft draft, RoomsAround around) =>
        [
            .. OfHall(draft, around),
            .. draft.Tables.SelectMany(t => OfTable(t, draft, around)),
            .. OfCombinations(draft, around),
            .. OfMarks(draft),
        ];

    private static IEnumerable<RoomProblem> OfHall(HallDraft draft, RoomsAround around)
    {
        if (draft.Name.IsEmpty)
            yield return new RoomProblem(RoomFault.HallNameMissing);
        else if (draft.Name.Length > HallDraft.NameLimit)
            yield return new RoomProblem(RoomFault.HallNameTooLong);
        else if (draft.Name.Trimmed().Written.FirstOrDefault(around.HallNames.Contains) is { } taken)
            yield return new RoomProblem(RoomFault.HallNameTaken, Subject: taken);
        if (
            !IsWithin(draft.Width, HallDraft.NarrowestHall, HallDraft.WidestHall)
            || !IsWithin(draft.Height, HallDraft.NarrowestHall, HallDraft.WidestHall)
        )
            yield return new RoomProblem(RoomFault.HallSize);
    }

    private static IEnumerable<RoomProblem> OfTable(TableDraft table, HallDraft draft, RoomsAround around)
    {
        if (!IsWithin(table.Number, 1, TableDraft.HighestNumber))
            yield return Problem(RoomFault.Number);
        else if (draft.Tables.Any(other => other.Key != table.Key && other.Number == table.Number))
            yield return Problem(RoomFault.NumberTwice);
        else if (around.Numbers.TryGetValue(table.Number, out var hall))
            yield return Problem(RoomFault.NumberTaken) with
            {
                Hall = hall,
            };
        // Retired tables are not validated.
        if (!table.IsActive)
            yield break;
        if (!IsWithin(table.Seats, 1, TableDraft.MostSeats))
            yield return Problem(RoomFault.Seats);
        if (!IsWithin(table.MinParty, 1, Math.Max(1, table.Seats)))
            yield return Problem(RoomFault.MinParty, Text(table.Seats));
        if (
            !IsWithin(table.Place.Width, TablePlace.Smallest, TablePlace.Largest)
            || !IsWithin(table.Place.Height, TablePlace.Smallest, TablePlace.Largest)
        )
            yield return Problem(RoomFault.TableSize);
        else if (!IsInside(draft, table.Place.X, table.Place.Y, table.Place.Reach))
            yield return Problem(RoomFault.TableOutside);
        if (table.Description.Length > TableDraft.DescriptionLimit)
            yield return Problem(RoomFault.DescriptionTooLong);
        if (table.Zone?.Length > TableDraft.ZoneLimit)
            yield return Problem(RoomFault.ZoneTooLong);

        RoomProblem Problem(RoomFault fault, string detail = "") =>
            new(fault, Table: table.Key, Subject: Text(table.Number), Detail: detail);
    }

    private static IEnumerable<RoomProblem> OfCombinations(HallDraft draft, RoomsAround around)
    {
        for (var i = 0; i < draft.Combinations.Count; i++)
        {
            var (index, own) = (i, draft.Combinations[i]);
            var others = draft.Combinations.Where((_, other) => other != index).ToList();
            var tables = own.Tables.Distinct().Select(draft.Table).ToList();
            var name = own.Name.Trim();
            if (name.Length is 0 or > CombinationDraft.NameLimit)
                yield return Problem(RoomFault.CombinationName);
            else if (
                around.CombinationNames.Contains(name)
                || others.Any(c => c.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            )
                yield return Problem(RoomFault.CombinationNameTaken);
            if (tables.Count is < 2 or > CombinationDraft.MostTables || tables.Any(t => t is not { IsActive: true }))
            {
                yield return Problem(RoomFault.CombinationTables);
                continue;
            }

            var most = tables.Sum(t => t!.Seats);
            if (others.Any(c => c.Tables.ToHashSet().SetEquals(own.Tables)))
                yield return Problem(RoomFault.CombinationTwice);
            if (!IsWithin(own.Seats, 1, most))
                yield return Problem(RoomFault.CombinationSeats, Text(most));
            if (!IsWithin(own.MinParty, 1, Math.Max(1, own.Seats)))
                yield return Problem(RoomFault.CombinationMinParty, Text(own.Seats));

            RoomProblem Problem(RoomFault fault, string detail = "") =>
                new(fault, Combination: index, Subject: own.Name, Detail: detail);
        }
    }

    private static IEnumerable<RoomProblem> OfMarks(HallDraft draft)
    {
        for (var i = 0; i < draft.Marks.Count; i++)
        {
            var mark = draft.Marks[i];
            if (
                !IsWithin(mark.Width, HallMark.Smallest, HallDraft.WidestHall)
                || !IsWithin(mark.Height, HallMark.Smallest, HallDraft.WidestHall)
            )
                yield return new RoomProblem(RoomFault.MarkSize, Mark: i);
            else if (!IsInside(draft, mark.X, mark.Y, (mark.Reach.X - WallOverhang, mark.Reach.Y - WallOverhang)))
                yield return new RoomProblem(RoomFault.MarkOutside, Mark: i, Subject: mark.Words.ToString());
            if (mark.Kind == MarkKind.Label && mark.Words.IsEmpty)
                yield return new RoomProblem(RoomFault.LabelEmpty, Mark: i);
            if (mark.Words.Length > HallMark.TextLimit)
                yield return new RoomProblem(RoomFault.MarkTextTooLong, Mark: i);
        }
    }

    private static bool IsInside(HallDraft draft, int x, int y, (int X, int Y) reach) =>
        x - reach.X >= 0 && y - reach.Y >= 0 && x + reach.X <= draft.Width && y + reach.Y <= draft.Height;

    private static bool IsWithin(int value, int least, int most) => value >= least && value <= most;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
