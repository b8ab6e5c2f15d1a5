using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>What may be wrong with a hall's drawing.</summary>
public enum RoomFault
{
    HallNameMissing,
    HallNameTooLong,
    HallNameTaken,
    HallSize,
    Number,

    /// <summary>Another table of this hall has the number.</summary>
    NumberTwice,

    /// <summary>A table of another hall has it; which the problem names.</summary>
    NumberTaken,
    Seats,
    MinParty,
    TableSize,
    TableOutside,
    DescriptionTooLong,
    ZoneTooLong,

    /// <summary>A combination is two to six active tables of the hall.</summary>
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

/// <summary>One rule that is broken, and by what.</summary>
/// <param name="Table">The key of a table.</param>
/// <param name="Combination">Its place in the draft's list.</param>
/// <param name="Mark">Its place in the draft's list.</param>
/// <param name="Subject">The table's number or the combination's name, as people call it.</param>
/// <param name="Detail">What the sentence needs: the most seats.</param>
public sealed record RoomProblem(
    RoomFault Fault,
    int? Table = null,
    int? Combination = null,
    int? Mark = null,
    string Subject = "",
    string Detail = ""
)
{
    /// <summary>The other hall that the sentence names.</summary>
    public LocalText Hall { get; init; } = LocalText.Empty;
}

/// <summary>What the rest of the venue has taken already.</summary>
/// <param name="Numbers">Of tables in other halls, with the name of their hall.</param>
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

    /// <summary>The first number that no table of the venue has, in this draft or elsewhere.</summary>
    public int FreeNumber(HallDraft draft) =>
        Enumerable
            .Range(1, TableDraft.HighestNumber)
            .First(n => !Numbers.ContainsKey(n) && draft.Tables.All(t => t.Number != n));
}

/// <summary>The rules of a hall's drawing. Pure.</summary>
public static class RoomRules
{
    // A wall stands on the hall's edge rather than inside it.
    private const int WallOverhang = 20;

    /// <summary>Everything that is wrong; empty when the draft may be saved.</summary>
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
        // What stands in the store room is as it was.
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
